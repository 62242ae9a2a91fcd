package org.dextwin.mechanics.mjcf;

import java.util.ArrayList;
import java.util.List;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Collider;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.Scene;
import org.dextwin.api.model.SceneBody;
import org.dextwin.api.model.SceneRobot;
import org.dextwin.api.model.Shape;
import org.dextwin.api.sim.StateLayout;
import org.dextwin.mechanics.xml.XmlText;

/** Writes one scene. */
final class SceneXml {

  private final Scene scene;
  private final MjcfOptions options;
  private final GeomXml geoms = new GeomXml();
  private final List<RobotXml> robots = new ArrayList<>();
  private final XmlText xml = new XmlText();

  SceneXml(Scene scene, MjcfOptions options) {
    this.scene = scene;
    this.options = options;
    MjcfNames names = new MjcfNames();
    for (SceneBody body : scene.bodies()) {
      names.take(body.name());
      for (int i = 0; i < body.colliders().size(); i++) {
        Collider collider = body.colliders().get(i);
        requireNoMovingPlane(body, collider);
        geoms.collect(MjcfNames.geom(body.name(), body.colliders(), i), collider);
      }
    }
    for (SceneRobot robot : scene.robots()) {
      String prefix = prefix(robot);
      MjcfWriter.collect(robot.model(), prefix, names, geoms);
      robots.add(new RobotXml(robot.model(), prefix));
    }
  }

  private static String prefix(SceneRobot robot) {
    return robot.name() + "/";
  }

  private static void requireNoMovingPlane(SceneBody body, Collider collider) {
    if (body.mass().isPresent() && collider.shape() instanceof Shape.Plane) {
      throw new IllegalArgumentException(
          "body '"
              + body.name()
              + "' is free and has the plane '"
              + collider.name()
              + "'; in MuJoCo planes are fixed to the world; use a box");
    }
  }

  MjcfModel write() {
    List<MjcfContactPair> pairs = new PairList(scene, robots).pairs();
    xml.open("mujoco").attribute("model", scene.name());
    MjcfWriter.writeCompiler(xml);
    writeOptions();
    writeSize();
    geoms.writeAssets(xml);
    writeWorld();
    writePairs(pairs);
    writeActuators();
    writeStart();
    xml.close();
    return new MjcfModel(xml.toString(), layout(), pairs);
  }

  private void writeOptions() {
    xml.open("option")
        .attribute("timestep", options.timeStep())
        .attribute("gravity", scene.gravity())
        .attribute("integrator", options.integrator().attribute())
        .attribute("cone", options.cone().attribute())
        .attribute("solver", "Newton")
        .attribute("iterations", options.iterations())
        .attribute("tolerance", options.tolerance())
        .attribute("impratio", options.impedanceRatio())
        .attribute("noslip_iterations", options.noSlipIterations())
        .close();
  }

  /** Rows of the constraint solver: limit and friction of a joint, four edges of a contact. */
  private void writeSize() {
    int joints = scene.robots().stream().mapToInt(it -> it.model().movingJoints().size()).sum();
    int rows = 2 * joints + 4 * options.maxContacts();
    xml.open("size");
    switch (options.dialect()) {
      case V2 -> xml.attribute("njmax", rows).attribute("nconmax", options.maxContacts());
      case V3 -> xml.attribute("memory", memory(rows) + "M");
    }
    xml.close();
  }

  /** Arena of the worst case [MiB]: a dense Jacobian and its square, with room for the rest. */
  private int memory(int rows) {
    double columns = layout().space().nv();
    double bytes = 8.0 * rows * (6 * columns + 64) + 8.0 * 32 * columns * columns;
    return 16 + (int) Math.ceil(bytes / (1 << 20));
  }

