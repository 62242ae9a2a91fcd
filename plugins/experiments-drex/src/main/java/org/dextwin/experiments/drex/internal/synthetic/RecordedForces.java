package org.dextwin.experiments.drex.internal.synthetic;

import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Scene;
import org.dextwin.api.sim.Actuation;
import org.dextwin.api.sim.ContactReport.Contact;
import org.dextwin.api.sim.Simulation;
import org.dextwin.api.sim.Simulator;
import org.dextwin.api.sim.WrenchSignal;

/**
 * What a robot did to an object in a world, step by step: the contact points and the forces there,
 * added up to a wrench about the object's origin.
 *
 * <p><i>Thread safety</i>: confined. <i>References</i>: Lou et al. 2025 (D-REX), Eq. 2 and 4.
 *
 * @param timeStep time step of the world [s]
 * @param wrenches torque, then force on the object, in the world [N m, N], shape (steps, 6)
 * @param contacts number of points of contact over all steps
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record RecordedForces(double timeStep, double[] wrenches, int contacts) {

  private static final int WIDTH = 6;

  /** Part of a step that is none. */
  private static final double ROUNDING = 1e-6;

  /**
   * Records them.
   *
   * @param world the engine
   * @param scene the scene
   * @param object name of the object
   * @param robot name of the robot
   * @param targets targets of the robot's servos, held
   * @param end when to end [s]
   */
  static RecordedForces of(
      Simulator world, Scene scene, String object, String robot, double[] targets, double end) {
    int steps = (int) Math.ceil(end / world.timeStep());
    double[] wrenches = new double[WIDTH * steps];
    int contacts = 0;
    Actuation held = new Actuation(targets);
    try (Simulation simulation = world.open(scene)) {
      for (int step = 0; step < steps; step++) {
        Vec3 origin = simulation.bodies().pose(object).position();
        for (Contact contact : simulation.contacts().contacts()) {
          boolean first = contact.first().equals(object);
          String other = first ? contact.second() : contact.first();
          if (other.startsWith(robot + "/") && (first || contact.second().equals(object))) {
            Vec3 force = first ? contact.force() : contact.force().negated();
            add(wrenches, WIDTH * step, contact.point().minus(origin).cross(force));
            add(wrenches, WIDTH * step + 3, force);
            contacts++;
          }
        }
        simulation.step(held, 1);
      }
    }
    return new RecordedForces(world.timeStep(), wrenches, contacts);
  }

  private static void add(double[] values, int at, Vec3 vector) {
    values[at] += vector.x();
    values[at + 1] += vector.y();
    values[at + 2] += vector.z();
  }

  /**
   * Returns the wrenches for an engine of another time step: the impulse of every time is kept.
   *
   * @param body the object's name there
   * @param step the engine's time step [s]
   * @param start when the engine starts, on the world's clock [s]
   * @param end when it ends [s]
   */
  WrenchSignal signal(String body, double step, double start, double end) {
    int steps = (int) Math.ceil((end - start) / step - ROUNDING);
    double[] integral = integral();
    double[] values = new double[WIDTH * steps];
    for (int i = 0; i < steps; i++) {
      for (int k = 0; k < WIDTH; k++) {
        double before = impulse(integral, start + i * step, k);
        double after = impulse(integral, start + (i + 1) * step, k);
        values[WIDTH * i + k] = (after - before) / step;
      }
    }
    return new WrenchSignal(body, values);
  }

  /** Integral of the wrench from the beginning to the start of every step; samples are held. */
  private double[] integral() {
    double[] sums = new double[wrenches.length + WIDTH];
    for (int i = 0; i < wrenches.length; i++) {
      sums[i + WIDTH] = sums[i] + timeStep * wrenches[i];
    }
    return sums;
  }

  private double impulse(double[] integral, double time, int k) {
    int last = wrenches.length / WIDTH;
    double place = Math.max(0, Math.min(last, time / timeStep));
    int before = Math.min(last - 1, (int) place);
    double from = integral[WIDTH * before + k];
    return from + (place - before) * (integral[WIDTH * (before + 1) + k] - from);
  }
}
