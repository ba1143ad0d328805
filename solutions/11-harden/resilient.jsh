// A time limit, a bulkhead that says no at once, and a retry that has a budget.
class Caller {
    private final BlockingFeed feed;
    private final Limits limits;
    private final Semaphore bulkhead;
    private final AtomicInteger retriesLeft;

    Caller(BlockingFeed feed, Limits limits) {
        this.feed = feed;
        this.limits = limits;
        this.bulkhead = new Semaphore(limits.bulkhead());
        this.retriesLeft = new AtomicInteger(limits.retries());
    }

    void handle(Request request) {
        try {
            request.answer(attempt(request));
        } catch (ExecutionException failed) {
            again(request, failed);
        } catch (Exception late) {
            // No slot, or no answer in time: asking again would add to what it already cannot bear.
            request.refuse("no answer: " + late.getMessage());
        }
    }

    private void again(Request request, ExecutionException failed) {
        if (retriesLeft.getAndDecrement() <= 0) {
            request.refuse("no answer, and no retry left: " + failed.getMessage());
            return;
        }
        try {
            request.answer(attempt(request));
        } catch (Exception second) {
            request.refuse("no answer, twice: " + second.getMessage());
        }
    }

    private String attempt(Request request) throws Exception {
        if (!bulkhead.tryAcquire()) {
            throw new TimeoutException("no slot");
        }
        // The slot is the poll's: it is free only when the poll is over, given up or not.
        var poll = new FutureTask<>(() -> {
            try {
                return feed.poll(request);
            } finally {
                bulkhead.release();
            }
        });
        Thread.startVirtualThread(poll);
        try {
            return poll.get(limits.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            poll.cancel(true);
        }
    }
}
