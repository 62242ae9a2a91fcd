package org.dextwin.sim.semiimplicit.internal.dynamics;

import static org.dextwin.mechanics.dynamics.Frames.SPATIAL;
import static org.dextwin.mechanics.dynamics.Vectors.addCross;
import static org.dextwin.mechanics.dynamics.Vectors.addScaled;
import static org.dextwin.mechanics.dynamics.Vectors.copy;
import static org.dextwin.mechanics.dynamics.Vectors.cross;

import java.util.Arrays;
import org.dextwin.api.sim.ConfigurationSpace;
import org.dextwin.api.sim.MotionState;

/**
 * How far free bodies go within one step: a tangent at the start of the step, which constraints
 * correct. Frames beyond the free bodies stay where they are.
 *
 * <p>Arms reach from the centres of mass at the start: so equal and opposite corrections at one
 * point keep the angular momentum, that of the orbits included.
 *
 * <p><i>Thread safety</i>: confined.
 */
public final class Displacement {

  private final FreeBodies bodies;
  private final double[] tangent;
  private final double[] centers;
  private final double[] arm = new double[3];
  private final double[] impulse = new double[SPATIAL];
  private final double[] response;

  /**
   * Makes a displacement of zero.
   *
   * @param bodies the bodies
   */
  public Displacement(FreeBodies bodies) {
    this.bodies = bodies;
    this.tangent = new double[SPATIAL * bodies.count()];
    this.centers = new double[3 * bodies.count()];
    this.response = new double[SPATIAL * bodies.count()];
  }

  /**
   * Begins a step.
   *
   * @param start state of the centres of mass
   * @param velocity predicted velocity
   * @param dt the step [s]
   */
  public void begin(MotionState start, double[] velocity, double dt) {
    for (int b = 0; b < bodies.count(); b++) {
      copy(start.q(), ConfigurationSpace.BODY_NQ * b + 4, centers, 3 * b);
    }
    for (int i = 0; i < tangent.length; i++) {
      tangent[i] = dt * velocity[i];
    }
  }

  /**
   * Returns the tangent.
   *
   * @return rotation vector and translation of the centre of every body, shape (bodies, 6)
   */
  public double[] tangent() {
    return tangent;
  }

  /** Adds the displacement of a point of a body. */
  void add(double sign, int body, double[] point, double[] out) {
    if (body >= bodies.count()) {
      return;
    }
    placeArm(body, point);
    addScaled(sign, tangent, SPATIAL * body + 3, out, 0);
    addCross(sign, tangent, SPATIAL * body, arm, 0, out, 0);
  }

  /** Corrects by M^-1 times an impulse at a point of a body. */
  void push(double impulseSize, int body, double[] point, double[] direction) {
    if (body >= bodies.count()) {
      return;
    }
    placeImpulse(body, point, direction);
    bodies.addResponse(body, impulseSize, impulse, tangent);
  }

  /** How far a point gives way along a unit impulse on it [1/kg]. */
  double inverseMass(int body, double[] point, double[] direction) {
    if (body >= bodies.count()) {
      return 0;
    }
    placeImpulse(body, point, direction);
    Arrays.fill(response, SPATIAL * body, SPATIAL * (body + 1), 0);
    bodies.addResponse(body, 1, impulse, response);
    double sum = 0;
    for (int i = 0; i < SPATIAL; i++) {
      sum += impulse[i] * response[SPATIAL * body + i];
    }
    return sum;
  }

  private void placeArm(int body, double[] point) {
    copy(point, 0, arm, 0);
    addScaled(-1, centers, 3 * body, arm, 0);
  }

  private void placeImpulse(int body, double[] point, double[] direction) {
    placeArm(body, point);
    cross(arm, 0, direction, 0, impulse, 0);
    copy(direction, 0, impulse, 3);
  }
}
