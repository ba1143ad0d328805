package server;

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
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The dependency table of the server, and who may touch what. */
@AnalyzeClasses(packages = "server", importOptions = DoNotIncludeTests.class)
class HouseRulesTest {
  private static final Map<String, Set<String>> MAY_IMPORT =
      Map.ofEntries(
          Map.entry("settings", Set.of()),
          Map.entry("events", Set.of("settings")),
          Map.entry("poll", Set.of()),
          Map.entry("routes", Set.of("poll")),
          Map.entry("web", Set.of("settings", "events", "routes")),
          Map.entry("loop", Set.of("poll")),
          Map.entry("feed", Set.of("settings", "events", "web")),
          Map.entry("modes", Set.of("settings", "events", "poll", "routes", "web", "loop")),
          Map.entry("prefork", Set.of("settings", "events", "poll", "routes", "web")),
          Map.entry("cli", Set.of("settings", "events", "routes", "feed", "modes", "prefork")));

  @ArchTest
  static void everyPackageStandsInTheTable(JavaClasses house) {
    var found = new TreeSet<String>();
    house.forEach(type -> found.add(packageOf(type)));
    found.remove("");
    assertThat(found).isEqualTo(new TreeSet<>(MAY_IMPORT.keySet()));
  }

  @ArchTest
  static void everyPackageImportsOnlyWhatTheTableAllows(JavaClasses house) {
    MAY_IMPORT.forEach((name, allowed) ->
        classes()
            .that(describe("reside in server." + name, type -> packageOf(type).equals(name)))
            .should()
            .onlyDependOnClassesThat(
                describe(
                    "are outside the house or in " + new TreeSet<>(allowed),
                    (JavaClass type) ->
                        packageOf(type).isEmpty()
                            || packageOf(type).equals(name)
                            || allowed.contains(packageOf(type))))
            .check(house));
  }

  @ArchTest
  static final ArchRule noCycles = slices().matching("server.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule onlyCliKnowsPicocliAndExits =
      noClasses()
          .that()
          .resideOutsideOfPackage("server.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("picocli..")
          .orShould()
          .callMethod(System.class, "exit", int.class)
          .orShould()
          .accessField(System.class, "out");

  @ArchTest
  static final ArchRule onlyPreforkStartsProcesses =
      noClasses()
          .that()
          .resideOutsideOfPackage("server.prefork..")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(ProcessBuilder.class);

  @ArchTest
  static final ArchRule routesKnowNothingOfTheModeThatRunsThem =
      noClasses()
          .that()
          .resideInAPackage("server.routes..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.eclipse.jetty..", "java.nio.channels..", "java.net..");

  private static String packageOf(JavaClass type) {
    var parts = type.getBaseComponentType().getPackageName().split("\\.", -1);
    return parts.length > 1 && parts[0].equals("server") ? parts[1] : "";
  }
}
