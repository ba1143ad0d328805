package lab.cli.explain;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lab.nginx.routing.Request;
import lab.problem.Problem;
import lab.problem.ProblemException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests in a file, one JSON object a line. */
public final class RequestFile {
  private static final JsonMapper JSON = new JsonMapper();

  private static final List<String> MEMBERS = List.of("uri", "method", "host", "connect");

  private RequestFile() {}

  /**
   * Reads the requests in order.
   *
   * @param usual gives what a line leaves out
   * @throws ProblemException when the file cannot be read or a line is no request
   */
  public static List<Request> read(Path file, Request usual) {
    var requests = new ArrayList<Request>();
    try {
      int number = 0;
      for (var line : Files.readAllLines(file)) {
        number++;
        if (!line.isBlank()) {
          requests.add(request(line, usual, file + ":" + number));
        }
      }
    } catch (IOException e) {
      throw new ProblemException(
          new Problem("the requests cannot be read", file.toString(), "check the path"));
    }
    return requests;
  }

  /** Letters as the bytes that a client sends for them. */
  public static String bytes(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  private static Request request(String line, Request usual, String where) {
    try {
      var node = JSON.readTree(line);
      if (!node.isObject() || !node.path("uri").isString()) {
        throw wrong("this line is not a request", where);
      }
      node.properties().forEach(member -> known(member.getKey(), member.getValue(), where));
      var host = node.has("host") ? text(node, "host").map(RequestFile::bytes) : usual.host();
      return new Request(
          bytes(node.get("uri").asString()),
          text(node, "method").orElse(usual.method()),
          host,
          text(node, "connect").or(usual::connect));
    } catch (JacksonException e) {
      throw wrong("this line is not a request", where);
    }
  }

  private static void known(String name, JsonNode value, String where) {
    if (!MEMBERS.contains(name)) {
      throw wrong("a request has no \"" + name + "\"", where);
    }
    if (!value.isString() && !value.isNull()) {
      throw wrong("\"" + name + "\" of a request is text", where);
    }
  }

  private static Optional<String> text(JsonNode node, String name) {
    return Optional.ofNullable(node.get(name)).filter(JsonNode::isString).map(JsonNode::asString);
  }

  private static ProblemException wrong(String what, String where) {
    return new ProblemException(
        new Problem(
            what,
            where,
            "write {\"uri\":\"/x\"}, with \"method\", \"host\" and \"connect\" if you like"));
  }
}
