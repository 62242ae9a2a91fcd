package org.dextwin.api.model;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dextwin.api.math.Vec3;

/**
 * A world to simulate, neutral to the engine: the z axis of the world points up.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param name name of the scene
 * @param gravity acceleration of free fall, in the world [m/s^2]
 * @param bodies free and fixed bodies
 * @param robots robots
 * @param pairs contacts that are not combined from the bodies' own materials
 */
public record Scene(
    String name,
    Vec3 gravity,
    List<SceneBody> bodies,
    List<SceneRobot> robots,
    List<ContactPair> pairs) {

  /** Standard gravity of the Earth, along -z [m/s^2]. */
  public static final Vec3 EARTH_GRAVITY = new Vec3(0, 0, -9.80665);

  /**
   * Copies the lists and checks the names.
   *
   * @param name name of the scene
   * @param gravity acceleration of free fall, in the world [m/s^2]
   * @param bodies free and fixed bodies
   * @param robots robots
   * @param pairs contacts that are not combined from the bodies' own materials
   * @throws IllegalArgumentException if a name is used twice or a pair names nothing of the scene
   */
  public Scene {
    bodies = List.copyOf(bodies);
    robots = List.copyOf(robots);
    pairs = List.copyOf(pairs);
    Set<String> names = new HashSet<>();
    bodies.forEach(body -> requireNew(names, body.name()));
    robots.forEach(robot -> requireNew(names, robot.name()));
    for (ContactPair pair : pairs) {
      if (!names.contains(pair.first()) || !names.contains(pair.second())) {
        throw new IllegalArgumentException(
            "contact pair of '"
                + pair.first()
                + "' and '"
                + pair.second()
                + "' names nothing of the scene; it holds "
                + names);
      }
    }
  }

  private static void requireNew(Set<String> names, String name) {
    if (!names.add(name)) {
      throw new IllegalArgumentException("the scene holds two things named '" + name + "'");
    }
  }

  /**
   * Returns a body by name.
   *
   * @param name its name
   * @return the body
   * @throws IllegalArgumentException if there is none
   */
  public SceneBody body(String name) {
    return bodies.stream()
        .filter(body -> body.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("the scene has no body '" + name + "'"));
  }

  /**
   * Returns a robot by name.
   *
   * @param name its name
   * @return the robot
   * @throws IllegalArgumentException if there is none
   */
  public SceneRobot robot(String name) {
    return robots.stream()
        .filter(robot -> robot.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the scene has no robot '"
                        + name
                        + "'; it has "
                        + robots.stream().map(SceneRobot::name).toList()));
  }
}
