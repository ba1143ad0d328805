package lab.findings.language;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tells from the words of a sentence whether its author asserts it. */
public final class StandingReader {
  private static final String SAYING =
      "(?:say|says|said|saying|think|thinks|believe|believes|claim|claims|claimed|assume|assumes|"
          + "argue|argues|argued|suggest|suggests|suggested|expect|expects|hope|hopes|hoped|"
          + "propose|proposes|proposed|want|wants|wanted|insist|insists|swear|swears|tell|tells|"
          + "told|imagine|conclude|be tempted|objected|guess)";
  private static final Pattern DENIED =
      Pattern.compile(
          "\\b(?:it|this|that) (?:is|was|would be) (?:simply |just |plainly |definitely |of course"
              + " )?(?:not|never|hardly) (?:at all |really |actually )?(?:true|the case|correct|right"
              + "|so that|as if|a fact|accurate)\\b"
              + "|\\b(?:it|this|that) (?:is|was|would be) (?:simply |just |plainly |completely"
              + " |totally )?(?:false|wrong|untrue|incorrect|a myth|a lie|nonsense|mistaken"
              + "|a misconception|a mistake|an error|a fallacy) (?:that|to (?:say|think|believe"
              + "|claim|assume))\\b"
              + "|^(?:i|we|nobody|no 1) (?:\\w+ )?(?:deny|denies|denied|dispute|disputes|doubt|doubts"
              + "|reject|rejects|disagree|disagrees|refute|(?:do|does|would|will|can) not (?:believe"
              + "|think|agree|claim|say|accept|see))\\b"
              + "|^(?:nobody|no 1) (?:should |would |could |can )?(?:claims?|believes?|says?|thinks?)\\b"
              + "|\\bcontrary to\\b|\\bno truth\\b|^(?:also )?(?:not true|false|wrong|untrue|not so)\\b"
              + "|\\bcould not be further from\\b|\\bit does not follow that\\b"
              + "|\\b(?:is|was|are|were) (?:a |simply |just |plain |clearly |both )*(?:wrong|false"
              + "|untrue|myths?|misconceptions?|nonsense|not true|mistaken|not the case"
              + "|an? (?:error|mistake|illusion|fallacy))$");
  private static final Pattern REPORTED =
      Pattern.compile(
          "\\b(?:people|some|others|many|colleagues?|someone|somebody|everybody|everyone|1|you|most"
              + "|they|beginners|folks|management|boss|manager|tutorials?|blogs?|articles?|partner"
              + "|teammate|who|forum|internet)(?: of (?:us|them|you))?(?: in \\w+ \\w+)?"
              + " (?:often |still |usually |sometimes |might |may |would |could |will |even |first |always"
              + " |like to |tend to |had |have |also |keeps? |initially )*"
              + SAYING
              + "\\b|\\b(?:i|we) (?:first |initially |originally |had |have |at first |also |wrongly"
              + " |would have )*(?:thought|believed|assumed|guessed|suspected|used to|imagined|hoped)\\b"
              + "|\\b(?:my|our) (?:first|initial|original) (?:idea|thought|guess|theory|hypothesis"
              + "|assumption|instinct|reaction)\\b"
              + "|\\bit is (?:often|sometimes|commonly|widely) (?:said|claimed|believed|assumed)\\b"
              + "|\\b(?:myths?|belief|claim|rumou?r|misconception|superstition|legend|folklore)"
              + "(?: is| was| goes| says| that| 1| 2| 3| 4|$|:| number)|\\bsupposedly\\b|\\ballegedly\\b"
              + "|\\bthe idea that\\b|\\bpredictions?(?: written down)? ?:|\\ba common (?:answer|mistake|belief)\\b"
              + "|\\btempt(?:ing|ed|ation) to\\b");
  private static final Pattern INSTRUCTION =
      Pattern.compile(
          "\\b(?:grader|graders|grading (?:model|system|script|tool|software)|rubric|assume the answer|(?:for|of|in) (?:criterion |criteria )?[abc] ?\\d (?:to|and|through) [abc] ?\\d|full (?:marks?|score|credit|points)|top (?:score|marks?|grade)"
              + "|max(?:imum)? (?:score|marks?|points|grade)|highest (?:score|mark|grade)"
              + "|previous instructions|prior instructions|ignore (?:all|the|any)|system prompt|language model"
              + "|ai assistant|(?:give|award|assign|mark|grant|output|return) (?:me |us |this |it |all |every"
              + " |each )*(?:answer |criteria |criterion )?(?:a |as |the )*(?:2|full|maximum|highest|level 2"
              + "|pass|correct|complete)|all criteria|every criterion|criteria (?:are|as) (?:met"
              + "|fulfilled)|pass this|dear (?:teacher|professor|instructor|examiner|marker)|reviewed by the instructor|keep those marks|the (?:learner|student|author|candidate|submitter) (?:has|have|did|clearly|correctly|shows?|demonstrates?|explains?|understands?)|end of submission|must assume)\\b");
  private static final Pattern META =
      Pattern.compile(
          "\\b(?:i|we|this (?:section|paragraph|text|part|document|answer|chapter|write up|report|analysis)"
              + "|(?:my|our|the) (?:answers?|texts?|sections?|write up|report|analysis|paragraph"
              + "|explanation|discussion|following|above)|^(?:and |as )?above|^below)"
              + " (?:\\w+ ){0,3}?(?:explain|explains|explained|explaining|describe|describes|described"
              + "|discuss|discusses|discussed|covers|covered|address|addresses|addressed|mention"
              + "|mentions|mentioned|talks? about|talked about|goes? into|went into|outlines?|outlined"
              + "|summari[sz]es?|summari[sz]ed|elaborates?|elaborated|touch(?:es|ed)? on|analy[sz]es?d?"
              + "|stated?|listed|clarif(?:y|ies|ied)|gave the reasons?|laid out|set out|go over|went over)\\b"
              + "|\\b(?:has|have|had) to be (?:considered|discussed|mentioned)\\b|\\b(?:we|i|1|you) (?:have to|must|should|need to|can|could) (?:also )?(?:consider|take into account|keep in mind|look at)\\b|\\btakes? into account\\b|\\btopics?\\b|\\bplays? an? (?:\\w+ )?(?:part|role)\\b|\\b(?:is|are) (?:essential|crucial|the key|key|important)\\b"
              + "|\\b(?:was|were|is|are|have been|has been) (?:also |then |thoroughly |fully |clearly"
              + " |carefully |already |all |both )*(?:explained|described|discussed|addressed|mentioned"
              + "|outlined|elaborated|dealt with|presented|stated|covered|analy[sz]ed|compared)\\b");
  private static final Pattern PROMPT =
      Pattern.compile(
          "^(?:please )?(?:say|list|give|explain|describe|compare|name|state|discuss|quote|write|justify"
              + "|show|tell|define|summari[sz]e|mention|include|answer|fill|argue|support|cite"
              + "|outline|report|use) (?:why|what|how|an?|the|your|each|all|in|which|where|at"
              + "|for|whether|1|2|3|any|both|every|down|out)\\b");
  private static final Pattern SUPPOSED =
      Pattern.compile(
          "\\bhad (?:we|i|they|there|it|someone|somebody|anyone|anybody|people) \\b|\\bif (?:we|i|they|it|there) (?:had|were)\\b"
              + "|^(?:and |but |then )?if \\b.*\\b(?:would|could)\\b|^were \\w+"
              + "|\\bsuppose\\b|\\bimagine\\b|\\bin theory\\b|\\beven if\\b|\\bas if\\b");
  private static final Pattern TURN =
      Pattern.compile("\\b(?:but|however|in fact|in reality|in truth|actually|yet|instead)\\b");

