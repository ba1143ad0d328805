package lab.nginx.generate;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lab.nginx.grammar.Context;
import lab.nginx.grammar.Placed;
import lab.nginx.syntax.Directive;
import lab.nginx.syntax.Span;
import lab.nginx.syntax.Word;

/**
 * Makes nginx listen on this machine only, on the real ports, without changing which server answers
 * a request to 127.0.0.1.
 */
final class ListenRewrite {
  private static final int HTTP = 80;

  private final Draft draft;
  private final List<Listen> listens;

  /** Ports that are listened on by IPv4, and those of them that are so on one address. */
  private final Set<Integer> four = new HashSet<>();

  private final Set<Integer> specificFour = new HashSet<>();
  private final Set<Home> fourByServer = new HashSet<>();

  ListenRewrite(Draft draft) {
    this.draft = draft;
    this.listens =
        draft.named("listen").stream()
            .filter(placed -> !placed.statement().args().isEmpty() && placed.parent().isPresent())
            .map(Listen::new)
            .filter(listen -> !listen.text().startsWith("unix:"))
            .toList();
    for (var listen : listens) {
      if (!listen.sixth()) {
        four.add(listen.port());
        fourByServer.add(new Home(listen.server(), listen.port()));
        if (!listen.wildFour()) {
          specificFour.add(listen.port());
        }
      }
    }
  }

  void apply() {
    listens.forEach(this::rewrite);
    for (var placed : draft.named("server")) {
      if (placed.in(Context.HTTP) && !hasListen(placed.statement())) {
        int port = draft.options().real(NginxPorts.UNWRITTEN);
        draft.edits().insertInside(placed.statement(), " listen 127.0.0.1:" + port + ";");
        draft.notes().add("A server without \"listen\" listens on port 8000 here.");
      }
    }
    refuseHiddenPorts();
  }

  private void rewrite(Listen listen) {
    var address = listen.address();
    if (listen.text().matches(".*\\d-\\d+")) {
      refuse(listen, "a range of ports cannot be moved", "write one \"listen\" for each port");
      return;
    }
    var host = newHost(listen, address);
    if (host.isEmpty()) {
      return;
    }
    int port = draft.options().real(address.port().orElse(HTTP));
    var moved = host.get() + ":" + port;
    if (!moved.equals(listen.text())) {
      draft.edits().replace(listen.placed().statement().args().getFirst(), moved);
    }
    if (listen.sixth() && !host.get().startsWith("[")) {
      dropIpv6Only(listen);
    }
  }

  /** The address to listen on instead; empty when the statement was removed or refused. */
  private Optional<String> newHost(Listen listen, Address address) {
    if (address.host().equals("localhost")) {
      return Optional.of("127.0.0.1");
    }
    if (address.loopback()) {
      return Optional.of(address.host());
    }
    if (listen.wildFour()) {
      boolean specific = specificFour.contains(listen.port());
      if (specific) {
        draft
            .notes()
            .add(
                listen.text()
                    + " listens on 127.0.0.2 here: another server has 127.0.0.1 for itself.");
      }
      return Optional.of(specific ? "127.0.0.2" : "127.0.0.1");
    }
    if (address.host().equals("[::]")) {
      if (fourByServer.contains(new Home(listen.server(), listen.port()))) {
        draft.edits().remove(listen.placed().statement());
        return Optional.empty();
      }
      return Optional.of(four.contains(listen.port()) ? "[::1]" : "127.0.0.1");
    }
    refuse(
        listen,
        "\"" + address.host() + "\" may not be this machine, and the lab listens nowhere else",
        "listen on 127.0.0.1");
    return Optional.empty();
  }

  private void dropIpv6Only(Listen listen) {
    listen.placed().statement().args().stream()
        .filter(word -> word.text().startsWith("ipv6only="))
        .forEach(word -> draft.edits().replace(word.span(), ""));
  }

  private void refuseHiddenPorts() {
    if (!draft.options().movesPorts()) {
      return;
    }
    for (var placed : draft.statements()) {
      var name = placed.statement().name().text();
      boolean decides =
          List.of("if", "map", "split_clients", "set", "return", "rewrite").contains(name);
      for (var word : decides ? placed.statement().args() : List.<Word>of()) {
        if (word.text().contains("$server_port") || word.text().contains("${server_port}")) {
          draft
              .refusals()
              .add(
                  word.span(),
                  "$server_port is another port here, so this would decide differently",
                  "free the ports that the file names, or write it without $server_port");
        }
      }
    }
  }

  private void refuse(Listen listen, String what, String next) {
    draft.refusals().add(listen.placed().statement().args().getFirst().span(), what, next);
  }

  private static boolean hasListen(Directive server) {
    return server
        .block()
        .filter(block -> block.directives().stream().anyMatch(inner -> inner.is("listen")))
        .isPresent();
  }

  /** A port in a server, which its opening brace stands for. */
  private record Home(Span server, int port) {}

  /** One {@code listen}. */
  private record Listen(Placed placed) {
    String text() {
      return placed.statement().args().getFirst().text();
    }

    Address address() {
      return Address.parse(text());
    }

    int port() {
      return address().port().orElse(HTTP);
    }

    boolean wildFour() {
      return List.of("", "*", "0.0.0.0").contains(address().host());
    }

    boolean sixth() {
      return address().host().startsWith("[");
    }

    /** The brace of the server that it stands in. */
    Span server() {
      return placed.parent().orElse(placed.statement()).terminator();
    }
  }
}
