package org.dextwin.experiments.drex.internal.pushlog.motion;

import java.util.ArrayList;
import java.util.List;
import org.dextwin.api.math.Vec3;

/**
 * Works out the energy per mass that a push took, and the slip.
 *
 * <p>Tipping: the energy is the largest until the centre of mass is well over the edge; then the
 * object falls by itself. The slip is that of the supporting edge along the fall until then.
 * Sliding: the energy is spent on friction when the object rests again; the slip is that of the
 * base, whose corners share it evenly, turning included.
 */
final class EffectOfPush {

  /** Tilt past balance at which an object falls by itself, whatever the tracker's errors. */
  private static final double PAST_BALANCE = Math.toRadians(15);

  /**
   * Tracker's error of an energy per mass: 0.4 mm of height, with the noise of a maximum [J/kg].
   */
  private static final double LEAST_ENERGY_SIGMA = 0.004;

  /** Relative error of a kinetic energy from central differences over 0.14 s. */
  private static final double KINETIC_SIGMA = 0.15;

  /** Error of a height that follows from the rotation: half a degree on a lever of 5 cm [m]. */
  private static final double RISE_SIGMA = 0.0004;

  /** Error of a slip: depth noise and the tilt of the edge [m]. */
  private static final double SLIP_SIGMA = 0.004;

  /** Corners of the base this near to the farthest make up the supporting edge [m]. */
  private static final double EDGE_DEPTH = 0.003;

  /** Horizontal parts below this have no direction. */
  private static final double NO_DIRECTION = 1e-6;

  private final BodyPath path;
  private final Movement movement;
  private final StandingSolid solid;
  private final int first;
  private final int last;
  private final Vec3 direction_M;
  private final Vec3 direction_C;
  private final List<Vec3> bearing;
  private final double[] slips;

  EffectOfPush(BodyPath path, Movement movement) {
    this.path = path;
    this.movement = movement;
    this.solid = path.solid();
    this.first = indexAt(movement.onset());
    this.direction_M = tips() ? fall() : slide();
    this.direction_C = path.horizontal(path.restRotation().rotate(direction_M)).normalized();
    this.bearing = tips() ? edge() : solid.support();
    this.last = tips() ? overTheEdge() : stopped();
    this.slips = slips();
  }

  private boolean tips() {
    return movement.kind() == Movement.Kind.TIP;
  }

  private int indexAt(double time) {
    int index = 0;
    while (index < path.size() - 1 && path.time(index) < time) {
      index++;
    }
    return index;
  }

  /** The direction in which the body's lowest point moves: down turns towards the edge. */
  private Vec3 fall() {
    int at = first;
    for (int i = first; i < path.size(); i++) {
      if (path.tilt(at) > MovementFinder.PLAIN_TILT) {
        break;
      }
      at = path.tilt(i) > path.tilt(at) ? i : at;
    }
    Vec3 down = path.rotation(at).inverse().rotate(path.up().negated());
    Vec3 downAtRest = path.restRotation().inverse().rotate(path.up().negated());
    return alongBase(down.minus(downAtRest));
  }

  private Vec3 slide() {
    Vec3 moved = path.centerOfMass(indexAt(movement.end())).minus(path.centerOfMass(indexBefore()));
    return alongBase(path.restRotation().inverse().rotate(path.horizontal(moved)));
  }

  private int indexBefore() {
    return Math.max(0, indexAt(path.track().handOnset()) - 1);
  }

  private Vec3 alongBase(Vec3 v) {
    Vec3 along = v.minus(solid.down().times(solid.down().dot(v)));
    if (along.norm() > NO_DIRECTION) {
      return along.normalized();
    }
    // turned on the spot: any direction along the base serves
    return solid.support().get(0).minus(solid.support().get(1)).normalized();
  }

