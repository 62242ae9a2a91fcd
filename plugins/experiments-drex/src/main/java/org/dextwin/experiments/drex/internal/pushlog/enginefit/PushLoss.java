package org.dextwin.experiments.drex.internal.pushlog.enginefit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.sim.SimulationException;
import org.dextwin.api.sim.StateLayout;
import org.dextwin.api.sim.Trajectory;
import org.dextwin.experiments.drex.internal.pushlog.enginefit.Replay.Derivative;
import org.dextwin.experiments.drex.internal.pushlog.enginefit.Replay.Response;
import org.dextwin.mechanics.optimization.LeastSquaresProblem;

/**
 * The trajectory loss of a push: deviations of the fingers from their logged path, of the object
 * from where it was seen, and of the unknowns from what was believed of them, each over its
 * standard deviation. Large residuals r may count less: the loss of one is rho = k^2 (sqrt(1 + r^2
 * / k^2) - 1), whose square root of 2 rho is the residual that the solver sees.
 *
 * <p>A point that is too far from the best one so far counts as one that cannot be evaluated, so
 * that a solver comes nearer; and derivatives are formed only where the loss falls, because a
 * solver uses them nowhere else.
 *
 * <p><i>Thread safety</i>: confined.
 */
final class PushLoss implements LeastSquaresProblem {

  private static final int POSE_SIZE = 6;

  /**
   * No usual difference of an unknown moves a residual by as many standard deviations: that of 2
   * mrad would be of 200 rad.
   */
  private static final double LARGEST_SLOPE = 1e5;

  private final Replay replay;
  private final PushModel model;
  private final RecordedPush push;
  private final FitOptions options;
  private final double jointSigma;
  private final double robustness;
  private final CostProfile profile;
  private final double[] readingTimes;
  private final List<Integer> followed = new ArrayList<>();
  private double lowestCost = Double.POSITIVE_INFINITY;
  private double[] lowest = new double[0];
  private Beginning beginning = new Beginning(new double[0], new double[0], new double[0]);

  /**
   * Prepares the loss.
   *
   * @param jointSigma standard deviation of joint positions [rad]
   * @param robustness residual beyond which the loss grows linearly
   * @param profile is told where the loss is looked at
   */
  PushLoss(
      Replay replay, PushModel model, double jointSigma, double robustness, CostProfile profile) {
    this.profile = profile;
    this.replay = replay;
    this.model = model;
    this.push = model.push();
    this.options = model.options();
    this.jointSigma = jointSigma / readingWeight();
    this.robustness = robustness;
    int readings = (int) Math.floor((push.end() - push.start()) / options.readingPeriod());
    this.readingTimes = new double[Math.max(0, readings)];
    for (int i = 0; i < readingTimes.length; i++) {
      readingTimes[i] = push.start() + (i + 1) * options.readingPeriod();
    }
    for (int j = 0; j < push.joints().size(); j++) {
      if (push.joints().get(j).moves()) {
        followed.add(j);
      }
    }
  }

  /** Readings that repeat each other share the weight of one. */
  double readingWeight() {
    return Math.min(1, Math.sqrt(options.readingPeriod() / options.correlationTime()));
  }

  int jointRows() {
    return readingTimes.length * followed.size();
  }

  int poseRows() {
    return POSE_SIZE * push.poses().size();
  }

  /** Returns how many numbers of the poses say something. */
  int poseNumbers() {
    int count = 0;
    for (SeenPose seen : push.poses()) {
      for (Vec3 sigma : List.of(seen.rotationSigma(), seen.positionSigma())) {
        count += Double.isInfinite(sigma.x()) ? 0 : 1;
        count += Double.isInfinite(sigma.y()) ? 0 : 1;
        count += Double.isInfinite(sigma.z()) ? 0 : 1;
      }
    }
    return count;
  }

  @Override
  public int parameterCount() {
    return model.all().size();
  }

