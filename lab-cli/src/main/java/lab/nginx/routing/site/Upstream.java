package lab.nginx.routing.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lab.nginx.routing.doubt.CannotTell;
import lab.nginx.routing.doubt.Numbers;
import lab.nginx.syntax.Directive;
import lab.nginx.syntax.Word;

/**
 * A group of upstream servers as the file has it.
 *
 * @param name the group's name
 * @param members its servers, in file order
 * @param method the statement that chooses the balancing method; empty for round robin
 * @param shared whether all workers share its state ({@code zone})
 */
public record Upstream(
    String name, List<Member> members, Optional<Directive> method, boolean shared) {
  private static final Set<String> METHODS =
      Set.of("ip_hash", "hash", "least_conn", "random", "least_time", "sticky");

  /**
   * One {@code server} of a group.
   *
   * @param address as written
   * @param maxFails failures after which it is left out; 0 never leaves it out
   * @param quickRecovery whether it may come back within moments of failing
   */
  public record Member(
      String address,
      int weight,
      int maxFails,
      boolean quickRecovery,
      boolean backup,
      boolean down) {
    /** Far above what anybody writes; a group of such peers still adds up to an int. */
    private static final int MOST_WEIGHT = 100_000;

    static Member of(Directive statement) {
      int weight = 1;
      int maxFails = 1;
      boolean quick = false;
      boolean backup = false;
      boolean down = false;
      var words = statement.args().stream().map(Word::text).toList();
      for (var word : words.subList(1, words.size())) {
        int equals = word.indexOf('=');
        var value = word.substring(equals + 1);
        switch (equals < 0 ? word : word.substring(0, equals)) {
          case "weight" -> weight = Numbers.read(value, MOST_WEIGHT);
          case "max_fails" -> maxFails = Numbers.read(value, Integer.MAX_VALUE);
          case "fail_timeout" -> quick = value.matches("[0-5]s?|\\d+ms");
          case "backup" -> backup = true;
          case "down" -> down = true;
          case "max_conns", "slow_start" -> {}
          default -> throw new CannotTell("\"server ... " + word + "\" is not followed");
        }
      }
      if (weight == 0) {
        throw new CannotTell("nginx refuses a weight of 0");
      }
      return new Member(words.getFirst(), weight, maxFails, quick, backup, down);
    }
  }

  public Upstream {
    members = List.copyOf(members);
  }

  static Upstream of(Directive statement) {
    var scope = new Scope(statement, Optional.empty());
    var members = new ArrayList<Member>();
    scope.own("server").forEach(one -> members.add(Member.of(one)));
    if (members.stream().allMatch(Member::backup)) {
      throw new CannotTell(
          "nginx refuses the upstream \""
              + statement.args().getFirst().text()
              + "\": it has no server, or backups alone");
    }
    var method =
        scope.statements().stream().filter(one -> METHODS.contains(one.name().text())).findFirst();
    return new Upstream(
        statement.args().getFirst().text(), members, method, !scope.own("zone").isEmpty());
  }

  /** The group that a literal address stands for. */
  public static Upstream literal(String address) {
    return new Upstream(
        address, List.of(new Member(address, 1, 1, false, false, false)), Optional.empty(), false);
  }
}
