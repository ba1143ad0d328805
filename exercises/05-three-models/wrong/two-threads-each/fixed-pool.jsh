void serve(Requests requests, BlockingFeed feed, int threads) {
    var askers = Executors.newCachedThreadPool();
    try (var pool = Executors.newFixedThreadPool(threads)) {
        for (var request : requests) {
            pool.execute(() -> {
                try {
                    request.answer(askers.submit(() -> feed.poll(request)).get());
                } catch (InterruptedException | ExecutionException e) {
                    request.refuse(e.toString());
                }
            });
        }
    }
    askers.shutdown();
}
