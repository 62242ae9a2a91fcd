package org.dextwin.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dextwin.api.robot.Arm;
import org.dextwin.api.robot.Hand;
import org.dextwin.api.sim.Integrator;
import org.dextwin.api.sim.Simulator;
import org.dextwin.api.spi.ComponentUnavailableException;
import org.dextwin.api.spi.InvalidInputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrameworkTest {

  private static final String CELL =
      """
      experiment {
        type = measure, seed = 7
        measure { log = log, object { name = box } }
      }
      simulator { type = fast, time-step-s = 0.002 }
      integrator { type = euler }
      hand { type = gripper }
      """;

  @TempDir Path folder;
  private final TestParts parts = new TestParts();
  private Map<String, String> environment = Map.of();

  @BeforeEach
  void createLog() throws IOException {
    Files.createDirectory(folder.resolve("log"));
  }

  private ConfigSource source(String text, String... sets) throws IOException {
    Files.writeString(folder.resolve("cell.conf"), text);
    return ConfigSource.of(Path.of("cell.conf")).withWorkingFolder(folder).withSets(List.of(sets));
  }

  private Framework framework() {
    return Framework.of(parts.plugins(), environment);
  }

  private ValidConfig validate(String text, String... sets) throws IOException {
    return framework().validate(source(text, sets));
  }

  private String effective(String text, String... sets) throws IOException {
    return validate(text, sets).effective();
  }

  // --- assembly -------------------------------------------------------------------------------

  @Test
  void makesPartsBeforeThoseThatNeedThemAndClosesInReverse() throws IOException {
    try (Framework framework = framework();
        Assembly assembly = framework.assemble(framework.validate(source(CELL)))) {
      assertThat(parts.journal)
          .containsExactly("create gripper", "create euler", "create fast", "create measure");
      assertThat(assembly.experiment()).isNotNull();
      assertThat(assembly.get(Hand.class, "hand")).isNotNull();
      parts.journal.clear();
    }
    assertThat(parts.journal)
        .containsExactly("close measure", "close fast", "close euler", "close gripper");
  }

  @Test
  void closesOnlyOnce() throws IOException {
    Assembly assembly = framework().assemble(validate(CELL));
    assembly.close();
    parts.journal.clear();
    assembly.close();
    assertThat(parts.journal).isEmpty();
  }

  @Test
  void makesOneComponentOfOneBlock() throws IOException {
    String text =
        """
        simulator { type = fast, time-step-s = 0.01 }
        integrator { type = doubled, doubled { base = shared } }
        shared { type = euler }
        """;
    ConfigSource source = source(text, "simulator.fast.integrator=shared").withoutExperiment();
    try (Assembly assembly = framework().assemble(framework().validate(source))) {
      assertThat(parts.journal).containsOnlyOnce("create euler");
      assertThat(assembly.get(Integrator.class, "shared")).isNotNull();
      assertThat(assembly.get(Simulator.class, "simulator")).isNotNull();
    }
  }

  @Test
  void inlineBlocksAreComponentsOfTheirOwn() throws IOException {
    ValidConfig config =
        validate(
            CELL.replace(
                "time-step-s = 0.002",
                "time-step-s = 0.002, fast { integrator { type = doubled } }"));
    assertThat(config.parts())
        .extracting(ValidConfig.Part::path)
        .containsExactly(
            "hand", "integrator", "simulator.fast.integrator", "simulator", "experiment");
  }

  @Test
  void isAllOrNothing() throws IOException {
    parts.failing.add("measure");
    parts.failingToClose.add("euler");
    ValidConfig config = validate(CELL);

    Throwable thrown = catchThrowable(() -> framework().assemble(config));

    assertThat(thrown)
        .isInstanceOf(AssemblyException.class)
        .hasMessage(
            "experiment (experiment measure of cell 1.0.0) cannot be made:"
                + " java.lang.IllegalStateException: no power")
        .hasCause(parts.failure);
    assertThat(thrown.getSuppressed())
        .singleElement()
        .extracting(Throwable::getMessage)
        .isEqualTo("integrator cannot be closed: java.lang.IllegalStateException: euler is stuck");
    assertThat(parts.journal)
        .containsExactly(
            "create gripper",
            "create euler",
            "create fast",
            "close fast",
            "close euler",
            "close gripper");
  }

  @Test
  void failuresWithAMeaningPassUnchanged() throws IOException {
    ValidConfig config = validate(CELL);
    for (RuntimeException failure :
        List.of(
            new ComponentUnavailableException("no bus can0", "ip link set can0 up"),
            new InvalidInputException("box.stl:3: no facet"))) {
      parts.failing.add("gripper");
      parts.failure = failure;
      assertThatThrownBy(() -> framework().assemble(config)).isSameAs(failure);
    }
  }

  @Test
  void closesAllEvenIfSomeFail() throws IOException {
    parts.failingToClose.addAll(List.of("measure", "euler"));
    Assembly assembly = framework().assemble(validate(CELL));

    Throwable thrown = catchThrowable(assembly::close);

    assertThat(thrown).isInstanceOf(AssemblyException.class).hasMessageContaining("experiment");
    assertThat(thrown.getSuppressed()).hasSize(1);
    assertThat(parts.journal).endsWith("close euler", "close gripper");
  }

  @Test
  void unknownPathsAreRefusedWithWhatThereIs() throws IOException {
    try (Assembly assembly = framework().assemble(validate(CELL))) {
      assertThatThrownBy(() -> assembly.get(Arm.class, "arm"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "there is no Arm at 'arm'; there are components at"
                  + " [hand, integrator, simulator, experiment]");
      assertThatThrownBy(() -> assembly.get(Arm.class, "hand"))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void randomStreamsFollowTheSeed() throws IOException {
    assertThat(noiseWith("experiment.seed=1")).isEqualTo(noiseWith("experiment.seed=1"));
    assertThat(noiseWith("experiment.seed=1")).isNotEqualTo(noiseWith("experiment.seed=2"));
  }

  private long noiseWith(String set) throws IOException {
    framework().assemble(validate(CELL, set)).close();
    return parts.noise;
  }

  @Test
  void optionalPartsAreMadeOnlyIfNamed() throws IOException {
    String withArm = CELL + "arm { type = gantry }\n";
    assertThat(validate(withArm).parts()).extracting(ValidConfig.Part::path).doesNotContain("arm");
    assertThat(validate(withArm, "experiment.measure.arm=arm").parts())
        .extracting(ValidConfig.Part::path)
        .contains("arm");
  }

  @Test
  void oneKeySwapsAnEngine() throws IOException {
    String text = CELL.replace("0.002 }", "0.002\n precise { cone = fully-elliptic } }");
    assertThat(validate(text).parts()).extracting(ValidConfig.Part::provider).contains("fast");
    assertThat(validate(text, "simulator.type=precise").parts())
        .extracting(ValidConfig.Part::provider)
        .contains("precise")
        .doesNotContain("fast", "euler");
  }

  @Test
  void filesOfProvidersThatAreNotSelectedMayBeMissing() throws IOException {
    String text = CELL.replace("0.002 }", "0.002\n precise { library = missing.so } }");
    validate(text);
    assertThatThrownBy(() -> validate(text, "simulator.type=precise"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("missing.so");
  }

  @Test
  void describesWhatWillBeMade() throws IOException {
    ValidConfig config = validate(CELL);
    assertThat(config.experiment()).isEqualTo("measure");
    assertThat(config.seed()).isEqualTo(7);
    assertThat(config.file()).isEqualTo(folder.resolve("cell.conf"));
    assertThat(config.inputs()).containsExactly(folder.resolve("log"));
    assertThat(config.plugins()).extracting(PluginInfo::id).containsExactly("cell", "robots");
    assertThat(config.parts()).contains(new ValidConfig.Part("hand", "hand", "gripper", "robots"));
  }

  // --- configuration --------------------------------------------------------------------------

  @Test
  void laterSetsAreStrongerThanEarlierOnesExtraValuesAndTheFile() throws IOException {
    assertThat(effective(CELL)).contains("time-step-s = 0.002 # cell.conf:5");
    ConfigSource extra = source(CELL).withExtra("simulator.time-step-s = 0.003");
    assertThat(framework().validate(extra).effective()).contains("time-step-s = 0.003 # (added):1");
    ConfigSource both =
        extra.withSets(List.of("simulator.time-step-s=0.004", "simulator.time-step-s=0.005"));
    assertThat(framework().validate(both).effective())
        .contains("time-step-s = 0.005 # --set simulator.time-step-s=0.005");
  }

  @Test
  void setsAreAppliedBeforeSubstitution() throws IOException {
    String text = "parameters = [often]\noften = 2\n" + CELL;
    String use = text + "experiment.measure.repetitions = ${often}\n";
    assertThat(effective(use)).contains("repetitions = 2 # cell.conf:10, from cell.conf:2");
    assertThat(effective(use, "often=9"))
        .contains("repetitions = 9 # cell.conf:10, from --set often=9");
  }

  @Test
  void setsTakeListsBlocksNumbersAndAnyText() throws IOException {
    String effective =
        effective(
            CELL,
            "experiment.measure.masses-kg=[0.1, 2e-1]",
            "experiment.measure.gains={ thumb = 1 }",
            "experiment.measure.repetitions=5",
            "experiment.measure.label=/a/b c:d, #1 // {x}",
            "experiment.measure.object.name=\"quoted = ${no}\"");
    assertThat(effective)
        .contains("masses-kg = [0.1, 2e-1]")
        .contains("thumb = 1")
        .contains("repetitions = 5")
        .contains("label = \"/a/b c:d, #1 // {x}\"")
        .contains("name = \"quoted = ${no}\"");
  }

  @Test
  void aSetMayUseParameters() throws IOException {
    String text = "parameters = [root]\n" + CELL;
    Files.createDirectories(folder.resolve("deep/logs"));
    assertThat(validate(text, "root=deep", "experiment.measure.log=${root}/logs").inputs())
        .containsExactly(folder.resolve("deep/logs"));
  }

  @Test
  void aFileMayDefineConstantsThatItUses() throws IOException {
    String text = "often = 4\nthing { name = ball }\n" + CELL;
    assertThat(
            effective(text + "experiment.measure { repetitions = ${often}, object = ${thing} }\n"))
        .contains("repetitions = 4")
        .contains("name = \"ball\"");
  }

  @Test
  void everyFileDeclaresParametersOfItsOwn() throws IOException {
    Files.writeString(folder.resolve("base.conf"), "parameters = [often]\noften = 2\n" + CELL);
    String text = "include \"base.conf\"\nparameters = [takes]\n";
    assertThat(validate(text, "often=3", "takes=log").parts()).isNotEmpty();
  }

  @Test
  void blocksBesideAReferencedOneAreCheckedAlternatives() throws IOException {
    String text =
        CELL
            + """
            hands { right { type = claw }, left { type = gripper } }
            experiment.measure.hand = hands.right
            """;
    assertThat(validate(text).parts()).extracting(ValidConfig.Part::path).contains("hands.right");
    assertThat(validate(text, "experiment.measure.hand=hands.left").parts())
        .extracting(ValidConfig.Part::path)
        .contains("hands.left")
        .doesNotContain("hands.right");
  }

  @Test
  void pathsStartWhereTheyWereWritten() throws IOException {
    Path work = Files.createDirectories(folder.resolve("work"));
    Path configs = Files.createDirectories(folder.resolve("configs/shared"));
    Files.createDirectory(work.resolve("from-set"));
    Files.createDirectories(work.resolve("from-set/inner"));
    Files.createDirectory(folder.resolve("configs/from-file"));
    Files.createDirectory(configs.resolve("from-include"));
    Files.createDirectories(folder.resolve("configs/at/box"));
    Files.writeString(
        configs.resolve("base.conf"),
        "parameters = [takes, name, base]\nbase = from-include\n" + CELL);
    Path file = folder.resolve("configs/cell.conf");
    ConfigSource source = ConfigSource.of(Path.of("../configs/cell.conf")).withWorkingFolder(work);

    String include = "include \"shared/base.conf\"\n";
    Files.writeString(file, include + "experiment.measure.log = from-file\n");
    assertThat(inputs(source)).containsExactly(folder.resolve("configs/from-file"));

    Files.writeString(file, include + "experiment.measure.log = ${base}\n");
    assertThat(inputs(source)).containsExactly(configs.resolve("from-include"));

    Files.writeString(file, include + "experiment.measure.log = from-file\n");
    assertThat(inputs(source.withSets(List.of("experiment.measure.log=from-set"))))
        .containsExactly(work.resolve("from-set"));

    ConfigSource takes = source.withSets(List.of("takes=from-set", "name=box"));
    Files.writeString(file, include + "experiment.measure.log = ${takes}\n");
    assertThat(inputs(takes)).containsExactly(work.resolve("from-set"));

    Files.writeString(file, include + "experiment.measure.log = ${takes}/inner\n");
    assertThat(inputs(takes)).containsExactly(work.resolve("from-set/inner"));

    Files.writeString(file, include + "experiment.measure.log = \"at/\"${name}\n");
    assertThat(inputs(takes)).containsExactly(folder.resolve("configs/at/box"));
  }

  private List<Path> inputs(ConfigSource source) {
    return framework().validate(source).inputs();
  }

  @Test
  void theEnvironmentFillsWhatNothingElseDefines() throws IOException {
    environment = Map.of("STEPS", "4", "SECRET", "hush");
    String text =
        CELL + "experiment.measure.repetitions = ${?STEPS}\nhand.gripper.mass-kg = ${?NONE}\n";
    String effective = effective(text);
    assertThat(effective)
        .contains("repetitions = \"4\" # cell.conf:8, from environment variable STEPS")
        .contains("mass-kg = 0.5 # default")
        .doesNotContain("hush");
  }

  @Test
  void theEffectiveConfigurationRunsAgainElsewhere() throws IOException {
    environment = Map.of("STEPS", "4");
    Files.writeString(folder.resolve("box.stl"), "solid box");
    ValidConfig first =
        validate(
            "shape = box.stl\nparameters = [name]\nname = a\n"
                + CELL
                + """
                experiment.measure {
                  repetitions = ${STEPS}
                  takes = [${shape}]
                  object.mesh = box.stl
                  bands = [{ low = 0, high = 0.5 }, { low = 0.25 }]
                  label = "two \\"words\\" # no comment"
                }
                """,
            "experiment.seed=11");
    Path elsewhere = Files.createDirectory(folder.resolve("runs"));
    Files.writeString(elsewhere.resolve("again.conf"), first.effective());
    environment = Map.of();

    ValidConfig again =
        framework().validate(ConfigSource.of(Path.of("again.conf")).withWorkingFolder(elsewhere));

    assertThat(again.parts()).isEqualTo(first.parts());
    assertThat(again.inputs()).isEqualTo(first.inputs());
    assertThat(again.seed()).isEqualTo(11);
    assertThat(withoutComments(again.effective())).isEqualTo(withoutComments(first.effective()));
  }

  private static List<String> withoutComments(String text) {
    return text.lines()
        .map(line -> line.replaceFirst(" # [^\"]*(\"[^\"]*\")?[^\"]*$", ""))
        .sorted()
        .toList();
  }

  @Test
  void theEffectiveConfigurationNamesEveryOrigin() throws IOException {
    assertThat(effective(CELL, "hand.type=claw"))
        .isEqualTo(
            """
            experiment {
              type = "measure" # cell.conf:2
              seed = 7 # cell.conf:2
              measure {
                log = "FOLDER/log" # cell.conf:3, written as "log"
                object {
                  name = "box" # cell.conf:3
                  offset = [0, 0, 0] # default
                }
                repetitions = 3 # default
                masses-kg = [] # default
                takes = [] # default
                gains = {} # default
                bands = [] # default
                label = "results" # default
              }
            }
            simulator {
              type = "fast" # cell.conf:5
              time-step-s = 0.002 # cell.conf:5
              fast {
                warm-start = true # default
              }
            }
            integrator {
              type = "euler" # cell.conf:6
            }
            hand {
              type = "claw" # --set hand.type=claw
            }
            """
                .replace("FOLDER", folder.toString()));
  }

  @Test
  void aConfigurationNeedsNoFile() {
    ConfigSource source =
        ConfigSource.withoutFile()
            .withoutExperiment()
            .withSets(List.of("hand.type=claw"))
            .withWorkingFolder(folder);
    assertThat(source.hasFile()).isFalse();
    ValidConfig config = framework().validate(source);
    assertThat(config.parts()).extracting(ValidConfig.Part::path).containsExactly("hand");
    assertThat(config.inputs()).isEmpty();

    ConfigSource wrong = source.withSets(List.of("hand.type=clew"));
    assertThatThrownBy(() -> framework().validate(wrong))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("--set hand.type=clew")
        .hasMessageContaining("claw");
  }

  @Test
  void aMissingFileIsNamed() {
    ConfigSource source = ConfigSource.of(Path.of("nowhere.conf")).withWorkingFolder(folder);
    assertThatThrownBy(() -> framework().validate(source))
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            "configuration file nowhere.conf does not exist ("
                + folder.resolve("nowhere.conf")
                + ")");
  }

  // --- plugins --------------------------------------------------------------------------------

  @Test
  void listsPluginsAndTheKeysOfTheirProviders() {
    PluginInfo robots = framework().plugins().get(1);
    assertThat(robots.id()).isEqualTo("robots");
    assertThat(robots.state()).isEqualTo(PluginInfo.State.STARTED);
    assertThat(robots.providers())
        .extracting(provider -> provider.role() + " " + provider.name())
        .containsExactly("arm gantry", "hand buggy", "hand claw", "hand gripper");

    PluginInfo failed = framework().plugins().get(2);
    assertThat(failed.state()).isEqualTo(PluginInfo.State.FAILED);
    assertThat(failed.failure())
        .get()
        .extracting(PluginFailure::message)
        .isEqualTo("needs the DexTwin API >=9.0.0, but this is 0.1.0");
  }

  @Test
  void twoPluginsThatOfferTheSameCannotBeUsed() {
    Framework framework =
        Framework.of(
            List.of(
                TestParts.plugin("one", new TestParts.Buggy()),
                TestParts.plugin("two", new TestParts.Buggy())),
            Map.of());
    assertThat(framework.plugins())
        .hasSize(2)
        .allSatisfy(
            plugin ->
                assertThat(plugin.failure().orElseThrow().message())
                    .contains("/plugins/one.jar", "/plugins/two.jar"));
  }
}
