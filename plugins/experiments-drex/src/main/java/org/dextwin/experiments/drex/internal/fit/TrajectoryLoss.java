package org.dextwin.experiments.drex.internal.fit;

import java.util.Arrays;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.sim.SimulationException;
import org.dextwin.api.sim.Trajectory;
import org.dextwin.mechanics.optimization.LeastSquaresProblem;

/**
 * D-REX's trajectory loss, sum over the tracked poses of |s_sim - s_real|^2 with s = (p, q) in R^7
 * (Eq. 1 and 6), as a function of x = log m. Each part of s is divided by its standard deviation,
 * which makes metres and quaternions comparable and the minimiser the most likely mass. Between two
 * steps of the engine residuals are interpolated linearly.
 *
 * <p><i>Thread safety</i>: confined.
 */
final class TrajectoryLoss implements LeastSquaresProblem {

  /** Numbers of s = (p, q). */
  private static final int POSE_SIZE = 7;

  private final MassModel model;
  private final String body;
  private final TrackedPoses tracked;
  private final PoseNoise noise;
  private SimulationException lastFailure = new SimulationException("no start was given");

  TrajectoryLoss(MassModel model, String body, TrackedPoses tracked, PoseNoise noise) {
    this.model = model;
    this.body = body;
    this.tracked = tracked;
    this.noise = noise;
  }

  /** Says whether the engine survives a rollout with this mass [kg]. */
  boolean canStartFrom(double mass) {
    return evaluate(
        new double[] {Math.log(mass)}, new double[residualCount()], new double[residualCount()]);
  }

  /** Why the engine could not simulate the last mass at which it could not. */
  SimulationException lastFailure() {
    return lastFailure;
  }

  @Override
  public int parameterCount() {
    return 1;
  }

  @Override
  public int residualCount() {
    return POSE_SIZE * tracked.size();
  }

  @Override
  public boolean evaluate(double[] x, double[] residuals, double[] jacobian) {
    double mass = Math.exp(x[0]);
    if (!model.accepts(mass)) {
      lastFailure = new SimulationException("the engine takes no mass of " + mass + " kg");
      return false;
    }
    MassResponse response;
    try {
      response = model.respond(mass);
    } catch (SimulationException e) {
      lastFailure = e;
      return false;
    }
    Arrays.fill(residuals, 0);
    Arrays.fill(jacobian, 0);
    Trajectory trajectory = response.trajectory();
    for (int k = 0; k < tracked.size(); k++) {
      double place = (tracked.times().get(k) - trajectory.time(0)) / trajectory.timeStep();
      int before = Math.min((int) place, trajectory.samples() - 2);
      double weight = place - before;
      add(response, before, 1 - weight, mass, k, residuals, jacobian);
      add(response, before + 1, weight, mass, k, residuals, jacobian);
    }
    divideByDeviation(residuals);
    divideByDeviation(jacobian);
    return true;
  }

  private void divideByDeviation(double[] rows) {
    for (int row = 0; row < rows.length; row++) {
      rows[row] /= row % POSE_SIZE < 3 ? noise.position() : noise.quaternion();
    }
  }

  /** Adds weight * (s_sim - s_real) of one sample and its derivative by log m. */
  private void add(
      MassResponse response,
      int sample,
      double weight,
      double mass,
      int k,
      double[] residuals,
      double[] jacobian) {
    Pose X_WO = response.trajectory().pose(sample, body);
    Pose seen = tracked.poses().get(k);
    Quat q = X_WO.rotation();
    // q and -q are the same rotation: compare on the nearer half of the sphere
    double sign = dot(q, seen.rotation()) < 0 ? -1 : 1;
    int row = POSE_SIZE * k;
    Vec3 gap = X_WO.position().minus(seen.position());
    residuals[row] += weight * gap.x();
    residuals[row + 1] += weight * gap.y();
    residuals[row + 2] += weight * gap.z();
    residuals[row + 3] += weight * (sign * q.w() - seen.rotation().w());
    residuals[row + 4] += weight * (sign * q.x() - seen.rotation().x());
    residuals[row + 5] += weight * (sign * q.y() - seen.rotation().y());
    residuals[row + 6] += weight * (sign * q.z() - seen.rotation().z());

    int tangent = response.trajectory().layout().bodyVelocity(body);
    MassResponse.Derivative slope = response.derivative();
    double scale = weight * mass; // d/d(log m) = m d/dm
    for (int axis = 0; axis < 3; axis++) {
      jacobian[row + axis] += scale * slope.at(sample, tangent + 3 + axis);
    }
    // dq = 1/2 (0, dtheta) * q, with dtheta expressed in the world
    double dx = 0.5 * sign * scale * slope.at(sample, tangent);
    double dy = 0.5 * sign * scale * slope.at(sample, tangent + 1);
    double dz = 0.5 * sign * scale * slope.at(sample, tangent + 2);
    jacobian[row + 3] += -dx * q.x() - dy * q.y() - dz * q.z();
    jacobian[row + 4] += dx * q.w() + dy * q.z() - dz * q.y();
    jacobian[row + 5] += dy * q.w() + dz * q.x() - dx * q.z();
    jacobian[row + 6] += dz * q.w() + dx * q.y() - dy * q.x();
  }

  private static double dot(Quat a, Quat b) {
    return a.w() * b.w() + a.x() * b.x() + a.y() * b.y() + a.z() * b.z();
  }
}
