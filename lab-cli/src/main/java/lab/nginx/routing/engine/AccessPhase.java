package lab.nginx.routing.engine;

import java.util.Optional;
import lab.nginx.routing.Step;
import lab.nginx.routing.doubt.CannotTell;
import lab.nginx.routing.notation.Addresses;
import lab.nginx.routing.site.Scope;

/** Who may come in: {@code allow}, {@code deny}, {@code auth_basic}, {@code satisfy}. */
final class AccessPhase {
  private enum Verdict {
    ALLOWED,
    DENIED,
    NO_OPINION
  }

  private final Exchange exchange;

  AccessPhase(Exchange exchange) {
    this.exchange = exchange;
  }

  /** A refusal; empty when the request may pass. */
  Optional<Turn> run() {
    var scope = exchange.scope;
    opaque(scope, "auth_request");
    opaque(scope, "auth_jwt");
    var address = byAddress(scope);
    boolean password = password(scope);
    boolean any = scope.value("satisfy").filter("any"::equals).isPresent();
    boolean denied = address == Verdict.DENIED;
    if (any && (address == Verdict.ALLOWED || (!denied && !password))) {
      return Optional.empty();
    }
    if (denied && !(any && password)) {
      exchange.note(Step.Kind.ACCESS, "deny refuses " + exchange.endpoint.client());
      return Optional.of(Turn.ended(403, "deny"));
    }
    if (password) {
      exchange.note(Step.Kind.ACCESS, "auth_basic asks for a password, which was not sent");
      return Optional.of(Turn.ended(401, "auth_basic"));
    }
    return Optional.empty();
  }

  private Verdict byAddress(Scope scope) {
    for (var rule : scope.nearest("allow", "deny")) {
      var network = rule.args().getFirst().text();
      boolean fits =
          network.equals("all")
              || (!network.startsWith("unix:")
                  && Addresses.contains(network, exchange.endpoint.client()));
      if (fits) {
        return rule.is("allow") ? Verdict.ALLOWED : Verdict.DENIED;
      }
    }
    return Verdict.NO_OPINION;
  }

  private static boolean password(Scope scope) {
    var realm = scope.value("auth_basic");
    return realm.filter(text -> !text.equals("off")).isPresent()
        && scope.value("auth_basic_user_file").isPresent();
  }

  private static void opaque(Scope scope, String name) {
    if (scope.value(name).filter(value -> !value.equals("off")).isPresent()) {
      throw new CannotTell("\"" + name + "\" decides by more than the request");
    }
  }
}
