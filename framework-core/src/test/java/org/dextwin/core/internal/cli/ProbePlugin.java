package org.dextwin.core.internal.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.dextwin.core.internal.plugin.PluginJar;

/** A plugin with an experiment that does what a test tells it to. */
final class ProbePlugin {

  private static final String PROBE =
      """
      package probe;
      import java.nio.file.*;
      import java.util.*;
      import java.util.concurrent.*;
      import java.util.concurrent.locks.LockSupport;
      import java.util.function.BooleanSupplier;
      import org.dextwin.api.experiment.*;
      import org.dextwin.api.spi.*;
      public class Probe implements ComponentProvider<Experiment, Probe.Keys> {
        public enum Ending { WELL, FAILURE, UNAVAILABLE, BAD_INPUT, IN_A_POOL }
        public record Keys(
            @Key(doc = "How it ends.", byDefault = "well") Ending ending,
            @Key(doc = "Time between two steps.", byDefault = "0.5", above = 0) double stepS,
            @Key(doc = "What it reads.", path = PathKind.FILE) Optional<Path> file,
            @Key(doc = "Where it reads.", path = PathKind.FOLDER) Optional<Path> folder,
            @Key(doc = "What it says.", byDefault = "nothing") String saying) {}
        @Override public Class<Experiment> type() { return Experiment.class; }
        @Override public String name() { return "probe"; }
        @Override public Keys configure(Settings settings) {
          hold("configure", () -> Files.exists(Path.of("go")));
          return settings.as(Keys.class);
        }
        @Override public Experiment create(Keys keys, ComponentContext context) {
          hold("create", () -> Files.exists(Path.of("go")));
          return new Experiment() {
            @Override public void run(ExperimentContext run) { work(keys, run); }
            @Override public void close() {}
          };
        }
        private static void work(Keys keys, ExperimentContext run) {
          hold("begin", run);
          for (int i = 0; i < 4; i++) {
            int n = i;
            run.stage("part-" + i, () -> {
              run.item(Item.empty().with("part", n));
              run.log("steps", Item.empty().with("part", n));
              hold("in-" + n, run);
              return Item.empty().with("part", n);
            });
            hold("after-" + i, run);
          }
          if (System.getProperty("probe.hold", "").equals("storm")) {
            for (long i = 0; ; i++) {
              run.item(Item.empty().with("storm", i));
              run.log("storm", Item.empty().with("i", i).with("text", "x".repeat(200)));
            }
          }
          if (!keys.saying().equals("nothing")) {
            run.note(keys.saying(), keys.saying());
            run.item(Item.empty().with("saying", keys.saying()));
            throw new InvalidInputException(keys.saying() + ": not found");
          }
          run.metric("parts", 4);
          run.table(new Table("Parts", "", List.of(Table.Column.of("part", "part")),
              List.of(Item.empty().with("part", 4))));
          run.plot(new Plot("parts", "Parts", "x", "y", Plot.Scale.LINEAR, List.of(
              new Plot.Series("a", Plot.Style.LINE, new double[] {0, 1}, new double[] {1, 2}))));
          hold("end", run);
          end(keys.ending());
        }
        private static void end(Ending ending) {
          switch (ending) {
            case FAILURE -> throw new IllegalStateException("the box fell");
            case UNAVAILABLE -> throw new ComponentUnavailableException("no libprobe", "apt-get install libprobe");
            case BAD_INPUT -> throw new InvalidInputException("log.csv:7: found 'x', expected a number");
            case IN_A_POOL -> throw new CompletionException(new InvalidInputException("log.csv:9: empty"));
            default -> { }
          }
        }
        private static void hold(String where, ExperimentContext run) {
          hold(where, () -> {
            if (!Boolean.getBoolean("probe.deaf")) {
              run.checkCancelled();
            }
            return false;
          });
        }
        private static void hold(String where, BooleanSupplier end) {
          if (System.getProperty("probe.hold", "").equals(where)) {
            try {
              Files.writeString(Path.of("held"), where);
            } catch (java.io.IOException e) {
              throw new java.io.UncheckedIOException(e);
            }
            while (!end.getAsBoolean()) {
              LockSupport.parkNanos(1_000_000);
            }
          }
        }
      }
      """;

  private static final String DOCTOR =
      """
      package probe;
      import java.util.List;
      import org.dextwin.api.spi.*;
      public class Doctor implements ComponentProvider<Diagnostics, Doctor.Keys> {
        public record Keys() {}
        @Override public Class<Diagnostics> type() { return Diagnostics.class; }
        @Override public String name() { return "probe"; }
        @Override public Keys configure(Settings settings) { return settings.as(Keys.class); }
        @Override public Diagnostics create(Keys keys, ComponentContext context) {
          return new Diagnostics() {
            @Override public List<Finding> examine() {
              return List.of(new Finding("libprobe", Health.MISSING, "not in /usr/lib", "install libprobe"));
            }
            @Override public void close() {}
          };
        }
      }
      """;

  private static final String GREETER =
      """
      package probe;
      import java.util.List;
      import org.dextwin.api.spi.*;
      public class Greeter implements ComponentProvider<Command, Greeter.Keys> {
        public record Keys() {}
        @Override public Class<Command> type() { return Command.class; }
        @Override public String name() { return "greet"; }
        @Override public Keys configure(Settings settings) { return settings.as(Keys.class); }
        @Override public Command create(Keys keys, ComponentContext context) {
          return new Command() {
            @Override public String help() { return "dextwin greet NAME\\n  Greets 100 % of them."; }
            @Override public void run(List<String> words, Console console) {
              if (words.isEmpty()) {
                throw new IllegalArgumentException("whom to greet? Give a name");
              } else if (words.get(0).equals("nobody")) {
                throw new ComponentUnavailableException("nobody is here", "invite somebody");
              }
              console.say("greeting");
              console.result("hello " + words + "\\n");
            }
            @Override public void close() {}
          };
        }
      }
      """;

  private ProbePlugin() {}

  static Path write(Path folder) throws IOException {
    return PluginJar.plugin("probe-plugin")
        .manifest("Plugin-Description", "Does what a test tells it to.")
        .source("probe.Probe", PROBE)
        .source("probe.Doctor", DOCTOR)
        .services("probe.Probe", "probe.Doctor")
        .write(folder.resolve("probe.jar"));
  }

  /** Writes a plugin that brings a command along. */
  static Path writeCommand(Path folder) throws IOException {
    return PluginJar.plugin("greeting-plugin")
        .source("probe.Greeter", GREETER)
        .services("probe.Greeter")
        .write(folder.resolve("greeting.jar"));
  }
}
