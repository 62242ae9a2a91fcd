package org.dextwin.testkit.retarget;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.dextwin.api.learning.HumanHandPose;
import org.dextwin.api.learning.RetargetedPose;
import org.dextwin.api.learning.Retargeter;
import org.dextwin.api.learning.RetargetingSession;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.model.JointOrder;
import org.dextwin.api.model.JointVector;
import org.dextwin.testkit.FakeProvider;
import org.dextwin.testkit.Intercept;
import org.dextwin.testkit.Sabotage;
import org.dextwin.testkit.robot.FakeHand;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every test of the retargeter contract sees the fault that it is there for. */
class RetargeterSabotageTest {

  private static final HandModel HAND = new FakeHand(HandModel.Side.RIGHT).model();

  @TestFactory
  Stream<DynamicTest> faultsAreSeen() {
    return Sabotage.tests(FakeRetargeterTest.class, all());
  }

  @Test
  void everyTestHasASabotage() {
    Sabotage.assertAllSabotaged(RetargeterContract.class, all());
  }

  private static List<Sabotage> all() {
    AtomicInteger all = new AtomicInteger();
    return List.of(
        result(
            "jointsAreThoseOfTheHandInItsKinematicOrder",
            "motor order",
            pose -> with(pose, pose.positions().in(HAND.robot().motorOrder()))),
        result(
            "limitsAreKeptWhateverTheHumanDoes",
            "a little beyond",
            pose -> joints(pose, q -> q - 0.01)),
        result("fingersFollow", "a stiff hand", pose -> joints(pose, q -> 0.0)),
        result(
            "targetsAreNamedByFinger",
            "human names",
            pose ->
                new RetargetedPose(
                    pose.positions(), pose.palm(), Map.of("index", new Vec3(0, 0, 0)))),
        result(
            "targetsAreNamedByFinger",
            "no targets",
            pose -> new RetargetedPose(pose.positions(), pose.palm(), Map.of())),
        result(
            "palmIsInTheFrameOfTheHuman",
            "always in the world",
            pose -> palm(pose, pose.palm().named(Pose.WORLD, pose.palm().body()))),
        result(
            "placeDoesNotMatterToTheFingers",
            "joints by place",
            pose -> joints(pose, q -> q + 0.01 * pose.palm().position().x())),
        result(
            "placeDoesNotMatterToTheFingers",
            "a palm that stays",
            pose -> palm(pose, Pose.identity(pose.palm().frame(), pose.palm().body()))),
        session(
            "leftHandsAreMirrored",
            "left hands differ",
            () ->
                call -> {
                  HumanHandPose human = call.argument(0, HumanHandPose.class);
                  RetargetedPose pose = (RetargetedPose) call.proceed();
                  return human.side() == HandModel.Side.LEFT ? joints(pose, q -> 0.9 * q) : pose;
                }),
        session(
            "motionIsSmooth",
            "every tenth pose jumps",
            () -> {
              AtomicInteger count = new AtomicInteger();
              return call -> {
                RetargetedPose pose = (RetargetedPose) call.proceed();
                return count.incrementAndGet() % 10 == 0 ? joints(pose, q -> 1.5 - q) : pose;
              };
            }),
        session(
            "restartForgets",
            "drifts",
            () -> {
              AtomicInteger count = new AtomicInteger();
              return call ->
                  joints((RetargetedPose) call.proceed(), q -> q + 1e-6 * count.incrementAndGet());
            }),
        session(
            "sessionsDoNotMeet",
            "one memory for all",
            () ->
                call ->
                    joints(
                        (RetargetedPose) call.proceed(), q -> q + 1e-6 * all.incrementAndGet())));
  }

  private static Sabotage result(String test, String fault, UnaryOperator<RetargetedPose> change) {
    return session(test, fault, () -> call -> change.apply((RetargetedPose) call.proceed()));
  }

  /** Something faulty that a session does, which may have a memory. */
  @FunctionalInterface
  private interface Fault {
    Intercept.Behaviour begin();
  }

  private static Sabotage session(String test, String fault, Fault behaviour) {
    return new Sabotage(
        test,
        fault,
        FakeProvider.like(new FakeRetargeterProvider())
            .withFault(
                retargeter ->
                    Intercept.method(
                        Retargeter.class,
                        retargeter,
                        "open",
                        call ->
                            Intercept.method(
                                RetargetingSession.class,
                                (RetargetingSession) call.proceed(),
                                "retarget",
                                behaviour.begin()))));
  }

  private static RetargetedPose with(RetargetedPose pose, JointVector positions) {
    return new RetargetedPose(positions, pose.palm(), pose.fingertipTargets());
  }

  private static RetargetedPose palm(RetargetedPose pose, Pose palm) {
    return new RetargetedPose(pose.positions(), palm, pose.fingertipTargets());
  }

  private static RetargetedPose joints(RetargetedPose pose, UnaryOperator<Double> change) {
    JointOrder order = pose.positions().order();
    double[] q = pose.positions().values(order);
    for (int i = 0; i < q.length; i++) {
      q[i] = change.apply(q[i]);
    }
    return with(pose, new JointVector(order, q));
  }
}
