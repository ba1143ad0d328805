var helper = Executors.newSingleThreadExecutor();

void handle(Request request, BlockingFeed feed) {
    if (request.path().equals("/")) {
        request.answer("a title");
    } else {
        helper.execute(() -> request.answer(feed.poll(request)));
    }
}
