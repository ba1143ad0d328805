package lab.findings.rubric;

import java.util.List;
import java.util.Set;

/**
 * All that grading stands on: the criteria of the three write-ups, the misconceptions, the lexicon.
 *
 * @param version of the rubric files, from 1
 * @param hash of their text, first 12 hexadecimal digits of SHA-256
 * @param scenario the parameters that its figures follow from
 * @param lexicon concepts
 * @param criteria in the order of their ids
 * @param misconceptions in the order of their ids
 * @param shipped sentences of ours, meant for people, that earn nothing when handed in
 * @param examples sentences of ours that show what is accepted; an honest author may well write one
 *     of them, so only several of them in one write-up are a copy
 */
public record Rubric(
    int version,
    String hash,
    Scenario scenario,
    Lexicon lexicon,
    List<Criterion> criteria,
    List<Misconception> misconceptions,
    Set<String> shipped,
    Set<String> examples) {
  public Rubric {
    criteria = List.copyOf(criteria);
    misconceptions = List.copyOf(misconceptions);
    shipped = Set.copyOf(shipped);
    examples = Set.copyOf(examples);
  }

  /**
   * One criterion by its id.
   *
   * @throws IllegalArgumentException when there is none
   */
  public Criterion criterion(String id) {
    return criteria.stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no criterion " + id));
  }
}
