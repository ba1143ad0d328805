package lab.jshell.trial;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import lab.jshell.snippet.Claim;

/**
 * One hidden call, with what it must return.
 *
 * @param call Java, with numbers in the places of the names
 * @param expected what the formula gives for them
 */
record Draw(String call, double expected) {
  static List<Draw> of(Claim.Value claim, RandomGenerator random) {
    var draws = new ArrayList<Draw>();
    for (int i = 0; i < claim.samples(); i++) {
      draws.add(one(claim, random));
    }
    return draws;
  }

  private static Draw one(Claim.Value claim, RandomGenerator random) {
    var call = claim.call();
    Map<String, Double> numbers = new HashMap<>();
    for (var name : new TreeMap<>(claim.given()).entrySet()) {
      var text = number(name.getValue().get(0), name.getValue().get(1), random);
      numbers.put(name.getKey(), Double.parseDouble(text));
      call = call.replaceAll("\\b" + name.getKey() + "\\b", text);
    }
    return new Draw(call, Arithmetic.value(claim.expect(), numbers));
  }

  private static String number(String least, String most, RandomGenerator random) {
    if (least.matches("-?\\d+") && most.matches("-?\\d+")) {
      return Integer.toString(random.nextInt(Integer.parseInt(least), Integer.parseInt(most) + 1));
    }
    double value = random.nextDouble(Double.parseDouble(least), Double.parseDouble(most));
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
