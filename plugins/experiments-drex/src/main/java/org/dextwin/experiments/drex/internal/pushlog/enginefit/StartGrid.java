package org.dextwin.experiments.drex.internal.pushlog.enginefit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.sim.SimulationException;
import org.dextwin.experiments.drex.internal.pushlog.enginefit.Landscape.Point;
import org.dextwin.experiments.drex.internal.pushlog.enginefit.RecordedPush.Tip;
import org.dextwin.experiments.drex.internal.pushlog.enginefit.Unknown.Kind;
import org.dextwin.mechanics.kinematics.KinematicTree;
import org.dextwin.mechanics.kinematics.LinkPoses;

/**
 * Where a search begins: of a grid of masses, heights of the hand and times of contact, the best
 * few that differ.
 *
 * <p><i>Thread safety</i>: confined.
 */
final class StartGrid {

  /** Masses tried lie between a sixth and six times the start. */
  private static final double MASS_RANGE = 1.8;

  private static final double MASS_STEP = 0.3;

  // Starts nearer than this lead to the same minimum.
  private static final double SAME_LOG_MASS = 0.35;
  private static final double SAME_RISE = 0.009;

  private final Landscape landscape;
  private final PushModel model;

  StartGrid(Landscape landscape) {
    this.landscape = landscape;
    this.model = landscape.model();
  }

  /** The best few different points of the grid. */
  List<Point> best(PushLoss loss, double startFactor, int count) {
    List<Point> grid = new ArrayList<>();
    for (double rise : model.options().risesTried()) {
      for (double delay : model.options().delaysTried()) {
        double[] x = model.priors();
        x[model.indexOf(Kind.RISE)] = rise;
        x[model.indexOf(Kind.SHIFT)] = shiftToTouch(x, model.push().onset() + delay);
        double center = x[model.indexOf(Kind.LOG_MASS)] + Math.log(startFactor);
        for (double d = -MASS_RANGE; d < MASS_RANGE + 1e-9; d += MASS_STEP) {
          x[model.indexOf(Kind.LOG_MASS)] = center + d;
          grid.add(new Point(x.clone(), loss.cost(x)));
        }
      }
    }
    grid.sort(Comparator.comparingDouble(Point::cost));
    List<Point> chosen = new ArrayList<>();
    for (Point point : grid) {
      if (chosen.size() < count
          && Double.isFinite(point.cost())
          && chosen.stream().noneMatch(other -> isSame(point.x(), other.x()))) {
        chosen.add(point);
      }
    }
    if (chosen.isEmpty()) {
      throw new SimulationException(
          "no mass around "
              + model.push().quasiStaticMass() * startFactor
              + " kg lets the engine replay the push");
    }
    return chosen;
  }

  private boolean isSame(double[] a, double[] b) {
    return landscape.isNear(a, b, Kind.LOG_MASS, SAME_LOG_MASS)
        && landscape.isNear(a, b, Kind.RISE, SAME_RISE);
  }

  /** The shift of the hand with which its first fingertip touches the object at a time. */
  private double shiftToTouch(double[] x, double time) {
    RecordedPush push = model.push();
    KinematicTree tree = new KinematicTree(push.hand());
    LinkPoses poses = tree.newPoses();
    poses.setRoot(model.base(x));
    double held = Math.max(push.start(), Math.min(push.end(), time));
    double[] q =
        push.joints().stream().mapToDouble(track -> push.at(track.position(), held)).toArray();
    tree.forward(q, 0, poses);
    double shift = Double.POSITIVE_INFINITY;
    for (Tip tip : push.tips()) {
      Vec3 center = poses.point(tree.linkIndex(tip.link()), tip.center());
      double rear = push.object().rear(center.z());
      shift = Math.min(shift, rear - tip.radius() - center.x());
    }
    return x[model.indexOf(Kind.SHIFT)] + shift;
  }
}
