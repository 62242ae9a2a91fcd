package org.dextwin.mechanics.urdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Actuator;
import org.dextwin.api.model.Collider;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.Link;
import org.dextwin.api.model.MassProperties;
import org.dextwin.api.model.RobotModel;
import org.dextwin.api.model.Shape;
import org.dextwin.mechanics.mesh.MeshShapes;
import org.dextwin.mechanics.mesh.SolidMass;

/** Trees of any form, with joints and shapes of every kind that URDF has, and capsules. */
final class RandomRobot {

  private final Random random;

  RandomRobot(long seed) {
    random = new Random(seed);
  }

  RobotModel create(boolean meshes) {
    int count = 2 + random.nextInt(12);
    List<Link> links = new ArrayList<>();
    List<Joint> joints = new ArrayList<>();
    List<Actuator> motors = new ArrayList<>();
    List<Integer> path = new ArrayList<>(List.of(0)); // keeps the walk depth first
    for (int i = 0; i < count; i++) {
      links.add(link(i, meshes));
      if (i == 0) {
        continue;
      }
      int depth = random.nextInt(path.size());
      Joint joint = joint(i, path.get(depth));
      joints.add(joint);
      path.subList(depth + 1, path.size()).clear();
      path.add(i);
      if (joint.type() != Joint.Type.FIXED && random.nextBoolean()) {
        motors.add(
            new Actuator(
                "motor" + i,
                joint.name(),
                1,
                0.1,
                0.1 + random.nextDouble(),
                0.1 + random.nextDouble()));
      }
    }
    return new RobotModel("random", "link0", links, joints, motors);
  }

  private Link link(int i, boolean meshes) {
    List<Collider> colliders = new ArrayList<>();
    int count = random.nextInt(4);
    for (int c = 0; c < count; c++) {
      colliders.add(new Collider("shape " + c, shape(meshes), vector(), rotation()));
    }
    Optional<MassProperties> mass =
        random.nextInt(3) == 0
            ? Optional.empty()
            : Optional.of(
                SolidMass.of(new Shape.Box(size(), size(), size()), size())
                    .inFrame(vector(), rotation()));
    return new Link("link" + i, mass, colliders);
  }

  private Shape shape(boolean meshes) {
    return switch (random.nextInt(meshes ? 5 : 4)) {
      case 0 -> new Shape.Box(size(), size(), size());
      case 1 -> new Shape.Sphere(size());
      case 2 -> new Shape.Cylinder(size(), size());
      case 3 -> new Shape.Capsule(size(), size());
      default -> new Shape.Mesh(MeshShapes.box(size(), size(), size()));
    };
  }

  private Joint joint(int i, int parent) {
    int kind = random.nextInt(4);
    Joint.Type type =
        kind == 0 ? Joint.Type.FIXED : kind == 1 ? Joint.Type.PRISMATIC : Joint.Type.REVOLUTE;
    boolean moves = type != Joint.Type.FIXED;
    double lower = kind == 3 ? Double.NEGATIVE_INFINITY : -random.nextDouble();
    double upper = kind == 3 ? Double.POSITIVE_INFINITY : random.nextDouble();
    return new Joint(
        "joint & " + i,
        type,
        "link" + parent,
        "link" + i,
        vector(),
        rotation(),
        moves ? vector().normalized() : Vec3.Z,
        moves ? lower : 0,
        moves ? upper : 0,
        moves && random.nextBoolean() ? random.nextDouble() : 0,
        moves && random.nextBoolean() ? random.nextDouble() : 0,
        0);
  }

  private double size() {
    return 0.01 + random.nextDouble();
  }

  private Vec3 vector() {
    return new Vec3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian());
  }

  /** Every other one is made of right angles, where roll and yaw merge. */
  private Quat rotation() {
    if (random.nextBoolean()) {
      return Quat.exp(vector());
    }
    double right = Math.PI / 2;
    return Quat.fromRollPitchYaw(
        right * random.nextInt(4), right * random.nextInt(4), right * random.nextInt(4));
  }
}
