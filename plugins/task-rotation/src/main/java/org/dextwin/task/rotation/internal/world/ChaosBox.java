package org.dextwin.task.rotation.internal.world;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Twist;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Collider;
import org.dextwin.api.model.Material;
import org.dextwin.api.model.SceneBody;
import org.dextwin.api.model.Shape;
import org.dextwin.mechanics.mesh.SolidMass;

/**
 * A box full of soft balls that the hand reaches into. Balls start on a lattice over the box, in
 * another order each time, and fall in.
 *
 * <p><i>References</i>: DexNDM, section 3.3.
 */
public final class ChaosBox implements Load {

  private static final String BALL = "ball-";
  private static final String BOX = "box";

  /** Thickness of the walls [m]. */
  private static final double WALL = 0.02;

  /** From the hand's middle down to the floor, in widths of the box. */
  private static final double DEPTH = 0.45;

  /** Walls are this many widths high, so that no ball is thrown out. */
  private static final double HEIGHT = 4;

  private final Sizes sizes;
  private final Material material;
  private final Vec3 middle;
  private final List<Vec3> lattice;

  /**
   * What is in the box.
   *
   * @param balls number of balls
   * @param radius of a ball [m]
   * @param mass of a ball [kg]
   * @param width inner width of the box [m]
   */
  public record Sizes(int balls, double radius, double mass, double width) {}

  /**
   * Fills a box.
   *
   * @param sizes what is in it
   * @param material of balls and walls
   * @param middle middle of the fingers, in the world [m]
   */
  public ChaosBox(Sizes sizes, Material material, Vec3 middle) {
    this.sizes = sizes;
    this.material = material;
    this.middle = middle;
    this.lattice = lattice();
  }

  /** Places over the hand, layer by layer, at least as many as balls. */
  private List<Vec3> lattice() {
    double pitch = 2.2 * sizes.radius();
    int across = Math.max(1, (int) Math.floor(sizes.width() / pitch));
    List<Vec3> places = new ArrayList<>();
    for (int layer = 0; places.size() < sizes.balls(); layer++) {
      for (int i = 0; i < across * across; i++) {
        int row = i / across;
        double x = (i % across - (across - 1) / 2.0) * pitch;
        double y = (row - (across - 1) / 2.0) * pitch;
        places.add(middle.plus(new Vec3(x, y, sizes.width() / 2 + layer * pitch)));
      }
    }
    return places;
  }

  @Override
  public List<SceneBody> bodies() {
    List<SceneBody> bodies = new ArrayList<>();
    bodies.add(box());
    Shape ball = new Shape.Sphere(sizes.radius());
    for (int i = 0; i < sizes.balls(); i++) {
      String name = BALL + i;
      bodies.add(
          SceneBody.free(
              name,
              SolidMass.of(ball, sizes.mass()),
              List.of(Collider.centred("ball", ball)),
              material,
              Pose.inWorld(name, lattice.get(i), Quat.IDENTITY),
              Twist.zero(Pose.WORLD, name)));
    }
    return bodies;
  }

  private SceneBody box() {
    double half = sizes.width() / 2;
    double height = HEIGHT * sizes.width();
    List<Collider> walls = new ArrayList<>();
    walls.add(wall("floor", new Vec3(half, half, WALL), new Vec3(0, 0, -WALL)));
    for (int side = -1; side <= 1; side += 2) {
      double out = side * (half + WALL);
      walls.add(wall("x" + side, new Vec3(WALL, half, height / 2), new Vec3(out, 0, height / 2)));
      walls.add(wall("y" + side, new Vec3(half, WALL, height / 2), new Vec3(0, out, height / 2)));
    }
    Vec3 floor = middle.minus(new Vec3(0, 0, DEPTH * sizes.width()));
    return SceneBody.fixed(BOX, walls, material, Pose.inWorld(BOX, floor, Quat.IDENTITY));
  }

  private static Collider wall(String name, Vec3 half, Vec3 position) {
    return new Collider(name, new Shape.Box(half.x(), half.y(), half.z()), position, Quat.IDENTITY);
  }

  @Override
  public Map<String, Pose> start(SplittableRandom random) {
    List<Vec3> places = new ArrayList<>(lattice);
    Collections.shuffle(places, new Random(random.nextLong()));
    Map<String, Pose> poses = new HashMap<>();
    double spread = 0.05 * sizes.radius();
    for (int i = 0; i < sizes.balls(); i++) {
      Vec3 jitter =
          new Vec3(random.nextDouble() - 0.5, random.nextDouble() - 0.5, random.nextDouble() - 0.5);
      String name = BALL + i;
      poses.put(name, Pose.inWorld(name, places.get(i).plus(jitter.times(spread)), Quat.IDENTITY));
    }
    return poses;
  }

  @Override
  public void advance(HandWorld world, float[] targets) {
    world.advance(targets, Optional.empty());
  }

  /** Half a second of free fall is over a metre. */
  @Override
  public int settling() {
    return 20;
  }
}