  @Override
  public int residualCount() {
    return jointRows() + poseRows() + parameterCount();
  }

  /** Unknowns as the solver sees them: in units of their usual differences. */
  double[] scaled(double[] x) {
    double[] scaled = new double[x.length];
    Arrays.setAll(scaled, i -> x[i] / model.all().get(i).size());
    return scaled;
  }

  double[] unscaled(double[] scaled) {
    double[] x = new double[scaled.length];
    Arrays.setAll(x, i -> scaled[i] * model.all().get(i).size());
    return x;
  }

  /** Returns half the sum of squares, infinite where the engine fails. */
  double cost(double[] x) {
    if (!model.isPlausible(x)) {
      return Double.POSITIVE_INFINITY;
    }
    try {
      double cost = halfSquare(robust(residuals(replay.rollout(x), x)));
      profile.add(x[model.indexOf(Unknown.Kind.LOG_MASS)], cost);
      return cost;
    } catch (SimulationException e) {
      return Double.POSITIVE_INFINITY;
    }
  }

  /** Returns the residuals before large ones are tamed. */
  double[] plainResiduals(double[] x) {
    return residuals(replay.rollout(x), x);
  }

  @Override
  public boolean evaluate(double[] scaled, double[] residuals, double[] jacobian) {
    if (Arrays.equals(scaled, beginning.scaled)) {
      System.arraycopy(beginning.residuals, 0, residuals, 0, residuals.length);
      System.arraycopy(beginning.jacobian, 0, jacobian, 0, jacobian.length);
      return true;
    }
    double[] x = unscaled(scaled);
    if (isFar(x) || !model.isPlausible(x)) {
      return false;
    }
    try {
      double[] plain = residuals(replay.rollout(x), x);
      System.arraycopy(robust(plain), 0, residuals, 0, plain.length);
      double cost = halfSquare(residuals);
      profile.add(x[model.indexOf(Unknown.Kind.LOG_MASS)], cost);
      if (cost < lowestCost) {
        fillJacobian(replay.respond(x), x, plain, jacobian);
        if (hasExploded(jacobian)) {
          return false;
        }
        lowestCost = cost;
        lowest = x;
      }
      return true;
    } catch (SimulationException e) {
      return false;
    }
  }

  /** Says whether a solver can begin at a point: the engine gets there, and so do derivatives. */
  boolean isDifferentiable(double[] x) {
    double[] scaled = scaled(x);
    double[] residuals = new double[residualCount()];
    double[] jacobian = new double[residuals.length * x.length];
    boolean is = evaluate(scaled, residuals, jacobian);
    if (is) {
      beginning = new Beginning(scaled, residuals, jacobian);
    }
    return is;
  }

  /** Where friction chatters in the engine, derivatives grow from step to step. */
  private static boolean hasExploded(double[] jacobian) {
    for (double entry : jacobian) {
      if (!(Math.abs(entry) < LARGEST_SLOPE)) {
        return true;
      }
    }
    return false;
  }

  private boolean isFar(double[] x) {
    for (int i = 0; i < lowest.length; i++) {
      if (Math.abs(x[i] - lowest[i]) > model.all().get(i).largestStep()) {
        return true;
      }
    }
    return false;
  }

