package org.dextwin.experiments.drex.internal.pushlog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import org.dextwin.api.experiment.Plot;
import org.dextwin.experiments.drex.internal.pushlog.PushEstimate.Evidence;
import org.dextwin.experiments.drex.internal.pushlog.motion.MotionSample;
import org.dextwin.experiments.drex.internal.pushlog.motion.ObjectMotion;
import org.dextwin.experiments.drex.internal.pushlog.motion.PushEffect;
import org.dextwin.experiments.drex.internal.pushlog.motor.Contact;
import org.dextwin.experiments.drex.internal.pushlog.motor.ContactWork;
import org.dextwin.experiments.drex.internal.pushlog.motor.MotorCalibration;
import org.dextwin.experiments.drex.internal.pushlog.motor.MotorCalibration.EffortCurve;
import org.dextwin.experiments.drex.internal.pushlog.motor.TimeCurve;

/** Draws what one take shows: motion, efforts, energies and convergence. */
final class TakePlots {

  /** Shown before the object starts and after the fingers' work is counted [s]. */
  private static final double MARGIN_S = 0.5;

  private static final double MILLI = 1e3;

  private final Take take;
  private final PushEstimate estimate;
  private final Consumer<Plot> plots;
  private final String slug;

  TakePlots(Take take, PushEstimate estimate, Consumer<Plot> plots) {
    this.take = take;
    this.estimate = estimate;
    this.plots = plots;
    this.slug =
        take.name()
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-+|-+$", "");
  }

  void draw() {
    Evidence evidence = estimate.evidence();
    if (evidence.motion().isEmpty()) {
      return;
    }
    ObjectMotion motion = evidence.motion().get();
    drawTilt(motion, evidence.work());
    if (evidence.work().isPresent() && evidence.motors().isPresent()) {
      ContactWork work = evidence.work().get();
      MotorCalibration motors = evidence.motors().get();
      drawEnergy(motion, work);
      drawEfforts(motion, motors, work);
      drawConvergence(motors);
    }
  }

  private void drawTilt(ObjectMotion motion, Optional<ContactWork> work) {
    Window window = Window.around(motion);
    List<Plot.Series> series = new ArrayList<>();
    series.add(window.points("tilt, measured", motion, s -> Math.toDegrees(s.tilt())));
    series.add(window.level("balance on the edge", Math.toDegrees(motion.effect().balanceAngle())));
    work.ifPresent(done -> series.add(window.spans("fingers in contact", done.contacts(), 0)));
    plot("tilt", "tilt of the object", "tilt [deg]", series);
  }

  /**
   * Overlay: the height the object was lifted to against the one the fingers' work accounts for.
   */
  private void drawEnergy(ObjectMotion motion, ContactWork work) {
    Window window = Window.upTo(motion, motion.effect().windowEnd());
    List<Plot.Series> series = new ArrayList<>();
    series.add(window.points("lifted, measured", motion, s -> MILLI * s.rise()));
    series.add(
        window.points(
            "lifted and moving, measured (E / g)",
            motion,
            s -> MILLI * s.energy() / PushEffect.GRAVITY));
    if (estimate.mass().isPresent()) {
      double mass = estimate.mass().get().mass();
      double perMetre = mass * PushEffect.GRAVITY / MILLI;
      series.add(
          window.line("work of the fingers (W / m g)", Plot.Style.LINE, work.curve(), perMetre));
    }
    plot("energy", "energy of the object and work of the fingers", "height [mm]", series);
  }

  private void drawEfforts(ObjectMotion motion, MotorCalibration motors, ContactWork work) {
    Window window = Window.around(motion);
    List<Plot.Series> series = new ArrayList<>();
    List<String> shown =
        work.joints().isEmpty()
            ? motors.loads().stream().map(MotorCalibration.Load::joint).toList()
            : work.joints();
    for (String joint : shown) {
      EffortCurve curve = motors.curve(joint);
      series.add(window.line(joint + ", measured", Plot.Style.LINE, curve.effort(), 1));
      series.add(window.line(joint + ", free motion", Plot.Style.DASHED, curve.free(), 1));
      List<Contact> own =
          work.contacts().stream().filter(contact -> contact.joint().equals(joint)).toList();
      if (!own.isEmpty()) {
        series.add(window.spans(joint + " in contact", own, 0));
      }
    }
    plot("effort", "efforts of the pushing joints", "effort [driver units]", series);
  }

  private void drawConvergence(MotorCalibration motors) {
    List<double[]> costs = new ArrayList<>();
    for (int i = 0; i < motors.costs().size(); i++) {
      costs.add(new double[] {i, motors.costs().get(i)});
    }
    plots.accept(
        new Plot(
            slug + "-convergence",
            take.name() + ": convergence of the motor calibration",
            "iteration",
            "robust cost",
            Plot.Scale.LINEAR,
            List.of(Window.series("cost", Plot.Style.LINE, costs))));
  }

  private void plot(String what, String title, String axis, List<Plot.Series> series) {
    plots.accept(
        new Plot(
            slug + "-" + what,
            take.name() + ": " + title,
            "time since the object starts [s]",
            axis,
            Plot.Scale.LINEAR,
            series));
  }

  /**
   * The stretch of time that is shown.
   *
   * @param zero when the object starts [s since the epoch]
   * @param from first time shown
   * @param to last time shown
   */
  private record Window(double zero, double from, double to) {

    static Window around(ObjectMotion motion) {
      return upTo(motion, motion.effect().windowEnd() + MARGIN_S);
    }

    /** Ends where the object begins to fall by itself: the drop would dwarf the push. */
    static Window upTo(ObjectMotion motion, double end) {
      double onset = motion.movement().onset();
      return new Window(onset, onset - MARGIN_S, Math.max(end, onset));
    }

    boolean holds(double time) {
      return time >= from && time <= to;
    }

    Plot.Series points(String label, ObjectMotion motion, ToDoubleFunction<MotionSample> value) {
      List<double[]> points = new ArrayList<>();
      for (MotionSample sample : motion.samples()) {
        if (holds(sample.time())) {
          points.add(new double[] {sample.time() - zero, value.applyAsDouble(sample)});
        }
      }
      return series(label, Plot.Style.POINTS, points);
    }

    /** Draws a curve in a unit of its own. */
    Plot.Series line(String label, Plot.Style style, TimeCurve curve, double unit) {
      List<double[]> points = new ArrayList<>();
      for (int i = 0; i < curve.size(); i++) {
        if (holds(curve.time(i))) {
          points.add(new double[] {curve.time(i) - zero, curve.value(i) / unit});
        }
      }
      return series(label, style, points);
    }

    Plot.Series level(String label, double value) {
      return series(
          label,
          Plot.Style.DASHED,
          List.of(new double[] {from - zero, value}, new double[] {to - zero, value}));
    }

    /** Marks stretches of contact as bars at a height. */
    Plot.Series spans(String label, List<Contact> contacts, double height) {
      List<double[]> bars = new ArrayList<>();
      for (Contact contact : contacts) {
        bars.add(new double[] {contact.start() - zero, height});
        bars.add(new double[] {contact.end() - zero, height});
        bars.add(new double[] {contact.end() - zero, Double.NaN});
      }
      return series(label, Plot.Style.LINE, bars);
    }

    static Plot.Series series(String label, Plot.Style style, List<double[]> points) {
      return new Plot.Series(
          label,
          style,
          points.stream().mapToDouble(point -> point[0]).toArray(),
          points.stream().mapToDouble(point -> point[1]).toArray());
    }
  }
}
