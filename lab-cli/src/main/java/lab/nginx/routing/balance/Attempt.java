package lab.nginx.routing.balance;

import java.util.function.Predicate;

/**
 * One request's wish for a peer.
 *
 * @param clientAddress the client's address, without brackets
 * @param hashKey what a {@code hash} method hashes; empty falls back to round robin
 * @param answers which addresses answer
 * @param mostTries how many peers may be asked
 */
public record Attempt(
    String clientAddress, String hashKey, Predicate<String> answers, int mostTries) {}