  private static double halfSquare(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value * value;
    }
    return 0.5 * sum;
  }

  private double[] robust(double[] plain) {
    double[] tamed = plain.clone();
    for (int i = 0; i < jointRows() + poseRows(); i++) {
      tamed[i] = Math.signum(plain[i]) * Math.sqrt(2 * rho(plain[i]));
    }
    return tamed;
  }

  private double rho(double r) {
    if (Double.isInfinite(robustness)) {
      return 0.5 * r * r;
    }
    double u = r / robustness;
    return robustness * robustness * u * u / (Math.sqrt(1 + u * u) + 1);
  }

  /** Derivative of the tamed residual by the plain one. */
  private double taming(double r) {
    if (Double.isInfinite(robustness) || Math.abs(r) < 1e-6) {
      return 1;
    }
    double u = r / robustness;
    double slope = Math.abs(r) / Math.sqrt(1 + u * u);
    return slope / Math.sqrt(2 * rho(r));
  }

  private double[] residuals(Trajectory trajectory, double[] x) {
    double[] residuals = new double[residualCount()];
    int row = 0;
    StateLayout layout = trajectory.layout();
    for (int j : followed) {
      JointTrack track = push.joints().get(j);
      int index = layout.jointPosition(PushModel.HAND + "/" + track.joint());
      for (double time : readingTimes) {
        Place at = Place.of(trajectory, time - push.start());
        double q =
            (1 - at.weight) * trajectory.position(at.before, index)
                + at.weight * trajectory.position(at.before + 1, index);
        residuals[row++] = (q - push.at(track.position(), time)) / jointSigma;
      }
      asTorques(track, residuals, row - readingTimes.length, 1);
    }
    for (SeenPose seen : push.poses()) {
      Pose X_WO = pose(trajectory, poseTime(seen, x));
      Vec3 turn = turnFrom(seen.pose(), X_WO);
      Vec3 gap = X_WO.position().minus(seen.pose().position());
      residuals[row] = turn.x() / seen.rotationSigma().x();
      residuals[row + 1] = turn.y() / seen.rotationSigma().y();
      residuals[row + 2] = turn.z() / seen.rotationSigma().z();
      residuals[row + 3] = gap.x() / seen.positionSigma().x();
      residuals[row + 4] = gap.y() / seen.positionSigma().y();
      residuals[row + 5] = gap.z() / seen.positionSigma().z();
      row += POSE_SIZE;
    }
    for (int i = 0; i < x.length; i++) {
      Unknown unknown = model.all().get(i);
      residuals[row++] = unknown.hasPrior() ? (x[i] - unknown.prior()) / unknown.sigma() : 0;
    }
    return residuals;
  }

  /**
   * Turns deviations e of a joint into the mean torque, over the gain K, that the servo adds from
   * reading to reading to hold it on its path: e + (D/K) de/dt.
   */
  private void asTorques(JointTrack track, double[] values, int first, int stride) {
    if (!options.torques()) {
      return;
    }
    double lag = track.damping() / options.followGain();
    double before = 0;
    for (int k = 0; k < readingTimes.length; k++) {
      double e = values[first + k * stride];
      values[first + k * stride] =
          0.5 * (e + before) + lag * (e - before) / options.readingPeriod();
      before = e;
    }
  }

  /** Returns the root mean square deviation of the moving joints from their path [rad]. */
  double fingerDeviation(double[] x) {
    Trajectory trajectory = replay.rollout(x);
    double sum = 0;
    for (int j : followed) {
      JointTrack track = push.joints().get(j);
      int index = trajectory.layout().jointPosition(PushModel.HAND + "/" + track.joint());
      for (double time : readingTimes) {
        Place at = Place.of(trajectory, time - push.start());
        double q =
            (1 - at.weight) * trajectory.position(at.before, index)
                + at.weight * trajectory.position(at.before + 1, index);
        double e = q - push.at(track.position(), time);
        sum += e * e;
      }
    }
    return Math.sqrt(sum / Math.max(1, jointRows()));
  }

  private double poseTime(SeenPose seen, double[] x) {
    return seen.time() - model.lag(x) - push.start();
  }

  private static Pose pose(Trajectory trajectory, double sinceStart) {
    Place at = Place.of(trajectory, sinceStart);
    Pose a = trajectory.pose(at.before, PushModel.OBJECT);
    Pose b = trajectory.pose(at.before + 1, PushModel.OBJECT);
    Vec3 position = a.position().times(1 - at.weight).plus(b.position().times(at.weight));
    Vec3 step = turnFrom(a, b).times(at.weight);
    return Pose.inWorld(PushModel.OBJECT, position, Quat.exp(step).times(a.rotation()));
  }

  /** Rotation vector in the world that turns the one into the other. */
  private static Vec3 turnFrom(Pose from, Pose to) {
    return to.rotation().times(from.rotation().inverse()).log();
  }

  private void fillJacobian(Response response, double[] x, double[] plain, double[] jacobian) {
    Trajectory trajectory = response.trajectory();
    StateLayout layout = trajectory.layout();
    int n = x.length;
    Arrays.fill(jacobian, 0);
    int lag = model.indexOf(Unknown.Kind.LAG);
    for (int i = 0; i < n; i++) {
      Derivative derivative = response.derivatives().get(i);
      Unknown unknown = model.all().get(i);
      int row = 0;
      for (int j : followed) {
        int index = layout.jointVelocity(PushModel.HAND + "/" + push.joints().get(j).joint());
        for (double time : readingTimes) {
          Place at = Place.of(trajectory, time - push.start());
          jacobian[row++ * n + i] = at.interpolate(derivative, index) / jointSigma;
        }
        asTorques(push.joints().get(j), jacobian, (row - readingTimes.length) * n + i, n);
      }
      int body = layout.bodyVelocity(PushModel.OBJECT);
      for (SeenPose seen : push.poses()) {
        Place at = Place.of(trajectory, poseTime(seen, x));
        double[] tangent = new double[POSE_SIZE];
        for (int k = 0; k < POSE_SIZE; k++) {
          tangent[k] =
              i == lag
                  ? -trajectory.velocity(at.before, body + k) * (at.inside ? 1 : 0)
                  : at.interpolate(derivative, body + k);
        }
        if (!Arrays.stream(tangent).allMatch(Double::isFinite)) {
          Arrays.fill(jacobian, Double.NaN); // exploded beyond all numbers
          return;
        }
        Vec3 turn =
            turnSlope(
                turnFrom(seen.pose(), pose(trajectory, poseTime(seen, x))), Vec3.of(tangent, 0));
        jacobian[row * n + i] = turn.x() / seen.rotationSigma().x();
        jacobian[(row + 1) * n + i] = turn.y() / seen.rotationSigma().y();
        jacobian[(row + 2) * n + i] = turn.z() / seen.rotationSigma().z();
        jacobian[(row + 3) * n + i] = tangent[3] / seen.positionSigma().x();
        jacobian[(row + 4) * n + i] = tangent[4] / seen.positionSigma().y();
        jacobian[(row + 5) * n + i] = tangent[5] / seen.positionSigma().z();
        row += POSE_SIZE;
      }
      for (int r = 0; r < row; r++) {
        jacobian[r * n + i] *= taming(plain[r]) * unknown.size();
      }
      if (unknown.hasPrior()) {
        jacobian[(row + i) * n + i] = unknown.size() / unknown.sigma();
      }
    }
  }

  /** d log(exp(d) R) = J_l^-1(log R) d, to second order in the angle. */
  private static Vec3 turnSlope(Vec3 turn, Vec3 d) {
    Vec3 first = turn.cross(d).times(-0.5);
    return d.plus(first).plus(turn.cross(turn.cross(d)).times(1.0 / 12));
  }

  /** What was found where a solver begins; it asks again. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Beginning(double[] scaled, double[] residuals, double[] jacobian) {}

  /** Between two states of a trajectory; outside of it, at its end. */
  private record Place(int before, double weight, boolean inside) {

    static Place of(Trajectory trajectory, double time) {
      double place = time / trajectory.timeStep();
      double last = trajectory.samples() - 1.0;
      double held = Math.max(0, Math.min(last, place));
      int before = (int) Math.min(last - 1, Math.floor(held));
      return new Place(before, held - before, place > 0 && place < last);
    }

    double interpolate(Derivative derivative, int index) {
      return (1 - weight) * derivative.at(before, index)
          + weight * derivative.at(before + 1, index);
    }
  }
}
