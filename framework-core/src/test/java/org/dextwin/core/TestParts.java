package org.dextwin.core;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.dextwin.api.experiment.Experiment;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.robot.Arm;
import org.dextwin.api.robot.Hand;
import org.dextwin.api.sim.Integrator;
import org.dextwin.api.sim.Simulator;
import org.dextwin.api.spi.Component;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.ComponentRef;
import org.dextwin.api.spi.Key;
import org.dextwin.api.spi.PathKind;
import org.dextwin.api.spi.Settings;
import org.dextwin.core.internal.plugin.LoadFailure;
import org.dextwin.core.internal.plugin.LoadedPlugin;
import org.dextwin.core.internal.plugin.Offer;
import org.mockito.Mockito;

/** Providers of a small robot cell; their components write down what happens to them. */
final class TestParts {

  enum Cone {
    PYRAMIDAL,
    FULLY_ELLIPTIC
  }

  record NoKeys() {}

  record Band(
      @Key(doc = "Lower end.") double low, @Key(doc = "Upper end.", byDefault = "1") double high) {
    Band {
      if (low >= high) {
        throw new IllegalArgumentException("low " + low + " must be below high " + high);
      }
    }
  }

  record Target(
      @Key(doc = "Name of the object.") String name,
      @Key(doc = "Its mesh.", path = PathKind.FILE) Optional<Path> mesh,
      @Key(doc = "Where it starts.", byDefault = "[0, 0, 0]") Vec3 offset) {}

  record Measure(
      @Key(doc = "Folder of the log.", path = PathKind.FOLDER) Path log,
      @Key(doc = "What is measured.") Target object,
      @Key(doc = "The hand.") ComponentRef<Hand> hand,
      @Key(doc = "The engine.") ComponentRef<Simulator> simulator,
      @Key(doc = "An arm.") Optional<ComponentRef<Arm>> arm,
      @Key(doc = "How often.", byDefault = "3", atLeast = 1) int repetitions,
      @Key(doc = "Known masses.", byDefault = "[]", above = 0) List<Double> massesKg,
      @Key(doc = "Further files.", byDefault = "[]", path = PathKind.FILE) List<Path> takes,
      @Key(doc = "Gains by joint.", byDefault = "{}", atLeast = 0) Map<String, Double> gains,
      @Key(doc = "Bands.", byDefault = "[]") List<Band> bands,
      @Key(doc = "Where results go.", byDefault = "results") String label) {}

  record Fast(
      @Key(doc = "Its integrator.") ComponentRef<Integrator> integrator,
      @Key(doc = "Starts from the last solution.", byDefault = "true") boolean warmStart) {}

  record Precise(
      @Key(doc = "Friction cone.", byDefault = "pyramidal") Cone cone,
      @Key(doc = "Native library.", path = PathKind.FILE) Optional<Path> library) {}

  record Doubled(@Key(doc = "What is done twice.") ComponentRef<Integrator> base) {}

  record Gripper(@Key(doc = "Its mass.", byDefault = "0.5", above = 0) double massKg) {}

  /** What happened, in order. */
  final List<String> journal = new ArrayList<>();

  /** Names of providers whose {@code create} fails. */
  final Set<String> failing = new HashSet<>();

  /** Names of providers whose components fail to close. */
  final Set<String> failingToClose = new HashSet<>();

  /** What {@code create} throws. */
  RuntimeException failure = new IllegalStateException("no power");

  /** What the last experiment drew. */
  long noise;

  List<LoadedPlugin> plugins() {
    return List.of(
        plugin(
            "cell",
            new Provider<>(
                Experiment.class,
                "measure",
                Measure.class,
                (config, context) -> {
                  context.resolve(config.hand());
                  context.resolve(config.simulator());
                  config.arm().ifPresent(context::resolve);
                  noise = context.random("noise").nextLong();
                }),
            new Provider<>(
                Simulator.class, "fast", Fast.class, (c, x) -> x.resolve(c.integrator())),
            new Provider<>(Simulator.class, "precise", Precise.class),
            new Provider<>(Integrator.class, "euler", NoKeys.class),
            new Provider<>(
                Integrator.class, "doubled", Doubled.class, (c, x) -> x.resolve(c.base()))),
        plugin(
            "robots",
            new Provider<>(Hand.class, "gripper", Gripper.class),
            new Provider<>(Hand.class, "claw", NoKeys.class),
            new Provider<>(Arm.class, "gantry", NoKeys.class),
            new Buggy()),
        new LoadedPlugin(
            "hand-future",
            "2.0.0",
            Path.of("/plugins/hand-future.jar"),
            List.of(),
            new LoadFailure("needs the DexTwin API >=9.0.0, but this is 0.1.0", null)));
  }

  static LoadedPlugin plugin(String id, ComponentProvider<?, ?>... providers) {
    Path jar = Path.of("/plugins/" + id + ".jar");
    List<Offer> offers =
        Arrays.stream(providers).map(provider -> Offer.of(provider, id, "1.0.0", jar)).toList();
    return new LoadedPlugin(id, "1.0.0", jar, offers, null);
  }

  /** A provider whose components only write into the journal. */
  final class Provider<T extends Component, C extends Record> implements ComponentProvider<T, C> {

    private final Class<T> type;
    private final String name;
    private final Class<C> config;
    private final BiConsumer<C, ComponentContext> nested;

    Provider(Class<T> type, String name, Class<C> config) {
      this(type, name, config, (c, x) -> {});
    }

    Provider(Class<T> type, String name, Class<C> config, BiConsumer<C, ComponentContext> nested) {
      this.type = type;
      this.name = name;
      this.config = config;
      this.nested = nested;
    }

    @Override
    public Class<T> type() {
      return type;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public C configure(Settings settings) {
      return settings.as(config);
    }

    @Override
    public T create(C configuration, ComponentContext context) {
      if (failing.contains(name)) {
        throw failure;
      }
      nested.accept(configuration, context);
      journal.add("create " + name);
      T component = Mockito.mock(type);
      Mockito.doAnswer(
              call -> {
                journal.add("close " + name);
                if (failingToClose.contains(name)) {
                  throw new IllegalStateException(name + " is stuck");
                }
                return null;
              })
          .when(component)
          .close();
      return component;
    }
  }

  /** A provider with a mistake. */
  static final class Buggy implements ComponentProvider<Hand, NoKeys> {

    @Override
    public Class<Hand> type() {
      return Hand.class;
    }

    @Override
    public String name() {
      return "buggy";
    }

    @Override
    public NoKeys configure(Settings settings) {
      throw new UnsupportedOperationException("not written yet");
    }

    @Override
    public Hand create(NoKeys config, ComponentContext context) {
      throw new AssertionError("never configured");
    }
  }
}
