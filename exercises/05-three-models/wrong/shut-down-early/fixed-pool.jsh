void serve(Requests requests, BlockingFeed feed, int threads) {
    var pool = Executors.newFixedThreadPool(threads);
    for (var request : requests) {
        pool.execute(() -> request.answer(feed.poll(request)));
    }
    pool.shutdownNow();
}
