void serve(Requests requests, BlockingFeed feed) {
    var stack = new ArrayDeque<Request>();
    requests.forEach(stack::push);
    for (var request : stack) {
        request.answer(feed.poll(request));
    }
}
