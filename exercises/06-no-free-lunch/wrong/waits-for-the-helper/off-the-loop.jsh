void handle(Request request, BlockingFeed feed) {
    if (request.path().equals("/")) {
        request.answer("a title");
    } else {
        request.answer(CompletableFuture.supplyAsync(() -> feed.poll(request)).join());
    }
}
