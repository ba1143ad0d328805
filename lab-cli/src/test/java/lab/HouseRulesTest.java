package lab;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The dependency table of the lab, and who may touch what. */
@AnalyzeClasses(packages = "lab", importOptions = DoNotIncludeTests.class)
class HouseRulesTest {
  private static final Map<String, Set<String>> MAY_IMPORT =
      Map.ofEntries(
          Map.entry("problem", Set.of()),
          Map.entry("nginx", Set.of("problem")),
          Map.entry("load", Set.of("problem")),
          Map.entry("stack", Set.of("problem")),
          Map.entry("screen", Set.of("problem")),
          Map.entry("findings", Set.of("problem")),
          Map.entry("lint", Set.of("nginx", "problem")),
          Map.entry("jshell", Set.of("screen", "load", "stack", "problem")),
          Map.entry("check", Set.of("nginx", "lint", "load", "findings", "problem")),
          Map.entry("course", Set.of("check", "load", "stack", "problem")),
          Map.entry(
              "verify",
              Set.of(
                  "jshell",
                  "course",
                  "check",
                  "run",
                  "nginx",
                  "lint",
                  "load",
                  "stack",
                  "findings",
                  "problem")),
          Map.entry("run", Set.of("nginx", "load", "stack", "problem")),
          Map.entry(
              "cli",
              Set.of(
                  "problem",
                  "nginx",
                  "load",
                  "stack",
                  "screen",
                  "lint",
                  "run",
                  "findings",
                  "jshell",
                  "check",
                  "course",
                  "verify")));

  /** The packages of {@code lab.nginx}, by what follows that name. */
  private static final Map<String, Set<String>> NGINX_MAY_IMPORT =
      Map.ofEntries(
          Map.entry("syntax", Set.of()),
          Map.entry("syntax.parse", Set.of("syntax")),
          Map.entry("syntax.closure", Set.of("syntax", "syntax.parse")),
          Map.entry("grammar", Set.of("syntax")),
          Map.entry("policy", Set.of("grammar", "syntax", "syntax.parse", "syntax.closure")),
          Map.entry("generate.time", Set.of("grammar", "syntax")),
          Map.entry(
              "generate",
              Set.of("generate.time", "grammar", "syntax", "syntax.parse", "syntax.closure")),
          Map.entry("routing", Set.of("grammar")),
          Map.entry("routing.doubt", Set.of()),
          Map.entry("routing.pattern", Set.of("routing.doubt")),
          Map.entry("routing.notation", Set.of("routing.doubt")),
          Map.entry(
              "routing.site",
              Set.of(
                  "syntax",
                  "syntax.closure",
                  "routing.doubt",
                  "routing.pattern",
                  "routing.notation")),
          Map.entry(
              "routing.balance",
              Set.of(
                  "syntax", "syntax.closure", "routing.doubt", "routing.notation", "routing.site")),
          Map.entry(
              "routing.engine",
              Set.of(
                  "syntax",
                  "syntax.closure",
                  "grammar",
                  "routing",
                  "routing.doubt",
                  "routing.pattern",
                  "routing.notation",
                  "routing.site",
                  "routing.balance")),
          Map.entry(
              "routing.probe",
              Set.of("syntax", "syntax.parse", "syntax.closure", "generate", "routing")));

  @ArchTest
  static void everyPackageStandsInTheTable(JavaClasses house) {
    var found = new HashSet<String>();
    house.forEach(type -> found.add(packageOf(type)));
    found.remove("");
    assertThat(found).isSubsetOf(MAY_IMPORT.keySet());
  }

  @ArchTest
  static void everyPackageImportsOnlyWhatTheTableAllows(JavaClasses house) {
    MAY_IMPORT.forEach((name, allowed) ->
        classes()
            .that(describe("reside in lab." + name, type -> packageOf(type).equals(name)))
            .should()
            .onlyDependOnClassesThat(
                describe(
                    "are outside the house or in "
                        + allowed.stream().sorted().collect(Collectors.joining(", ")),
                    (JavaClass type) ->
                        packageOf(type).isEmpty()
                            || packageOf(type).equals(name)
                            || allowed.contains(packageOf(type))))
            .allowEmptyShould(true)
            .check(house));
  }

  @ArchTest
  static void everyPackageOfNginxImportsOnlyWhatItsTableAllows(JavaClasses house) {
    var found = new HashSet<String>();
    house.forEach(type -> found.add(withinNginx(type)));
    found.remove("");
    assertThat(NGINX_MAY_IMPORT.keySet()).containsExactlyInAnyOrderElementsOf(found);
    NGINX_MAY_IMPORT.forEach((name, allowed) ->
        classes()
            .that(describe("reside in lab.nginx." + name, type -> withinNginx(type).equals(name)))
            .should()
            .onlyDependOnClassesThat(
                describe(
                    "are outside lab.nginx or in "
                        + allowed.stream().sorted().collect(Collectors.joining(", ")),
                    (JavaClass type) ->
                        withinNginx(type).isEmpty()
                            || withinNginx(type).equals(name)
                            || allowed.contains(withinNginx(type))))
            .check(house));
  }

  @ArchTest
  static final ArchRule noCycles = slices().matching("lab.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule onlyCliKnowsPicocliAndExits =
      noClasses()
          .that()
          .resideOutsideOfPackage("lab.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("picocli..")
          .orShould()
          .callMethod(System.class, "exit", int.class)
          .orShould()
          .accessField(System.class, "out");

  @ArchTest
  static final ArchRule onlyScreenKnowsTheTerminal =
      noClasses()
          .that()
          .resideOutsideOfPackages("lab.screen..", "lab.jshell..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.jline..");

  @ArchTest
  static final ArchRule onlyJshellKnowsTheJShellApi =
      noClasses()
          .that()
          .resideOutsideOfPackage("lab.jshell..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("jdk.jshell..");

  @ArchTest
  static final ArchRule onlyStackStartsProcesses =
      noClasses()
          .that()
          .resideOutsideOfPackages("lab.stack..", "lab.jshell..", "lab.grade..")
          .and()
          .doNotHaveFullyQualifiedName("lab.cli.course.Editor")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(ProcessBuilder.class);

  /** What follows {@code lab.nginx.} in a class's package; empty outside of it. */
  private static String withinNginx(JavaClass type) {
    var name = type.getBaseComponentType().getPackageName();
    return name.startsWith("lab.nginx.") ? name.substring("lab.nginx.".length()) : "";
  }

  private static String packageOf(JavaClass type) {
    var parts = type.getBaseComponentType().getPackageName().split("\\.", -1);
    return parts.length > 1 && parts[0].equals("lab") ? parts[1] : "";
  }
}
