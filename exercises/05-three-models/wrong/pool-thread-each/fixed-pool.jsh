void serve(Requests requests, BlockingFeed feed, int threads) {
    for (var request : requests) {
        new Thread(() -> request.answer(feed.poll(request))).start();
    }
}
