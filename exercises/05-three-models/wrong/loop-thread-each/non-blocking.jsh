void serve(Requests requests, NonBlockingFeed feed) {
    for (var request : requests) {
        new Thread(() -> request.answer(feed.poll(request).join())).start();
    }
}
