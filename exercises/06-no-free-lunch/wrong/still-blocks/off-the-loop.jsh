void handle(Request request, BlockingFeed feed) {
    if (request.path().equals("/")) {
        request.answer("a title");
    } else {
        request.answer(feed.poll(request));
    }
}
