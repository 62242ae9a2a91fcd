package org.dextwin.experiments.hardware;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.dextwin.api.experiment.ExperimentContext;
import org.dextwin.api.experiment.Item;
import org.dextwin.api.experiment.Progress;
import org.dextwin.api.model.JointOrder;
import org.dextwin.api.model.JointVector;
import org.dextwin.api.robot.FingertipForceDriver;
import org.dextwin.api.robot.JointCommand;
import org.dextwin.api.robot.JointState;
import org.dextwin.devices.loop.ControlLoop;
import org.dextwin.devices.record.Episode;
import org.dextwin.devices.record.EpisodeWriter;
import org.dextwin.devices.record.Frame;
import org.dextwin.devices.record.Reading;
import org.dextwin.devices.record.Source;
import org.dextwin.devices.time.Clock;
import org.dextwin.devices.time.SystemClock;

/**
 * One time that a robot is connected, moved, recorded and stopped, with the sensors beside it. The
 * record is the episode log in the run folder. Results that the time of day decides have {@code
 * real_time} in their names.
 */
final class Session {

  /** Name of the episode log in the run folder. */
  static final String LOG = "episode" + EpisodeWriter.EXTENSION;

  /** Names that the robot's own sources have in the log, in their order. */
  static final List<String> OWN_SOURCES = List.of("joints", "command", "applied");

  private static final int MEASURED = 0;
  private static final int COMMANDED = 1;
  private static final int APPLIED = 2;

  /** Targets that differ by less are the same to a servo of 4096 steps a turn [rad]. */
  private static final double SAME = 2 * Math.PI / 4096;

  private final Robot robot;
  private final List<Gauge> gauges;
  private final LoopConfig config;
  private final String task;
  private final Clock clock = new SystemClock();
  private JointVector measured;
  private long limited;
  private double squares;
  private double worst;
  private long reached;

  Session(Robot robot, List<Gauge> gauges, LoopConfig config, String task) {
    this.robot = robot;
    this.gauges = gauges;
    this.config = config;
    this.task = task;
    this.measured = JointVector.zero(robot.order());
  }

  /** Moves the robot, unless an earlier part of the run has done it, and reports. */
  void move(ExperimentContext context, Function<double[], Motion> plan) {
    report(
        context,
        context.stage(
            task,
            () ->
                connected(
                    start -> {
                      Motion motion = plan.apply(start);
                      Item item =
                          loop(
                              context,
                              motion.durationS(),
                              (time, log) -> send(motion.at(time), motion.forces(time), log));
                      return motion.reported(item, measured);
                    })));
  }

  /** Watches the robot, which holds still or is moved by somebody else. */
  void watch(ExperimentContext context, double durationS) {
    report(
        context,
        context.stage(task, () -> connected(start -> loop(context, durationS, (time, log) -> {}))));
  }

  private Item connected(Function<double[], Item> work) {
    try {
      gauges.forEach(gauge -> gauge.sensor.connect());
      robot.driver().connect();
      return work.apply(robot.driver().read().position().values(robot.order()));
    } finally {
      robot.driver().stop();
      gauges.forEach(gauge -> gauge.sensor.stop());
    }
  }

  /** What is done at a tick after the joints were read. */
  private interface Act {
    void at(double time, EpisodeWriter log);
  }

  private Item loop(ExperimentContext context, double durationS, Act act) {
    ControlLoop loop = new ControlLoop(clock, config.rateHz(), config.toleratedMisses());
    long ticks = 1 + (long) Math.ceil(durationS * config.rateHz());
    long[] next = {0};
    Gauges sensors;
    try (EpisodeWriter log = new EpisodeWriter(context.folder().resolve(LOG), header());
        Gauges recording = new Gauges(gauges, OWN_SOURCES.size(), log, clock);
        Progress progress = context.progress(task, ticks)) {
      sensors = recording;
      loop.run(
          robot.driver(),
          tick -> {
            append(log, robot.driver().read());
            act.at(Math.min(durationS, tick / config.rateHz()), log);
            long done = Math.min(ticks, tick + 1);
            progress.advance(done - next[0]);
            next[0] = done;
          },
          () -> {
            context.checkCancelled();
            recording.requireSound();
            return next[0] < ticks;
          });
    }
    return sensors.reported(item(loop, durationS));
  }

  private Episode.Header header() {
    JointOrder order = robot.order();
    List<Source> sources = new ArrayList<>();
    for (String name : OWN_SOURCES) {
      boolean measured = sources.size() == MEASURED;
      sources.add(
          Source.ofJoints(
              name,
              measured ? Source.Kind.JOINTS : Source.Kind.COMMAND,
              config.rateHz(),
              order,
              measured ? "driver" : "clock of this machine"));
    }
    gauges.forEach(gauge -> sources.add(gauge.source()));
    return new Episode.Header(task, clock.epochNanos(), sources);
  }

  private void append(EpisodeWriter log, JointState state) {
    log.append(
        new Frame(
            MEASURED,
            state.timestampNanos(),
            clock.epochNanos(),
            new Reading.Joints(state.position(), state.velocity(), state.effort())));
    measured = state.position();
  }

  private void send(double[] target, Optional<double[]> forces, EpisodeWriter log) {
    JointVector wanted = new JointVector(robot.order(), target);
    append(log, COMMANDED, wanted);
    JointVector applied = apply(wanted, forces).position();
    append(log, APPLIED, applied);
    compare(target, applied.values(robot.order()), measured.values(robot.order()));
  }

  private JointCommand apply(JointVector wanted, Optional<double[]> forces) {
    if (forces.isPresent() && robot.driver() instanceof FingertipForceDriver driver) {
      return driver.send(wanted, forces.get());
    }
    return robot.driver().send(new JointCommand(wanted));
  }

  private void append(EpisodeWriter log, int source, JointVector position) {
    long now = clock.epochNanos();
    log.append(new Frame(source, now, now, new Reading.Command(position)));
  }

  private void compare(double[] wanted, double[] applied, double[] measured) {
    boolean cut = false;
    for (int i = 0; i < wanted.length; i++) {
      cut |= Math.abs(wanted[i] - applied[i]) > SAME;
      double error = wanted[i] - measured[i];
      squares += error * error;
      worst = Math.max(worst, Math.abs(error));
      reached++;
    }
    limited += cut ? 1 : 0;
  }

  private Item item(ControlLoop loop, double durationS) {
    Item item =
        Item.empty()
            .with("joints", robot.order().size())
            .with("duration_s", durationS)
            .with("rate_hz", config.rateHz())
            .with("steps_real_time", loop.steps())
            .with("missed_ticks_real_time", loop.missedTicks())
            .with("jitter_median_real_time_s", loop.jitter().quantileNanos(0.5) / 1e9)
            .with("jitter_worst_real_time_s", loop.jitter().worstNanos() / 1e9);
    return reached == 0
        ? item
        : item.with("limited_commands_real_time", limited)
            .with("joint_error_rms_real_time_rad", Math.sqrt(squares / reached))
            .with("joint_error_max_real_time_rad", worst);
  }

  private static void report(ExperimentContext context, Item item) {
    for (String name : item.values().keySet()) {
      context.metric(name, item.number(name).orElse(Double.NaN));
    }
    context.note("Recorded", "all frames are in " + LOG + " of the run folder");
  }
}
