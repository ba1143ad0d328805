package lab.nginx.generate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import lab.nginx.grammar.Context;
import lab.nginx.grammar.Placed;
import lab.nginx.syntax.Directive;
import lab.nginx.syntax.Span;

/**
 * Makes nginx listen on this machine only, on the real ports, without changing which server answers
 * a request to 127.0.0.1.
 */
final class ListenRewrite {
  private static final int HTTP = 80;

  private final Draft draft;
  private final List<Listen> listens;

  /** The hosts that are listened on, by port; all decisions are by port, as nginx binds. */
  private final Map<Integer, Set<String>> hosts = new HashMap<>();

  /** The ports that each server has by IPv4, and those that one has by {@code [::]} only. */
  private final Set<Home> four = new HashSet<>();

  private final Set<Integer> onlyByAnySixth = new HashSet<>();

  ListenRewrite(Draft draft) {
    this.draft = draft;
    this.listens =
        draft.named("listen").stream()
            .filter(placed -> !placed.statement().args().isEmpty() && placed.parent().isPresent())
            .map(Listen::new)
            .filter(listen -> !listen.text().startsWith("unix:"))
            .toList();
    listens.forEach(listen -> {
      hosts.computeIfAbsent(listen.port(), key -> new HashSet<>()).add(listen.host());
      if (!listen.sixth()) {
        four.add(new Home(listen.server(), listen.port()));
      }
    });
    for (var listen : listens) {
      if (listen.host().equals("[::]")
          && !four.contains(new Home(listen.server(), listen.port()))) {
        onlyByAnySixth.add(listen.port());
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
  }

  private void rewrite(Listen listen) {
    var address = listen.address();
    if (listen.text().matches(".*\\d-\\d+")) {
      refuse(listen, "a range of ports cannot be moved", "write one \"listen\" for each port");
      return;
    }
    var host = newHost(listen);
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
  private Optional<String> newHost(Listen listen) {
    int port = listen.port();
    if (listen.address().loopback()) {
      return Optional.of(listen.host());
    }
    if (listen.wildFour()) {
      return Optional.of(has(port, "127.0.0.1") ? aside(listen, 0) : "127.0.0.1");
    }
    if (!listen.host().equals("[::]")) {
      refuse(
          listen,
          "\"%s\" may not be this machine, and the lab listens nowhere else"
              .formatted(listen.address().host()),
          "listen on 127.0.0.1");
      return Optional.empty();
    }
    if (hosts.getOrDefault(port, Set.of()).stream().allMatch(host -> host.startsWith("["))) {
      return Optional.of("127.0.0.1");
    }
    if (!onlyByAnySixth.contains(port)) {
      draft.edits().remove(listen.placed().statement());
      return Optional.empty();
    }
    return Optional.of(has(port, "[::1]") ? aside(listen, 1) : "[::1]");
  }

  private boolean has(int port, String host) {
    return hosts.getOrDefault(port, Set.of()).contains(host);
  }

  /**
   * An address for a general {@code listen} where another server has the one that requests come to
   * for itself: nobody asks there, just as no request would reach it.
   *
   * @param which 0 or 1: which of the free addresses
   */
  private String aside(Listen listen, int which) {
    var address =
        IntStream.rangeClosed(2, 254)
            .mapToObj(last -> "127.0.0." + last)
            .filter(host -> !has(listen.port(), host))
            .skip(which)
            .findFirst()
            .orElse("127.0.1.1");
    draft
        .notes()
        .add(
            "%s listens on %s here: another server has %s for itself."
                .formatted(listen.text(), address, listen.sixth() ? "[::1]" : "127.0.0.1"));
    return address;
  }

  private void dropIpv6Only(Listen listen) {
    listen.placed().statement().args().stream()
        .filter(word -> word.text().startsWith("ipv6only="))
        .forEach(word -> draft.edits().replace(word.span(), ""));
  }

  private void refuse(Listen listen, String what, String next) {
    draft.refuse(listen.placed().statement().args().getFirst().span(), what, next);
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

    /** The host as nginx compares it: a name is the address that it stands for. */
    String host() {
      var host = address().host().toLowerCase(Locale.ROOT);
      return host.equals("localhost") ? "127.0.0.1" : host;
    }

    boolean wildFour() {
      return List.of("", "*", "0.0.0.0").contains(host());
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
