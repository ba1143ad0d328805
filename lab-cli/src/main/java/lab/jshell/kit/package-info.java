/**
 * What an exercise hands to a snippet: requests to serve, and a slow feed to ask.
 *
 * <p>Both are only the near end of a line; the feed and the count of its polls live in the lab.
 */
@NullMarked
package lab.jshell.kit;

import org.jspecify.annotations.NullMarked;
