package org.dextwin.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.SymmetricMatrix3;
import org.dextwin.api.math.Twist;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Collider;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.JointVector;
import org.dextwin.api.model.Link;
import org.dextwin.api.model.MassProperties;
import org.dextwin.api.model.Material;
import org.dextwin.api.model.RobotModel;
import org.dextwin.api.model.Scene;
import org.dextwin.api.model.SceneBody;
import org.dextwin.api.model.SceneRobot;
import org.dextwin.api.model.Shape;
import org.dextwin.api.model.TriangleMesh;
import org.dextwin.mechanics.mesh.SolidMass;

/** What the benchmarks simulate. */
final class Scenes {

  static final String BODY = "body";

  private static final double MASS = 0.2;
  private static final Material MATERIAL = new Material(0.5, 2000, 5);
  private static final Shape GROUND = new Shape.Plane();

  /** A floor of finite size, which a mesh meets with every vertex instead of its hull. */
  private static final Shape SLAB = new Shape.Box(5, 5, 0.5);

  private Scenes() {}

  /** A stone that is thrown low over the ground and tumbles along it. */
  static Scene tumblingStone(int vertices) {
    return scene(List.of(fixed(GROUND, Vec3.ZERO), thrown(Stone.mesh(vertices), 0.045)));
  }

  /** The same stone on a slab. */
  static Scene stoneOnSlab(int vertices) {
    return scene(List.of(fixed(SLAB, new Vec3(0, 0, -0.5)), thrown(Stone.mesh(vertices), 0.045)));
  }

  /** Boxes that are thrown side by side, far enough apart not to meet. */
  static Scene tumblingBoxes(int count) {
    List<SceneBody> bodies = new ArrayList<>();
    bodies.add(fixed(GROUND, Vec3.ZERO));
    Shape.Box box = new Shape.Box(0.05, 0.04, 0.03);
    MassProperties mass =
        new MassProperties(
            MASS, Vec3.ZERO, SymmetricMatrix3.diagonal(MASS / 1200, MASS / 880, MASS / 730));
    for (int i = 0; i < count; i++) {
      String name = BODY + "-" + i;
      bodies.add(moving(name, mass, box, new Vec3(0, i, 0.07), new Vec3(3, 14, 2), 0.8));
    }
    return scene(bodies);
  }

  /** A prism that slides upright: it touches the ground with every corner of its base. */
  static Scene slidingPrism(int corners) {
    TriangleMesh mesh = Prism.mesh(corners, 0.05, 0.02);
    return scene(
        List.of(
            fixed(GROUND, Vec3.ZERO),
            moving(
                BODY,
                SolidMass.uniform(mesh, MASS),
                new Shape.Mesh(mesh),
                new Vec3(0, 0, 0.0095),
                new Vec3(0, 0, 3),
                1.5)));
  }

  /** A chain of rods that swings from hinges about alternating axes. */
  static Scene swingingChain(int joints) {
    double length = 0.05;
    double moment = 0.05 * length * length / 12;
    MassProperties rod =
        new MassProperties(
            0.05, new Vec3(0, 0, -length / 2), SymmetricMatrix3.diagonal(moment, moment, 1e-6));
    List<Link> links = new ArrayList<>();
    List<Joint> hinges = new ArrayList<>();
    links.add(new Link("base", Optional.empty(), List.of()));
    for (int i = 0; i < joints; i++) {
      links.add(new Link("rod-" + i, Optional.of(rod), List.of()));
      hinges.add(
          new Joint(
              "hinge-" + i,
              Joint.Type.REVOLUTE,
              i == 0 ? "base" : "rod-" + (i - 1),
              "rod-" + i,
              i == 0 ? Vec3.ZERO : new Vec3(0, 0, -length),
              Quat.IDENTITY,
              i % 2 == 0 ? Vec3.Y : Vec3.X,
              -10,
              10,
              0.001,
              0,
              0.0001));
    }
    RobotModel model = new RobotModel("chain", "base", links, hinges, List.of());
    double[] start = new double[joints];
    start[0] = 1;
    SceneRobot robot =
        new SceneRobot(
            "chain",
            model,
            Pose.inWorld("chain", new Vec3(0, 0, 2), Quat.IDENTITY),
            MATERIAL,
            new JointVector(model.kinematicOrder(), start));
    return new Scene("chain", Scene.EARTH_GRAVITY, List.of(), List.of(robot), List.of());
  }

  private static SceneBody thrown(TriangleMesh mesh, double height) {
    return moving(
        BODY,
        SolidMass.uniform(mesh, MASS),
        new Shape.Mesh(mesh),
        new Vec3(0, 0, height),
        new Vec3(4, 20, 2),
        0.8);
  }

  private static SceneBody moving(
      String name, MassProperties mass, Shape shape, Vec3 position, Vec3 spin, double speed) {
    return SceneBody.free(
        name,
        mass,
        List.of(Collider.centred("shape", shape)),
        MATERIAL,
        Pose.inWorld(name, position, Quat.IDENTITY),
        new Twist(Pose.WORLD, name, spin, new Vec3(speed, 0, 0)));
  }

  private static SceneBody fixed(Shape shape, Vec3 position) {
    return SceneBody.fixed(
        "ground",
        List.of(Collider.centred("floor", shape)),
        MATERIAL,
        Pose.inWorld("ground", position, Quat.IDENTITY));
  }

  private static Scene scene(List<SceneBody> bodies) {
    return new Scene("benchmark", Scene.EARTH_GRAVITY, bodies, List.of(), List.of());
  }
}
