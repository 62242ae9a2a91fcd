package org.dextwin.sim.semiimplicit;

import org.dextwin.api.sim.MotionState;
import org.dextwin.api.sim.Stepper;
import org.dextwin.sim.semiimplicit.internal.contact.ProjectedContacts;
import org.dextwin.sim.semiimplicit.internal.dynamics.Displacement;
import org.dextwin.sim.semiimplicit.internal.dynamics.WorldField;

/**
 * Position-based dynamics: bodies move as if they were alone, contacts correct where they end, and
 * their velocity is the way that they went. Contacts are looked for once per step, at the predicted
 * poses, and taken as linear from there.
 *
 * <p><i>Thread safety</i>: confined. <i>References</i>: Lou et al. 2025 (D-REX), Eq. 14-19; Müller
 * et al. 2007, "Position based dynamics"; Macklin et al. 2019, "Small steps in physics simulation".
 */
final class PositionBasedStepper implements Stepper {

  private final World world;
  private final WorldField freeMotion;
  private final Displacement displacement;
  private final ProjectedContacts contacts;
  private final int iterations;
  private final double[] acceleration;

  /** Steps a world whose field has no contact forces. */
  PositionBasedStepper(World world, WorldField freeMotion, int iterations) {
    this.world = world;
    this.freeMotion = freeMotion;
    this.displacement = new Displacement(world.freeBodies());
    this.contacts = new ProjectedContacts(world.meetings(), world.parameters(), displacement);
    this.iterations = iterations;
    this.acceleration = new double[world.layout().space().nv()];
  }

  @Override
  public void advance(MotionState in, double dt, MotionState out) {
    predict(in, dt, out);
    for (int i = 0; i < iterations; i++) {
      sweep();
    }
    contacts.settle(dt);
    finish(in, dt, out);
  }

  /** Moves freely and finds the constraints. */
  void predict(MotionState in, double dt, MotionState out) {
    // Eq. 14, 16: v = v + dt M^-1 f
    freeMotion.evaluate(in, acceleration);
    for (int i = 0; i < acceleration.length; i++) {
      out.v()[i] = in.v()[i] + dt * acceleration[i];
    }
    // Eq. 15, 17: q = q (+) dt v
    in.space().displace(in.q(), out.v(), dt, out.q());
    displacement.begin(in, out.v(), dt);
    world.freeBodies().kinematics(out.q(), out.v(), world.frames());
    contacts.collect(world.frames(), dt);
    // the frames have left the state that the field knows
    freeMotion.invalidate();
  }

  /** Eq. 18: corrects every constraint once. */
  void sweep() {
    contacts.sweep();
  }

  /** How far the constraints are from being satisfied [m]. */
  double residual() {
    return contacts.residual();
  }

  /** Eq. 19: v = (q_end (-) q_start) / dt. */
  private void finish(MotionState in, double dt, MotionState out) {
    double[] tangent = displacement.tangent();
    for (int i = 0; i < tangent.length; i++) {
      out.v()[i] = tangent[i] / dt;
    }
    in.space().displace(in.q(), tangent, 1, out.q());
  }
}
