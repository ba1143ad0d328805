package lab.findings.opinion;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A model behind an HTTP interface of the OpenAI style.
 *
 * <p>Source: OpenAI, API reference, Chat completions: {@code POST /v1/chat/completions} with {@code
 * model}, {@code messages} and {@code temperature}; the answer is {@code
 * choices[0].message.content}.
 */
public final class HttpModel implements Model, AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int MOST_BYTES = 1 << 20;

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final URI endpoint;
  private final String name;
  private final Optional<String> key;

  /**
   * @param endpoint {@code http} or {@code https}; without a path the usual one is added
   * @param name of the model, as the server knows it
   * @param key sent as a bearer token, if the server wants one
   * @throws IllegalArgumentException when the address is none of HTTP
   */
  public HttpModel(URI endpoint, String name, Optional<String> key) {
    this.endpoint = completed(endpoint);
    this.name = name;
    this.key = key;
  }

  private static URI completed(URI endpoint) {
    var scheme = Optional.ofNullable(endpoint.getScheme()).orElse("");
    if (!List.of("http", "https").contains(scheme) || endpoint.getHost() == null) {
      throw new IllegalArgumentException("not an HTTP address: " + endpoint);
    }
    var path = Optional.ofNullable(endpoint.getPath()).orElse("").replaceFirst("/+$", "");
    if (path.endsWith("/chat/completions")) {
      return endpoint;
    }
    return endpoint.resolve((path.isEmpty() ? "/v1" : path) + "/chat/completions");
  }

  @Override
  public String answer(String instructions, String data) throws IOException, InterruptedException {
    var body =
        JSON.writeValueAsString(
            Map.of(
                "model",
                name,
                "temperature",
                0,
                "messages",
                List.of(
                    Map.of("role", "system", "content", instructions),
                    Map.of("role", "user", "content", data))));
    var request =
        HttpRequest.newBuilder(endpoint)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
    key.ifPresent(token -> request.header("Authorization", "Bearer " + token));
    var response = sent(request.build());
    try (var stream = response.body()) {
      var text = new String(stream.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
      if (response.statusCode() != 200) {
        throw new IOException("the endpoint answered " + response.statusCode());
      }
      return content(text);
    }
  }

  /** The client's own words for a closed port are none at all. */
  private HttpResponse<InputStream> sent(HttpRequest request)
      throws IOException, InterruptedException {
    try {
      return client.send(request, BodyHandlers.ofInputStream());
    } catch (ConnectException e) {
      throw new IOException("nothing listens at " + endpoint.getAuthority(), e);
    }
  }

  private static String content(String text) throws IOException {
    try {
      var content = JSON.readTree(text).path("choices").path(0).path("message").path("content");
      if (!content.isString()) {
        throw new IOException("the endpoint's answer holds no message");
      }
      return content.asString();
    } catch (JacksonException e) {
      throw new IOException("the endpoint's answer is not JSON", e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
