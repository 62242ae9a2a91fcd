package org.dextwin.testkit.learning;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.dextwin.api.learning.MotionGoal;
import org.dextwin.api.learning.MotionPlan;
import org.dextwin.api.learning.MotionPlanner;
import org.dextwin.api.learning.MotionPlanningException;
import org.dextwin.api.learning.MotionPlanningException.Reason;
import org.dextwin.api.learning.MotionRequest;
import org.dextwin.api.model.JointOrder;
import org.dextwin.api.model.JointVector;
import org.dextwin.api.model.Scene;
import org.dextwin.api.model.SceneBody;
import org.dextwin.api.model.SceneRobot;
import org.dextwin.testkit.FakeProvider;
import org.dextwin.testkit.Intercept;
import org.dextwin.testkit.Sabotage;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every test of the planner contract sees the fault that it is there for. */
class PlannerSabotageTest {

  @TestFactory
  Stream<DynamicTest> faultsAreSeen() {
    return Sabotage.tests(FakePlannerTest.class, all());
  }

  @Test
  void everyTestHasASabotage() {
    Sabotage.assertAllSabotaged(MotionPlannerContract.class, all());
  }

  private static List<Sabotage> all() {
    AtomicInteger plans = new AtomicInteger();
    return List.of(
        planned("endsAreThoseAskedFor", "backwards", p -> timed(p, t -> p.duration() - t)),
        moved("endsAreThoseAskedFor", "stops short", (u, q) -> q - 0.01 * u),
        planned(
            "restsBeforeAndAfter",
            "back at the start afterwards",
            p -> timed(p, t -> t > p.duration() ? 0 : t)),
        states(
            "restsBeforeAndAfter",
            "moves at the end",
            (u, s) -> new MotionPlan.State(s.positions(), s.positions(), s.accelerations())),
        moved("poseIsReached", "of another frame", (u, q) -> q + 0.1 * u),
        among("goesRoundFixedBodies", "fixed bodies ignored", b -> b.mass().isPresent(), r -> true),
        among("goesRoundFreeBodies", "free bodies ignored", b -> b.mass().isEmpty(), r -> true),
        among(
            "goesRoundOtherRobots",
            "other robots ignored",
            b -> true,
            r -> r.name().equals(Gantry.NAME)),
        new Sabotage(
            "keepsClearOfItself",
            "straight through itself",
            planning(call -> straight(call.argument(0, MotionRequest.class)))),
        moved("staysWithinPositionLimits", "wide bend", (u, q) -> q + 5 * u * (1 - u)),
        planned("keepsTheLimitsOfItsMotors", "three times too fast", p -> scaled(p, 1.0 / 3)),
        states(
            "keepsTheLimitsOfItsMotors",
            "trembles",
            (u, s) ->
                new MotionPlan.State(
                    s.positions(),
                    s.velocities(),
                    with(s.accelerations(), a -> a + 0.1 * Math.sin(1e5 * u)))),
        states(
            "derivativesAreThoseOfThePositions",
            "no velocities",
            (u, s) ->
                new MotionPlan.State(
                    s.positions(), with(s.velocities(), v -> 0.0), s.accelerations())),
        states(
            "derivativesAreThoseOfThePositions",
            "half the accelerations",
            (u, s) ->
                new MotionPlan.State(
                    s.positions(), s.velocities(), with(s.accelerations(), a -> a / 2))),
        planned("isNotNeedlesslySlow", "milliseconds for seconds", p -> scaled(p, 1000)),
        moved("heldJointsStay", "held joints yield", (u, q) -> q + 0.1 * u * (1 - u)),
        planned(
            "sameRequestSamePlan",
            "slower each time",
            p -> scaled(p, 1 + 0.1 * plans.getAndIncrement())),
        silent("startInCollisionIsTold"),
        silent("goalInCollisionIsTold"),
        silent("startOutOfLimitsIsTold"),
        silent("goalOutOfLimitsIsTold"),
        silent("goalOutOfReachIsTold"),
        silent("closedWayIsTold"),
        vague("startInCollisionIsTold"),
        vague("goalInCollisionIsTold"),
        vague("startOutOfLimitsIsTold"),
        vague("goalOutOfLimitsIsTold"),
        vague("goalOutOfReachIsTold"));
  }

