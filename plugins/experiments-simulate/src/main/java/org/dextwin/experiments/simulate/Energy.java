package org.dextwin.experiments.simulate;

import java.util.List;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Twist;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.MassProperties;
import org.dextwin.api.sim.StateLayout;

/** Kinetic energy and weight times height of free bodies of known mass. */
final class Energy {

  private final World.Opened world;
  private final List<String> bodies;

  Energy(World.Opened world, StateLayout layout) {
    this.world = world;
    this.bodies = layout.bodies();
  }

  /** The sum over the bodies; the height is counted from z = 0 [J]. */
  double of(Moment moment) {
    double sum = 0;
    for (int i = 0; i < bodies.size(); i++) {
      MassProperties mass = world.masses().get(bodies.get(i));
      if (mass != null) {
        sum += of(mass, moment.poses().get(i), moment.twists().get(i));
      }
    }
    return sum;
  }

  private double of(MassProperties mass, Pose X_WB, Twist V_WB) {
    Vec3 p_BC_W = X_WB.rotation().rotate(mass.centerOfMass());
    Vec3 v_C = V_WB.velocityOfPoint(p_BC_W);
    Vec3 omega_B = X_WB.rotation().inverse().rotate(V_WB.angular());
    double height = X_WB.position().plus(p_BC_W).z();
    return 0.5 * mass.mass() * v_C.dot(v_C)
        + 0.5 * omega_B.dot(mass.inertia().times(omega_B))
        + mass.mass() * world.gravity() * height;
  }
}
