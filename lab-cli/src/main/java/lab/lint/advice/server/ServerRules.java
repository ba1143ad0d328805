package lab.lint.advice.server;

import java.util.List;
import lab.lint.rule.Rule;

/** The rules on servers, headers, files and logs. */
public final class ServerRules {
  private ServerRules() {}

  public static List<Rule> all() {
    return List.of(
        new ContentTypeHeader(),
        new DefaultServer(),
        new ErrorLogOff(),
        new HeaderRedefinition(),
        new IndexRepeated(),
        new MultilineHeader(),
        new NameTwice(),
        new RootExposed(),
        new RootInLocation(),
        new ServerNameIf(),
        new ServerUnreachable(),
        new StatusExposed(),
        new WordsSwallowed());
  }
}
