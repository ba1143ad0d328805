// A fixed pool: a few platform threads, each with one request at a time.
void serve(Requests requests, BlockingFeed feed, int threads) {
    try (var pool = Executors.newFixedThreadPool(threads)) {
        for (var request : requests) {
            pool.execute(() -> request.answer(feed.poll(request)));
        }
    } // close() waits until every request has been answered
}
