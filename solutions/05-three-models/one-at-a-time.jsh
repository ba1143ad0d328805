// A miniature of sync: while this thread waits for the feed, nobody else is served.
void serve(Requests requests, BlockingFeed feed) {
    for (var request : requests) {
        request.answer(feed.poll(request));
    }
}
