// What blocks goes to a thread that may wait; the loop only hands it over.
void handle(Request request, BlockingFeed feed) {
    if (request.path().equals("/")) {
        request.answer("a title");
    } else {
        Thread.startVirtualThread(() -> request.answer(feed.poll(request)));
    }
}
