package org.dextwin.task.rotation.internal.world;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Twist;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.math.Wrench;
import org.dextwin.api.model.Material;
import org.dextwin.api.model.SceneBody;
import org.dextwin.api.sim.ContactReport.Contact;
import org.dextwin.api.sim.ExternalWrench;

/**
 * A hand and an object that is handed to it: for a while the object is held over the palm, then it
 * is let go.
 *
 * <p><i>Thread safety</i>: confined.
 */
public final class HeldWorld implements AutoCloseable {

  /** Name of the object in scenes. */
  public static final String OBJECT = "object";

  /** The object is held this much above the palm, so that it does not begin within it [m]. */
  private static final double GAP = 0.0005;

  private final HandWorld world;
  private final HandWorld.Setting setting;
  private final HandFrame frame;
  private final ShapeConfig.Solid solid;
  private Optional<Support> support = Optional.empty();

  /**
   * Opens a world.
   *
   * @param setting the hand
   * @param solid the object
   * @param material of the object's surface
   */
  public HeldWorld(HandWorld.Setting setting, ShapeConfig.Solid solid, Material material) {
    this.setting = setting;
    this.frame = HandFrame.of(setting.hand());
    this.solid = solid;
    SceneBody object =
        SceneBody.free(
            OBJECT,
            solid.mass(),
            solid.colliders(),
            material,
            pose(new double[2], 0),
            Twist.zero(Pose.WORLD, OBJECT));
    this.world = new HandWorld(setting, List.of(object));
  }

  private Pose pose(double[] place, double yaw) {
    Pose X_WH = Pose.inWorld("palm", Vec3.ZERO, setting.rotation());
    Pose X_HO = frame.standing(OBJECT, frame.above(place, solid.height() + GAP));
    Pose X_WO = X_WH.times(X_HO);
    return Pose.inWorld(
        OBJECT, X_WO.position(), X_WO.rotation().times(Quat.aboutAxis(Vec3.Z, yaw)));
  }

  /**
   * Starts anew, with the object held over the palm.
   *
   * @param joints joint positions [rad]
   * @param place where it is held: forward and to the side of the thumb [m]
   * @param yaw turn about its z axis [rad]
   * @param mass its mass [kg]
   */
  public void reset(double[] joints, double[] place, double yaw, double mass) {
    world.setMass(OBJECT, mass);
    Pose start = pose(place, yaw);
    world.reset(joints, Map.of(OBJECT, start));
    support = Optional.of(new Support(OBJECT, start, solid.mass().withMass(mass)));
  }

  /** Lets the object go. */
  public void release() {
    support = Optional.empty();
  }

  /**
   * Advances by one step of the controller.
   *
   * @param targets joint targets [rad]
   * @param force force on the object's centre, in the world [N]
   */
  public void advance(float[] targets, Vec3 force) {
    if (support.isPresent()) {
      Support holding = support.get();
      world.advanceHeld(targets, () -> holding.wrench(world.simulation()));
    } else if (force.equals(Vec3.ZERO)) {
      world.advance(targets, Optional.empty());
    } else {
      Vec3 arm = object().rotation().rotate(solid.mass().centerOfMass());
      Wrench wrench = new Wrench(Pose.WORLD, OBJECT, arm.cross(force), force);
      world.advance(targets, Optional.of(new ExternalWrench(wrench)));
    }
  }

  /** Returns the pose of the object. */
  public Pose object() {
    return world.simulation().bodies().pose(OBJECT);
  }

  /** Returns the velocity of the object. */
  public Twist objectTwist() {
    return world.simulation().bodies().twist(OBJECT);
  }

  /** Returns how deep the object is penetrated by anything [m]. */
  public double penetration() {
    double deepest = 0;
    for (Contact contact : world.simulation().contacts().contacts()) {
      deepest = Math.max(deepest, contact.depth());
    }
    return deepest;
  }

  /** Returns the hand with what is round it. */
  public HandWorld hand() {
    return world;
  }

  @Override
  public void close() {
    world.close();
  }
}
