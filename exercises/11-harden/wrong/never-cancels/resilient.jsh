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
        } catch (Exception first) {
            again(request, first);
        }
    }

    private void again(Request request, Exception first) {
        if (retriesLeft.getAndDecrement() <= 0) {
            request.refuse("no answer, and no retry left: " + first.getMessage());
            return;
        }
        try {
            request.answer(attempt(request));
        } catch (Exception second) {
            request.refuse("no answer, twice: " + second.getMessage());
        }
    }

    private String attempt(Request request) throws Exception {
        if (!bulkhead.tryAcquire(limits.timeout().toMillis(), TimeUnit.MILLISECONDS)) {
            throw new TimeoutException("no slot");
        }
        // The slot is the poll's: it is free only when the poll is over, given up or not.
        var poll = new FutureTask<>(() -> {
            try {
                return feed.poll(request);
            } finally {
                retriesLeft.get();
            }
        });
        Thread.startVirtualThread(poll);
        try {
            return poll.get(limits.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            bulkhead.release();
        }
    }
}
