package org.dextwin.testkit.sim;

import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Twist;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.SceneRobot;
import org.dextwin.api.sim.BodyStates;

/** Poses and twists of a fake world's bodies and links. */
final class FakeBodyStates implements BodyStates {

  private final FakeWorld world;
  private final double[] q;
  private final double[] v;

  FakeBodyStates(FakeWorld world, double[] q, double[] v) {
    this.world = world;
    this.q = q;
    this.v = v;
  }

  @Override
  public Pose pose(String body) {
    if (world.layout().bodies().contains(body)) {
      int at = world.layout().bodyPosition(body);
      return Pose.inWorld(body, Vec3.of(q, at + 4), Quat.of(q, at));
    }
    for (SceneRobot robot : world.scene().robots()) {
      Joint joint = robot.model().joints().get(0);
      if (body.equals(robot.name() + "/" + robot.model().root())) {
        return robot.base().named(Pose.WORLD, body);
      }
      if (body.equals(robot.name() + "/" + joint.child())) {
        return robot.base().times(childInRoot(robot, joint)).named(Pose.WORLD, body);
      }
    }
    return world.scene().body(body).pose();
  }

  private Pose childInRoot(SceneRobot robot, Joint joint) {
    double angle = q[world.layout().jointPosition(robot.name() + "/" + joint.name())];
    return new Pose(
        robot.base().body(),
        joint.child(),
        joint.position(),
        joint.rotation().times(Quat.aboutAxis(joint.axis(), angle)));
  }

  @Override
  public Twist twist(String body) {
    if (world.layout().bodies().contains(body)) {
      int at = world.layout().bodyVelocity(body);
      return new Twist(Pose.WORLD, body, Vec3.of(v, at), Vec3.of(v, at + 3));
    }
    Pose pose = pose(body);
    for (SceneRobot robot : world.scene().robots()) {
      Joint joint = robot.model().joints().get(0);
      if (body.equals(robot.name() + "/" + joint.child())) {
        double speed = v[world.layout().jointVelocity(robot.name() + "/" + joint.name())];
        Vec3 angular = pose.rotation().rotate(joint.axis()).times(speed);
        return new Twist(Pose.WORLD, body, angular, Vec3.ZERO);
      }
    }
    return Twist.zero(Pose.WORLD, body);
  }
}
