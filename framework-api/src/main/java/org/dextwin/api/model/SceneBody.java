package org.dextwin.api.model;

import java.util.List;
import java.util.Optional;
import org.dextwin.api.math.FrameMismatchException;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Twist;

/**
 * A rigid body of a scene: free if it has mass properties, else fixed to the world.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param name name, unique within the scene
 * @param mass mass properties in the body frame; empty for a fixed body
 * @param colliders collision shapes in the body frame
 * @param material how its surface answers contact
 * @param pose X_WB at the start
 * @param twist V_WB_W at the start; zero for a fixed body
 */
public record SceneBody(
    String name,
    Optional<MassProperties> mass,
    List<Collider> colliders,
    Material material,
    Pose pose,
    Twist twist) {

  /**
   * Copies the list and checks the frames.
   *
   * @param name name, unique within the scene
   * @param mass mass properties in the body frame; empty for a fixed body
   * @param colliders collision shapes in the body frame
   * @param material how its surface answers contact
   * @param pose X_WB at the start
   * @param twist V_WB_W at the start; zero for a fixed body
   * @throws FrameMismatchException if pose or twist are not those of this body in the world
   */
  public SceneBody {
    colliders = List.copyOf(colliders);
    requireFrames(name, pose.frame(), pose.body());
    requireFrames(name, twist.frame(), twist.body());
  }

  /**
   * Returns a free body.
   *
   * @param name name, unique within the scene
   * @param mass mass properties in the body frame
   * @param colliders collision shapes in the body frame
   * @param material how its surface answers contact
   * @param pose X_WB at the start
   * @param twist V_WB_W at the start
   * @return the body
   */
  public static SceneBody free(
      String name,
      MassProperties mass,
      List<Collider> colliders,
      Material material,
      Pose pose,
      Twist twist) {
    return new SceneBody(name, Optional.of(mass), colliders, material, pose, twist);
  }

  /**
   * Returns a body that never moves, such as a table.
   *
   * @param name name, unique within the scene
   * @param colliders collision shapes in the body frame
   * @param material how its surface answers contact
   * @param pose X_WB
   * @return the body
   */
  public static SceneBody fixed(
      String name, List<Collider> colliders, Material material, Pose pose) {
    return new SceneBody(
        name, Optional.empty(), colliders, material, pose, Twist.zero(Pose.WORLD, name));
  }

  private static void requireFrames(String name, String frame, String body) {
    if (!frame.equals(Pose.WORLD)) {
      throw new FrameMismatchException("place body '" + name + "'", Pose.WORLD, frame);
    }
    if (!body.equals(name)) {
      throw new FrameMismatchException("place body '" + name + "'", name, body);
    }
  }
}
