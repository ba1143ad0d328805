package lab.load.sample;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Everything that was observed of one request or stream.
 *
 * @param nonce what it sent in {@code X-Lab-Nonce}; unique in the run
 * @param lane name of its lane
 * @param stream whether it was a stream
 * @param localPort the client's port, once connected
 * @param failure why there is no whole answer; empty for every whole one, 502 included
 */
public record Sample(
    String nonce,
    String lane,
    String route,
    boolean stream,
    Moments moments,
    OptionalInt localPort,
    Answer answer,
    Outcome outcome,
    Optional<Failure> failure) {}
