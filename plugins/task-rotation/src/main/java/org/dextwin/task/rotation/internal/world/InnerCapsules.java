package org.dextwin.task.rotation.internal.world;

import java.util.List;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Collider;
import org.dextwin.api.model.Link;
import org.dextwin.api.model.RobotModel;
import org.dextwin.api.model.Shape;

/**
 * Slims a robot: every box and cylinder becomes the thickest capsule within it. Where two of these
 * overlap, so do the parts; a hand whose parts are covered by capsules instead would seem to touch
 * itself at all times.
 */
final class InnerCapsules {

  private InnerCapsules() {}

  static RobotModel of(RobotModel robot) {
    List<Link> slim =
        robot.links().stream()
            .map(
                link ->
                    new Link(
                        link.name(),
                        link.mass(),
                        link.colliders().stream().map(InnerCapsules::within).toList()))
            .toList();
    return new RobotModel(
        robot.name(), robot.root(), slim, robot.joints(), robot.actuators(), robot.foreignOrders());
  }

  private static Collider within(Collider collider) {
    if (collider.shape() instanceof Shape.Box box) {
      double x = box.halfX();
      double y = box.halfY();
      double z = box.halfZ();
      double radius = Math.min(x, Math.min(y, z));
      double longest = Math.max(x, Math.max(y, z));
      Quat turn =
          longest == x
              ? Quat.aboutAxis(Vec3.Y, Math.PI / 2)
              : longest == y ? Quat.aboutAxis(Vec3.X, -Math.PI / 2) : Quat.IDENTITY;
      return capsule(collider, radius, longest - radius, turn);
    } else if (collider.shape() instanceof Shape.Cylinder cylinder) {
      double radius = Math.min(cylinder.radius(), cylinder.halfLength());
      return capsule(collider, radius, cylinder.halfLength() - radius, Quat.IDENTITY);
    }
    return collider;
  }

  private static Collider capsule(Collider collider, double radius, double half, Quat turn) {
    Shape shape = half > 0 ? new Shape.Capsule(radius, half) : new Shape.Sphere(radius);
    return new Collider(
        collider.name(), shape, collider.position(), collider.rotation().times(turn));
  }
}
