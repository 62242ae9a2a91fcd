package org.dextwin.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user sees of plugins that would end the program, or write into its results. */
class BadPluginTest {

  @TempDir private Path temp;

  @Test
  void onePluginThatEndsTheProgramIsNamedAndTheOthersAreListed() throws IOException {
    ThirdPartyPlugin.write(temp.resolve("engines.jar"), "ExitingProvider");
    for (int start = 0; start < 2; start++) { // tried out, then remembered
      Dextwin.Outcome outcome = Dextwin.in(temp).run("plugins", "list", "--plugins", ".").exits(0);
      assertThat(outcome.out()).contains("simulator.semi-implicit", "hand.allegro", "(failed)");
      assertThat(outcome.err())
          .isEqualToIgnoringNewLines(
              "warning: plugin third-party-engines cannot be used: ended the Java process (exit code"
                  + " 0) when it was tried out, and is quarantined: it is not loaded as long as the"
                  + " file is the same; 'dextwin plugins verify' tries it again");
    }
  }

  @Test
  void whatAPluginPrintsIsNoResult() throws IOException {
    ThirdPartyPlugin.write(temp.resolve("engines.jar"), "PrintingProvider");
    Dextwin.Outcome outcome =
        Dextwin.in(temp).run("plugins", "list", "--json", "--plugins", ".").exits(0);
    assertThat(outcome.err()).contains("hello from a plugin");
    boolean listed = false;
    for (JsonNode plugin : outcome.json().at("/plugins")) {
      if (plugin.at("/id").asText().equals("third-party-engines")) {
        listed = true;
        assertThat(plugin.at("/state").asText()).isEqualTo("started");
        assertThat(plugin.at("/warnings/0").asText())
            .startsWith("prints to the standard output when it is loaded");
      }
    }
    assertThat(listed).as("the plugin is in the list").isTrue();
  }
}
