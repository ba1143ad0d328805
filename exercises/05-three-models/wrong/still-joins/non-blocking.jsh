void serve(Requests requests, NonBlockingFeed feed) {
    for (var request : requests) {
        request.answer(feed.poll(request).join());
    }
}
