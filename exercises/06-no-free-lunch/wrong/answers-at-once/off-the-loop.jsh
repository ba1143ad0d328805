void handle(Request request, BlockingFeed feed) {
    if (request.path().equals("/")) {
        request.answer("a title");
    } else {
        Thread.startVirtualThread(() -> feed.poll(request));
        request.answer("accepted");
    }
}
