package org.dextwin.task.rotation.internal.world;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Twist;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.math.Wrench;
import org.dextwin.api.model.Collider;
import org.dextwin.api.model.Finger;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.model.Material;
import org.dextwin.api.model.Scene;
import org.dextwin.api.model.SceneBody;
import org.dextwin.api.model.Shape;
import org.dextwin.api.sim.BodyStates;
import org.dextwin.api.sim.ExternalWrench;
import org.dextwin.mechanics.mesh.SolidMass;

/**
 * A ball that a bandage presses against the fingertips: an elastic band pulls it to their middle,
 * and the fingers feel it by contact. The band's own pull on the fingers is left out.
 *
 * <p><i>References</i>: DexNDM, C, Fig. 29 (B).
 */
public final class BoundBall implements Load {

  private static final String BALL = "ball";

  private final HandModel hand;
  private final double radius;
  private final double mass;
  private final double stiffness;
  private final Material material;
  private final Vec3 start;

  /**
   * Binds a ball.
   *
   * @param hand the hand
   * @param radius radius of the ball [m]
   * @param mass its mass [kg]
   * @param stiffness of the band [N/m]
   * @param material of the ball
   * @param start where it begins, in the world [m]
   */
  public BoundBall(
      HandModel hand, double radius, double mass, double stiffness, Material material, Vec3 start) {
    this.hand = hand;
    this.radius = radius;
    this.mass = mass;
    this.stiffness = stiffness;
    this.material = material;
    this.start = start;
  }

  @Override
  public List<SceneBody> bodies() {
    Shape shape = new Shape.Sphere(radius);
    return List.of(
        SceneBody.free(
            BALL,
            SolidMass.of(shape, mass),
            List.of(Collider.centred("ball", shape)),
            material,
            Pose.inWorld(BALL, start, Quat.IDENTITY),
            Twist.zero(Pose.WORLD, BALL)));
  }

  @Override
  public Map<String, Pose> start(SplittableRandom random) {
    return Map.of();
  }

  @Override
  public void advance(HandWorld world, float[] targets) {
    world.advanceHeld(targets, () -> band(world));
  }

  private ExternalWrench band(HandWorld world) {
    BodyStates bodies = world.simulation().bodies();
    Vec3 middle = Vec3.ZERO;
    for (Finger finger : hand.fingers()) {
      Vec3 tip = bodies.pose(HandWorld.HAND + "/" + finger.tipLink()).transform(finger.tip());
      middle = middle.plus(tip.times(1.0 / hand.fingers().size()));
    }
    Vec3 stretch = middle.minus(bodies.pose(BALL).position());
    // critically damped, and the ball's weight hangs on the band
    double damping = 2 * Math.sqrt(stiffness * mass);
    Vec3 force =
        stretch
            .times(stiffness)
            .minus(bodies.twist(BALL).linear().times(damping))
            .minus(Scene.EARTH_GRAVITY.times(mass));
    return new ExternalWrench(new Wrench(Pose.WORLD, BALL, Vec3.ZERO, force));
  }

  @Override
  public int settling() {
    return 10;
  }
}
