package lab.nginx.routing.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lab.nginx.routing.doubt.CannotTell;
import lab.nginx.routing.pattern.BytePattern;
import lab.nginx.syntax.Directive;

/** A variable that a block defines by a table: {@code map}, {@code geo}, {@code split_clients}. */
public sealed interface Table {
  /** The variable that is looked up in the table. */
  Template source();

  /**
   * {@code map}.
   *
   * @param exact keys in lower case
   */
  record ByValue(
      Template source,
      List<Row> exact,
      List<Expression> expressions,
      Optional<Template> otherwise,
      boolean hostnames,
      boolean cached)
      implements Table {
    public ByValue {
      exact = List.copyOf(exact);
      expressions = List.copyOf(expressions);
    }
  }

  /**
   * {@code geo}.
   *
   * @param ranges whether the key of each row is a range, not an address or a network
   */
  record ByAddress(Template source, List<Row> networks, String otherwise, boolean ranges)
      implements Table {
    public ByAddress {
      networks = List.copyOf(networks);
    }
  }

  /**
   * {@code split_clients}.
   *
   * @param limits the hash below which each row is taken, unsigned; 0 takes all the rest
   */
  record ByHash(Template source, List<Long> limits, List<String> values) implements Table {
    public ByHash {
      limits = List.copyOf(limits);
      values = List.copyOf(values);
    }
  }

  /** A key and its value. */
  record Row(String key, Template value) {}

  /** An expression and its value. */
  record Expression(BytePattern pattern, Template value) {}

  /** The table of a statement. */
  static Table of(Directive statement) {
    return switch (statement.name().text()) {
      case "map" -> map(statement);
      case "geo" -> geo(statement);
      default -> split(statement);
    };
  }

  private static ByValue map(Directive statement) {
    var exact = new ArrayList<Row>();
    var expressions = new ArrayList<Expression>();
    var otherwise = Optional.<Template>empty();
    boolean hostnames = false;
    boolean cached = true;
    for (var row : rows(statement)) {
      var key = row.name().text();
      if (row.args().isEmpty()) {
        switch (key) {
          case "hostnames" -> hostnames = true;
          case "volatile" -> cached = false;
          default -> value(row);
        }
        continue;
      }
      var value = Template.of(value(row));
      if (key.equals("default")) {
        otherwise = Optional.of(value);
      } else if (key.startsWith("~")) {
        boolean ignoreCase = key.startsWith("~*");
        var pattern = BytePattern.of(key.substring(ignoreCase ? 2 : 1), ignoreCase);
        expressions.add(new Expression(pattern, value));
      } else {
        var plain = key.startsWith("\\") ? key.substring(1) : key;
        exact.add(new Row(plain.toLowerCase(Locale.ROOT), value));
      }
    }
    var source = Template.of(statement.args().getFirst().text());
    return new ByValue(source, exact, expressions, otherwise, hostnames, cached);
  }

  private static ByAddress geo(Directive statement) {
    var source = statement.args().size() > 1 ? statement.args().getFirst().text() : "$remote_addr";
    var networks = new ArrayList<Row>();
    var otherwise = "";
    boolean ranges = false;
    for (var row : rows(statement)) {
      var key = row.name().text();
      if (key.equals("default")) {
        otherwise = value(row);
      } else if (List.of("delete", "proxy", "proxy_recursive").contains(key)) {
        throw new CannotTell("\"geo\" with \"" + key + "\" is not followed");
      } else if (key.equals("ranges")) {
        ranges = true;
      } else {
        networks.add(new Row(key, Template.of(value(row))));
      }
    }
    return new ByAddress(Template.of(source), networks, otherwise, ranges);
  }

  private static ByHash split(Directive statement) {
    var limits = new ArrayList<Long>();
    var values = new ArrayList<String>();
    long last = 0;
    for (var row : rows(statement)) {
      var share = row.name().text();
      if (share.equals("*")) {
        limits.add(0L);
      } else if (!share.matches("\\d{1,3}(\\.\\d{1,2})?%")) {
        throw new CannotTell("nginx refuses \"" + share + "\" as a share");
      } else {
        var percent = new java.math.BigDecimal(share.substring(0, share.length() - 1));
        last += percent.movePointRight(2).longValueExact() * 0xffffffffL / 10_000;
        limits.add(last & 0xffffffffL);
      }
      values.add(value(row));
    }
    return new ByHash(Template.of(statement.args().getFirst().text()), limits, values);
  }

  private static String value(Directive row) {
    if (row.args().size() != 1) {
      throw new CannotTell(
          "nginx refuses the row \""
              + row.name()
              + "\": it takes one value, not "
              + row.args().size());
    }
    return row.args().getFirst().text();
  }

  private static List<Directive> rows(Directive statement) {
    return new Scope(statement, Optional.empty()).statements();
  }
}
