// A miniature of pooled: a fixed number of threads, each with one request at a time.
// Try it:  lab shell exercises/05-three-models/fixed-pool.jsh
//          trial(12, scene -> serve(scene.requests(), scene.feed(), 4))

void serve(Requests requests, BlockingFeed feed, int threads) {
    // One at a time so far. Let `threads` threads do this, and no more.
    for (var request : requests) {
        request.answer(feed.poll(request));
    }
}
