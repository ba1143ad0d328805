void serve(Requests requests, BlockingFeed feed, int threads) {
    try (var pool = Executors.newFixedThreadPool(4)) {
        for (var request : requests) {
            pool.execute(() -> request.answer(feed.poll(request)));
        }
    }
}
