package org.dextwin.core.internal.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.util.List;
import org.dextwin.core.Framework;
import org.dextwin.core.internal.plugin.PluginJar;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferenceTest {

  private static final String SOURCE =
      """
      package t;
      import java.nio.file.Path;
      import java.util.*;
      import org.dextwin.api.math.*;
      import org.dextwin.api.sim.*;
      import org.dextwin.api.spi.*;
      public class T implements ComponentProvider<Integrator, T.Keys> {
        public enum Mode { FAST_AND_LOOSE, EXACT }
        public record Part(@Key(doc = "Its mass.", above = 0, atMost = 5) double massKg) {}
        public record Keys(
            @Key(doc = "How | it <works>.", byDefault = "exact") Mode mode,
            @Key(doc = "Rounds.", atLeast = 1, below = 9) int rounds,
            @Key(doc = "On or off.", byDefault = "true") boolean on,
            @Key(doc = "A name.") Optional<String> label,
            @Key(doc = "A file.", path = PathKind.FILE) Optional<Path> file,
            @Key(doc = "Where.", byDefault = "[0, 0, 1]") Vec3 offsetM,
            @Key(doc = "Turn.", byDefault = "[1, 0, 0, 0]") Quat turn,
            @Key(doc = "Times.", byDefault = "[]", atLeast = 0) List<Double> timesS,
            @Key(doc = "Parts.", byDefault = "[]") List<Part> parts,
            @Key(doc = "Gains.", byDefault = "{}", atLeast = 0) Map<String, Double> gains,
            @Key(doc = "The next one.") Optional<ComponentRef<Integrator>> next) {}
        @Override public Class<Integrator> type() { return Integrator.class; }
        @Override public String name() { return "sample"; }
        @Override public Keys configure(Settings settings) { return settings.as(Keys.class); }
        @Override public Integrator create(Keys keys, ComponentContext context) { return null; }
      }
      """;

  @TempDir private static Path folder;
  private static String markdown;
  private static String html;
  private static JsonNode schema;

  @BeforeAll
  static void write() throws Exception {
    PluginJar.plugin("sampler")
        .manifest("Plugin-Description", "A sample.")
        .source("t.T", SOURCE)
        .services("t.T")
        .write(folder.resolve("sampler.jar"));
    try (Framework framework = Framework.open(List.of(folder))) {
      Reference reference = Reference.of(framework.plugins());
      markdown = MarkdownReference.of(reference);
      html = HtmlReference.of(reference);
      schema = JsonMapper.builder().build().readTree(JsonSchema.of(reference));
    }
  }

  @Test
  void markdownHasARowForEachKey() {
    assertThat(markdown)
        .contains(
            "## integrator",
            "### integrator.sample",
            "A sample.\nPlugin `sampler`, licence Apache-2.0, DexTwin API `>=0.1.0 & <1.0.0`.",
            "| `mode` | fast-and-loose \\| exact |  | `exact` | How \\| it &lt;works>. |",
            "| `rounds` | whole number | at least 1 and less than 9 | required | Rounds. |",
            "| `offset-m` | \\[x, y, z] \\[m] |  | `[0, 0, 1]` | Where. |",
            "| `parts[].mass-kg` | number \\[kg] | greater than 0 and at most 5 | required | Its mass. |");
  }

  @Test
  void htmlHasARowForEachKey() {
    assertThat(html)
        .contains(
            "<h3 id=\"integrator.sample\">integrator.sample</h3>",
            "<td><code>mode</code></td><td>fast-and-loose | exact</td>",
            "<td>How | it &lt;works&gt;.</td>",
            "Plugin sampler, licence Apache-2.0, DexTwin API &gt;=0.1.0 &amp; &lt;1.0.0.");
  }

  @Test
  void schemaKnowsTypesAndBounds() {
    JsonNode role = schema.at("/properties/integrator");
    assertThat(role.at("/properties/type/enum")).hasToString("[\"sample\"]");
    JsonNode keys = role.at("/properties/sample/properties");
    assertThat(keys.at("/mode/enum")).hasToString("[\"fast-and-loose\",\"exact\"]");
    assertThat(keys.at("/rounds/type").asText()).isEqualTo("integer");
    assertThat(keys.at("/rounds/minimum").asDouble()).isEqualTo(1);
    assertThat(keys.at("/rounds/exclusiveMaximum").asDouble()).isEqualTo(9);
    assertThat(keys.at("/on/type").asText()).isEqualTo("boolean");
    assertThat(keys.at("/label/type").asText()).isEqualTo("string");
    assertThat(keys.at("/file/type").asText()).isEqualTo("string");
    assertThat(keys.at("/offset-m/minItems").asInt()).isEqualTo(3);
    assertThat(keys.at("/turn/maxItems").asInt()).isEqualTo(4);
    assertThat(keys.at("/times-s/items/minimum").asDouble()).isZero();
    assertThat(keys.at("/times-s/items/type").asText()).isEqualTo("number");
    assertThat(keys.at("/parts/items/properties/mass-kg/exclusiveMinimum").asDouble()).isZero();
    assertThat(keys.at("/gains/additionalProperties/type").asText()).isEqualTo("number");
    assertThat(keys.at("/next/type")).hasToString("[\"object\",\"string\"]");
    assertThat(role.at("/additionalProperties").asBoolean()).isFalse();
    assertThat(keys.at("/rounds/description").asText()).isEqualTo("Rounds.");
  }
}
