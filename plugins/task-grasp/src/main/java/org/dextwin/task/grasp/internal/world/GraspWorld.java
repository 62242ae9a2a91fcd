package org.dextwin.task.grasp.internal.world;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.model.Material;
import org.dextwin.api.model.Scene;
import org.dextwin.api.sim.Simulator;
import org.dextwin.task.grasp.internal.control.GripStatics;
import org.dextwin.task.grasp.internal.control.HybridController;
import org.dextwin.task.grasp.internal.control.Motors;
import org.dextwin.task.grasp.internal.object.GraspObject;
import org.dextwin.task.grasp.internal.world.AttemptResult.Cause;

/**
 * Plays attempts at one object with one plan: approach, close, build up force, lift, hold.
 *
 * <p><i>Thread safety</i>: confined.
 */
public final class GraspWorld implements AutoCloseable {

  /** Contacts are looked at in every so many ticks of the controller. */
  private static final int LOOK_EVERY = 5;

  /** Lift and hold are played in parts so long [s]. */
  public static final double PART = 0.25;

  /** How an object falls whose engine is sampled [m, rad], and for how many ticks. */
  private static final double DROP = 0.01;

  private static final double DROP_YAW = 0.3;
  private static final int SAMPLES = 30;

  /** Part of the lift in which the weight passes to the hand. */
  private static final double LOADING = 0.25;

  private final MotionConfig motion;
  private final DisturbanceConfig disturbance;
  private final GraspPlan plan;
  private final Rig rig;
  private final HybridController controller;
  private final double period;

  /**
   * What all worlds of a task share.
   *
   * @param simulator the engine
   * @param hand the hand
   * @param motors what its motors may give
   * @param material of hand, object and table alike
   * @param motion how the hand moves
   * @param disturbance what shakes the attempt
   */
  public record Setting(
      Simulator simulator,
      HandModel hand,
      Motors motors,
      Material material,
      MotionConfig motion,
      DisturbanceConfig disturbance) {}

  /**
   * Opens the world.
   *
   * @param setting what all worlds share
   * @param object the object
   * @param plan where the hand goes
   */
  public GraspWorld(Setting setting, GraspObject object, GraspPlan plan) {
    this.motion = setting.motion();
    this.disturbance = setting.disturbance();
    this.plan = plan;
    this.rig =
        new Rig(setting.simulator(), setting.hand(), object, plan.wrist(), setting.material());
    this.controller =
        new HybridController(
            setting.hand(), setting.motors(), plan.wrist().rotation(), Scene.EARTH_GRAVITY);
    this.period = 1 / motion.controlRateHz();
  }

  /**
   * Tells whether the open hand is clear of object and table, where it closes and where it comes
   * from.
   *
   * @return true if nothing touches
   */
  public boolean isClear() {
    rig.reset(Vec3.ZERO, plan.open(), Vec3.ZERO, 0, 1);
    if (!rig.isHandClear()) {
      return false;
    }
    rig.reset(away(), plan.open(), Vec3.ZERO, 0, 1);
    return rig.isHandClear();
  }

  private Vec3 away() {
    return plan.approach().times(motion.approachM());
  }

  /**
   * Makes an attempt at the object where it happens to stand.
   *
   * @param target joint targets of the closed hand in motor order [rad]
   * @param statics the slip inequality
   * @param expected mass that the grip is for [kg]
   * @param mass true mass [kg]
   * @param seed seed of place and pushes
   * @return the attempt
   */
  public Attempt attempt(
      double[] target, GripStatics statics, double expected, double mass, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double sigma = disturbance.positionSigmaM();
    Vec3 offset = new Vec3(sigma * random.nextGaussian(), sigma * random.nextGaussian(), 0);
    double yaw = Math.toRadians(disturbance.yawSigmaDeg()) * random.nextGaussian();
    return new Attempt(
        target,
        statics.neededGrip(expected),
        expected * Scene.EARTH_GRAVITY.norm(),
        mass,
        offset,
        yaw,
        random.nextLong());
  }

