package org.dextwin.experiments.drex.internal.pushlog.enginefit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Twist;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Actuator;
import org.dextwin.api.model.Collider;
import org.dextwin.api.model.ContactPair;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.JointVector;
import org.dextwin.api.model.Material;
import org.dextwin.api.model.RobotModel;
import org.dextwin.api.model.Scene;
import org.dextwin.api.model.SceneBody;
import org.dextwin.api.model.SceneRobot;
import org.dextwin.api.model.Shape;
import org.dextwin.api.sim.ControlSequence;
import org.dextwin.api.sim.Parameter;
import org.dextwin.experiments.drex.internal.pushlog.enginefit.JointTrack.Role;
import org.dextwin.experiments.drex.internal.pushlog.enginefit.Unknown.Kind;

/**
 * The scene of a push and its controls, as functions of the unknowns x. The logged path of the
 * fingers is followed softly: each joint obeys
 *
 * <pre>
 *   I a = u(t) + K (q_log - q) + D (v_log - v) + (J^T F_contact)
 * </pre>
 *
 * where u is the torque that the drive logged. That is a position servo of the gains K and D with
 * the target q_log + (u + D v_log) / K; gravity, dry friction and inertia are the engine's. With K
 * = 0 it would be forward shooting, with K infinite inverse dynamics of a rigid pusher.
 *
 * <p>The object starts at rest, as deep in the table as its weight presses it; derivatives leave
 * out that this depth depends on the mass, because it settles before the contact.
 *
 * <p><i>Thread safety</i>: immutable.
 */
final class PushModel {

  static final String OBJECT = "object";
  static final String TABLE = "table";
  static final String HAND = "hand";

  /** Gain that holds a joint that does not move [N m/rad]; fingers yield little to it. */
  private static final double HOLDING_GAIN = 3;

  /** Damping that comes with it: about critical for a finger [N m s/rad]. */
  private static final double HOLDING_DAMPING = 0.05;

  /** Gain of a finger's stand: much stiffer than its tip [N/m]. */
  private static final double STAND_GAIN = 1e5;

  /** Limits that are never reached: the logged torque holds the drive's own. */
  private static final double UNLIMITED = 1e3;

  /** Depth to which an object sinks into the table by its weight [m]. */
  private static final double REST_DEPTH = 1e-4;

  /** Damping over critical damping of the object on the table. */
  private static final double DAMPING_RATIO = 0.5;

  /** No quantity is a thousand times what is believed. */
  private static final double LARGEST_DIFFERENCE = 7;

  private final RecordedPush push;
  private final FitOptions options;
  private final List<Unknown> unknowns;

  /** Mass that the table is made for: it sinks in by {@link #REST_DEPTH} [kg]. */
  private final double restingMass;

  private final double tableStiffness;

  PushModel(RecordedPush push, FitOptions options) {
    this(push, options, push.quasiStaticMass());
  }

  private PushModel(RecordedPush push, FitOptions options, double restingMass) {
    this.push = push;
    this.options = options;
    this.restingMass = restingMass;
    this.tableStiffness = restingMass * gravity() / REST_DEPTH;
    this.unknowns = unknowns();
  }

  /** The same push on a table that is as stiff as a mass asks for. */
  PushModel withTableFor(double mass) {
    return new PushModel(push, options, mass);
  }

  private static double gravity() {
    return Scene.EARTH_GRAVITY.norm();
  }

