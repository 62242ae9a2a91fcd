package org.dextwin.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.DoubleBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.dextwin.api.model.Scene;
import org.dextwin.api.sim.Simulator;
import org.dextwin.mechanics.mjcf.MjcfDialect;
import org.dextwin.mechanics.mjcf.MjcfOptions;
import org.dextwin.mechanics.mjcf.MjcfWriter;

/**
 * The plugin of MuJoCo against a program in C with the same library, model, controls and servos.
 * Both take turns in short rounds, so that whatever else the machine does slows them alike; what
 * counts are the ratios within the rounds.
 */
final class MujocoVersusC implements AutoCloseable {

  private static final int WARM_UP_ROUNDS = 3;

  /** An even number, so that two workers share them evenly. */
  private static final int BATCH = 4;

  private final Engine engine;
  private final HandRollouts java;
  private final CRollouts c;
  private final int steps;
  private final String version;
  private final double timeStep;
  private final int contacts;
  private final boolean identical;

  /**
   * What was measured.
   *
   * @param mujoco version of the library
   * @param java the JVM
   * @param system the operating system
   * @param processors how many the JVM may use
   * @param load processes that wanted a processor before and after, on average over a minute
   * @param scene what was simulated
   * @param steps of a trajectory
   * @param timeStep their length [s]
   * @param contacts at the end of the trajectory
   * @param rounds how many were measured
   * @param identical whether {@code qpos} ends with the same bits in C and in every way in Java
   * @param stepsPerSecond of C and of the ways in Java
   * @param ofC speed as a part of C's, of the ways in Java
   * @param ofCByProcessorTime the same by the time of processors
   * @param twoWorkers speed of two workers as a multiple of one's, in Java and in C, where they are
   *     threads
   * @param twoWorkersByProcessorTime what it would be if each had a processor to itself
   */
  record Result(
      String mujoco,
      String java,
      String system,
      int processors,
      List<Double> load,
      String scene,
      int steps,
      double timeStep,
      int contacts,
      int rounds,
      boolean identical,
      Map<String, Spread> stepsPerSecond,
      Map<String, Spread> ofC,
      Map<String, Spread> ofCByProcessorTime,
      Map<String, Spread> twoWorkers,
      Map<String, Spread> twoWorkersByProcessorTime) {}

  /** Values of every round, by name. */
  private static final class Rounds {

    private final Map<String, List<Double>> values = new LinkedHashMap<>();

    void add(String name, double value) {
      values.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
    }

    Map<String, Spread> spreads() {
      Map<String, Spread> spreads = new LinkedHashMap<>();
      values.forEach((name, all) -> spreads.put(name, Spread.of(all)));
      return spreads;
    }
  }

  /**
   * Opens the scene in both, and compares where it ends.
   *
   * @param folder an empty folder for the program in C and what it reads
   * @param steps of a trajectory
   */
  MujocoVersusC(Path folder, int steps) {
    this.steps = steps;
    engine = new Engine("mujoco.conf");
    Simulator simulator = engine.simulator();
    timeStep = simulator.timeStep();
    HandScene hand = new HandScene(engine.hand().model().robot());
    Scene scene = hand.scene();
    double[] targets = hand.targets(steps, timeStep);
    java = new HandRollouts(simulator, scene, targets, steps);
    CRollouts.Program program = CRollouts.Program.compile(folder, loadedLibrary());
    String number = program.version();
    version = readable(number);
    MjcfDialect dialect = version.startsWith("2.") ? MjcfDialect.V2 : MjcfDialect.V3;
    String model = MjcfWriter.write(scene, MjcfOptions.of(dialect, timeStep)).xml();
    var task =
        new CRollouts.Task(
            model,
            DoubleBuffer.wrap(targets),
            DoubleBuffer.wrap(hand.speedLimits()),
            steps,
            java.nq(),
            java.nv());
    StructLayout layout = StructLayout.of(simulator, number);
    ways().values().forEach(HandRollouts.Way::advance);
    contacts = java.contacts();
    // whether a version needs it is the plugin's knowledge; its bits tell
    CRollouts plain = new CRollouts(program, layout, task, false);
    if (agrees(plain)) {
      c = plain;
      identical = true;
    } else {
      plain.close();
      c = new CRollouts(program, layout, task, true);
      identical = agrees(c);
    }
  }

