package org.dextwin.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What {@code dextwin new plugin} writes is built by Maven, keeps its contract, and runs, without
 * an edit: for every role.
 */
class NewPluginTest {

  private static final Pattern ROLES = Pattern.compile("(?m)^ *roles: (.+)$");
  private static final Pattern TESTS = Pattern.compile("tests=\"(\\d+)\"");

  @TempDir private static Path folder;

  private static List<String> roles = List.of();

  static List<String> roles() {
    return roles;
  }

  private static List<String> askForRoles() {
    Dextwin.Outcome refused =
        Dextwin.in(Path.of("").toAbsolutePath())
            .run("new", "plugin", "x", "--role", "none")
            .exits(2);
    Matcher roles = ROLES.matcher(refused.err());
    assertThat(roles.find()).as("the roles in '%s'", refused.err()).isTrue();
    return List.of(roles.group(1).strip().split(", ", -1));
  }

  private static String nameOf(String role) {
    return "own-" + role;
  }

  @BeforeAll
  static void writeAndBuild() throws Exception {
    roles = askForRoles();
    assertThat(roles).hasSizeGreaterThanOrEqualTo(15).contains("hand", "simulator", "experiment");
    for (String role : roles) {
      Dextwin.in(folder).run("new", "plugin", nameOf(role), "--role", role).exits(0);
    }
    try (ForeignBuild build = new ForeignBuild(folder)) {
      build.verify(folder, roles.stream().map(NewPluginTest::nameOf).toList());
    }
  }

  @ParameterizedTest
  @MethodSource("roles")
  void isOneJarThatPassedItsContract(String role) throws IOException {
    Path target = folder.resolve(nameOf(role)).resolve("target");
    try (Stream<Path> files = Files.list(target)) {
      assertThat(files.map(f -> f.getFileName().toString()).filter(f -> f.endsWith(".jar")))
          .containsExactly(nameOf(role) + "-1.0.0.jar");
    }
    try (Stream<Path> reports = Files.list(target.resolve("surefire-reports"))) {
      Path report = reports.filter(f -> f.toString().endsWith(".xml")).findFirst().orElseThrow();
      Matcher tests = TESTS.matcher(Files.readString(report));
      assertThat(tests.find()).isTrue();
      assertThat(Integer.parseInt(tests.group(1))).as("contract tests").isGreaterThan(10);
    }
  }

  @ParameterizedTest
  @MethodSource("roles")
  void runsAsItsReadmeSays(String role) throws IOException {
    Path project = folder.resolve(nameOf(role));
    List<String> commands =
        Files.readString(project.resolve("README.md"))
            .lines()
            .dropWhile(line -> !line.startsWith("```"))
            .skip(1)
            .takeWhile(line -> !line.startsWith("```"))
            .toList();
    assertThat(commands).hasSize(2).startsWith("mvn verify");
    String[] words = commands.get(1).split(" ", -1);
    assertThat(words[0]).isEqualTo("dextwin");
    Dextwin.Outcome outcome =
        Dextwin.in(project).run(Stream.of(words).skip(1).toArray(String[]::new)).exits(0);
    assertThat(outcome.err()).doesNotContain("warning");
    if (words[1].equals("run")) {
      assertThat(project.resolve("runs/example/report.html")).exists();
      assertThat(project.resolve("runs/example/provenance.json"))
          .content()
          .contains("\"" + nameOf(role) + "\"");
    } else {
      assertThat(outcome.out()).isNotEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("roles")
  void documentsItsKeys(String role) {
    String out =
        Dextwin.in(folder.resolve(nameOf(role)))
            .run("plugins", "show", nameOf(role), "--plugins", "target")
            .exits(0)
            .out();
    assertThat(out).contains("plugin " + nameOf(role) + " 1.0.0", "Apache-2.0");
  }

  @Test
  void refusesNamesThatAreNone() {
    Map<String, String> bad =
        new TreeMap<>(
            Map.of(
                "My Hand",
                "is no name of a plugin",
                "../x",
                "is no name of a plugin",
                nameOf("hand"),
                "exists already"));
    bad.forEach(
        (name, message) ->
            assertThat(
                    Dextwin.in(folder).run("new", "plugin", name, "--role", "hand").exits(2).err())
                .contains(message));
  }
}
