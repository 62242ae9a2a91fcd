package org.dextwin.testkit.robot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.dextwin.api.math.SymmetricMatrix3;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Actuator;
import org.dextwin.api.model.Finger;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.Link;
import org.dextwin.api.model.MassProperties;
import org.dextwin.api.model.RobotModel;
import org.dextwin.api.robot.Hand;
import org.dextwin.testkit.FakeProvider;
import org.dextwin.testkit.Intercept;
import org.dextwin.testkit.Sabotage;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every test of the hand contract sees the fault that it is there for. */
class HandSabotageTest {

  @TestFactory
  Stream<DynamicTest> faultsAreSeen() {
    return Sabotage.tests(FakeHandTest.class, all());
  }

  @Test
  void everyTestHasASabotage() {
    Sabotage.assertAllSabotaged(HandContract.class, all());
  }

  private static List<Sabotage> all() {
    AtomicInteger asked = new AtomicInteger();
    return List.of(
        model(
            "modelIsTheSameEachTime",
            "gains drift",
            m -> motors(m, a -> motor(a, a.joint(), 1 + asked.incrementAndGet(), a.torqueLimit()))),
        model("palmIsTheRootOfMovingLinks", "all joints fixed", m -> joints(frozen(m))),
        model("limitsAreSane", "limits in degrees", m -> joints(m, j -> limits(j, -30, 90))),
        model("limitsAreSane", "no range", m -> joints(m, j -> limits(j, 0.5, 0.5))),
        model(
            "motorsDriveDistinctJoints",
            "two motors on one joint",
            m -> motors(m, a -> motor(a, "left-1", a.kp(), a.torqueLimit()))),
        model(
            "ordersConvertForthAndBack",
            "a joint without a motor",
            m -> {
              RobotModel r = m.robot();
              List<Actuator> fewer = r.actuators().subList(1, r.actuators().size());
              return robot(m, new RobotModel(r.name(), r.root(), r.links(), r.joints(), fewer));
            }),
        model(
            "motorsAreOfAHandsStrength",
            "torque in N mm",
            m -> motors(m, a -> motor(a, a.joint(), a.kp(), 1000 * a.torqueLimit()))),
        model(
            "motorsAreOfAHandsStrength",
            "no gain",
            m -> motors(m, a -> motor(a, a.joint(), 0, a.torqueLimit()))),
        model("movingLinksHaveMass", "mass in grams", m -> links(m, l -> mass(l, 1000, 1))),
        model(
            "movingLinksHaveMass",
            "a link without mass",
            m ->
                links(
                    m,
                    l ->
                        l.name().equals("left-link-1")
                            ? new Link(l.name(), Optional.empty(), l.colliders())
                            : l)),
        model("inertiasAreThoseOfBodies", "moments of no body", m -> links(m, l -> mass(l, 1, 3))),
        model(
            "fingersAreChainsFromThePalmToTheTip",
            "joints from the tip to the palm",
            m ->
                fingers(
                    m,
                    f ->
                        new Finger(
                            f.name(),
                            List.of(f.joints().get(1), f.joints().get(0)),
                            f.tipLink(),
                            f.tip(),
                            f.tipRadius()))),
        model(
            "fingersAreDistinct",
            "one finger twice",
            m ->
                new HandModel(
                    m.robot(), m.side(), List.of(m.fingers().get(0), m.fingers().get(0)))),
        model(
            "fingertipsAreRoundAndCanTouch",
            "radius in millimetres",
            m -> fingers(m, f -> new Finger(f.name(), f.joints(), f.tipLink(), f.tip(), 10))),
        model(
            "fingertipsAreRoundAndCanTouch",
            "no collision shapes",
            m -> links(m, l -> new Link(l.name(), l.mass(), List.of()))),
        model(
            "fingertipsAreApartAndInReach",
            "lengths in millimetres",
            m -> joints(m, j -> placed(j, j.position().times(1000)))),
        model(
            "fingertipsAreApartAndInReach",
            "all fingers at one place",
            m -> joints(m, j -> placed(j, new Vec3(0, 0, 0.05)))));
  }

  private static Sabotage model(String test, String fault, UnaryOperator<HandModel> change) {
    return new Sabotage(
        test,
        fault,
        FakeProvider.like(new FakeHandProvider())
            .withFault(
                hand ->
                    Intercept.method(
                        Hand.class,
                        hand,
                        "model",
                        call -> change.apply((HandModel) call.proceed()))));
  }

  private static HandModel robot(HandModel m, RobotModel robot) {
    return new HandModel(robot, m.side(), m.fingers());
  }

  private static HandModel frozen(HandModel m) {
    RobotModel r = m.robot();
    return robot(m, new RobotModel(r.name(), r.root(), r.links(), r.joints(), List.of()));
  }

  private static HandModel joints(HandModel m) {
    return joints(
        m,
        j ->
            new Joint(
                j.name(),
                Joint.Type.FIXED,
                j.parent(),
                j.child(),
                j.position(),
                j.rotation(),
                j.axis(),
                j.lower(),
                j.upper(),
                0,
                0,
                0));
  }

  private static HandModel joints(HandModel m, UnaryOperator<Joint> change) {
    RobotModel r = m.robot();
    List<Joint> joints = r.joints().stream().map(change).toList();
    return robot(m, new RobotModel(r.name(), r.root(), r.links(), joints, r.actuators()));
  }

  private static HandModel links(HandModel m, UnaryOperator<Link> change) {
    RobotModel r = m.robot();
    List<Link> links = r.links().stream().map(change).toList();
    return robot(m, new RobotModel(r.name(), r.root(), links, r.joints(), r.actuators()));
  }

  private static HandModel motors(HandModel m, UnaryOperator<Actuator> change) {
    RobotModel r = m.robot();
    List<Actuator> motors = new ArrayList<>(r.actuators().stream().map(change).toList());
    return robot(m, new RobotModel(r.name(), r.root(), r.links(), r.joints(), motors));
  }

  private static HandModel fingers(HandModel m, UnaryOperator<Finger> change) {
    return new HandModel(m.robot(), m.side(), m.fingers().stream().map(change).toList());
  }

  private static Joint limits(Joint j, double lower, double upper) {
    return new Joint(
        j.name(),
        j.type(),
        j.parent(),
        j.child(),
        j.position(),
        j.rotation(),
        j.axis(),
        lower,
        upper,
        j.damping(),
        j.friction(),
        j.armature());
  }

  private static Joint placed(Joint j, Vec3 position) {
    return new Joint(
        j.name(),
        j.type(),
        j.parent(),
        j.child(),
        position,
        j.rotation(),
        j.axis(),
        j.lower(),
        j.upper(),
        j.damping(),
        j.friction(),
        j.armature());
  }

  private static Actuator motor(Actuator a, String joint, double kp, double torqueLimit) {
    return new Actuator(a.name(), joint, kp, a.kd(), torqueLimit, a.velocityLimit());
  }

  /** A link of another mass, and of one principal moment out of proportion. */
  private static Link mass(Link link, double factor, double proportion) {
    MassProperties m = link.mass().orElseThrow();
    SymmetricMatrix3 i = m.inertia();
    return new Link(
        link.name(),
        Optional.of(
            new MassProperties(
                factor * m.mass(),
                m.centerOfMass(),
                SymmetricMatrix3.diagonal(proportion * i.xx(), i.yy(), i.zz()))),
        link.colliders());
  }
}