  private List<Unknown> unknowns() {
    List<Unknown> all = new ArrayList<>();
    all.add(
        new Unknown(Kind.LOG_MASS, -1, Math.log(push.quasiStaticMass()), Double.POSITIVE_INFINITY));
    addUnlessKnown(
        all, Kind.LOG_FRICTION, Math.log(options.friction()), options.frictionLogSigma());
    addUnlessKnown(
        all, Kind.LOG_TIP_FRICTION, Math.log(options.tipFriction()), options.tipFrictionLogSigma());
    all.add(new Unknown(Kind.SHIFT, -1, 0, Double.POSITIVE_INFINITY));
    all.add(new Unknown(Kind.RISE, -1, 0, options.riseSigma()));
    for (int j = 0; j < push.joints().size(); j++) {
      if (push.joints().get(j).role() == Role.STANDS && options.fingerShiftSigma() > 0) {
        all.add(new Unknown(Kind.FINGER_SHIFT, j, 0, options.fingerShiftSigma()));
      }
    }
    addUnlessKnown(all, Kind.LAG, options.lag(), options.lagSigma());
    addUnlessKnown(
        all, Kind.LOG_TABLE_STIFFNESS, Math.log(tableStiffness), options.tableStiffnessLogSigma());
    addUnlessKnown(
        all, Kind.LOG_TIP_STIFFNESS, Math.log(tipStiffness()), options.tipStiffnessLogSigma());
    addUnlessKnown(all, Kind.LOG_ARMATURE, 0, options.armatureLogSigma());
    for (int j = 0; j < push.joints().size(); j++) {
      JointTrack track = push.joints().get(j);
      if (track.moves() && options.jointFrictionSigma() > 0) {
        double sigma = options.jointFrictionSigma() * track.friction();
        all.add(new Unknown(Kind.JOINT_FRICTION, j, track.friction(), sigma));
      }
      if (track.moves() && options.torqueOffsetSigma() > 0) {
        all.add(new Unknown(Kind.TORQUE_OFFSET, j, 0, options.torqueOffsetSigma()));
      }
    }
    return List.copyOf(all);
  }

  private static void addUnlessKnown(List<Unknown> all, Kind kind, double prior, double sigma) {
    if (sigma > 0) {
      all.add(new Unknown(kind, -1, prior, sigma));
    }
  }

  private double tipStiffness() {
    return options.tipStiffness() > 0 ? options.tipStiffness() : tableStiffness;
  }

  RecordedPush push() {
    return push;
  }

  FitOptions options() {
    return options;
  }

  List<Unknown> all() {
    return unknowns;
  }

  /** Returns the index of an unknown without a joint; -1 if it is known. */
  int indexOf(Kind kind) {
    for (int i = 0; i < unknowns.size(); i++) {
      if (unknowns.get(i).kind() == kind) {
        return i;
      }
    }
    return -1;
  }

  double[] priors() {
    return unknowns.stream().mapToDouble(Unknown::prior).toArray();
  }

  private double value(double[] x, Kind kind, double known) {
    int index = indexOf(kind);
    return index < 0 ? known : x[index];
  }

  private double value(double[] x, Kind kind, int joint, double known) {
    for (int i = 0; i < unknowns.size(); i++) {
      if (unknowns.get(i).kind() == kind && unknowns.get(i).joint() == joint) {
        return x[i];
      }
    }
    return known;
  }

  /** Says whether an engine can make something of x: its logarithms are of this world. */
  boolean isPlausible(double[] x) {
    for (int i = 0; i < x.length; i++) {
      Unknown unknown = unknowns.get(i);
      double difference = Math.abs(x[i] - unknown.prior());
      if (!Double.isFinite(difference)
          || (unknown.isLogarithm() && difference > LARGEST_DIFFERENCE)) {
        return false;
      }
    }
    return true;
  }

  double mass(double[] x) {
    return Math.exp(x[indexOf(Kind.LOG_MASS)]);
  }

  double friction(double[] x) {
    return Math.exp(value(x, Kind.LOG_FRICTION, Math.log(options.friction())));
  }

  /** Returns the friction of the tips: that of the table, unless it is an unknown of its own. */
  private double tipFriction(double[] x) {
    int own = indexOf(Kind.LOG_TIP_FRICTION);
    return own < 0 ? friction(x) : Math.exp(x[own]);
  }

  double lag(double[] x) {
    return value(x, Kind.LAG, options.lag());
  }

