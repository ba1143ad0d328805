void serve(Requests requests, BlockingFeed feed) {
    var request = requests.next().orElseThrow();
    request.answer(feed.poll(request));
}
