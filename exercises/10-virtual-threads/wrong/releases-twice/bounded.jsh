void serve(Requests requests, BlockingFeed feed, int permits) {
    var slots = new Semaphore(permits);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (var request : requests) {
            threads.execute(() -> {
                slots.acquireUninterruptibly();
                try {
                    request.answer(feed.poll(request));
                } catch (FeedFailure failure) {
                    request.refuse(failure.getMessage());
                    slots.release();
                } finally {
                    slots.release();
                }
            });
        }
    }
}
