// An event loop: one thread handles every request. This handler makes it wait for the feed.
// Repair it so that the loop stays free, and every request is still answered.
// Try it:  lab shell exercises/06-no-free-lunch/off-the-loop.jsh
//          trial(6, scene -> scene.onLoop(request -> handle(request, scene.feed())))

void handle(Request request, BlockingFeed feed) {
    if (request.path().equals("/")) {
        request.answer("a title"); // needs nothing but the loop
    } else {
        request.answer(feed.poll(request)); // poll() waits here, and the loop with it
    }
}
