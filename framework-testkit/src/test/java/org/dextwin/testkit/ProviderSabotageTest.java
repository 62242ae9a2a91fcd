package org.dextwin.testkit;

import static org.junit.jupiter.api.condition.OS.LINUX;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dextwin.api.spi.Component;
import org.dextwin.api.spi.Key;
import org.dextwin.api.spi.Settings;
import org.dextwin.testkit.FakeProbeProvider.Block;
import org.dextwin.testkit.FakeProbeProvider.Config;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.io.TempDir;

/** Every test of the provider contract sees the fault that it is there for. */
class ProviderSabotageTest {

  @TempDir Path temporary = Path.of("");

  @TestFactory
  Stream<DynamicTest> faultsAreSeen() {
    return Sabotage.tests(FakeProbeTest.class, all());
  }

  @TestFactory
  @EnabledOnOs(LINUX)
  Stream<DynamicTest> loadedLibrariesAreSeen() {
    return Sabotage.tests(FakeProbeTest.class, List.of(loading()));
  }

  @Test
  void everyTestHasASabotage() {
    List<Sabotage> all = new ArrayList<>(all());
    all.add(loading());
    Sabotage.assertAllSabotaged(ProviderContract.class, all);
  }

  /** A component that is no role. */
  private interface Naked extends Component {}

  private static FakeProvider<Probe, Config> honest() {
    return FakeProvider.like(new FakeProbeProvider());
  }

  private static Sabotage configured(
      String test, String fault, Function<Settings, Config> configuring) {
    return new Sabotage(test, fault, honest().configuredBy(configuring));
  }

  private static Config read(Settings settings) {
    return new FakeProbeProvider().configure(settings);
  }

  private static Config radius(Config c, double radius) {
    Block b = c.block();
    return new Config(
        new Block(radius, b.centerM(), b.calibration(), b.repetitions(), b.hand()), c.rateHz());
  }

  private static List<Sabotage> all() {
    AtomicInteger calls = new AtomicInteger();
    return List.of(
        new Sabotage(
            "roleIsAnAnnotatedInterface",
            "an interface without @Role",
            new FakeProvider<Naked, Config>(
                Naked.class, "naked", ProviderSabotageTest::read, (config, context) -> () -> {})),
        new Sabotage(
            "nameIsKebabCase", "a name in camel case", honest().named(Probe.class, "fakeProbe")),
        new Sabotage("providerHasAPublicConstructorWithoutParameters", "four parameters", honest()),
        new Sabotage("serviceFileListsTheProvider", "not listed", honest()),
        new Sabotage(
            "validSettingsGiveARecord",
            "a text as configuration",
            new FakeProvider<>(
                Probe.class,
                "fake-probe",
                settings -> read(settings).toString(),
                (config, context) -> new FakeProbeProvider().create(anyConfig(), context))),
        configured(
            "validSettingsGiveARecord",
            "a key too many is required",
            settings -> radius(read(settings), settings.number("height-m"))),
        configured(
            "unknownKeyIsRejected",
            "every key is welcome",
            settings -> {
              Set<String> known =
                  Set.of("radius-m", "center-m", "calibration", "repetitions", "hand");
              settings.keys().stream().filter(k -> !known.contains(k)).forEach(settings::text);
              return read(settings);
            }),
        new Sabotage(
            "missingRequiredKeyIsRecorded", "an option has a silent default", silentOption()),
        new Sabotage("badRangeIsRecorded", "an option's range is not checked", uncheckedOption()),
        configured(
            "wrongTypeIsRecordedNotThrown",
            "stumbles over the stand-in of a bad value",
            settings -> {
              settings.numbers("center-m").get(2);
              return read(settings);
            }),
        configured(
            "configureIsPure",
            "counts its calls",
            settings -> radius(read(settings), calls.incrementAndGet())),
        configured(
            "configureReadsNoFiles",
            "reads the file",
            settings -> {
              Config config = read(settings);
              try {
                return radius(config, (double) Files.size(config.block().calibration()));
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            }),
        new Sabotage(
            "createMakesAComponentOfTheRole", "makes nothing", honest().withFault(probe -> null)),
        new Sabotage(
            "closingTwiceDoesNothing",
            "the second close fails",
            honest()
                .withFault(
                    probe -> {
                      AtomicInteger closed = new AtomicInteger();
                      return Intercept.method(
                          Probe.class,
                          probe,
                          "close",
                          call -> {
                            if (closed.incrementAndGet() == 2) {
                              throw new IllegalStateException("freed twice");
                            }
                            return call.proceed();
                          });
                    })));
  }

  private static Config anyConfig() {
    throw new AssertionError("not to be asked for");
  }

  private static FakeProvider<Probe, Config> silentOption() {
    return honest()
        .configuredBy(
            settings -> {
              Block block = settings.as(Block.class);
              try {
                return new Config(block, settings.options(Lenient.class).rateHz());
              } catch (IllegalArgumentException e) {
                return new Config(block, 1);
              }
            });
  }

  /** The role's options with a default that the role does not declare. */
  record Lenient(@Key(doc = "Rate.", byDefault = "10") double rateHz) {}

  private static FakeProvider<Probe, Config> uncheckedOption() {
    return honest()
        .configuredBy(
            settings ->
                new Config(settings.as(Block.class), settings.options(Lenient.class).rateHz()));
  }

  /** Maps a file named as a library into the process, as loading one does. */
  private Sabotage loading() {
    List<Object> mapped = new ArrayList<>();
    return configured(
        "configureLoadsNoNativeLibrary",
        "maps a library",
        settings -> {
          Path library = temporary.resolve("libfake" + mapped.size() + ".so");
          try {
            Files.write(library, new byte[4096]);
            try (FileChannel channel = FileChannel.open(library, StandardOpenOption.READ)) {
              mapped.add(channel.map(FileChannel.MapMode.READ_ONLY, 0, 4096));
            }
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
          return read(settings);
        });
  }
}
