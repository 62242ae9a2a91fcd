package org.dextwin.mechanics.collision;

import java.util.List;
import org.dextwin.api.math.FrameMismatchException;
import org.dextwin.api.math.Pose;
import org.dextwin.api.model.SceneBody;
import org.dextwin.api.model.Shape;

/**
 * Something that a robot must not touch. Spheres, capsules, boxes and planes are taken as they are;
 * a cylinder and a mesh stand for the box round them, which is never smaller.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param name name, for messages
 * @param shape its shape
 * @param pose pose of the shape in the world
 */
public record Obstacle(String name, Shape shape, Pose pose) {

  /**
   * Checks the frame.
   *
   * @param name name, for messages
   * @param shape its shape
   * @param pose pose of the shape in the world
   * @throws FrameMismatchException if it is the pose in another frame
   */
  public Obstacle {
    if (!pose.frame().equals(Pose.WORLD)) {
      throw new FrameMismatchException("place obstacle '" + name + "'", Pose.WORLD, pose.frame());
    }
  }

  /**
   * Returns the collision shapes of a body where it stands.
   *
   * @param body a body of a scene
   * @return one obstacle per shape
   */
  public static List<Obstacle> of(SceneBody body) {
    return body.colliders().stream()
        .map(
            collider ->
                new Obstacle(
                    body.name() + "/" + collider.name(),
                    collider.shape(),
                    body.pose()
                        .times(
                            new Pose(
                                body.name(),
                                collider.name(),
                                collider.position(),
                                collider.rotation()))))
        .toList();
  }
}