  private static FakeProvider<MotionPlanner, FakePlannerProvider.Config> planning(
      Intercept.Behaviour behaviour) {
    return FakeProvider.like(new FakePlannerProvider())
        .withFault(planner -> Intercept.method(MotionPlanner.class, planner, "plan", behaviour));
  }

  private static Sabotage planned(String test, String fault, UnaryOperator<MotionPlan> change) {
    return new Sabotage(test, fault, planning(call -> change.apply((MotionPlan) call.proceed())));
  }

  /** Changes what a plan says at a share of its duration. */
  private static Sabotage states(
      String test, String fault, BiFunction<Double, MotionPlan.State, MotionPlan.State> change) {
    return planned(
        test,
        fault,
        p ->
            changed(
                p,
                p.duration(),
                t -> {
                  double share = Math.max(0, Math.min(1, t / p.duration()));
                  return change.apply(share, p.at(t));
                }));
  }

  /** Changes all positions of a plan, by the share of its duration. */
  private static Sabotage moved(
      String test, String fault, BiFunction<Double, Double, Double> change) {
    return states(
        test,
        fault,
        (u, s) ->
            new MotionPlan.State(
                with(s.positions(), q -> change.apply(u, q)), s.velocities(), s.accelerations()));
  }

  private static JointVector with(JointVector vector, UnaryOperator<Double> change) {
    double[] values = vector.values(vector.order());
    for (int i = 0; i < values.length; i++) {
      values[i] = change.apply(values[i]);
    }
    return new JointVector(vector.order(), values);
  }

  /** Leaves bodies and robots out of the scene. */
  private static Sabotage among(
      String test, String fault, Predicate<SceneBody> bodies, Predicate<SceneRobot> robots) {
    return new Sabotage(
        test,
        fault,
        planning(
            call -> {
              MotionRequest request = call.argument(0, MotionRequest.class);
              Scene scene = request.scene();
              return call.proceedWith(
                  new MotionRequest(
                      new Scene(
                          scene.name(),
                          scene.gravity(),
                          scene.bodies().stream().filter(bodies).toList(),
                          scene.robots().stream().filter(robots).toList(),
                          scene.pairs()),
                      request.robot(),
                      request.start(),
                      request.goal(),
                      request.heldJoints()));
            }));
  }

  private static MotionPlan straight(MotionRequest request) {
    MotionGoal.Configuration end = (MotionGoal.Configuration) request.goal();
    return new FakePlan(request.movedRobot().model(), List.of(request.start(), end.positions()));
  }

  /** Stays where it is, and says nothing. */
  private static Sabotage silent(String test) {
    return new Sabotage(
        test,
        "no word",
        planning(
            call -> {
              try {
                return call.proceed();
              } catch (MotionPlanningException silenced) {
                MotionRequest request = call.argument(0, MotionRequest.class);
                return new FakePlan(
                    request.movedRobot().model(), List.of(request.start(), request.start()));
              }
            }));
  }

  /** One reason for everything. */
  private static Sabotage vague(String test) {
    return new Sabotage(
        test,
        "another reason",
        planning(
            call -> {
              try {
                return call.proceed();
              } catch (MotionPlanningException e) {
                throw new MotionPlanningException(
                    Reason.NO_WAY_FOUND, String.valueOf(e.getMessage()));
              }
            }));
  }

  private static MotionPlan scaled(MotionPlan plan, double factor) {
    return changed(
        plan,
        plan.duration() * factor,
        t -> {
          MotionPlan.State state = plan.at(t / factor);
          return new MotionPlan.State(
              state.positions(),
              with(state.velocities(), v -> v / factor),
              with(state.accelerations(), a -> a / factor / factor));
        });
  }

  private static MotionPlan timed(MotionPlan plan, UnaryOperator<Double> time) {
    return changed(plan, plan.duration(), t -> plan.at(time.apply(t)));
  }

  /** What a plan says at a time. */
  @FunctionalInterface
  private interface States {
    MotionPlan.State at(double time);
  }

  private static MotionPlan changed(MotionPlan plan, double duration, States states) {
    return new MotionPlan() {
      @Override
      public JointOrder order() {
        return plan.order();
      }

      @Override
      public double duration() {
        return duration;
      }

      @Override
      public State at(double time) {
        return states.at(time);
      }
    };
  }
}