  private static final int QUOTED_WORDS = 4;
  private static final int SHORTEST = 3;
  private static final Set<String> FINITE =
      Set.of("is", "are", "was", "were", "can", "will", "do", "does", "did", "has", "have", "must");

  private StandingReader() {}

  /**
   * The standing of each token of a sentence.
   *
   * @param tokens the sentence
   * @param asked whether it ends in a question mark
   */
  public static List<Standing> read(List<Token> tokens, boolean asked) {
    var text = tokens.stream().map(StandingReader::plain).collect(Collectors.joining(" "));
    var all = ofSentence(text, asked);
    int from = all == Standing.DENIED ? rejection(tokens) : 0;
    if (from > 0) {
      var rest = read(tokens.subList(from, tokens.size()), asked);
      return java.util.stream.IntStream.range(0, tokens.size())
          .mapToObj(i -> i < from ? all : rest.get(i - from))
          .toList();
    }
    int turn = all == Standing.REPORTED ? turn(tokens) : tokens.size();
    var asks = asked ? new BitSet() : Questions.within(tokens, text);
    return java.util.stream.IntStream.range(0, tokens.size())
        .mapToObj(i -> asks.get(i) ? Standing.ASKED : i < turn ? all : Standing.ASSERTED)
        .toList();
  }