  /**
   * Returns what each finger may push with.
   *
   * @param target joint targets of the closed hand in motor order [rad]
   * @param grip sum of the fingers' normal forces [N]
   * @return forces [N]
   */
  public double[] fingerForces(double[] target, double grip) {
    return HybridController.forces(controller.shares(plan.open(), target), grip);
  }

  /**
   * Plays an attempt to its end.
   *
   * @param attempt what it is made with
   * @return what came of it
   */
  public AttemptResult play(Attempt attempt) {
    Play play = begin(attempt);
    while (play.goOn()) {
      // until it ends
    }
    return play.result();
  }

  /**
   * Begins an attempt; the one before must not be gone on with.
   *
   * @param attempt what it is made with
   * @return the attempt under way
   */
  public Play begin(Attempt attempt) {
    return new Play(attempt);
  }

  /**
   * Drops the object from close above the table while the open hand bends as if to squeeze, and
   * watches both: a sample of what the engine makes of contact, limbs and motors.
   *
   * @param mass mass of the object [kg]
   * @return places of the object and joint positions, over time [m, rad]
   */
  public List<Double> sample(double mass) {
    List<Double> sample = new ArrayList<>();
    rig.reset(Vec3.ZERO, plan.open(), new Vec3(0, 0, DROP), DROP_YAW, mass);
    for (int i = 0; i < SAMPLES; i++) {
      rig.advance(Vec3.ZERO, plan.squeeze(), controller.limits(), period);
      Vec3 place = rig.objectPose().position();
      Collections.addAll(sample, place.x(), place.y(), place.z());
      for (double q : rig.motors()) {
        sample.add(q);
      }
    }
    return sample;
  }

  @Override
  public void close() {
    rig.close();
  }

  /**
   * One attempt under way: first the hand closes, then it lifts and holds, part by part.
   *
   * <p><i>Thread safety</i>: confined, as its world.
   */
  public final class Play {

    private final Attempt attempt;
    private final double[] shares;
    private final SplittableRandom random;
    private final double startHeight;
    private final int liftTicks = count(motion.liftS());
    private final int holdTicks = count(motion.holdS());
    private final int pushTicks = count(disturbance.periodS());
    private final double largestPush;
    private Vec3 slides = away();
    private Vec3 force = Vec3.ZERO;
    private Vec3 torque = Vec3.ZERO;
    private Vec3 grasped = Vec3.ZERO;
    private Rig.Touch touch = Rig.Touch.NONE;
    private boolean closed;
    private boolean touched;
    private boolean inHand;
    private boolean lost;
    private int closedContacts;

    /** Ticks of lift and hold. */
    private int ticks;

    /** Part of the object's weight that the hand bears: rises at the beginning of the lift. */
    private double lifting;

    private int looks;
    private int contacts;
    private int fewest = Integer.MAX_VALUE;
    private double forceSum;
    private double peakForce;

    private Play(Attempt attempt) {
      this.attempt = attempt;
      this.shares = controller.shares(plan.open(), attempt.target());
      this.random = new SplittableRandom(attempt.disturbanceSeed());
      this.largestPush = disturbance.forcePerWeight() * attempt.mass() * Scene.EARTH_GRAVITY.norm();
      rig.reset(slides, plan.open(), attempt.offset(), attempt.yaw(), attempt.mass());
      this.startHeight = rig.objectPose().position().z();
    }

    /**
     * Plays on: closes the hand, or lifts and holds for {@link #PART} seconds.
     *
     * @return whether the attempt goes on
     */
    public boolean goOn() {
      if (!closed) {
        closeHand();
        return inHand;
      }
      for (int i = count(PART); i > 0 && !isOver(); i--) {
        liftOrHold();
      }
      return !isOver();
    }

    private boolean isOver() {
      return closed && (!inHand || lost || ticks == liftTicks + holdTicks);
    }

    /**
     * Returns how it stands.
     *
     * @return the object in the hand, now
     */
    public GraspState state() {
      return new GraspState(
          ticks * period,
          touch.activeFingers(),
          touch.fingers().clone(),
          touch.handForce(),
          inHand ? slip() : 0);
    }

