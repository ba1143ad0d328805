package lab.cli.check;

import java.util.LinkedHashMap;
import java.util.Map;
import lab.lint.Checked;
import lab.lint.Diagnostic;
import lab.nginx.syntax.ByteText;
import lab.nginx.syntax.closure.Configuration;

/** A check as the JSON of {@code schema/nginx-check.schema.json}. */
public final class CheckJson {
  private CheckJson() {}

  public static Map<String, Object> of(Checked checked) {
    var configuration = checked.site().configuration();
    var object = new LinkedHashMap<String, Object>();
    object.put("ok", checked.ok());
    object.put("nginx", nginx(checked, configuration));
    object.put(
        "diagnostics",
        checked.diagnostics().stream().map(one -> diagnostic(configuration, one)).toList());
    return object;
  }

  private static Map<String, Object> nginx(Checked checked, Configuration configuration) {
    var answer = checked.nginx();
    var object = new LinkedHashMap<String, Object>();
    object.put("ok", answer.ok());
    object.put("message", answer.message().orElse(null));
    object.put("file", answer.at().map(at -> configuration.nameOf(at.source())).orElse(null));
    object.put("line", answer.at().map(at -> at.line()).orElse(null));
    return object;
  }

  private static Map<String, Object> diagnostic(Configuration configuration, Diagnostic one) {
    var position = one.at().position();
    var object = new LinkedHashMap<String, Object>();
    object.put("rule", one.rule());
    object.put("severity", one.severity().id());
    object.put("file", configuration.nameOf(one.at().source()));
    object.put("line", position.line());
    object.put("col", position.column());
    object.put("length", one.at().length());
    object.put("message", ByteText.decode(one.message()));
    object.put("fix", ByteText.decode(one.fix()));
    return object;
  }
}
