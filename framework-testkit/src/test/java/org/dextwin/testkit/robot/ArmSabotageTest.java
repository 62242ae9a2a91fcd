package org.dextwin.testkit.robot;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.dextwin.api.math.SymmetricMatrix3;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Actuator;
import org.dextwin.api.model.ArmModel;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.Link;
import org.dextwin.api.model.MassProperties;
import org.dextwin.api.model.RobotModel;
import org.dextwin.api.robot.Arm;
import org.dextwin.testkit.FakeProvider;
import org.dextwin.testkit.Intercept;
import org.dextwin.testkit.Sabotage;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every test of the arm contract sees the fault that it is there for. */
class ArmSabotageTest {

  @TestFactory
  Stream<DynamicTest> faultsAreSeen() {
    return Sabotage.tests(FakeArmTest.class, all());
  }

  @Test
  void everyTestHasASabotage() {
    Sabotage.assertAllSabotaged(ArmContract.class, all());
  }

  private static List<Sabotage> all() {
    AtomicInteger asked = new AtomicInteger();
    return List.of(
        model(
            "modelIsTheSameEachTime",
            "gains drift",
            m -> motors(m, a -> motor(a, a.joint(), 1 + asked.incrementAndGet(), a.torqueLimit()))),
        model("limitsAreSane", "limits in degrees", m -> joints(m, j -> limits(j, -30, 90))),
        model(
            "motorsDriveDistinctJoints",
            "two motors on one joint",
            m -> motors(m, a -> motor(a, "elbow", a.kp(), a.torqueLimit()))),
        model(
            "ordersConvertForthAndBack",
            "a joint without a motor",
            m -> {
              RobotModel r = m.robot();
              return robot(
                  m,
                  new RobotModel(
                      r.name(), r.root(), r.links(), r.joints(), r.actuators().subList(0, 1)));
            }),
        model(
            "motorsAreOfAnArmsStrength",
            "torque in N mm",
            m -> motors(m, a -> motor(a, a.joint(), a.kp(), 1000 * a.torqueLimit()))),
        model("movingLinksHaveMass", "mass in grams", m -> links(m, l -> mass(l, 1000, 1))),
        model(
            "movingLinksHaveMass",
            "a link without mass",
            m ->
                links(
                    m,
                    l ->
                        l.name().equals("upper")
                            ? new Link(l.name(), Optional.empty(), l.colliders())
                            : l)),
        model("inertiasAreThoseOfBodies", "moments of no body", m -> links(m, l -> mass(l, 1, 3))),
        model(
            "jointsLeadToTheFlange",
            "the flange is the base",
            m -> new ArmModel(m.robot(), "base", m.hand())),
        model(
            "jointsLeadToTheFlange",
            "lengths in millimetres",
            m -> joints(m, j -> placed(j, j.position().times(1e5)))),
        model(
            "linksCanTouch",
            "no collision shapes",
            m -> links(m, l -> new Link(l.name(), l.mass(), List.of()))),
        model(
            "carriesTheHandThatItsBlockNames",
            "the hand is forgotten",
            m -> new ArmModel(m.robot(), m.flange())),
        model(
            "carriesTheHandThatItsBlockNames",
            "the hand is mounted elsewhere",
            m -> joints(m, j -> j.name().endsWith("mount") ? placed(j, new Vec3(0, 0, 0.03)) : j)));
  }

  private static Sabotage model(String test, String fault, UnaryOperator<ArmModel> change) {
    return new Sabotage(
        test,
        fault,
        FakeProvider.like(new FakeArmProvider())
            .withFault(
                arm ->
                    Intercept.method(
                        Arm.class, arm, "model", call -> change.apply((ArmModel) call.proceed()))));
  }

  private static ArmModel robot(ArmModel m, RobotModel robot) {
    return new ArmModel(robot, m.flange(), m.hand());
  }

  private static ArmModel joints(ArmModel m, UnaryOperator<Joint> change) {
    RobotModel r = m.robot();
    List<Joint> joints = r.joints().stream().map(change).toList();
    return robot(m, new RobotModel(r.name(), r.root(), r.links(), joints, r.actuators()));
  }

  private static ArmModel links(ArmModel m, UnaryOperator<Link> change) {
    RobotModel r = m.robot();
    List<Link> links = r.links().stream().map(change).toList();
    return robot(m, new RobotModel(r.name(), r.root(), links, r.joints(), r.actuators()));
  }

  private static ArmModel motors(ArmModel m, UnaryOperator<Actuator> change) {
    RobotModel r = m.robot();
    List<Actuator> motors = r.actuators().stream().map(change).toList();
    return robot(m, new RobotModel(r.name(), r.root(), r.links(), r.joints(), motors));
  }

  private static Joint limits(Joint j, double lower, double upper) {
    return changed(j, j.position(), lower, upper);
  }

  private static Joint placed(Joint j, Vec3 position) {
    return changed(j, position, j.lower(), j.upper());
  }

  private static Joint changed(Joint j, Vec3 position, double lower, double upper) {
    return new Joint(
        j.name(),
        j.type(),
        j.parent(),
        j.child(),
        position,
        j.rotation(),
        j.axis(),
        lower,
        upper,
        j.damping(),
        j.friction(),
        j.armature());
  }

  private static Actuator motor(Actuator a, String joint, double kp, double torqueLimit) {
    return new Actuator(a.name(), joint, kp, a.kd(), torqueLimit, a.velocityLimit());
  }

  /** A link of another mass, and of one principal moment out of proportion. */
  private static Link mass(Link link, double factor, double proportion) {
    Optional<MassProperties> mass =
        link.mass()
            .map(
                m ->
                    new MassProperties(
                        factor * m.mass(),
                        m.centerOfMass(),
                        SymmetricMatrix3.diagonal(
                            proportion * m.inertia().xx(), m.inertia().yy(), m.inertia().zz())));
    return new Link(link.name(), mass, link.colliders());
  }
}
