// The numbers of the incident.
double arrivalsPerSecond = {rate};
int workers = {workers};
double meanSeconds = {mean};

/** Requests a second that the workers can finish, each busy with one at a time. */
double capacityPerSecond(int workers, double meanSeconds) {
    return workers / meanSeconds;
}

/** Requests that would be in flight if every one were served at once: the offered load. */
double inFlight(double arrivalsPerSecond, double meanSeconds) {
    return arrivalsPerSecond * meanSeconds; // Little's law
}

/** How fast the queue grows, in requests a second; 0 when it does not. */
double growthPerSecond(double arrivalsPerSecond, int workers, double meanSeconds) {
    return Math.max(0, arrivalsPerSecond - capacityPerSecond(workers, meanSeconds));
}

/** How long until so many requests wait in the queue, while it grows. */
double secondsUntilQueued(int requests, double arrivalsPerSecond, int workers, double meanSeconds) {
    return requests / arrivalsPerSecond;
}
