package org.dextwin.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every way to get a configuration wrong that we could think of, each with the whole message a user
 * sees. A case is a file {@code broken/NAME.conf} with its message in {@code NAME.txt}; texts for
 * {@code --set} are the lines of {@code NAME.sets}.
 */
class BrokenConfigTest {

  private static final Path FOLDER = folder();

  private static Path folder() {
    try {
      return Path.of(Objects.requireNonNull(BrokenConfigTest.class.getResource("broken")).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static Stream<String> cases() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".conf"))
          .map(name -> name.replace(".conf", ""))
          .sorted()
          .toList()
          .stream();
    }
  }

  @Test
  void thereAreManyCases() throws IOException {
    assertThat(cases()).hasSizeGreaterThan(60);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isReportedWithPlaceAndRemedy(String name) throws IOException {
    Path sets = FOLDER.resolve(name + ".sets");
    ConfigSource source =
        ConfigSource.of(Path.of(name + ".conf"))
            .withWorkingFolder(FOLDER)
            .withSets(Files.exists(sets) ? Files.readAllLines(sets) : List.of());
    Framework framework = Framework.of(new TestParts().plugins(), Map.of("STEP_OF_TEST", "abc"));

    ConfigException e =
        catchThrowableOfType(ConfigException.class, () -> framework.validate(source));

    assertThat(e).as("the configuration is broken").isNotNull();
    String message = e.getMessage().replace(FOLDER.toString(), "FOLDER") + "\n";
    assertThat(message).isEqualTo(Files.readString(FOLDER.resolve(name + ".txt")));
  }
}
