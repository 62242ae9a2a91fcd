package org.dextwin.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dextwin.api.spi.Component;
import org.dextwin.api.spi.Key;
import org.dextwin.api.spi.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Blocks inside the keys that a role itself declares are read as strictly as all others. */
class RoleOptionsTest {

  record Latch(@Key(doc = "What opens it.", above = 0) double forceN) {}

  record GateOptions(@Key(doc = "What holds it shut.") Latch latch) {}

  @Role(value = "gate", options = GateOptions.class)
  interface Gate extends Component {}

  private final TestParts parts = new TestParts();
  private final Framework framework =
      Framework.of(
          List.of(
              TestParts.plugin(
                  "gates", parts.new Provider<>(Gate.class, "wooden", TestParts.NoKeys.class))),
          Map.of());

  @TempDir private Path folder;

  private ConfigSource source(String latch) throws IOException {
    Path file = folder.resolve("gate.conf");
    Files.writeString(file, "gate { type = wooden, latch { " + latch + " } }");
    return ConfigSource.of(file).withoutExperiment();
  }

  @Test
  void knownKeysAreRead() throws IOException {
    assertThat(framework.validate(source("force-n = 2"))).isNotNull();
  }

  @Test
  void unknownKeysAreReported() throws IOException {
    ConfigSource source = source("force-n = 2, forse-n = 3");
    ConfigException e =
        catchThrowableOfType(ConfigException.class, () -> framework.validate(source));
    assertThat(e)
        .hasMessageContaining("gate.conf:1: gate.latch.forse-n: unknown key, with value 3")
        .hasMessageContaining("did you mean: force-n");
  }
}
