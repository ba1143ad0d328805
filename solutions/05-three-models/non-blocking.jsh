// A miniature of async: the answer is sent when it comes, on the event loop.
void serve(Requests requests, NonBlockingFeed feed) {
    for (var request : requests) {
        feed.poll(request).thenAccept(request::answer);
    }
}
