package org.dextwin.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dextwin.api.experiment.Experiment;
import org.dextwin.api.robot.Hand;
import org.dextwin.api.sim.Integrator;
import org.dextwin.api.sim.Simulator;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.ComponentRef;
import org.dextwin.core.internal.assembly.CreationException;
import org.dextwin.core.internal.assembly.Findings;
import org.dextwin.core.internal.assembly.LiveParts;
import org.dextwin.core.internal.plugin.LoadedPlugin;
import org.dextwin.core.internal.plugin.Offer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Components keep findings where only runs with the same parts look. */
class FindingsTest {

  private static final String CELL =
      """
      experiment { type = measure, seed = 7
        measure { log = log, object { name = box } } }
      simulator { type = precise, time-step-s = 0.002, precise { library = engine.so }
        fast { integrator = stepper } }
      stepper { type = euler }
      hand { type = gripper }
      """;

  @TempDir private Path folder = Path.of("");
  private final TestParts parts = new TestParts();
  private boolean noisy;
  private String host = "this program";
  private Optional<Path> answer = Optional.empty();

  @BeforeEach
  void writeFiles() throws IOException {
    Files.createDirectory(folder.resolve("log"));
    for (String file : List.of("engine.so", "cell.jar", "engines.jar", "robots.jar")) {
      Files.writeString(folder.resolve(file), file);
    }
  }

  private LoadedPlugin plugin(String id, List<String> needs, ComponentProvider<?, ?>... providers) {
    Path jar = folder.resolve(id + ".jar");
    List<Offer> offers =
        Arrays.stream(providers).map(provider -> Offer.of(provider, id, "1.0.0", jar)).toList();
    return new LoadedPlugin(id, "1.0.0", "", "", "", "*", needs, jar, offers, List.of(), null);
  }

  private void ask(TestParts.Measure config, ComponentContext context) {
    answer = context.findings(List.<ComponentRef<?>>of(config.hand(), config.simulator()));
  }

  private Path folderOf(String... sets) throws IOException {
    return found(sets).orElseThrow();
  }

  private Optional<Path> found(String... sets) throws IOException {
    List<LoadedPlugin> plugins =
        List.of(
            plugin(
                "cell",
                List.of(),
                parts
                .new Provider<>(Experiment.class, "measure", TestParts.Measure.class, this::ask)),
            plugin(
                "engines",
                List.of("robots"),
                parts
                .new Provider<>(
                    Simulator.class,
                    "precise",
                    TestParts.Precise.class,
                    (config, context) -> {
                      if (noisy) {
                        context.random("noise");
                      }
                    }),
                parts
                .new Provider<>(
                    Simulator.class,
                    "fast",
                    TestParts.Fast.class,
                    (config, context) -> context.resolve(config.integrator())),
                parts.new Provider<>(Integrator.class, "euler", TestParts.NoKeys.class),
                parts.new Provider<>(Integrator.class, "doubled", TestParts.Doubled.class)),
            plugin(
                "robots",
                List.of(),
                parts.new Provider<>(Hand.class, "gripper", TestParts.Gripper.class)));
    Files.writeString(folder.resolve("cell.conf"), CELL);
    List<String> all = new ArrayList<>(List.of(sets));
    ConfigSource source =
        ConfigSource.of(Path.of("cell.conf")).withWorkingFolder(folder).withSets(all);
    ValidConfig config = Framework.of(plugins, Map.of()).validate(source);
    Findings findings = new Findings(folder.resolve("findings"), plugins, () -> host);
    try (LiveParts live = LiveParts.of(config.plan(), findings)) {
      assertThat(live.byPath()).containsKey("experiment");
    }
    return answer;
  }

  @Test
  void samePartsHaveTheSameFolder() throws IOException {
    Path first = folderOf();
    assertThat(first.getParent()).isEqualTo(folder.resolve("findings/measure"));
    assertThat(folderOf()).isEqualTo(first);
    assertThat(folderOf("experiment.measure.object.name=can", "experiment.seed=8"))
        .as("keys of the component itself, which it tells apart itself")
        .isEqualTo(first);
  }

  @Test
  void everythingThatPartsDependOnTellsThemApart() throws IOException {
    List<Path> folders = new ArrayList<>(List.of(folderOf()));
    folders.add(folderOf("hand.gripper.mass-kg=0.6"));
    folders.add(folderOf("simulator.time-step-s=0.001"));
    folders.add(folderOf("simulator.type=fast"));
    folders.add(
        folderOf(
            "simulator.type=fast", "stepper.type=doubled", "stepper.doubled.base={type=euler}"));
    for (String file : List.of("engine.so", "cell.jar", "engines.jar", "robots.jar")) {
      Files.writeString(folder.resolve(file), "another");
      folders.add(folderOf());
    }
    host = "another program";
    folders.add(folderOf());
    assertThat(folders).doesNotHaveDuplicates();
  }

  @Test
  void seedCountsOnlyWithPartsThatDrawRandomNumbers() throws IOException {
    Path calm = folderOf();
    noisy = true;
    assertThat(folderOf()).isNotEqualTo(calm).isNotEqualTo(folderOf("experiment.seed=8"));
  }

  @Test
  void nothingIsKeptIfChangesMayPassUnseen() throws IOException {
    assertThat(found()).isPresent();
    Files.delete(folder.resolve("engines.jar"));
    assertThat(found()).as("a plugin that is not there any more").isEmpty();
  }

  @Test
  void onlyOwnReferencesCount() throws IOException {
    assertThatThrownBy(
            () -> {
              List<LoadedPlugin> plugins =
                  List.of(
                      plugin(
                          "cell",
                          List.of(),
                          parts
                          .new Provider<>(
                              Experiment.class,
                              "measure",
                              TestParts.NoKeys.class,
                              (config, context) ->
                                  context.findings(
                                      List.of(new ComponentRef<>(Hand.class, "hand"))))));
              Files.writeString(folder.resolve("none.conf"), "experiment { type = measure }");
              ValidConfig config =
                  Framework.of(plugins, Map.of())
                      .validate(ConfigSource.of(Path.of("none.conf")).withWorkingFolder(folder));
              LiveParts.of(config.plan(), new Findings(folder, plugins, () -> host));
            })
        .isInstanceOf(CreationException.class)
        .hasMessageContaining("asks for 'hand'");
  }
}
