// A virtual thread a request: waiting costs next to nothing now, so nothing limits it either.
// The feed turns away whoever comes while it holds its fill of `permits` polls; some polls fail.
// Keep the thread a request, and never have more polls under way than the feed permits.
// Try it:  lab shell exercises/10-virtual-threads/bounded.jsh
//          trial(200, scene -> serve(scene.requests(), scene.feed(), 20))

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