  private double tableStiffness(double[] x) {
    return Math.exp(value(x, Kind.LOG_TABLE_STIFFNESS, Math.log(tableStiffness)));
  }

  private double tipStiffness(double[] x) {
    return Math.exp(value(x, Kind.LOG_TIP_STIFFNESS, Math.log(tipStiffness())));
  }

  private double armatureFactor(double[] x) {
    return Math.exp(value(x, Kind.LOG_ARMATURE, 0));
  }

  /** Returns X_WH. */
  Pose base(double[] x) {
    Vec3 moved =
        push.base().position().plus(new Vec3(value(x, Kind.SHIFT, 0), 0, value(x, Kind.RISE, 0)));
    return Pose.inWorld(HAND, moved, push.base().rotation());
  }

  Scene scene(double[] x) {
    double mass = mass(x);
    double friction = friction(x);
    double damping = 2 * DAMPING_RATIO * Math.sqrt(tableStiffness * restingMass);
    Material onTable = new Material(friction, tableStiffness(x), damping);
    Material onTip = new Material(tipFriction(x), tipStiffness(x), options.tipDamping());
    double height = push.object().centerHeight() - mass * gravity() / tableStiffness(x);
    SceneBody object =
        SceneBody.free(
            OBJECT,
            push.object().perMass().withMass(mass),
            push.object().colliders(),
            onTable,
            Pose.inWorld(OBJECT, new Vec3(0, 0, height), Quat.IDENTITY),
            Twist.zero(Pose.WORLD, OBJECT));
    SceneBody table =
        SceneBody.fixed(
            TABLE,
            List.of(Collider.centred(TABLE, new Shape.Plane())),
            onTable,
            Pose.inWorld(TABLE, Vec3.ZERO, Quat.IDENTITY));
    RobotModel hand = hand(x);
    double[] q = startPositions();
    SceneRobot robot =
        new SceneRobot(HAND, hand, base(x), onTip, new JointVector(hand.kinematicOrder(), q));
    return new Scene(
        "push",
        Scene.EARTH_GRAVITY,
        List.of(object, table),
        List.of(robot),
        List.of(new ContactPair(OBJECT, TABLE, onTable), new ContactPair(OBJECT, HAND, onTip)));
  }

  private RobotModel hand(double[] x) {
    List<Joint> joints = new ArrayList<>();
    List<Actuator> actuators = new ArrayList<>();
    int j = 0;
    for (Joint joint : push.hand().joints()) {
      if (joint.type() == Joint.Type.FIXED) {
        joints.add(joint);
        continue;
      }
      JointTrack track = push.joints().get(j);
      joints.add(
          new Joint(
              joint.name(),
              joint.type(),
              joint.parent(),
              joint.child(),
              joint.position(),
              joint.rotation(),
              joint.axis(),
              joint.lower(),
              joint.upper(),
              0,
              track.moves() ? Math.max(0, value(x, Kind.JOINT_FRICTION, j, track.friction())) : 0,
              track.armature() * armatureFactor(x)));
      actuators.add(
          new Actuator(
              joint.name(), joint.name(), gain(track), damping(track), UNLIMITED, UNLIMITED));
      j++;
    }
    RobotModel hand = push.hand();
    return new RobotModel(hand.name(), hand.root(), hand.links(), joints, actuators);
  }

  private double gain(JointTrack track) {
    return switch (track.role()) {
      case MOVES -> options.followGain();
      case RESTS -> HOLDING_GAIN;
      case STANDS -> STAND_GAIN;
    };
  }

  private static double damping(JointTrack track) {
    return switch (track.role()) {
      case MOVES -> track.damping();
      case RESTS -> HOLDING_DAMPING;
      case STANDS -> 2 * Math.sqrt(STAND_GAIN * track.armature());
    };
  }

  double[] startPositions() {
    return push.joints().stream()
        .mapToDouble(track -> push.at(track.position(), push.start()))
        .toArray();
  }

