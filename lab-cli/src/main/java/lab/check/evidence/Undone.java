package lab.check.evidence;

import java.util.Optional;

/**
 * One route with its shipped block put back.
 *
 * @param route such as {@code /check_feed}
 * @param arm the load against that file; empty when there is nothing to play
 * @param note why there is none, or what was put back
 */
public record Undone(String route, Optional<Arm> arm, String note) {}