  /** The library that this JVM has opened. */
  private static Path loadedLibrary() {
    try (Stream<String> maps = Files.lines(Path.of("/proc/self/maps"))) {
      return maps.filter(line -> line.contains("/libmujoco"))
          .map(line -> Path.of(line.substring(line.indexOf('/'))))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("no library named libmujoco is open"));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "the program in C opens what Linux says that Java has open", e);
    }
  }

  /** 222 is 2.2.2; from 3.5.0 on there are three digits for each of the latter parts. */
  private static String readable(String number) {
    int all = Integer.parseInt(number);
    int base = all < 1_000_000 ? 10 : 1000;
    return all / base / base + "." + all / base % base + "." + all % base;
  }

  private Map<String, HandRollouts.Way> ways() {
    Map<String, HandRollouts.Way> ways = new LinkedHashMap<>();
    ways.put("rollouts of 1000 steps", java.rollouts(1000));
    ways.put("rollouts of 100 steps", java.rollouts(100));
    ways.put("single steps", java.singleSteps());
    return ways;
  }

  private boolean agrees(CRollouts program) {
    program.run(1, 1);
    double[] expected = program.qpos();
    return ways().values().stream()
        .allMatch(
            way -> {
              way.advance();
              return Arrays.equals(java.qpos(), expected);
            });
  }

  Result measure(int rounds) {
    final double loadBefore = Cost.systemLoad();
    Rounds speeds = new Rounds();
    Rounds ratios = new Rounds();
    Rounds busyRatios = new Rounds();
    Rounds scaling = new Rounds();
    Rounds busyScaling = new Rounds();
    Map<String, HandRollouts.Way> ways = ways();
    HandRollouts.Way one = java.batch(1, BATCH);
    HandRollouts.Way two = java.batch(2, BATCH);
    for (int round = -WARM_UP_ROUNDS; round < rounds; round++) {
      if (round == 0) {
        speeds = new Rounds();
        ratios = new Rounds();
        busyRatios = new Rounds();
        scaling = new Rounds();
        busyScaling = new Rounds();
      }
      boolean cFirst = round % 2 == 0;
      for (Map.Entry<String, HandRollouts.Way> way : ways.entrySet()) {
        Cost[] both =
            inTurn(cFirst, () -> c.run(1, 1), () -> Cost.of(() -> way.getValue().advance()));
        speeds.add("C", steps / both[0].wall());
        speeds.add(way.getKey(), steps / both[1].wall());
        ratios.add(way.getKey(), both[0].wall() / both[1].wall());
        busyRatios.add(way.getKey(), both[0].busy() / both[1].busy());
      }
      Cost[] inJava = inTurn(cFirst, () -> Cost.of(one::advance), () -> Cost.of(two::advance));
      scaling.add("Java", inJava[0].wall() / inJava[1].wall());
      busyScaling.add("Java", 2 * inJava[0].busy() / inJava[1].busy());
      Cost[] inC = inTurn(cFirst, () -> c.run(1, BATCH), () -> c.run(2, BATCH));
      scaling.add("C", inC[0].wall() / inC[1].wall());
      busyScaling.add("C", 2 * inC[0].busy() / inC[1].busy());
    }
    return new Result(
        version,
        System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"),
        System.getProperty("os.name") + " " + System.getProperty("os.arch"),
        Runtime.getRuntime().availableProcessors(),
        List.of(loadBefore, Cost.systemLoad()),
        "Allegro hand that closes on a box",
        steps,
        timeStep,
        contacts,
        rounds,
        identical,
        speeds.spreads(),
        ratios.spreads(),
        busyRatios.spreads(),
        scaling.spreads(),
        busyScaling.spreads());
  }

  /** Measures two things one after the other, and returns them in the order they are given. */
  private static Cost[] inTurn(boolean forwards, Supplier<Cost> first, Supplier<Cost> second) {
    if (forwards) {
      Cost cost = first.get();
      return new Cost[] {cost, second.get()};
    }
    Cost cost = second.get();
    return new Cost[] {first.get(), cost};
  }

  /** Says the result in a few lines. */
  static String table(Result result) {
    StringBuilder text = new StringBuilder();
    line(
        text,
        "MuJoCo %s, %s; %s, %d processors",
        result.mujoco(),
        result.java(),
        result.system(),
        result.processors());
    line(
        text,
        "%s: %d steps of %s s, %d contacts at the end; %d rounds; load %.1f to %.1f",
        result.scene(),
        result.steps(),
        result.timeStep(),
        result.contacts(),
        result.rounds(),
        result.load().get(0),
        result.load().get(1));
    line(
        text,
        "qpos at the end, in Java and in C: %s",
        result.identical() ? "the same, bit by bit" : "DIFFERENT");
    line(text, "");
    line(text, "%-24s %10s   %-26s %s", "", "steps/s", "of C's", "of C's by processor time");
    result
        .stepsPerSecond()
        .forEach(
            (name, speed) ->
                line(
                    text,
                    "%-24s %10.0f   %-26s %s",
                    name,
                    speed.median(),
                    cell(result.ofC(), name),
                    cell(result.ofCByProcessorTime(), name)));
    line(text, "");
    line(text, "%-35s   %-26s %s", "two workers", "times one", "times one by processor time");
    result
        .twoWorkers()
        .forEach(
            (name, times) ->
                line(
                    text,
                    "%-35s   %-26s %s",
                    name,
                    times.text(3),
                    cell(result.twoWorkersByProcessorTime(), name)));
    return text.toString();
  }

  private static String cell(Map<String, Spread> spreads, String name) {
    Spread spread = spreads.get(name);
    return spread == null ? "" : spread.text(3);
  }

  private static void line(StringBuilder text, String format, Object... parts) {
    text.append(String.format(Locale.ROOT, format, parts).stripTrailing()).append('\n');
  }

  static void write(Result result, Path file) {
    try {
      new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .writeValue(file.toFile(), result);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    c.close();
    java.close();
    engine.close();
  }
}
