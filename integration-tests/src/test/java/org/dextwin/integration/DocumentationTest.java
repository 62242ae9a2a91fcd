package org.dextwin.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The documentation leads somewhere, and its generated part is what the program says. */
class DocumentationTest {

  private static final Pattern FENCE = Pattern.compile("(?ms)^```.*?^```");
  private static final Pattern CODE = Pattern.compile("`[^`\n]*`");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.+)$");

  @TempDir private Path temp;

  private static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.walk(Dextwin.ROOT)) {
      List<Path> pages =
          files
              .filter(file -> file.toString().endsWith(".md"))
              .filter(file -> !isGenerated(Dextwin.ROOT.relativize(file)))
              .sorted()
              .toList();
      assertThat(pages).as("pages").hasSizeGreaterThan(10);
      return pages;
    }
  }

  /** Templates hold links of the projects they become. */
  private static boolean isGenerated(Path path) {
    String name = path.toString().replace('\\', '/');
    return name.matches("(.*/)?(target|runs|node_modules|\\.git)/.*")
        || name.contains("src/main/resources");
  }

  /** A page without what is shown literally. */
  private static String prose(Path page) throws IOException {
    String text = FENCE.matcher(Files.readString(page)).replaceAll("");
    return CODE.matcher(text).replaceAll("");
  }

  @Test
  void noLinkIsDead() throws IOException {
    List<String> dead = new ArrayList<>();
    int followed = 0;
    for (Path page : pages()) {
      Matcher links = LINK.matcher(prose(page));
      while (links.find()) {
        String link = links.group(1);
        if (link.matches("[a-z]+:.*")) {
          assertThat(link).as("link in %s", page).startsWith("https://");
          continue;
        }
        followed++;
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
        if (!Files.exists(target)) {
          dead.add(page + ": " + link);
        } else if (parts.length == 2 && !anchors(target).contains(parts[1])) {
          dead.add(page + ": " + link + " (no such heading)");
        }
      }
    }
    assertThat(dead).as("dead links").isEmpty();
    assertThat(followed).as("links that were followed").isGreaterThan(15);
  }

  /** Anchors as they are made of headings: lower case, dashes for blanks, no other signs. */
  private static Set<String> anchors(Path page) throws IOException {
    return HEADING
        .matcher(FENCE.matcher(Files.readString(page)).replaceAll(""))
        .results()
        .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .collect(Collectors.toSet());
  }

  @Test
  void everyDecisionIsListed() throws IOException {
    String index = Files.readString(Dextwin.ROOT.resolve("docs/decisions.md"));
    try (Stream<Path> records = Files.list(Dextwin.ROOT.resolve("docs/adr"))) {
      assertThat(records.map(file -> "(adr/" + file.getFileName() + ")").toList())
          .isNotEmpty()
          .allSatisfy(link -> assertThat(index).contains(link));
    }
  }

  @Test
  void theConfigurationReferenceIsWhatThePluginsSay() throws IOException {
    String page = Files.readString(Dextwin.ROOT.resolve("docs/configuration.md"));
    assertThat(Dextwin.in(temp).run("docs").exits(0).out())
        .as("docs/configuration.md; write it anew with ./dextwin docs --out docs/configuration.md")
        .isEqualTo(page);
  }

  @Test
  void theReferenceCanBeHadInOtherForms() throws IOException {
    Dextwin.in(temp).run("docs", "--format", "html", "--out", "reference.html").exits(0);
    assertThat(temp.resolve("reference.html")).content().contains("id=\"hand.allegro\"", "</html>");
    assertThat(
            Dextwin.in(temp)
                .run("docs", "--format", "schema")
                .exits(0)
                .json()
                .at("/properties/simulator/properties/time-step-s/type")
                .asText())
        .isEqualTo("number");
  }

  @Test
  void theMessagesThatThePageOnPluginsExplainsExist() throws IOException {
    String page = Files.readString(Dextwin.ROOT.resolve("docs/write-a-plugin.md"));
    String source = "";
    try (Stream<Path> files =
        Files.list(
            Dextwin.ROOT.resolve(
                "framework-core/src/main/java/org/dextwin/core/internal/plugin"))) {
      for (Path file : files.toList()) {
        source += Files.readString(file);
      }
    }
    List<String> messages =
        List.of(
            "has no plugin descriptor",
            "offers no provider",
            "needs the DexTwin API",
            "is built for Java",
            "needs the plugin",
            "needs itself",
            "providers offer",
            "ended the Java process",
            "did not come back",
            "is not the file that was installed");
    for (String message : messages) {
      assertThat(page).contains(message);
      assertThat(source).as("message in the program").contains(message);
    }
  }
}
