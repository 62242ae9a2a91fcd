package org.dextwin.mechanics.collision;

import java.util.ArrayList;
import java.util.List;
import org.dextwin.api.math.FrameMismatchException;
import org.dextwin.api.math.Pose;
import org.dextwin.api.model.Collider;
import org.dextwin.api.model.Link;
import org.dextwin.api.model.Scene;
import org.dextwin.api.model.SceneBody;
import org.dextwin.api.model.SceneRobot;
import org.dextwin.api.model.Shape;
import org.dextwin.mechanics.kinematics.KinematicTree;
import org.dextwin.mechanics.kinematics.LinkPoses;

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
   * Returns everything in a scene that one of its robots must not touch: all bodies, where they
   * stand, and the other robots, at their starting positions.
   *
   * @param scene the scene
   * @param robot name of the robot
   * @return one obstacle per collision shape
   */
  public static List<Obstacle> around(Scene scene, String robot) {
    List<Obstacle> obstacles = new ArrayList<>();
    scene.bodies().forEach(body -> obstacles.addAll(of(body)));
    scene.robots().stream()
        .filter(other -> !other.name().equals(robot))
        .forEach(other -> obstacles.addAll(of(other)));
    return List.copyOf(obstacles);
  }

  /**
   * Returns the collision shapes of a body where it stands.
   *
   * @param body a body of a scene
   * @return one obstacle per shape
   */
  public static List<Obstacle> of(SceneBody body) {
    return body.colliders().stream()
        .map(collider -> placed(body.name(), body.pose(), collider))
        .toList();
  }

  private static List<Obstacle> of(SceneRobot robot) {
    KinematicTree tree = new KinematicTree(robot.model());
    LinkPoses poses = tree.newPoses();
    poses.setRoot(robot.base());
    tree.forward(robot.positions(), poses);
    List<Obstacle> obstacles = new ArrayList<>();
    for (Link link : robot.model().links()) {
      Pose X_WL = poses.pose(tree.linkIndex(link.name()));
      for (Collider collider : link.colliders()) {
        obstacles.add(placed(robot.name() + "/" + link.name(), X_WL, collider));
      }
    }
    return obstacles;
  }

  private static Obstacle placed(String owner, Pose X_WB, Collider collider) {
    String frame = X_WB.body();
    Pose X_BS = new Pose(frame, collider.name(), collider.position(), collider.rotation());
    return new Obstacle(owner + "/" + collider.name(), collider.shape(), X_WB.times(X_BS));
  }
}
