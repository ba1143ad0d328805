package server.feed;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What is wrong with the feed. */
public enum Fault {
  /** Nothing. */
  NONE,
  /** Polls are taken and not answered until another fault is switched on. */
  HANG,
  /** Nobody listens: connections are refused, and those that stood are closed. */
  REFUSE,
  /** Every poll is answered at once with 500. */
  FAIL,
  /** Every answer comes in time, but byte by byte, one a second. */
  DRIP,
  /** Every poll is read and its connection closed without an answer. */
  CUT;

  /** The word on the control socket and the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The fault of a word; empty when there is none of that name. */
  public static Optional<Fault> of(String word) {
    return Stream.of(values()).filter(fault -> fault.word().equals(word)).findFirst();
  }
}