    /**
     * Returns what came of it.
     *
     * @return the result, at the end
     */
    public AttemptResult result() {
      double lifted = rig.objectPose().position().z() - startHeight;
      boolean held =
          inHand
              && !lost
              && lifted > motion.liftM() - motion.slipLimitM()
              && slip() < motion.slipLimitM();
      Cause cause =
          held ? Cause.HELD : !touched ? Cause.NO_CONTACT : !inHand ? Cause.BOUNCE_OFF : Cause.SLIP;
      return new AttemptResult(
          cause,
          closedContacts,
          looks == 0 ? 0 : fewest,
          looks == 0 ? 0 : (double) contacts / looks,
          contacts == 0 ? 0 : forceSum / contacts,
          peakForce,
          lifted,
          slip(),
          Math.max(0, ticks - liftTicks) * period);
    }

    private double slip() {
      return inPalm().distanceTo(grasped);
    }

    private void closeHand() {
      Vec3 far = away();
      for (int i = 1, n = count(motion.approachS()); i <= n; i++) {
        slides = far.times(1 - smooth((double) i / n));
        tick(plan.open());
      }
      for (int i = 1, n = count(motion.closeS()); i <= n; i++) {
        tick(between(plan.open(), attempt.target(), smooth((double) i / n)));
      }
      for (int i = 1, n = count(motion.settleS()); i <= n; i++) {
        tick(attempt.target());
        if (isLook(i)) {
          touched |= rig.touch().byHand();
        }
      }
      closed = true;
      touch = rig.touch();
      inHand = touch.byHand();
      closedContacts = touch.activeFingers();
      grasped = inPalm();
    }

    /** Lifts, or holds against random pushes, for one tick. */
    private void liftOrHold() {
      int hold = ticks - liftTicks;
      ticks++;
      if (hold < 0) {
        slides = new Vec3(0, 0, motion.liftM() * smooth((double) ticks / liftTicks));
        lifting = Math.min(1, ticks / (LOADING * liftTicks));
      } else {
        if (hold % pushTicks == 0) {
          force = DisturbanceConfig.draw(random, largestPush);
          torque = DisturbanceConfig.draw(random, largestPush * disturbance.torqueArmM());
        }
        rig.push(force, torque);
      }
      tick(attempt.target());
      if (isLook(ticks) || ticks == liftTicks + holdTicks) {
        look(ticks > liftTicks / 2);
      }
    }

    private boolean isLook(int tick) {
      return tick % LOOK_EVERY == 0;
    }

    /** Looks who touches the object; it is lost if nobody does, or if the table still bears it. */
    private void look(boolean offTable) {
      touch = rig.touch();
      int active = touch.activeFingers();
      looks++;
      contacts += active;
      fewest = Math.min(fewest, active);
      forceSum += touch.handForce();
      peakForce = Math.max(peakForce, touch.handForce());
      lost = !touch.byHand() || (offTable && touch.table());
    }

    private Vec3 inPalm() {
      return rig.inPalm().position();
    }

    private void tick(double[] target) {
      double[] forces = HybridController.forces(shares, attempt.gripForce());
      double[] loads = new double[shares.length];
      for (int i = 0; i < loads.length; i++) {
        loads[i] = lifting * shares[i] * attempt.load();
      }
      controller.command(rig.motors(), target, forces, loads);
      rig.advance(slides, controller.targets(), controller.limits(), period);
    }

    private int count(double seconds) {
      return Math.max(1, (int) Math.round(seconds / period));
    }
  }

  /** Rises from 0 to 1 with the least jerk (Flash and Hogan 1985). */
  private static double smooth(double s) {
    return s * s * s * (10 + s * (-15 + 6 * s));
  }

  private static double[] between(double[] from, double[] to, double s) {
    double[] out = new double[from.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = from[i] + s * (to[i] - from[i]);
    }
    return out;
  }
}
