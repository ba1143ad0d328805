// A miniature of async: one thread, and nobody waits. Begin a poll, say what comes next, go on.
//   feed.poll(request)   returns a CompletableFuture at once; it completes on the event loop
// Try it:  lab shell exercises/05-three-models/non-blocking.jsh
//          trial(40, scene -> serve(scene.requests(), scene.nonBlockingFeed()))

void serve(Requests requests, NonBlockingFeed feed) {
    for (var request : requests) {
        // join() waits, and so only one poll is ever under way. Say what happens *then* instead.
        request.answer(feed.poll(request).join());
    }
}
