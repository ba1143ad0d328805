// A miniature of sync: one worker, one request at a time, in the order of arrival.
//   requests.next()     the next request, or empty when no more come; or loop over requests
//   feed.poll(request)  waits for the feed's word for this request
//   request.answer(..)  sends it
// Try it:  lab shell exercises/05-three-models/one-at-a-time.jsh
//          trial(6, scene -> serve(scene.requests(), scene.feed()))

void serve(Requests requests, BlockingFeed feed) {
    // This worker serves one request and goes home. Let it go on until no more come.
    var request = requests.next().orElseThrow();
    request.answer(feed.poll(request));
}
