void serve(Requests requests, BlockingFeed feed, int permits) {
    var slots = new Semaphore(permits);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (var request : requests) {
            threads.execute(() -> {
                try {
                    slots.acquireUninterruptibly();
                    request.answer(feed.poll(request));
                    slots.release();
                } catch (FeedFailure failure) {
                    request.refuse(failure.getMessage());
                }
            });
        }
    }
}
