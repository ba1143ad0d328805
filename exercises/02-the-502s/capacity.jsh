// How many requests can these workers finish, and what becomes of the rest?
// Fill in your own three numbers (lab next shows them), then the four methods.
// Try them as you go:  lab shell exercises/02-the-502s/capacity.jsh

double arrivalsPerSecond = 0; // the rate at which /check_feed is asked
int workers = 0;              // of sync
double meanSeconds = 0;       // how long the feed keeps a worker waiting, on average

/** Requests a second that the workers can finish, each busy with one at a time. */
double capacityPerSecond(int workers, double meanSeconds) {
    return 0;
}

/** Requests that would be in flight if every one were served at once: the offered load. */
double inFlight(double arrivalsPerSecond, double meanSeconds) {
    return 0;
}

/** How fast the queue grows, in requests a second; 0 when it does not. */
double growthPerSecond(double arrivalsPerSecond, int workers, double meanSeconds) {
    return 0;
}

/** How long until so many requests wait in the queue, while it grows. */
double secondsUntilQueued(int requests, double arrivalsPerSecond, int workers, double meanSeconds) {
    return 0;
}