  private void writeWorld() {
    xml.open("worldbody");
    for (SceneBody body : scene.bodies()) {
      xml.open("body")
          .attribute("name", body.name())
          .attribute("pos", body.pose().position())
          .attribute("quat", body.pose().rotation());
      if (body.mass().isPresent()) {
        xml.open("freejoint").attribute("name", body.name()).close();
        InertialXml.write(xml, body.name(), body.mass().get());
      }
      for (int i = 0; i < body.colliders().size(); i++) {
        geoms
            .open(xml, MjcfNames.geom(body.name(), body.colliders(), i), body.colliders().get(i))
            .attribute("contype", MjcfWriter.PAIRS_ONLY[0])
            .attribute("conaffinity", MjcfWriter.PAIRS_ONLY[1])
            .close();
      }
      xml.close();
    }
    for (int i = 0; i < robots.size(); i++) {
      robots.get(i).write(xml, scene.robots().get(i).base(), geoms, MjcfWriter.PAIRS_ONLY);
    }
    xml.close();
  }

  private void writePairs(List<MjcfContactPair> pairs) {
    if (pairs.isEmpty()) {
      return;
    }
    xml.open("contact");
    for (MjcfContactPair pair : pairs) {
      xml.open("pair")
          .attribute("name", pair.name())
          .attribute("geom1", pair.firstGeom())
          .attribute("geom2", pair.secondGeom())
          .attribute("condim", MjcfContact.dimensions(pair.material()))
          .attribute("friction", MjcfContact.friction(pair.material()))
          .attribute(
              "solref",
              options
                  .contactTimeConstant()
                  .map(MjcfContact::solref)
                  .orElseGet(
                      () ->
                          MjcfContact.solref(
                              pair.material(),
                              pair.reducedMass(),
                              pair.weight(),
                              options.timeStep())))
          .attribute(
              "solimp",
              options.contactTimeConstant().isPresent()
                  ? MjcfContact.rigidSolimp()
                  : MjcfContact.solimp())
          .attribute("margin", 0)
          .attribute("gap", 0)
          .close();
    }
    xml.close();
  }

  private void writeActuators() {
    if (scene.robots().stream().allMatch(it -> it.model().actuators().isEmpty())) {
      return;
    }
    xml.open("actuator");
    robots.forEach(it -> it.writeActuators(xml));
    xml.close();
  }

  private void writeStart() {
    List<Double> q = new ArrayList<>();
    List<Double> v = new ArrayList<>();
    List<Double> control = new ArrayList<>();
    for (SceneBody body : scene.bodies()) {
      if (body.mass().isPresent()) {
        addFree(body, q, v);
      }
    }
    for (int i = 0; i < robots.size(); i++) {
      SceneRobot robot = scene.robots().get(i);
      for (Joint joint : robots.get(i).written()) {
        q.add(robot.positions().get(joint.name()));
        v.add(0.0);
      }
      robot.model().actuators().forEach(it -> control.add(robot.positions().get(it.joint())));
    }
    if (q.isEmpty()) {
      return;
    }
    xml.open("keyframe")
        .open("key")
        .attribute("name", MjcfModel.START)
        .attribute("qpos", array(q))
        .attribute("qvel", array(v));
    if (!control.isEmpty()) {
      xml.attribute("ctrl", array(control));
    }
    xml.close().close();
  }

  /** MuJoCo's free joint: p, then R; velocity in the world, then angular velocity in the body. */
  private static void addFree(SceneBody body, List<Double> q, List<Double> v) {
    Vec3 p = body.pose().position();
    Quat R_WB = body.pose().rotation();
    q.addAll(List.of(p.x(), p.y(), p.z(), R_WB.w(), R_WB.x(), R_WB.y(), R_WB.z()));
    Vec3 linear = body.twist().linear();
    Vec3 angular_B = R_WB.inverse().rotate(body.twist().angular());
    v.addAll(
        List.of(linear.x(), linear.y(), linear.z(), angular_B.x(), angular_B.y(), angular_B.z()));
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private StateLayout layout() {
    List<String> bodies =
        scene.bodies().stream().filter(it -> it.mass().isPresent()).map(SceneBody::name).toList();
    List<String> joints = new ArrayList<>();
    List<String> actuators = new ArrayList<>();
    for (SceneRobot robot : scene.robots()) {
      robot.model().movingJoints().forEach(it -> joints.add(prefix(robot) + it.name()));
      robot.model().actuators().forEach(it -> actuators.add(prefix(robot) + it.name()));
    }
    return new StateLayout(bodies, joints, actuators);
  }
}
