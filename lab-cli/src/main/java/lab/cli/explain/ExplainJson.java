package lab.cli.explain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lab.nginx.routing.Explanation;
import lab.nginx.routing.Outcome;
import lab.nginx.routing.Request;
import lab.nginx.syntax.ByteText;

/** An explanation as the JSON of {@code schema/nginx-explain.schema.json}. */
public final class ExplainJson {
  private ExplainJson() {}

  public static Map<String, Object> of(Explanation explanation) {
    var object = new LinkedHashMap<String, Object>();
    object.put("request", request(explanation.request()));
    object.put("server", explanation.server().orElse(null));
    object.put(
        "location",
        explanation.location().map(place -> place(place.at(), place.text())).orElse(null));
    object.put("visited", explanation.visited().stream().map(ByteText::decode).toList());
    object.put("outcome", outcome(explanation.outcome()));
    return object;
  }

  static Map<String, Object> place(String at, String text) {
    var object = new LinkedHashMap<String, Object>();
    object.put("at", at);
    object.put("text", ByteText.decode(text));
    return object;
  }

  private static Map<String, Object> request(Request request) {
    var object = new LinkedHashMap<String, Object>();
    object.put("uri", ByteText.decode(request.uri()));
    object.put("method", request.method());
    object.put("host", request.host().map(ByteText::decode).orElse(null));
    object.put("connect", request.connect().orElse(null));
    return object;
  }

  /** What becomes of a request. */
  public static Map<String, Object> outcome(Outcome outcome) {
    var object = new LinkedHashMap<String, Object>();
    switch (outcome) {
      case Outcome.Proxied proxied -> {
        object.put("kind", "proxy");
        object.put("upstream", oneOrAll(proxied.upstreams()));
        object.put("uri", ByteText.decode(proxied.uri()));
        object.put("host", proxied.host().map(ByteText::decode).orElse(null));
        object.put("method", proxied.method());
        proxied.status().ifPresent(status -> object.put("status", status));
      }
      case Outcome.Redirected(int status, String location) -> {
        object.put("kind", "redirect");
        object.put("status", status);
        object.put("location", ByteText.decode(location));
      }
      case Outcome.Text(int status, String body) -> {
        object.put("kind", "text");
        object.put("status", status);
        object.put("body", ByteText.decode(body));
      }
      case Outcome.File(int status, String path) -> {
        object.put("kind", "file");
        object.put("status", status);
        object.put("path", path);
      }
      case Outcome.Status(int status, List<String> refused, String reason) -> {
        object.put("kind", "status");
        object.put("status", status);
        if (!refused.isEmpty()) {
          object.put("upstream", oneOrAll(refused));
        }
        object.put("reason", ByteText.decode(reason));
      }
      case Outcome.NoListener(String address) -> {
        object.put("kind", "no-listener");
        object.put("reason", "nothing listens on " + address);
      }
      case Outcome.Unknown(String reason) -> {
        object.put("kind", "cannot-tell");
        object.put("reason", ByteText.decode(reason));
      }
    }
    return object;
  }

  private static Object oneOrAll(List<String> addresses) {
    return addresses.size() == 1 ? addresses.getFirst() : addresses;
  }
}
