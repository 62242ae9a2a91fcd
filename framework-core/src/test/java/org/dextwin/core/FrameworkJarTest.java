package org.dextwin.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.dextwin.api.sim.Integrator;
import org.dextwin.api.spi.KeyDoc;
import org.dextwin.core.internal.plugin.PluginJar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way from a jar to a live component. */
class FrameworkJarTest {

  @TempDir Path folder;

  @Test
  void assemblesAComponentFromAJar() throws Exception {
    Path jar =
        PluginJar.plugin("alpha")
            .integrator("p.Alpha", "alpha", "7")
            .write(folder.resolve("alpha.jar"));
    Path file =
        Files.writeString(
            folder.resolve("alpha.conf"), "integrator { type = alpha, alpha { gain = 2 } }");
    try (Framework framework = Framework.open(List.of(folder))) {
      PluginInfo plugin = framework.plugins().get(0);
      assertThat(plugin.sha256())
          .isEqualTo(
              HexFormat.of()
                  .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar))));
      assertThat(plugin.providers().get(0).className()).isEqualTo("p.Alpha");
      assertThat(plugin.providers().get(0).keys())
          .containsExactly(new KeyDoc("gain", "number", "", "", "1", false, "Unused.", List.of()));

      ValidConfig config = framework.validate(ConfigSource.of(file).withoutExperiment());
      try (Assembly assembly = framework.assemble(config)) {
        Integrator integrator = assembly.get(Integrator.class, "integrator");
        assertThat(integrator.order()).isEqualTo(7);
        assertThat(integrator.getClass().getClassLoader()).isNotSameAs(getClass().getClassLoader());
      }
    }
  }

  @Test
  void aMissingFolderIsAnError() {
    assertThatThrownBy(() -> Framework.open(List.of(folder.resolve("nowhere"))))
        .isInstanceOf(PluginException.class)
        .hasMessageContaining(folder.resolve("nowhere").toString());
  }
}
