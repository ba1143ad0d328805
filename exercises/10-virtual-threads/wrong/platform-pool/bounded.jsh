void serve(Requests requests, BlockingFeed feed, int permits) {
    var slots = new Semaphore(permits);
    try (var threads = Executors.newFixedThreadPool(permits)) {
        for (var request : requests) {
            threads.execute(() -> {
                slots.acquireUninterruptibly();
                try {
                    request.answer(feed.poll(request));
                } catch (FeedFailure failure) {
                    request.refuse(failure.getMessage());
                } finally {
                    slots.release(); // also when the poll failed
                }
            });
        }
    }
}
