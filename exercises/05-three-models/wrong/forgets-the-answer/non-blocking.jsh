void serve(Requests requests, NonBlockingFeed feed) {
    for (var request : requests) {
        feed.poll(request);
    }
}
