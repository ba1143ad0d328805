void serve(Requests requests, BlockingFeed feed) {
    for (var request : requests) {
        new Thread(() -> request.answer(feed.poll(request))).start();
    }
}
