void serve(Requests requests, BlockingFeed feed, int threads) {
    for (var request : requests) {
        request.answer(feed.poll(request));
    }
}
