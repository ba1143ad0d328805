void serve(Requests requests, BlockingFeed feed) throws InterruptedException {
    for (var request : requests) {
        Thread.sleep(Duration.ofMillis(900));
        request.answer(feed.poll(request));
    }
}
