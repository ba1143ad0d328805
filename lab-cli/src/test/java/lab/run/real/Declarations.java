package lab.run.real;

import java.util.List;

/** Makes what stands in {@code http} before the servers: groups, zones and tables. */
record Declarations(Dice dice, List<String> live, List<String> dead) {
  static final int GROUPS = 3;

  String upstream(int number) {
    var text = new StringBuilder("  upstream g" + number + " {\n");
    var method =
        dice.pick(
            List.of(
                "", "", "", "ip_hash", "least_conn", "hash $uri", "hash $arg_q$host", "random"));
    if (!method.isEmpty()) {
      text.append("    ").append(method).append(";\n");
    }
    boolean backups = method.isEmpty() || method.equals("least_conn");
    int count = 1 + dice.below(4);
    for (int at = 0; at < count; at++) {
      text.append("    server ").append(dice.chance(4) ? dice.pick(dead) : dice.pick(live));
      text.append(dice.chance(3) ? " weight=" + (1 + dice.below(5)) : "");
      text.append(dice.chance(5) ? " max_fails=" + dice.below(3) : "");
      text.append(at > 0 && dice.chance(6) ? " down" : "");
      text.append(at > 0 && backups && dice.chance(5) ? " backup" : "");
      text.append(";\n");
    }
    return text.append("  }\n").toString();
  }

  /** Zones that limits and caches use. */
  String zones() {
    return """
      limit_req_zone %s zone=r0:1m rate=1r/m;
      limit_req_zone $arg_q zone=r1:1m rate=1000r/s;
      proxy_cache_path cache keys_zone=c0:1m;
    """
        .formatted(dice.pick(List.of("$binary_remote_addr", "$uri", "$host$arg_q")));
  }

  String tables() {
    return """
      map $uri $unused { ~^/zz(?<v>x) zz; }
      map $uri $m {
        default none;
        /a one;
        ~^/b/(.*)$ "b-$1";
        ~*^/(?<mapped>C.*) $mapped;
        ~^/zz(?<seg>x)(?<sub>y) zz;
        \\~x tilde;
        "" empty;
      }
      map $arg_q $any { default $m; ~.* any; }
      map "$m:$any" $chain { none:any x; ~^(?<chained>b-.*):(.*)$ "$2-$chained"; default $uri; }
      map $args $vol { volatile; ~^q=(.)(.*)$ $2$1; ~^$ never; }
      geo $arg_q $ranged { ranges; default out; 10.0.0.0-10.0.0.9 low; 10.0.0.10-10.255.255.255 high; }
      map $host$arg_q $named { hostnames; one.test g0; *.test g1; .dot.test g2; default %s; }
      split_clients "$uri$arg_q" $split { 30.5%% low; 20%% mid; * rest; }
      geo $geo { default 0; 127.0.0.0/8 local; 127.0.0.1 here; 10.0.0.0/8 far; }
    """
        .formatted(dice.pick(live));
  }
}
