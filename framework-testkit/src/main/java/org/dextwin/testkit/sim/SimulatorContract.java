package org.dextwin.testkit.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.SymmetricMatrix3;
import org.dextwin.api.math.Twist;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.math.Wrench;
import org.dextwin.api.model.RobotModel;
import org.dextwin.api.model.Scene;
import org.dextwin.api.model.SceneBody;
import org.dextwin.api.sim.Actuation;
import org.dextwin.api.sim.BodyStates;
import org.dextwin.api.sim.ContactReport.Contact;
import org.dextwin.api.sim.ControlSequence;
import org.dextwin.api.sim.DifferentiableSimulation;
import org.dextwin.api.sim.ExternalWrench;
import org.dextwin.api.sim.MotionState;
import org.dextwin.api.sim.Parameter;
import org.dextwin.api.sim.Parameters;
import org.dextwin.api.sim.Simulation;
import org.dextwin.api.sim.SimulationException;
import org.dextwin.api.sim.SimulationState;
import org.dextwin.api.sim.Simulator;
import org.dextwin.api.sim.SimulatorFeature;
import org.dextwin.api.sim.Trajectory;
import org.dextwin.api.sim.WrenchSignal;
import org.dextwin.testkit.ProviderContract;
import org.dextwin.testkit.Tolerance;
import org.junit.jupiter.api.Test;

/**
 * What every simulator keeps: known motion, complete states, independent simulations, and clean
 * refusals. An engine opts out of a behaviour only through {@link Simulator#features}: scenes that
 * need a missing feature must then be refused by a {@link SimulationException}. An engine with
 * {@link SimulatorFeature#GRADIENTS} subclasses {@link DifferentiableSimulationContract}.
 *
 * <p><i>Thread safety</i>: confined; JUnit makes one instance per test.
 *
 * @param <C> the configuration record
 */
public abstract class SimulatorContract<C> extends ProviderContract<Simulator, C> {

  /** Long enough for a contact to settle [s]. */
  private static final double SETTLING = 1;

  /** For subclasses. */
  protected SimulatorContract() {}

  @Override
  protected Map<String, Object> roleOptions() {
    return Map.of("time-step-s", 0.002);
  }

  /**
   * Returns the order of accuracy of smooth motion in time; tolerances follow it.
   *
   * @return the order, 1 unless the subclass claims more
   */
  protected int order() {
    return 1;
  }

  /** Something to do with a simulation. */
  @FunctionalInterface
  interface InWorld {
    void accept(Simulation simulation) throws Exception;
  }

