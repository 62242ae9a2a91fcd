package org.dextwin.experiments.drex.internal.synthetic;

import java.util.List;
import java.util.random.RandomGenerator;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Collider;
import org.dextwin.api.model.MassProperties;
import org.dextwin.api.model.Shape;
import org.dextwin.api.model.TriangleMesh;
import org.dextwin.experiments.drex.internal.pushlog.enginefit.StandingObject;
import org.dextwin.experiments.drex.internal.synthetic.SyntheticConfig.ShapeRange;
import org.dextwin.mechanics.mesh.MeshShapes;
import org.dextwin.mechanics.mesh.SolidMass;

/**
 * The truth of one synthetic push.
 *
 * @param shape name of the shape
 * @param object the object
 * @param halfDepth half its base along the push [m]
 * @param mass its mass [kg]
 * @param friction coefficient of friction of all contacts
 * @param fingers number of fingers
 * @param gap gap before the fingertips at the start [m]
 * @param contactHeight height of the fingertips at contact [m]
 * @param hand the hand
 */
record PushDraw(
    String shape,
    StandingObject object,
    double halfDepth,
    double mass,
    double friction,
    int fingers,
    double gap,
    double contactHeight,
    SyntheticHand hand) {

  private static final double GRAVITY = 9.81;

  // The letter T, in parts of its width and height.
  private static final double STEM = 0.25;
  private static final double BAR = 0.2;

  /** Draws a push. */
  static PushDraw of(SyntheticConfig config, ShapeRange shape, RandomGenerator random) {
    double halfDepth = uniform(random, shape.halfDepthM());
    double height = uniform(random, shape.heightM());
    double mass = Math.exp(uniform(random, config.massKg().stream().map(Math::log).toList()));
    double friction = uniform(random, config.friction());
    int most = config.fingers().get(1);
    int least = config.fingers().get(0);
    int fingers = least + random.nextInt(most - least + 1);
    double gap = uniform(random, config.gapM());
    double contactHeight = uniform(random, config.contactHeight()) * height;
    StandingObject object = object(shape, halfDepth, height);
    // what tips or slides it, whichever is less
    double force = Math.min(mass * GRAVITY * halfDepth / contactHeight, friction * mass * GRAVITY);
    SyntheticHand hand = SyntheticHand.draw(fingers, force, random);
    return new PushDraw(
        shape.name(), object, halfDepth, mass, friction, fingers, gap, contactHeight, hand);
  }

  private static double uniform(RandomGenerator random, List<Double> range) {
    return range.get(0) + random.nextDouble() * (range.get(1) - range.get(0));
  }

  /** Tilt at which the centre of mass is above the edge [rad]. */
  double balanceAngle() {
    return Math.atan2(halfDepth, object.centerHeight());
  }

  private static StandingObject object(ShapeRange range, double halfDepth, double height) {
    return switch (range.kind()) {
      case BOX -> {
        TriangleMesh hull = MeshShapes.box(2 * halfDepth, range.widthM(), height);
        Shape box = new Shape.Box(halfDepth, range.widthM() / 2, height / 2);
        yield solid(box, hull, height / 2);
      }
      case CYLINDER -> {
        TriangleMesh hull = MeshShapes.cylinder(halfDepth, height, 64);
        yield solid(new Shape.Cylinder(halfDepth, height / 2), hull, height / 2);
      }
      case LETTER -> letter(2 * halfDepth, range.widthM(), height);
    };
  }

  private static StandingObject solid(Shape shape, TriangleMesh hull, double centerHeight) {
    return new StandingObject(
        SolidMass.of(shape, 1),
        List.of(Collider.centred("body", shape)),
        centerHeight,
        vertices(hull));
  }

  private static List<Vec3> vertices(TriangleMesh mesh) {
    return java.util.stream.IntStream.range(0, mesh.vertexCount()).mapToObj(mesh::vertex).toList();
  }

  /** A letter T that stands on its stem, flat side towards the push. */
  private static StandingObject letter(double depth, double width, double height) {
    double s = STEM * width;
    double w = width / 2;
    double b = BAR * height;
    double h = height / 2;
    double[] corners = {-s, -h, s, -h, s, b, -s, b, s, h, -s, h, -w, b, -w, h, w, b, w, h};
    int[][] parts = {{0, 1, 2, 3}, {3, 2, 4, 5}, {6, 3, 5, 7}, {2, 8, 9, 4}};
    TriangleMesh lying = MeshShapes.extrusion(corners, parts, depth);
    double[] p = lying.vertices();
    for (int i = 0; i < p.length; i += 3) {
      // (x, y, z) of the extrusion lie across, up and along the push
      double across = p[i];
      double up = p[i + 1];
      p[i] = p[i + 2];
      p[i + 1] = across;
      p[i + 2] = up;
    }
    TriangleMesh standing = new TriangleMesh(p, lying.triangles());
    MassProperties mass = SolidMass.uniform(standing, 1);
    Vec3 center = mass.centerOfMass();
    for (int i = 0; i < p.length; i += 3) {
      Vec3.of(p, i).minus(center).copyTo(p, i);
    }
    TriangleMesh centred = new TriangleMesh(p, lying.triangles());
    return new StandingObject(
        new MassProperties(1, Vec3.ZERO, mass.inertia()),
        List.of(new Collider("body", new Shape.Mesh(centred), Vec3.ZERO, Quat.IDENTITY)),
        h + center.z(),
        vertices(centred));
  }
}
