package org.dextwin.task.rotation.internal.world;

import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Twist;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.math.Wrench;
import org.dextwin.api.model.MassProperties;
import org.dextwin.api.model.Scene;
import org.dextwin.api.sim.ExternalWrench;
import org.dextwin.api.sim.Simulation;

/**
 * Holds an object in the air as the person does who hands it over: a soft spring and damper, and
 * its weight.
 *
 * @param body name of the object
 * @param goal where it is held
 * @param mass its mass properties
 */
record Support(String body, Pose goal, MassProperties mass) {

  /** Natural frequency of the hold, critically damped [rad/s]; a sixth of the coarsest step. */
  private static final double FREQUENCY = 20;

  ExternalWrench wrench(Simulation simulation) {
    Pose pose = simulation.bodies().pose(body);
    Twist twist = simulation.bodies().twist(body);
    double stiffness = FREQUENCY * FREQUENCY;
    double damping = 2 * FREQUENCY;
    Vec3 force =
        goal.position()
            .minus(pose.position())
            .times(stiffness)
            .minus(twist.linear().times(damping))
            .minus(Scene.EARTH_GRAVITY)
            .times(mass.mass());
    Quat left = goal.rotation().times(pose.rotation().inverse());
    double inertia = (mass.inertia().xx() + mass.inertia().yy() + mass.inertia().zz()) / 3;
    Vec3 torque = left.log().times(stiffness).minus(twist.angular().times(damping)).times(inertia);
    return new ExternalWrench(new Wrench(Pose.WORLD, body, torque, force));
  }
}