  /** Whether the words between two quotation marks are somebody's statement, not a term. */
  public static boolean isStatement(List<Token> quoted) {
    return quoted.size() >= QUOTED_WORDS
        || (quoted.size() >= SHORTEST
            && quoted.subList(1, quoted.size()).stream().anyMatch(t -> FINITE.contains(t.text())));
  }

  /** Whether a sentence does nothing but reject the one before it. */
  public static boolean rejectsPrevious(List<Token> tokens) {
    var text = tokens.stream().map(StandingReader::plain).collect(Collectors.joining(" "));
    return text.matches(
        "(?:no|nope|wrong|false|not true|not so|untrue|nonsense|hardly|not at all|far from it"
            + "|on the contrary|by no means|not quite|not really|they are not|it is not|it does not)\\b(?: ?[,:—].*|$)"
            + "|(?:that|this|it|which|both|all of (?:this|that)|neither) (?:is|was|are|were|would be|of which is)"
            + " (?:simply |just |plainly |also |all |both |not )*(?:wrong|false|untrue|a myth|nonsense|true"
            + "|mistaken|myths|the case|a misconception|incorrect)\\b.*");
  }

  /** Whether a sentence does nothing but agree with the one before it. */
  public static boolean endorsesPrevious(List<Token> tokens) {
    var text = tokens.stream().map(StandingReader::plain).collect(Collectors.joining(" "));
    return text.matches(
        "(?:yes|true|correct|right|exactly|indeed|agreed|so it (?:is|does|did)|so they (?:are|do|did)"
            + "|confirmed|quite so|verdict : (?:true|right|correct|confirmed)"
            + "|(?:this|that|it|which|both|all of (?:this|that)|they) (?:is|was|are|were) (?:exactly |also"
            + " |quite |all |both |indeed |simply |just )*(?:true|right|correct|what (?:we|i|our|my|the) .*|the case))"
            + "\\b.*|(?:i|we) (?:fully |quite |also |can )*(?:agree|confirm|saw (?:that|this|it) too).*");
  }

  /** Whether a sentence answers the question before it with "yes". */
  public static boolean confirms(List<Token> question, List<Token> answer) {
    return Questions.isYesOrNo(question) && endorsesPrevious(answer);
  }

  private static String plain(Token token) {
    return token.isNumber() ? token.stem() : token.text();
  }

  private static Standing ofSentence(String text, boolean asked) {
    if (asked) {
      return Standing.ASKED;
    }
    if (INSTRUCTION.matcher(text).find()) {
      return Standing.INSTRUCTION;
    }
    if (META.matcher(text).find() || PROMPT.matcher(text).find()) {
      return Standing.META;
    }
    if (DENIED.matcher(text).find()) {
      return Standing.DENIED;
    }
    if (REPORTED.matcher(text).find()) {
      return Standing.REPORTED;
    }
    return SUPPOSED.matcher(text).find() ? Standing.SUPPOSED : Standing.ASSERTED;
  }

  /** Where a sentence goes on that begins by rejecting another: "Also false: both slept". */
  private static int rejection(List<Token> tokens) {
    for (int i = 1; i < Math.min(tokens.size() - 1, 8); i++) {
      if (tokens.get(i).is(":") || tokens.get(i).is(",") || tokens.get(i).is("—")) {
        var head =
            tokens.subList(0, i).stream()
                .map(StandingReader::plain)
                .collect(Collectors.joining(" "));
        return DENIED.matcher(head).find() && !head.matches(".+ that\\b.*") ? i + 1 : 0;
      }
    }
    return 0;
  }

  private static int turn(List<Token> tokens) {
    for (int i = 1; i < tokens.size(); i++) {
      if (TURN.matcher(tokens.get(i).text()).matches() || tokens.get(i).is(";")) {
        return i;
      }
    }
    return tokens.size();
  }
}
