void serve(Requests requests, BlockingFeed feed, int permits) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (var request : requests) {
            threads.execute(() -> {
                try {
                    request.answer(feed.poll(request));
                } catch (FeedFailure failure) {
                    request.refuse(failure.getMessage());
                }
            });
        }
    }
}
