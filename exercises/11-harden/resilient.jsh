// A caller that survives its neighbour. The lab makes one Caller and calls handle on a virtual
// thread for each request. The feed may be slow, hang, or fail. What was agreed on:
//   limits.bulkhead()  polls under way at once, at most
//   limits.timeout()   after this long, a poll is given up (interrupt it: that ends it at the feed)
//   limits.retries()   further polls that all requests together may spend on failures
// Answer each request with the feed's word, or refuse it; but end it.
// Try it:  lab shell exercises/11-harden/resilient.jsh
//          trial(20, scene -> scene.onVirtualThreads(new Caller(scene.feed(), scene.limits())::handle))

class Caller {
    private final BlockingFeed feed;
    private final Limits limits;

    Caller(BlockingFeed feed, Limits limits) {
        this.feed = feed;
        this.limits = limits;
    }

    void handle(Request request) {
        try {
            request.answer(feed.poll(request)); // waits for ever when the feed hangs
        } catch (FeedFailure failure) {
            request.refuse(failure.getMessage());
        }
    }
}
