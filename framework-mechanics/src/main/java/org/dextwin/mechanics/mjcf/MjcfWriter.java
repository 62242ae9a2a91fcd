package org.dextwin.mechanics.mjcf;

import org.dextwin.api.math.Pose;
import org.dextwin.api.model.Collider;
import org.dextwin.api.model.Link;
import org.dextwin.api.model.RobotModel;
import org.dextwin.api.model.Scene;
import org.dextwin.mechanics.xml.XmlText;

/**
 * Writes scenes and robots as MJCF that MuJoCo 2.2 and 3 load. The same input gives the same text.
 *
 * <p>How a scene is represented:
 *
 * <ul>
 *   <li>A free body is a body with a free joint and explicit inertia; a fixed one a body without
 *       joints. Nothing is derived from geoms.
 *   <li>A robot is a tree of bodies; its joints stand in the origin of the child, whose pose is
 *       that at q = 0. Fixed joints are bodies without joints, so that every link keeps its name.
 *   <li>A moving link without mass gets 1e-12 kg and 1e-14 kg m^2, since MuJoCo demands some; a
 *       joint that moves no mass at all and has no armature is refused.
 *   <li>A servo is a {@code general} actuator, torque = clamp(kp (ctrl - q) - kd qdot, limit),
 *       whose control is not limited. Its velocity limit has no counterpart (a robot written alone
 *       keeps it in {@code <custom>}); whoever steps the model can keep it by controls within kd
 *       vmax / kp of q, with vmax the limit.
 *   <li>Meshes collide as their convex hulls.
 *   <li>Collision is by explicit pairs alone: every two geoms of different bodies or robots, at
 *       least one of which moves, as in the engine of this framework. The links of one robot do not
 *       touch each other. What the pairs answer is in {@link MjcfContact}. MuJoCo's own mixing of
 *       materials, by the larger friction, never takes part.
 *   <li>The start of the scene is the keyframe {@link MjcfModel#START} and, for bodies, the model
 *       itself.
 * </ul>
 *
 * <p><i>Thread safety</i>: thread-safe; holds no state. <i>References</i>: MuJoCo documentation,
 * "XML reference".
 */
public final class MjcfWriter {

  /** Bits of a geom that touches nothing but by explicit pairs. */
  static final int[] PAIRS_ONLY = {0, 0};

  /** Bits of a geom that touches MuJoCo's ordinary geoms, but none of its own kind. */
  private static final int[] OTHERS_ONLY = {0, 1};

  private MjcfWriter() {}

  /**
   * Writes a scene.
   *
   * @param scene the scene
   * @param options what the model says to the engine
   * @return the model
   * @throws IllegalArgumentException if MuJoCo cannot represent the scene; the message names the
   *     part and the remedy
   */
  public static MjcfModel write(Scene scene, MjcfOptions options) {
    return new SceneXml(scene, options).write();
  }

  /**
   * Writes a robot alone, for other programs: no time step, no pairs, names as in the robot. Its
   * geoms collide with MuJoCo's ordinary geoms, not with each other.
   *
   * @param robot the robot
   * @return the model; it loads in MuJoCo 2.2 and 3
   * @throws IllegalArgumentException if MuJoCo cannot represent the robot; the message names the
   *     part and the remedy
   */
  public static String write(RobotModel robot) {
    MjcfNames names = new MjcfNames();
    GeomXml geoms = new GeomXml();
    collect(robot, "", names, geoms);
    RobotXml body = new RobotXml(robot, "");
    XmlText xml = new XmlText();
    xml.open("mujoco").attribute("model", robot.name());
    writeCompiler(xml);
    geoms.writeAssets(xml);
    xml.open("worldbody");
    body.write(xml, Pose.identity(Pose.WORLD, robot.root()), geoms, OTHERS_ONLY);
    xml.close();
    if (!robot.actuators().isEmpty()) {
      xml.open("actuator");
      body.writeActuators(xml);
      xml.close();
      MotorLimits.write(xml, robot);
    }
    return xml.close().toString();
  }

  /** Takes the names of a robot's links and registers its meshes. */
  static void collect(RobotModel robot, String prefix, MjcfNames names, GeomXml geoms) {
    for (Link link : robot.links()) {
      names.take(prefix + link.name());
      for (int i = 0; i < link.colliders().size(); i++) {
        Collider collider = link.colliders().get(i);
        geoms.collect(MjcfNames.geom(prefix + link.name(), link.colliders(), i), collider);
      }
    }
  }

  /** Says everything that versions default differently. */
  static void writeCompiler(XmlText xml) {
    xml.open("compiler")
        .attribute("angle", "radian")
        .attribute("autolimits", false)
        .attribute("inertiafromgeom", false)
        .attribute("balanceinertia", false)
        .attribute("boundmass", 0)
        .attribute("boundinertia", 0)
        .close();
  }
}
