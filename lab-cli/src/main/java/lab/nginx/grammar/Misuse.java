package lab.nginx.grammar;

import java.util.Set;

/** What is wrong with how a directive is written, before its value is looked at. */
public sealed interface Misuse {
  /** The directive as the person wrote it. */
  String name();

  /** What nginx says of it. */
  String nginxMessage();

  /** A name that nginx does not know. */
  record Unknown(String name) implements Misuse {
    @Override
    public String nginxMessage() {
      return "unknown directive \"" + name + "\"";
    }
  }

  /** A directive that may not stand in this block. */
  record WrongContext(String name, Context here, Set<Context> allowed) implements Misuse {
    public WrongContext {
      allowed = Set.copyOf(allowed);
    }

    @Override
    public String nginxMessage() {
      return "\"" + name + "\" directive is not allowed here";
    }
  }

  /** A directive that needs a block and has none. */
  record BlockMissing(String name) implements Misuse {
    @Override
    public String nginxMessage() {
      return "directive \"" + name + "\" has no opening \"{\"";
    }
  }

  /** A directive that has a block and takes none. */
  record BlockNotAllowed(String name) implements Misuse {
    @Override
    public String nginxMessage() {
      return "directive \"" + name + "\" is not terminated by \";\"";
    }
  }

  /** A directive with too many or too few arguments. */
  record WrongCount(String name, ArgumentCount allowed, int given) implements Misuse {
    @Override
    public String nginxMessage() {
      return "invalid number of arguments in \"" + name + "\" directive";
    }
  }
}
