package org.dextwin.mechanics.planning;

import java.util.ArrayList;
import java.util.List;
import org.dextwin.api.math.DimensionMismatchException;
import org.dextwin.api.model.JointOrder;
import org.dextwin.api.model.JointVector;

/**
 * A path with times. Each line is run through as quickly as the joints' velocity, acceleration and
 * jerk allow, all joints together, and the robot comes to rest at each corner: so the motion stays
 * exactly on the path that was found free.
 *
 * <p><i>Thread safety</i>: immutable.
 */
public final class JointTrajectory {

  private static final class Piece {
    final double begin;
    final double[] from;
    final double[] change;
    final DoubleS profile;

    Piece(double begin, double[] from, double[] change, DoubleS profile) {
      this.begin = begin;
      this.from = from;
      this.change = change;
      this.profile = profile;
    }
  }

  /**
   * Where the joints are at a time, and how they move.
   *
   * <p><i>Thread safety</i>: immutable.
   */
  public static final class Sample {
    private final JointVector positions;
    private final double[] velocities;
    private final double[] accelerations;
    private final double[] jerks;

    private Sample(
        JointVector positions, double[] velocities, double[] accelerations, double[] jerks) {
      this.positions = positions;
      this.velocities = velocities;
      this.accelerations = accelerations;
      this.jerks = jerks;
    }

    /**
     * Returns the joint positions.
     *
     * @return joint positions
     */
    public JointVector positions() {
      return positions;
    }

    /**
     * Returns the first derivatives of the positions by time [rad/s].
     *
     * @return in the order of the positions
     */
    public double[] velocities() {
      return velocities.clone();
    }

    /**
     * Returns the second derivatives [rad/s^2].
     *
     * @return in the order of the positions
     */
    public double[] accelerations() {
      return accelerations.clone();
    }

    /**
     * Returns the third derivatives [rad/s^3].
     *
     * @return in the order of the positions
     */
    public double[] jerks() {
      return jerks.clone();
    }
  }

  private final JointPath path;
  private final JointOrder order;
  private final List<Piece> pieces = new ArrayList<>();
  private final double duration;

  /**
   * Gives a path its times.
   *
   * @param path the path
   * @param limits limits of each joint, in the order of the path's joints
   * @throws DimensionMismatchException if there are not as many limits as joints
   */
  public JointTrajectory(JointPath path, List<MotionLimits> limits) {
    this.path = path;
    order = path.waypoints().get(0).order();
    if (limits.size() != order.size()) {
      throw new DimensionMismatchException("joint limits", order.size(), limits.size());
    }
    double time = 0;
    for (int i = 1; i < path.waypoints().size(); i++) {
      double[] from = path.values(i - 1);
      double[] change = path.values(i);
      for (int k = 0; k < from.length; k++) {
        change[k] -= from[k];
      }
      if (Lines.largestMove(new double[from.length], change) > 0) {
        Piece piece = new Piece(time, from, change, profile(change, limits));
        pieces.add(piece);
        time += piece.profile.duration();
      }
    }
    duration = time;
  }

  /** The line as a whole may be as quick as its slowest joint. */
  private static DoubleS profile(double[] change, List<MotionLimits> limits) {
    double velocity = Double.POSITIVE_INFINITY;
    double acceleration = Double.POSITIVE_INFINITY;
    double jerk = Double.POSITIVE_INFINITY;
    for (int k = 0; k < change.length; k++) {
      double move = Math.abs(change[k]);
      velocity = Math.min(velocity, limits.get(k).velocity() / move);
      acceleration = Math.min(acceleration, limits.get(k).acceleration() / move);
      jerk = Math.min(jerk, limits.get(k).jerk() / move);
    }
    return new DoubleS(velocity, acceleration, jerk);
  }

  /**
   * Returns the path that is followed.
   *
   * @return the path
   */
  public JointPath path() {
    return path;
  }

  /**
   * Returns how long the motion takes.
   *
   * @return duration [s]
   */
  public double duration() {
    return duration;
  }

  /**
   * Returns the motion at a time.
   *
   * @param time time since the start [s]; the robot rests before it and after the end
   * @return positions and their derivatives
   */
  public Sample at(double time) {
    int n = order.size();
    double[] q = path.values(0);
    double[][] derivatives = new double[3][n];
    if (time >= duration) {
      q = path.values(path.waypoints().size() - 1);
    } else if (time > 0) {
      double[] profile = new double[4];
      Piece piece = pieceAt(time);
      piece.profile.evaluate(time - piece.begin, profile);
      for (int k = 0; k < n; k++) {
        q[k] = piece.from[k] + profile[0] * piece.change[k];
        for (int d = 0; d < 3; d++) {
          derivatives[d][k] = profile[d + 1] * piece.change[k];
        }
      }
    }
    return new Sample(new JointVector(order, q), derivatives[0], derivatives[1], derivatives[2]);
  }

  private Piece pieceAt(double time) {
    Piece found = pieces.get(0);
    for (Piece piece : pieces) {
      found = piece.begin <= time ? piece : found;
    }
    return found;
  }
}