  private List<Vec3> edge() {
    double reach = solid.halfBase(direction_M) - EDGE_DEPTH;
    return solid.support().stream()
        .filter(c -> direction_M.dot(c.minus(solid.centerOfMass())) >= reach)
        .toList();
  }

  /** Returns the first pose well past balance, or the end of the motion. */
  private int overTheEdge() {
    double limit = solid.balanceAngle(direction_M) + PAST_BALANCE;
    for (int i = first; i < path.size(); i++) {
      if (path.tilt(i) > limit) {
        return i;
      }
    }
    return indexAt(movement.end());
  }

  /** Returns the last pose of those that show that a slid object rests: it may stop slowly. */
  private int stopped() {
    return Math.min(path.size() - 1, indexAt(movement.end()) + MovementFinder.REST_POSES - 1);
  }

  /** Returns how far the bearing corners have moved along the table, on average. */
  private double[] slips() {
    double[] mean = new double[path.size()];
    for (Vec3 corner : bearing) {
      Vec3 rest = restingPlace(corner);
      for (int i = 0; i < path.size(); i++) {
        Vec3 moved = path.horizontal(path.place(i, corner).minus(rest));
        mean[i] += (tips() ? moved.dot(direction_C) : moved.norm()) / bearing.size();
      }
    }
    return mean;
  }

  private Vec3 restingPlace(Vec3 corner) {
    Vec3 sum = Vec3.ZERO;
    int count = 0;
    for (int i = 0; i < path.size(); i++) {
      if (path.isBefore(i)) {
        sum = sum.plus(path.place(i, corner));
        count++;
      }
    }
    return sum.times(1.0 / count);
  }

  /** Returns the slip around a pose: the mean over it and its neighbours. */
  private double slip(int at) {
    double sum = 0;
    int count = 0;
    for (int i = Math.max(0, at - 1); i <= Math.min(path.size() - 1, at + 1); i++) {
      sum += slips[i];
      count++;
    }
    return Math.abs(sum / count);
  }

  /**
   * Returns how far the supporting edge slid while the object tipped up to its highest energy [m]:
   * since rest, or since the tilt began if that is less, because an object may slide before it
   * tips. Zero for objects that do not tip.
   */
  double edgeSlip() {
    return tips() ? Math.min(slip(highest()), Math.abs(slips[highest()] - slips[first])) : 0;
  }

  private double energy(int i) {
    return PushEffect.GRAVITY * path.rise(i) + path.kineticEnergy(i);
  }

  PushEffect effect() {
    if (movement.kind() == Movement.Kind.NONE) {
      return new PushEffect(
          0,
          LEAST_ENERGY_SIGMA,
          0,
          SLIP_SIGMA,
          path.time(last),
          path.time(last),
          0,
          solid.halfBase(direction_M),
          solid.balanceAngle(direction_M));
    }
    int at = tips() ? highest() : last;
    return new PushEffect(
        Math.max(0, energy(at)),
        Math.max(
            LEAST_ENERGY_SIGMA,
            KINETIC_SIGMA * path.kineticEnergy(at) + PushEffect.GRAVITY * RISE_SIGMA),
        slip(at),
        SLIP_SIGMA,
        path.time(at),
        path.time(last),
        path.tilt(at),
        solid.halfBase(direction_M),
        solid.balanceAngle(direction_M));
  }

  /** Returns the pose of highest energy from the onset until the window's end. */
  private int highest() {
    int highest = Math.min(first + 1, last);
    for (int i = highest; i < last; i++) {
      highest = energy(i) > energy(highest) ? i : highest;
    }
    return highest;
  }

  List<MotionSample> samples() {
    List<MotionSample> samples = new ArrayList<>();
    for (int i = 0; i < path.size(); i++) {
      samples.add(
          new MotionSample(
              path.time(i),
              path.tilt(i),
              path.rise(i),
              path.slidingVelocity(i).norm(),
              path.kineticEnergy(i),
              energy(i),
              slips[i]));
    }
    return samples;
  }
}
