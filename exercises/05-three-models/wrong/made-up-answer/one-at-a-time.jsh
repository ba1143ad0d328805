void serve(Requests requests, BlockingFeed feed) {
    for (var request : requests) {
        request.answer("update " + request.number());
    }
}
