package lab.jshell.bench;

/**
 * One process that serves requests.
 *
 * @param mode the program that it belongs to
 * @param slot its place under the arbiter
 * @param pid its process
 * @param does what it does now
 */
public record Worker(String mode, String slot, long pid, String does) {
  @Override
  public String toString() {
    return "%s %s, pid %d: %s".formatted(mode, slot, pid, does);
  }
}