  double[] startVelocities() {
    return push.joints().stream()
        .mapToDouble(track -> push.at(track.velocity(), push.start()))
        .toArray();
  }

  /** Returns the targets of the servos. */
  ControlSequence controls(double[] x, double timeStep) {
    int steps = (int) Math.ceil((push.end() - push.start()) / timeStep);
    int joints = push.joints().size();
    double[] targets = new double[steps * joints];
    for (int j = 0; j < joints; j++) {
      JointTrack track = push.joints().get(j);
      double offset = value(x, Kind.TORQUE_OFFSET, j, 0);
      double shift = value(x, Kind.FINGER_SHIFT, j, 0);
      for (int step = 0; step < steps; step++) {
        double time = push.start() + (step + 0.5) * timeStep;
        double drive =
            push.at(track.torque(), time)
                + offset
                + damping(track) * push.at(track.velocity(), time);
        targets[step * joints + j] = push.at(track.position(), time) + shift + drive / gain(track);
      }
    }
    return new ControlSequence(steps, joints, targets, List.of());
  }

  /** An engine's parameter that an unknown moves, and how fast. */
  record Influence(String parameter, double slope) {}

  /** Returns what an unknown moves in the engine; empty if it moves nothing there. */
  List<Influence> influences(int unknown, double[] x) {
    Unknown what = unknowns.get(unknown);
    return switch (what.kind()) {
      case LOG_MASS -> List.of(influence(OBJECT, Parameter.Kind.MASS, mass(x)));
      case LOG_FRICTION -> frictions(x);
      case LOG_TIP_FRICTION ->
          List.of(influence(OBJECT + ":" + HAND, Parameter.Kind.FRICTION, tipFriction(x)));
      case SHIFT -> List.of(influence(HAND, Parameter.Kind.BASE_X, 1));
      case FINGER_SHIFT -> List.of(influence(joint(what.joint()), Parameter.Kind.TARGET_OFFSET, 1));
      case RISE -> List.of(influence(HAND, Parameter.Kind.BASE_Z, 1));
      case LAG -> List.of();
      case LOG_TABLE_STIFFNESS ->
          List.of(influence(OBJECT + ":" + TABLE, Parameter.Kind.STIFFNESS, tableStiffness(x)));
      case LOG_TIP_STIFFNESS ->
          List.of(influence(OBJECT + ":" + HAND, Parameter.Kind.STIFFNESS, tipStiffness(x)));
      case LOG_ARMATURE -> armatures(x);
      case JOINT_FRICTION ->
          List.of(influence(joint(what.joint()), Parameter.Kind.JOINT_FRICTION, 1));
      case TORQUE_OFFSET ->
          List.of(
              influence(
                  joint(what.joint()),
                  Parameter.Kind.TARGET_OFFSET,
                  1 / gain(push.joints().get(what.joint()))));
    };
  }

  private List<Influence> frictions(double[] x) {
    Influence table = influence(OBJECT + ":" + TABLE, Parameter.Kind.FRICTION, friction(x));
    return indexOf(Kind.LOG_TIP_FRICTION) >= 0
        ? List.of(table)
        : List.of(table, influence(OBJECT + ":" + HAND, Parameter.Kind.FRICTION, friction(x)));
  }

  private List<Influence> armatures(double[] x) {
    List<Influence> all = new ArrayList<>();
    for (int j = 0; j < push.joints().size(); j++) {
      double armature = push.joints().get(j).armature() * armatureFactor(x);
      all.add(influence(joint(j), Parameter.Kind.ARMATURE, armature));
    }
    return all;
  }

  private String joint(int j) {
    return HAND + "/" + push.joints().get(j).joint();
  }

  private static Influence influence(String subject, Parameter.Kind kind, double slope) {
    return new Influence(Parameter.name(subject, kind), slope);
  }

  @Override
  public String toString() {
    return "push with the unknowns " + Arrays.toString(unknowns.toArray());
  }
}
