package lab.nginx.syntax.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lab.nginx.syntax.Directive;
import lab.nginx.syntax.Position;
import lab.nginx.syntax.SourceText;
import lab.nginx.syntax.Word;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LexerTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      textBlock =
          """
          a#b c;            ~ a#b|c
          a"b c"d;          ~ a"b|c"d
          it's b;           ~ it's|b
          "a") c;           ~ a|)|c
          if ($x = "a") {}  ~ if|($x|=|a|)
          return 200 ok};}  ~ return|200|ok}
          location /{}      ~ location|/
          ${v}x y;          ~ ${v}x|y
          ${a b};           ~ ${a|b}
          $ {}              ~ $
          a ${{b;           ~ a|${{b
          a\\ b c\\;d \\{;  ~ a\\ b|c\\;d|\\{
          '\\.php' "\\"\\t\\\\"; ~ \\.php|"<tab>\\
          'root' '/';       ~ root|/
          a "" '';          ~ a||
          """)
  void readsWordsAsNginxDoes(String text, String words) {
    assertThat(all(parse(text.strip())).findFirst().orElseThrow())
        .isEqualTo(words.strip().replace("<tab>", "\t"));
  }

  @Test
  void commentsBeginOnlyBetweenWords() {
    assertThat(all(parse("a # x; {\n b#c;"))).containsExactly("a|b#c");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      textBlock =
          """
          ;;          ~ empty-statement       ~ unexpected ";"
          {           ~ nameless-block        ~ unexpected "{"
          a           ~ missing-semicolon     ~ unexpected end of file, expecting ";" or "}"
          a { b }     ~ missing-semicolon     ~ unexpected "}"
          a; }        ~ extra-brace           ~ unexpected "}"
          a { b;      ~ unclosed-block        ~ unexpected end of file, expecting "}"
          a "b        ~ unclosed-quote        ~ unexpected end of file, expecting ";" or "}"
          "a"b;       ~ text-after-quote      ~ unexpected "b"
          "a"};       ~ text-after-quote      ~ unexpected "}"
          "a"#        ~ text-after-quote      ~ unexpected "#"
          map a b {c d{} } ~ block-in-table   ~ unexpected "{"
          x_by_lua_block { a = {} } ~ lua-block ~ unknown directive "x_by_lua_block"
          """)
  void refusesWhatNginxRefuses(String text, String kind, String nginx) {
    var fault = parse(text.strip()).faults().getFirst();
    assertThat(fault.kind().id()).isEqualTo(kind.strip());
    assertThat(fault.nginxMessage()).contains(nginx.strip());
  }

  @Test
  void onlyFourBytesAreWhiteSpace() {
    assertThat(all(parse("a\u00a0b\f\u000b\u0000 c;"))).containsExactly("a\u00a0b\f\u000b\u0000|c");
  }

  @Test
  void aWordOfTheWholeWindowIsRefusedUnlessItsStatementEndsThere() {
    var word = "w".repeat(4095);
    assertThat(parse(word + ";").faults()).isEmpty();
    assertThat(kinds(word + " ;")).containsExactly("too-long");
    assertThat(kinds("w".repeat(4094) + " ;")).isEmpty();
    assertThat(kinds("#" + "c".repeat(4094) + "\n")).isEmpty();
    assertThat(kinds("a;#" + "c".repeat(4095) + "\n")).containsExactly("too-long");
  }

  @Test
  void namesThePlaceToEditAndTheLineOfNginx() {
    var fault = parse("events {\n  accept_mutex on\n}\n").faults().getFirst();
    assertThat(fault.at().position()).isEqualTo(new Position(2, 18));
    assertThat(fault.nginxAt().line()).isEqualTo(3);
  }

  /** nginx takes the braces for a part of the word, and complains where the file ends. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      textBlock =
          """
          a { b /c} }         ~ 9  ~ a, b|/c
          a { b { c /d}} }    ~ 13 ~ a, b, c|/d
          a { b ${c}} }       ~ 11 ~ a, b|${c}
          a { b "c"} }        ~ 10 ~ a, b|c
          a { b "c"}          ~ 10 ~ a, b|c
          """)
  void givesBackTheBracesThatAWordHasSwallowed(String text, int column, String words) {
    var result = parse(text.strip());
    assertThat(result.faults().getFirst().kind().id()).isEqualTo("missing-semicolon");
    assertThat(result.faults().getFirst().at().position()).isEqualTo(new Position(1, column));
    assertThat(String.join(", ", all(result).toList())).isEqualTo(words.strip());
  }

  @Test
  void aBraceThatBelongsToAWordStays() {
    assertThat(all(parse("a ${b}"))).containsExactly("a|${b}");
    assertThat(all(parse("a b\\}"))).containsExactly("a|b\\}");
    assertThat(all(parse("a {b}c;}"))).containsExactly("a", "b}c");
  }

  @Test
  void blamesTheQuoteThatWasLeftOpenAndReadsOn() {
    var result = parse("a {\n  b \"one;\n  c \"two\";\n}\nd\n");
    assertThat(result.faults().stream().map(f -> f.kind().id() + f.at().line()))
        .containsExactly("unclosed-quote2", "missing-semicolon5");
    assertThat(all(result)).containsExactly("a", "b|one", "c|two", "d");
  }

  @Test
  void listsAllFaultsOfAFile() {
    assertThat(kinds("a b;;\nc {\n  d \"e\"f;\n  g h\n}\n}\ni {\n"))
        .containsExactly(
            "empty-statement",
            "text-after-quote",
            "missing-semicolon",
            "extra-brace",
            "unclosed-block");
  }

  static ParseResult parse(String text) {
    return Parser.parse(
        new SourceText(Path.of("nginx.conf"), text.getBytes(StandardCharsets.ISO_8859_1)));
  }

  private static List<String> kinds(String text) {
    return parse(text).faults().stream().map(fault -> fault.kind().id()).toList();
  }

  /** Each statement as its words with bars between, outer before inner. */
  private static Stream<String> all(ParseResult result) {
    return result.directives().stream().flatMap(LexerTest::all);
  }

  private static Stream<String> all(Directive directive) {
    var words = Stream.concat(Stream.of(directive.name()), directive.args().stream());
    var own = words.map(Word::text).collect(Collectors.joining("|"));
    var inner = directive.block().stream().flatMap(block -> block.directives().stream());
    return Stream.concat(Stream.of(own), inner.flatMap(LexerTest::all));
  }
}
