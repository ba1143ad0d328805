package lab.course.variation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {numbers} of a learner's incident, as they stand in texts.
 *
 * @param values by name, without braces
 */
public record Numbers(Map<String, String> values) {
  /** A name in braces; ${name} is nginx's or the shell's own. */
  private static final Pattern PLACE = Pattern.compile("(?<!\\$)\\{([a-z]+(?:-[a-z]+)*)}");

  private static final int DECIMALS = 2;

  public Numbers {
    values = Map.copyOf(values);
  }

  /** The numbers of a learner's incident. */
  public static Numbers of(Variation variation, Learner learner) {
    var values = new LinkedHashMap<String, String>();
    values.put("rate", shown(variation.rate()));
    values.put("min", shown(variation.minSeconds()));
    values.put("max", shown(variation.maxSeconds()));
    values.put("mean", shown(variation.meanSeconds()));
    values.put("workers", shown(variation.workers()));
    values.put("threads", shown(variation.threads()));
    values.put("streams", shown(variation.streams()));
    values.put("hashes", shown(variation.hashes()));
    values.put("offered", shown(variation.offered()));
    values.put("sync-capacity", shown(variation.syncCapacity()));
    values.put("pool-capacity", shown(variation.poolCapacity()));
    values.put("growth", shown(variation.growth()));
    values.put("plan", shown(variation.plan()));
    values.put("seed", learner.seed());
    values.put("learner", learner.name().orElse("learner"));
    return new Numbers(values);
  }

  public Set<String> names() {
    return values.keySet();
  }

  /** A text with every known name in braces replaced; others stay as they are. */
  public String in(String text) {
    return PLACE
        .matcher(text)
        .replaceAll(
            place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), place.group())));
  }

  /** The same for the bytes of a file; what is not text in UTF-8 stays as it is. */
  public byte[] in(byte[] content) {
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      return in(text).getBytes(StandardCharsets.UTF_8);
    } catch (CharacterCodingException notText) {
      return content;
    }
  }

  /** The names in braces that stand for nothing. */
  public List<String> unknown(String text) {
    var unknown = new ArrayList<String>();
    PLACE
        .matcher(text)
        .results()
        .map(place -> place.group(1))
        .filter(name -> !values.containsKey(name))
        .forEach(unknown::add);
    return unknown;
  }

  private static String shown(double value) {
    return BigDecimal.valueOf(value)
        .setScale(DECIMALS, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }
}