  /** Runs in a new simulation of a scene, or checks that a scene beyond the features is refused. */
  final void inWorld(Scene scene, InWorld test) {
    Simulator simulator = create();
    if (!simulator.features().containsAll(needs(scene))) {
      assertRefused(simulator, scene);
      return;
    }
    try (Simulation simulation = simulator.open(scene)) {
      test.accept(simulation);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static void assertRefused(Simulator simulator, Scene scene) {
    assertThatCode(() -> simulator.open(scene).close())
        .as(
            "opening a scene that needs %s in an engine that offers %s",
            needs(scene), simulator.features())
        .isInstanceOf(SimulationException.class)
        .message()
        .isNotBlank();
  }

  private static Set<SimulatorFeature> needs(Scene scene) {
    Set<SimulatorFeature> needs = EnumSet.noneOf(SimulatorFeature.class);
    if (scene.bodies().stream().anyMatch(body -> body.mass().isPresent())) {
      needs.add(SimulatorFeature.FREE_BODIES);
    }
    if (!scene.robots().isEmpty()) {
      needs.add(SimulatorFeature.ARTICULATED_ROBOTS);
    }
    if (scene.bodies().stream().filter(body -> !body.colliders().isEmpty()).count() > 1) {
      needs.add(SimulatorFeature.CONTACT);
    }
    return needs;
  }

  final double timeStep() {
    if (roleOptions().get("time-step-s") instanceof Number number) {
      return number.doubleValue();
    }
    throw new AssertionError("roleOptions() lacks the number time-step-s: " + roleOptions());
  }

  private int stepsIn(double seconds) {
    return (int) Math.ceil(seconds / timeStep());
  }

  /** Contact where the engine has it, free motion elsewhere. */
  private Scene richScene() {
    return create().features().contains(SimulatorFeature.CONTACT)
        ? Scenes.boxOnTable(timeStep(), 0.001)
        : Scenes.tumbling();
  }

  // ---- motion in closed form

  @Test
  final void timeStepIsTheConfiguredOne() {
    assertThat(create().timeStep()).isEqualTo(timeStep());
  }

  @Test
  final void timeAdvancesWithTheSteps() {
    inWorld(
        Scenes.falling(),
        simulation -> {
          simulation.step(Actuation.NONE, 25);
          assertThat(simulation.state().time()).isCloseTo(25 * timeStep(), within(1e-12));
        });
  }

  @Test
  final void freeFallFollowsTheClosedForm() {
    Scene scene = Scenes.falling();
    inWorld(
        scene,
        simulation -> {
          int steps = stepsIn(0.4);
          double t = steps * timeStep();
          SceneBody body = scene.body(Scenes.BODY);
          simulation.step(Actuation.NONE, steps);
          Vec3 linear = simulation.bodies().twist(Scenes.BODY).linear();
          Vec3 expectedVelocity = body.twist().linear().plus(scene.gravity().times(t));
          assertClose("velocity after " + t + " s", linear, expectedVelocity, 1e-9);
          Vec3 expected =
              body.pose()
                  .position()
                  .plus(body.twist().linear().times(t))
                  .plus(scene.gravity().times(t * t / 2));
          // a method of order 1 evaluates the velocity at the wrong end: off by g t dt / 2
          double firstOrder = 0.5 * scene.gravity().norm() * t * timeStep();
          assertClose(
              "position after " + t + " s",
              simulation.bodies().pose(Scenes.BODY).position(),
              expected,
              1e-9 + (order() == 1 ? 1.01 * firstOrder : 0));
        });
  }

  @Test
  final void momentumIsConservedWithoutForces() {
    Scene scene = Scenes.tumbling();
    inWorld(
        scene,
        simulation -> {
          SceneBody body = scene.body(Scenes.BODY);
          SymmetricMatrix3 inertia = body.mass().orElseThrow().inertia();
          Vec3 before = inertia.times(body.twist().angular());
          int steps = stepsIn(0.5);
          simulation.step(Actuation.NONE, steps);
          Twist twist = simulation.bodies().twist(Scenes.BODY);
          Quat rotation = simulation.bodies().pose(Scenes.BODY).rotation();
          Vec3 after = inertia.rotated(rotation).times(twist.angular());
          double turned = body.twist().angular().norm();
          double relative =
              2 * Math.pow(turned * timeStep(), order()) * turned * steps * timeStep();
          assertClose("angular momentum", after, before, (1e-9 + relative) * before.norm());
          assertClose("linear velocity", twist.linear(), body.twist().linear(), 1e-9);
          assertThat(rotation.angleTo(Quat.IDENTITY)).as("rotation of the body").isGreaterThan(0.3);
        });
  }

  @Test
  final void collisionConservesMomentum() {
    Scene scene = Scenes.collision(timeStep());
    inWorld(
        scene,
        simulation -> {
          Vec3 before = linearMomentum(scene, simulation);
          Vec3 velocity = simulation.bodies().twist(Scenes.BODY).linear();
          simulation.step(Actuation.NONE, stepsIn(0.3));
          assertClose("linear momentum", linearMomentum(scene, simulation), before, 1e-9);
          assertThat(simulation.bodies().twist(Scenes.BODY).linear().distanceTo(velocity))
              .as("change of the ball's velocity in the collision [m/s]")
              .isGreaterThan(0.1);
        });
  }

  private static Vec3 linearMomentum(Scene scene, Simulation simulation) {
    Vec3 sum = Vec3.ZERO;
    for (SceneBody body : scene.bodies()) {
      Vec3 linear = simulation.bodies().twist(body.name()).linear();
      sum = sum.plus(linear.times(body.mass().orElseThrow().mass()));
    }
    return sum;
  }

  @Test
  final void externalWrenchChangesMomentum() {
    inWorld(
        Scenes.resting(),
        simulation -> {
          Vec3 torque = new Vec3(2e-4, -3e-4, 1e-4);
          Vec3 force = new Vec3(0.3, -0.2, 0.5);
          int steps = 100;
          simulation.apply(wrench(torque, force));
          simulation.step(Actuation.NONE, steps);
          double t = steps * timeStep();
          Twist twist = simulation.bodies().twist(Scenes.BODY);
          assertClose("F t / m", twist.linear(), force.times(t / Scenes.MASS), 1e-8);
          assertClose("tau t / I", twist.angular(), torque.times(t / Scenes.MOMENT), 1e-8);
        });
  }

  @Test
  final void externalWrenchEndsWithTheStep() {
    inWorld(
        Scenes.resting(),
        simulation -> {
          simulation.apply(wrench(Vec3.ZERO, Vec3.X));
          simulation.step(Actuation.NONE, 3);
          Vec3 pushed = simulation.bodies().twist(Scenes.BODY).linear();
          assertThat(pushed.x()).as("velocity after the push").isGreaterThan(0);
          simulation.step(Actuation.NONE, 3);
          assertClose(
              "velocity without a push",
              simulation.bodies().twist(Scenes.BODY).linear(),
              pushed,
              1e-12);
        });
  }

  @Test
  final void externalWrenchActsAboutTheBodysOrigin() {
    Vec3 center = new Vec3(0, 0.02, 0);
    inWorld(
        Scenes.freeBody(Vec3.ZERO, Scenes.isotropic(center), Vec3.ZERO, Vec3.ZERO),
        simulation -> {
          simulation.apply(wrench(Vec3.ZERO, Vec3.X));
          simulation.step(Actuation.NONE, 1);
          // about the centre of mass the force has the arm -c
          Vec3 expected = center.negated().cross(Vec3.X).times(timeStep() / Scenes.MOMENT);
          assertClose(
              "angular velocity after one step",
              simulation.bodies().twist(Scenes.BODY).angular(),
              expected,
              1e-3 * expected.norm());
        });
  }

  @Test
  final void wrenchOnAnUnknownBodyIsRefused() {
    inWorld(
        Scenes.resting(),
        simulation ->
            assertThatCode(
                    () ->
                        simulation.apply(
                            new ExternalWrench(
                                new Wrench(Pose.WORLD, "nobody", Vec3.ZERO, Vec3.X))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nobody"));
  }

  private static ExternalWrench wrench(Vec3 torque, Vec3 force) {
    return new ExternalWrench(new Wrench(Pose.WORLD, Scenes.BODY, torque, force));
  }

  @Test
  final void invalidStateIsReported() {
    inWorld(
        Scenes.resting(),
        simulation ->
            assertThatCode(
                    () -> {
                      simulation.apply(wrench(Vec3.ZERO, new Vec3(1e308, 0, 0)));
                      simulation.step(Actuation.NONE, 2000);
                    })
                .as("a push of 1e308 N, which no finite state survives")
                .isInstanceOf(SimulationException.class)
                .hasMessageContaining(Scenes.BODY));
  }

  // ---- states

  @Test
  final void restoredStateReplaysBitwise() {
    inWorld(
        richScene(),
        simulation -> {
          simulation.step(Actuation.NONE, 20);
          SimulationState saved = simulation.state();
          simulation.step(Actuation.NONE, 30);
          SimulationState first = simulation.state();
          simulation.restore(saved);
          assertThat(simulation.state()).as("restored state").isEqualTo(saved);
          simulation.step(Actuation.NONE, 30);
          assertThat(simulation.state()).as("replayed state").isEqualTo(first);
        });
  }

  @Test
  final void stateContinuesInAnotherSimulation() {
    Scene scene = richScene();
    inWorld(
        scene,
        simulation -> {
          simulation.step(Actuation.NONE, 20);
          SimulationState saved = simulation.state();
          simulation.step(Actuation.NONE, 30);
          Simulation other = closedAtEnd(create().open(scene));
          other.restore(saved);
          other.step(Actuation.NONE, 30);
          assertThat(other.state()).as("state of the other").isEqualTo(simulation.state());
        });
  }

  @Test
  final void stateOfAnotherLayoutIsRefused() {
    inWorld(
        Scenes.tumbling(),
        simulation -> {
          SimulationState state = simulation.state();
          SimulationState shorter =
              new SimulationState(0, new double[3], state.v(), state.internal());
          assertRefused("a state of 3 positions", () -> simulation.restore(shorter));
          assertThat(simulation.state()).as("state after the refusal").isEqualTo(state);
        });
  }

  @Test
  final void nanStateIsRefused() {
    inWorld(
        Scenes.tumbling(),
        simulation -> {
          SimulationState state = simulation.state();
          double[] v = state.v();
          v[4] = Double.NaN;
          SimulationState poisoned = new SimulationState(0, state.q(), v, state.internal());
          assertRefused("a velocity of NaN", () -> simulation.restore(poisoned));
          assertThat(simulation.state()).as("state after the refusal").isEqualTo(state);
        });
  }

  private static void assertRefused(String what, ThrowingCallable call) {
    assertThatCode(call).as(what).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  final void manyStepsEqualSingleSteps() {
    Scene scene = richScene();
    inWorld(
        scene,
        simulation -> {
          simulation.step(Actuation.NONE, 40);
          Simulation other = closedAtEnd(create().open(scene));
          for (int i = 0; i < 40; i++) {
            other.step(Actuation.NONE, 1);
          }
          assertSameMotion("step(40) and 40 times step(1)", simulation.state(), other.state());
        });
  }

  private static void assertSameMotion(
      String what, SimulationState actual, SimulationState expected) {
    assertThat(actual.q()).as("%s: configuration", what).isEqualTo(expected.q());
    assertThat(actual.v()).as("%s: velocity", what).isEqualTo(expected.v());
    assertThat(actual.time()).as("%s: time", what).isCloseTo(expected.time(), within(1e-12));
  }

  @Test
  final void zeroStepsChangeNothing() {
    inWorld(
        Scenes.tumbling(),
        simulation -> {
          SimulationState before = simulation.state();
          simulation.step(Actuation.NONE, 0);
          assertThat(simulation.state()).isEqualTo(before);
        });
  }

  @Test
  final void negativeStepsAreRefused() {
    inWorld(
        Scenes.tumbling(),
        simulation -> assertRefused("-1 steps", () -> simulation.step(Actuation.NONE, -1)));
  }

  @Test
  final void rolloutEqualsSteps() {
    Scene scene = richScene();
    inWorld(
        scene,
        simulation -> {
          int steps = 30;
          double[] values = new double[6 * steps];
          for (int i = 0; i < values.length; i++) {
            values[i] = (i % 6 < 3 ? 1e-4 : 0.3) * Math.sin(0.7 * i);
          }
          WrenchSignal signal = new WrenchSignal(Scenes.BODY, values);
          Trajectory trajectory = simulation.rollout(ControlSequence.ofWrenches(signal));
          Simulation other = closedAtEnd(create().open(scene));
          for (int step = 0; step < steps; step++) {
            assertSample("rollout and steps", trajectory, step, other.state());
            other.apply(wrench(signal.torque(step), signal.force(step)));
            other.step(Actuation.NONE, 1);
          }
          assertSample("rollout and steps", trajectory, steps, other.state());
          assertSameMotion("state after the rollout", simulation.state(), other.state());
        });
  }

  private static void assertSample(
      String what, Trajectory trajectory, int sample, SimulationState expected) {
    MotionState motion = new MotionState(trajectory.layout().space());
    trajectory.read(sample, motion);
    assertThat(motion.q()).as("%s: configuration %d", what, sample).isEqualTo(expected.q());
    assertThat(motion.v()).as("%s: velocity %d", what, sample).isEqualTo(expected.v());
  }

  @Test
  final void trajectoryDescribesItsRollout() {
    inWorld(
        Scenes.tumbling(),
        simulation -> {
          simulation.step(Actuation.NONE, 5);
          SimulationState start = simulation.state();
          ControlSequence controls = ControlSequence.idle(10);
          Trajectory trajectory = simulation.rollout(controls);
          assertThat(trajectory.start()).as("start").isEqualTo(start);
          assertThat(trajectory.timeStep()).as("time step").isEqualTo(timeStep());
          assertThat(trajectory.layout()).as("layout").isEqualTo(simulation.layout());
          assertThat(trajectory.controls()).as("controls").isSameAs(controls);
          assertThat(trajectory.samples()).as("samples").isEqualTo(11);
        });
  }

  @Test
  final void bodiesReportTheState() {
    Scene scene = Scenes.tumbling();
    inWorld(
        scene,
        simulation -> {
          simulation.step(Actuation.NONE, 10);
          SimulationState state = simulation.state();
          int iq = simulation.layout().bodyPosition(Scenes.BODY);
          int iv = simulation.layout().bodyVelocity(Scenes.BODY);
          Pose pose = simulation.bodies().pose(Scenes.BODY);
          Twist twist = simulation.bodies().twist(Scenes.BODY);
          assertClose("position", pose.position(), Vec3.of(state.q(), iq + 4), 1e-12);
          assertThat(pose.rotation().angleTo(Quat.of(state.q(), iq)))
              .as("angle between the rotation of the body and of the state")
              .isLessThan(1e-7);
          assertClose("angular velocity", twist.angular(), Vec3.of(state.v(), iv), 1e-12);
          assertClose("linear velocity", twist.linear(), Vec3.of(state.v(), iv + 3), 1e-12);
          assertThat(List.of(pose.frame(), pose.body(), twist.frame(), twist.body()))
              .as("frames")
              .containsExactly(Pose.WORLD, Scenes.BODY, Pose.WORLD, Scenes.BODY);
        });
  }

  @Test
  final void sceneStartsAsDescribed() {
    Scene scene = Scenes.tumbling();
    inWorld(
        scene,
        simulation -> {
          BodyStates bodies = simulation.bodies();
          SceneBody body = scene.body(Scenes.BODY);
          assertClose(
              "position", bodies.pose(Scenes.BODY).position(), body.pose().position(), 1e-12);
          assertClose(
              "angular velocity",
              bodies.twist(Scenes.BODY).angular(),
              body.twist().angular(),
              1e-12);
          assertThat(simulation.state().time()).as("time").isZero();
          assertThat(simulation.layout().bodies()).as("free bodies").containsExactly(Scenes.BODY);
        });
  }

  @Test
  final void unknownBodyIsNamed() {
    inWorld(
        Scenes.tumbling(),
        simulation ->
            assertThatCode(() -> simulation.bodies().pose("nobody"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nobody"));
  }

  // ---- independence and life

  @Test
  final void simulationsOfOneSimulatorAreIndependent() {
    inWorld(
        Scenes.tumbling(),
        ignored -> {
          Simulator simulator = create();
          Simulation first = closedAtEnd(simulator.open(Scenes.tumbling()));
          Simulation second = closedAtEnd(simulator.open(Scenes.tumbling()));
          SimulationState before = second.state();
          first.parameters().set(massOf(Scenes.BODY), 3 * Scenes.MASS);
          first.step(Actuation.NONE, 10);
          assertThat(second.state()).as("state of the other").isEqualTo(before);
          assertThat(second.parameters().get(massOf(Scenes.BODY)))
              .as("mass in the other")
              .isCloseTo(Scenes.MASS, within(1e-9));
          first.close();
          assertThatCode(() -> second.step(Actuation.NONE, 1))
              .as("step of the other after close()")
              .doesNotThrowAnyException();
        });
  }

  @Test
  final void simulationsRunOnTwoThreads() {
    Scene scene = richScene();
    inWorld(
        scene,
        alone -> {
          alone.step(Actuation.NONE, 200);
          Simulator simulator = create();
          ExecutorService threads = Executors.newFixedThreadPool(2);
          try {
            List<Future<SimulationState>> states = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
              states.add(
                  threads.submit(
                      () -> {
                        try (Simulation simulation = simulator.open(scene)) {
                          for (int step = 0; step < 200; step++) {
                            simulation.step(Actuation.NONE, 1);
                          }
                          return simulation.state();
                        }
                      }));
            }
            for (Future<SimulationState> state : states) {
              assertSameMotion("on two threads and on one", state.get(), alone.state());
            }
          } finally {
            threads.shutdownNow();
          }
        });
  }

  @Test
  final void closingASimulationTwiceDoesNothing() {
    inWorld(
        Scenes.tumbling(),
        simulation -> {
          simulation.close();
          assertThatCode(simulation::close).as("second close()").doesNotThrowAnyException();
        });
  }

  @Test
  final void useAfterCloseFailsCleanly() {
    inWorld(
        Scenes.tumbling(),
        simulation -> {
          SimulationState state = simulation.state();
          simulation.close();
          List<ThrowingCallable> uses =
              List.of(
                  simulation::state,
                  () -> simulation.restore(state),
                  () -> simulation.step(Actuation.NONE, 1),
                  () -> simulation.rollout(ControlSequence.idle(1)),
                  simulation::bodies,
                  simulation::contacts,
                  simulation::parameters);
          for (ThrowingCallable use : uses) {
            assertThatCode(use).as("use after close").isInstanceOf(IllegalStateException.class);
          }
        });
  }

  @Test
  final void wrongActuatorCountIsRefused() {
    inWorld(
        Scenes.tumbling(),
        simulation -> {
          SimulationState before = simulation.state();
          assertRefused(
              "a target without an actuator", () -> simulation.step(new Actuation(0.1), 1));
          ControlSequence controls = new ControlSequence(2, 1, new double[2], List.of());
          assertRefused("a rollout of one actuator", () -> simulation.rollout(controls));
          assertThat(simulation.state()).as("state after the refusal").isEqualTo(before);
        });
  }

  // ---- parameters

  @Test
  final void parametersHoldTheScenesValues() {
    inWorld(
        Scenes.tumbling(),
        simulation -> {
          Parameters parameters = simulation.parameters();
          assertThat(parameters.get(massOf(Scenes.BODY))).isCloseTo(Scenes.MASS, within(1e-9));
          assertThat(new HashSet<>(parameters.all()))
              .as("parameters without duplicates")
              .hasSameSizeAs(parameters.all());
          for (Parameter parameter : parameters.all()) {
            assertThat(parameters.get(parameter.name()))
                .as("value of %s", parameter.name())
                .isBetween(parameter.lower(), parameter.upper());
          }
        });
  }

  @Test
  final void parameterTakesEffect() {
    inWorld(
        Scenes.resting(),
        simulation -> {
          Parameters parameters = simulation.parameters();
          parameters.set(massOf(Scenes.BODY), 2 * Scenes.MASS);
          assertThat(parameters.get(massOf(Scenes.BODY))).isCloseTo(2 * Scenes.MASS, within(1e-9));
          simulation.apply(wrench(Vec3.Z.times(1e-4), Vec3.X));
          simulation.step(Actuation.NONE, 10);
          Twist twist = simulation.bodies().twist(Scenes.BODY);
          double t = 10 * timeStep();
          assertThat(twist.linear().x())
              .as("F t / (2 m)")
              .isCloseTo(t / (2 * Scenes.MASS), within(Tolerance.of(1e-8)));
          assertThat(twist.angular().z())
              .as("tau t / (2 I): the inertia scales with the mass")
              .isCloseTo(1e-4 * t / (2 * Scenes.MOMENT), within(Tolerance.of(1e-8)));
        });
  }

  @Test
  final void unknownParameterNamesTheKnown() {
    inWorld(
        Scenes.tumbling(),
        simulation -> {
          List<ThrowingCallable> uses =
              List.of(
                  () -> simulation.parameters().get("box.wieght"),
                  () -> simulation.parameters().set("box.wieght", 1));
          for (ThrowingCallable use : uses) {
            assertThatCode(use)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("box.wieght")
                .hasMessageContaining(massOf(Scenes.BODY));
          }
        });
  }

  @Test
  final void parameterOutOfRangeIsRefused() {
    inWorld(
        Scenes.tumbling(),
        simulation -> {
          Parameters parameters = simulation.parameters();
          for (double bad : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertRefused("a mass of " + bad, () -> parameters.set(massOf(Scenes.BODY), bad));
          }
          assertThat(parameters.get(massOf(Scenes.BODY)))
              .as("mass after the refusals")
              .isCloseTo(Scenes.MASS, within(1e-9));
        });
  }

  private static String massOf(String body) {
    return Parameter.name(body, Parameter.Kind.MASS);
  }

  // ---- contact

  private void onTheTable(InWorld test) {
    inWorld(
        Scenes.boxOnTable(timeStep(), 0),
        simulation -> {
          simulation.step(Actuation.NONE, stepsIn(SETTLING));
          test.accept(simulation);
        });
  }

  private static double weight() {
    return Scenes.MASS * Scene.EARTH_GRAVITY.norm();
  }

  @Test
  final void restingNormalForceEqualsWeight() {
    onTheTable(
        simulation -> {
          double normal = 0;
          for (Contact contact : simulation.contacts().contacts()) {
            normal += contact.normalForce();
          }
          assertThat(normal)
              .as("sum of normal forces of a resting box, against m g [N]")
              .isCloseTo(weight(), within(Tolerance.of(0.01 * weight())));
          assertThat(simulation.bodies().twist(Scenes.BODY).linear().norm())
              .as("speed of the resting box [m/s]")
              .isLessThan(1e-3);
        });
  }

  @Test
  final void contactNormalPointsFromSecondToFirst() {
    onTheTable(
        simulation -> {
          assertThat(simulation.contacts().contacts()).as("contacts").isNotEmpty();
          for (Contact contact : simulation.contacts().contacts()) {
            assertThat(Set.of(contact.first(), contact.second()))
                .as("bodies of the contact")
                .isEqualTo(Set.of(Scenes.BODY, Scenes.TABLE));
            Vec3 up = contact.first().equals(Scenes.BODY) ? Vec3.Z : Vec3.Z.negated();
            assertClose("normal of " + contact, contact.normal(), up, 1e-3);
            assertThat(contact.point().z())
                .as("height of the contact point [m]")
                .isBetween(-Scenes.HALF_HEIGHT, Scenes.HALF_HEIGHT);
          }
        });
  }

  @Test
  final void bodiesApartDoNotTouch() {
    inWorld(
        Scenes.boxOnTable(timeStep(), 0.5),
        simulation -> {
          simulation.step(Actuation.NONE, 10);
          for (Contact contact : simulation.contacts().contacts()) {
            assertThat(contact.force().norm()).as("force of %s", contact).isZero();
          }
          assertClose(
              "velocity of the falling box",
              simulation.bodies().twist(Scenes.BODY).linear(),
              Scene.EARTH_GRAVITY.times(10 * timeStep()),
              1e-9);
        });
  }

  @Test
  final void frictionStaysInTheCone() {
    onTheTable(
        simulation -> {
          double loaded = 0;
          for (double fraction : new double[] {0.5, 2}) {
            for (int i = 0; i < 20; i++) {
              push(simulation, fraction, 5);
              for (Contact contact : simulation.contacts().contacts()) {
                double normal = contact.normalForce();
                double tangential = contact.force().minus(contact.normal().times(normal)).norm();
                assertThat(tangential)
                    .as("friction of %s, against mu N = %s", contact, Scenes.FRICTION * normal)
                    .isLessThanOrEqualTo(1.001 * Scenes.FRICTION * normal + 1e-6 * weight());
                loaded = Math.max(loaded, tangential);
              }
            }
          }
          assertThat(loaded).as("largest friction seen [N]").isGreaterThan(0.01 * weight());
        });
  }

  /** Pushes sideways by a fraction of the friction limit mu m g. */
  private static void push(Simulation simulation, double fraction, int steps) {
    Vec3 force = Vec3.X.times(fraction * Scenes.FRICTION * weight());
    simulation.apply(wrench(Vec3.ZERO, force));
    simulation.step(Actuation.NONE, steps);
  }

  private double slideUnder(Simulation simulation, double fraction, double seconds) {
    double before = simulation.bodies().pose(Scenes.BODY).position().x();
    push(simulation, fraction, stepsIn(seconds));
    return simulation.bodies().pose(Scenes.BODY).position().x() - before;
  }

  @Test
  final void bodySticksInsideTheCone() {
    onTheTable(
        simulation -> {
          double frictionless = 0.5 * 0.5 * Scenes.FRICTION * Scene.EARTH_GRAVITY.norm() * 0.25;
          assertThat(slideUnder(simulation, 0.5, 0.5))
              .as("creep under half the friction limit, against %s m on ice", frictionless)
              .isBetween(-0.1 * frictionless, 0.1 * frictionless);
        });
  }

  @Test
  final void bodySlidesBeyondTheCone() {
    onTheTable(
        simulation -> {
          // (2 mu m g - mu m g) / m = mu g
          double expected = 0.5 * Scenes.FRICTION * Scene.EARTH_GRAVITY.norm() * 0.25;
          assertThat(slideUnder(simulation, 2, 0.5))
              .as("slide under twice the friction limit [m]")
              .isCloseTo(expected, within(Tolerance.of(0.05 * expected)));
        });
  }

  // ---- robots

  @Test
  final void pendulumAcceleratesAsTheClosedForm() {
    double angle = 0.3;
    inWorld(
        Scenes.pendulum(Scene.EARTH_GRAVITY, angle),
        simulation -> {
          simulation.step(Actuation.NONE, 5);
          Vec3 center = Quat.aboutAxis(Vec3.Y, angle).rotate(Scenes.BOB_CENTER);
          Vec3 weight = Scene.EARTH_GRAVITY.times(Scenes.BOB_MASS);
          double expected =
              center.cross(weight).dot(Vec3.Y) / Scenes.pendulumMoment() * 5 * timeStep();
          assertThat(speedOfTheHinge(simulation))
              .as("speed of a released pendulum [rad/s]")
              .isCloseTo(expected, within(Tolerance.of(0.02 * Math.abs(expected))));
        });
  }

  private static double speedOfTheHinge(Simulation simulation) {
    return simulation.joints().velocities(Scenes.ROBOT).get("hinge");
  }

  @Test
  final void servoReachesItsTarget() {
    inWorld(
        Scenes.pendulum(Vec3.ZERO, 0, Scenes.servo(10)),
        simulation -> {
          simulation.step(new Actuation(0.5), stepsIn(SETTLING));
          assertThat(simulation.joints().positions(Scenes.ROBOT).get("hinge"))
              .as("position of a servo whose target is 0.5 rad")
              .isCloseTo(0.5, within(Tolerance.of(1e-3)));
        });
  }

  @Test
  final void servoTorqueStaysWithinItsLimit() {
    double limit = 0.01;
    inWorld(
        Scenes.pendulum(Vec3.ZERO, 0, Scenes.servo(limit)),
        simulation -> {
          simulation.step(new Actuation(1), 5);
          double expected = limit / Scenes.pendulumMoment() * 5 * timeStep();
          assertThat(speedOfTheHinge(simulation))
              .as("speed under the largest torque [rad/s]")
              .isCloseTo(expected, within(Tolerance.of(0.02 * expected)));
        });
  }

  @Test
  final void servoNeedsOneTargetPerActuator() {
    inWorld(
        Scenes.pendulum(Vec3.ZERO, 0, Scenes.servo(10)),
        simulation -> {
          assertRefused("no target", () -> simulation.step(Actuation.NONE, 1));
          assertRefused("two targets", () -> simulation.step(new Actuation(0, 0), 1));
        });
  }

  @Test
  final void robotsKeepTheirNamesAndOrders() {
    Scene scene = Scenes.pendulum(Vec3.ZERO, 0.3, Scenes.servo(10));
    RobotModel model = scene.robots().get(0).model();
    inWorld(
        scene,
        simulation -> {
          assertThat(simulation.layout().joints()).containsExactly(Scenes.ROBOT + "/hinge");
          assertThat(simulation.layout().actuators()).containsExactly(Scenes.ROBOT + "/servo");
          assertThat(simulation.joints().positions(Scenes.ROBOT))
              .isEqualTo(scene.robots().get(0).positions());
          assertThat(simulation.joints().velocities(Scenes.ROBOT).order())
              .isEqualTo(model.kinematicOrder());
        });
  }

  @Test
  final void linkPosesFollowTheJoints() {
    inWorld(
        Scenes.pendulum(Vec3.ZERO, 0.3),
        simulation -> {
          Pose pose = simulation.bodies().pose(Scenes.ROBOT + "/bob");
          assertClose("position", pose.position(), new Vec3(0.05, 0, 1), 1e-9);
          assertThat(pose.rotation().angleTo(Quat.aboutAxis(Vec3.Y, 0.3)))
              .as("angle between the link's rotation and the joint's")
              .isLessThan(1e-7);
        });
  }

  // ---- features

  @Test
  final void scenesBeyondTheFeaturesAreRefused() {
    Simulator simulator = create();
    assertThat(simulator.features()).as("features").isNotEmpty();
    for (Scene scene :
        List.of(
            Scenes.falling(),
            Scenes.boxOnTable(timeStep(), 0),
            Scenes.pendulum(Vec3.ZERO, 0, Scenes.servo(10)))) {
      if (simulator.features().containsAll(needs(scene))) {
        assertThatCode(() -> simulator.open(scene).close())
            .as("opening a scene that needs %s", needs(scene))
            .doesNotThrowAnyException();
      } else {
        assertRefused(simulator, scene);
      }
    }
  }

  @Test
  final void gradientsComeWithTheFeature() {
    boolean claimed = create().features().contains(SimulatorFeature.GRADIENTS);
    inWorld(
        Scenes.tumbling(),
        simulation ->
            assertThat(simulation instanceof DifferentiableSimulation)
                .as("simulations are differentiable")
                .isEqualTo(claimed));
    assertThat(this instanceof DifferentiableSimulationContract)
        .as("the test of an engine with gradients extends DifferentiableSimulationContract")
        .isEqualTo(claimed);
  }

  static void assertClose(String what, Vec3 actual, Vec3 expected, double tolerance) {
    assertThat(actual.distanceTo(expected))
        .as("%s is %s, expected %s; distance", what, actual, expected)
        .isLessThanOrEqualTo(Tolerance.of(tolerance));
  }
}
