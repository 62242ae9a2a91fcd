package org.dextwin.testkit.sim;

import static org.dextwin.testkit.sim.FaultySimulator.bodies;
import static org.dextwin.testkit.sim.FaultySimulator.intercept;
import static org.dextwin.testkit.sim.FaultySimulator.joints;
import static org.dextwin.testkit.sim.FaultySimulator.parameters;
import static org.dextwin.testkit.sim.FaultySimulator.scene;
import static org.dextwin.testkit.sim.FaultySimulator.simulation;
import static org.dextwin.testkit.sim.FaultySimulator.simulator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.SymmetricMatrix3;
import org.dextwin.api.math.Twist;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.math.Wrench;
import org.dextwin.api.model.Actuator;
import org.dextwin.api.model.JointOrder;
import org.dextwin.api.model.JointVector;
import org.dextwin.api.model.MassProperties;
import org.dextwin.api.model.Material;
import org.dextwin.api.model.RobotModel;
import org.dextwin.api.model.Scene;
import org.dextwin.api.model.SceneBody;
import org.dextwin.api.model.SceneRobot;
import org.dextwin.api.sim.Actuation;
import org.dextwin.api.sim.ContactReport;
import org.dextwin.api.sim.ContactReport.Contact;
import org.dextwin.api.sim.ControlSequence;
import org.dextwin.api.sim.DifferentiableSimulation;
import org.dextwin.api.sim.ExternalWrench;
import org.dextwin.api.sim.Parameter;
import org.dextwin.api.sim.Parameters;
import org.dextwin.api.sim.Simulation;
import org.dextwin.api.sim.SimulationException;
import org.dextwin.api.sim.SimulationState;
import org.dextwin.api.sim.Simulator;
import org.dextwin.api.sim.SimulatorFeature;
import org.dextwin.api.sim.StateLayout;
import org.dextwin.testkit.Intercept;
import org.dextwin.testkit.Sabotage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every test of the simulator contract sees the fault that it is there for. */
class SimulatorSabotageTest {

  private static final Contact GHOST =
      new Contact(Scenes.BODY, Scenes.TABLE, Vec3.ZERO, Vec3.Z, 1e-3, Vec3.Z);

  @TestFactory
  Stream<DynamicTest> faultsAreSeen() {
    return Sabotage.tests(FakeSimulatorTest.class, all());
  }

  @Test
  void everyTestHasASabotage() {
    Sabotage.assertAllSabotaged(SimulatorContract.class, all());
  }

  private static List<Sabotage> all() {
    List<Sabotage> all = new ArrayList<>(motion());
    all.addAll(states());
    all.addAll(lives());
    all.addAll(parameterFaults());
    all.addAll(contacts());
    all.addAll(robots());
    all.addAll(features());
    return all;
  }

  private static List<Sabotage> motion() {
    return List.of(
        simulator("timeStepIsTheConfiguredOne", "time step doubled", "timeStep", call -> 0.004),
        simulation(
            "timeAdvancesWithTheSteps",
            "time stands still",
            "state",
            call -> at(0, (SimulationState) call.proceed())),
        scene("freeFallFollowsTheClosedForm", "gravity 1 % low", s -> gravity(s, 0.99)),
        scene("freeFallFollowsTheClosedForm", "start twist lost", s -> each(s, b -> slow(b))),
        scene(
            "momentumIsConservedWithoutForces",
            "inertia taken as a ball's",
            s -> mass(s, m -> inertia(m, SymmetricMatrix3.diagonal(1e-3, 1e-3, 1e-3)))),
        scene("collisionConservesMomentum", "balls pass through", s -> each(s, b -> bare(b))),
        simulation(
            "collisionConservesMomentum",
            "one ball is stopped from outside",
            "step",
            call -> {
              Simulation target = (Simulation) call.target();
              target.apply(wrench(Scenes.BODY, Vec3.X.times(-0.01)));
              return call.proceed();
            }),
        simulation("externalWrenchChangesMomentum", "wrench ignored", "apply", call -> nothing()),
        simulation(
            "externalWrenchChangesMomentum",
            "wrench doubled",
            "apply",
            call -> {
              call.proceed();
              return call.proceed();
            }),
        simulation("externalWrenchEndsWithTheStep", "wrench stays", s -> keepWrench(s)),
        scene(
            "externalWrenchActsAboutTheBodysOrigin",
            "centre of mass ignored",
            s -> mass(s, m -> new MassProperties(m.mass(), Vec3.ZERO, m.inertia()))),
        simulation(
            "wrenchOnAnUnknownBodyIsRefused",
            "unknown body ignored",
            "apply",
            SimulatorSabotageTest::swallowing),
        simulation(
            "invalidStateIsReported",
            "infinite velocity carried on",
            "step",
            call -> {
              try {
                return call.proceed();
              } catch (SimulationException unreported) {
                return nothing();
              }
            }));
  }

  private static List<Sabotage> states() {
    return List.of(
        simulation(
            "restoredStateReplaysBitwise",
            "velocities kept in single precision",
            "restore",
            call -> call.proceedWith(single(call.argument(0, SimulationState.class)))),
        simulation("restoredStateReplaysBitwise", "hidden warm start", s -> warmStarted(s)),
        simulation(
            "stateContinuesInAnotherSimulation", "state bound to its simulation", s -> own(s)),
        simulation(
            "stateOfAnotherLayoutIsRefused",
            "foreign state ignored",
            "restore",
            SimulatorSabotageTest::swallowing),
        simulation(
            "nanStateIsRefused", "NaN ignored", "restore", SimulatorSabotageTest::swallowing),
        simulation(
            "manyStepsEqualSingleSteps",
            "each call of step() costs a nudge",
            "step",
            call -> {
              Object result = call.proceed();
              nudge((Simulation) call.target());
              return result;
            }),
        simulation(
            "zeroStepsChangeNothing",
            "zero steps are one",
            "step",
            call -> call.proceedWith(call.arguments()[0], Math.max(1, (int) call.arguments()[1]))),
        simulation(
            "negativeStepsAreRefused",
            "negative steps are none",
            "step",
            call -> call.proceedWith(call.arguments()[0], Math.max(0, (int) call.arguments()[1]))),
        simulation(
            "rolloutEqualsSteps",
            "rollout without wrenches",
            "rollout",
            call -> call.proceedWith(ControlSequence.idle(steps(call)))),
        simulation(
            "trajectoryDescribesItsRollout",
            "controls forgotten",
            "rollout",
            call -> call.proceedWith(ControlSequence.idle(steps(call)))),
        bodies(
            "bodiesReportTheState",
            "angular and linear velocity swapped",
            "twist",
            call -> {
              Twist twist = (Twist) call.proceed();
              return new Twist(
                  twist.frame(),
                  twist.body(),
                  /* angular= */ twist.linear(),
                  /* linear= */ twist.angular());
            }),
        bodies(
            "bodiesReportTheState",
            "pose inverted",
            "pose",
            call -> {
              Pose pose = (Pose) call.proceed();
              return pose.inverse().named(pose.frame(), pose.body());
            }),
        scene("sceneStartsAsDescribed", "start twist lost", s -> each(s, b -> slow(b))),
        bodies(
            "unknownBodyIsNamed",
            "unknown body is at the origin",
            "pose",
            call -> Pose.identity(Pose.WORLD, call.argument(0, String.class))));
  }

  private static List<Sabotage> lives() {
    return List.of(
        simulator("simulationsOfOneSimulatorAreIndependent", "one world for all", s -> shared(s)),
        simulator("simulationsRunOnTwoThreads", "work space shared", s -> crowded(s)),
        simulation("closingASimulationTwiceDoesNothing", "second close fails", s -> fragile(s)),
        simulation("useAfterCloseFailsCleanly", "close does nothing", "close", call -> nothing()),
        simulation(
            "wrongActuatorCountIsRefused",
            "targets ignored",
            "step",
            call -> call.proceedWith(Actuation.NONE, call.arguments()[1])));
  }

  private static List<Sabotage> parameterFaults() {
    return List.of(
        parameters(
            "parametersHoldTheScenesValues",
            "mass in grams",
            "get",
            call -> 1000 * (double) call.proceed()),
        parameters(
            "parametersHoldTheScenesValues",
            "a parameter twice",
            "all",
            call -> {
              List<Object> twice = new ArrayList<>((List<?>) call.proceed());
              twice.addAll((List<?>) call.proceed());
              return twice;
            }),
        simulation("parameterTakesEffect", "set() only remembers", s -> forgetful(s)),
        parameters(
            "unknownParameterNamesTheKnown",
            "message without the names",
            "get",
            call -> {
              try {
                return call.proceed();
              } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("no such parameter", e);
              }
            }),
        parameters(
            "parameterOutOfRangeIsRefused",
            "bad value ignored",
            "set",
            SimulatorSabotageTest::swallowing));
  }

  private static List<Sabotage> contacts() {
    return List.of(
        contact(
            "restingNormalForceEqualsWeight",
            "half the force",
            c -> force(c, c.force().times(0.5))),
        contact(
            "contactNormalPointsFromSecondToFirst",
            "names swapped",
            c ->
                new Contact(
                    /* first= */ c.second(),
                    /* second= */ c.first(),
                    c.point(),
                    c.normal(),
                    c.depth(),
                    c.force())),
        contact(
            "contactNormalPointsFromSecondToFirst",
            "normal down",
            c ->
                new Contact(
                    c.first(), c.second(), c.point(), c.normal().negated(), c.depth(), c.force())),
        simulation(
            "bodiesApartDoNotTouch",
            "force at a distance",
            "contacts",
            call -> new ContactReport(List.of(GHOST))),
        contact(
            "frictionStaysInTheCone",
            "friction twice the limit",
            c -> force(c, c.force().plus(Vec3.Y.times(2 * Scenes.FRICTION * c.normalForce())))),
        scene("frictionStaysInTheCone", "no friction", s -> friction(s, 0)),
        scene("bodySticksInsideTheCone", "no friction", s -> friction(s, 0)),
        scene("bodySlidesBeyondTheCone", "friction 20 % high", s -> friction(s, 1.2)));
  }

  private static List<Sabotage> robots() {
    return List.of(
        scene("pendulumAcceleratesAsTheClosedForm", "gravity 5 % low", s -> gravity(s, 0.95)),
        simulation(
            "servoReachesItsTarget",
            "targets in other units",
            "step",
            call ->
                call.proceedWith(
                    new Actuation(
                        Arrays.stream(call.argument(0, Actuation.class).targets())
                            .map(Math::toDegrees)
                            .map(target -> Math.min(target, 3))
                            .toArray()),
                    call.arguments()[1])),
        scene("servoTorqueStaysWithinItsLimit", "limit ignored", s -> motors(s, m -> strong(m))),
        simulation(
            "servoNeedsOneTargetPerActuator",
            "missing targets are zero",
            "step",
            call -> call.proceedWith(new Actuation(0), call.arguments()[1])),
        joints(
            "robotsKeepTheirNamesAndOrders",
            "another order",
            "positions",
            call -> new JointVector(new JointOrder("other", List.of("hinge")), new double[] {0.3})),
        simulation(
            "robotsKeepTheirNamesAndOrders",
            "names without the robot",
            "layout",
            call -> new StateLayout(List.of(), List.of("hinge"), List.of("servo"))),
        bodies(
            "linkPosesFollowTheJoints",
            "links at zero",
            "pose",
            call -> {
              Pose pose = (Pose) call.proceed();
              return Pose.inWorld(pose.body(), pose.position(), Quat.IDENTITY);
            }));
  }

  private static List<Sabotage> features() {
    return List.of(
        simulator(
            "scenesBeyondTheFeaturesAreRefused",
            "opens contact that it does not claim",
            "features",
            call -> EnumSet.complementOf(EnumSet.of(SimulatorFeature.CONTACT))),
        simulator(
            "scenesBeyondTheFeaturesAreRefused", "refuses with a wrong exception", s -> rude(s)),
        simulator(
            "restingNormalForceEqualsWeight",
            "opens contact that it does not claim",
            "features",
            call -> EnumSet.complementOf(EnumSet.of(SimulatorFeature.CONTACT))),
        simulator(
            "gradientsComeWithTheFeature",
            "gradients without the feature",
            "features",
            call -> EnumSet.complementOf(EnumSet.of(SimulatorFeature.GRADIENTS))),
        simulator(
            "gradientsComeWithTheFeature",
            "feature without gradients",
            s ->
                Intercept.method(
                    Simulator.class,
                    new FakeSimulator(s.timeStep(), Set.of(SimulatorFeature.FREE_BODIES)),
                    "features",
                    call -> EnumSet.allOf(SimulatorFeature.class))));
  }

  // ---- what the faults are made of

  /** The result of a method that has none. */
  private static @Nullable Object nothing() {
    return null;
  }

  private static @Nullable Object swallowing(Intercept.Call call) throws Throwable {
    try {
      return call.proceed();
    } catch (IllegalArgumentException swallowed) {
      return nothing();
    }
  }

  private static int steps(Intercept.Call call) {
    return call.argument(0, ControlSequence.class).steps();
  }

  private static SimulationState at(double time, SimulationState state) {
    return new SimulationState(time, state.q(), state.v(), state.internal());
  }

  private static SimulationState single(SimulationState state) {
    double[] v = Arrays.stream(state.v()).map(x -> (float) x).toArray();
    return new SimulationState(state.time(), state.q(), v, state.internal());
  }

  private static void nudge(Simulation simulation) {
    SimulationState state = simulation.state();
    double[] q = state.q();
    q[q.length - 1] += 1e-12;
    simulation.restore(new SimulationState(state.time(), q, state.v(), state.internal()));
  }

  private static ExternalWrench wrench(String body, Vec3 force) {
    return new ExternalWrench(new Wrench(Pose.WORLD, body, Vec3.ZERO, force));
  }

  private static DifferentiableSimulation keepWrench(DifferentiableSimulation simulation) {
    List<ExternalWrench> kept = new ArrayList<>();
    DifferentiableSimulation remembering =
        intercept(
            simulation,
            "apply",
            call -> {
              kept.add(call.argument(0, ExternalWrench.class));
              return nothing();
            });
    return intercept(
        remembering,
        "step",
        call -> {
          kept.forEach(simulation::apply);
          return call.proceed();
        });
  }

  /** A solver whose guess of last time is not part of the state. */
  private static DifferentiableSimulation warmStarted(DifferentiableSimulation simulation) {
    AtomicInteger calls = new AtomicInteger();
    return intercept(
        simulation,
        "step",
        call -> {
          Object result = call.proceed();
          for (int i = calls.getAndIncrement(); i > 0; i--) {
            nudge(simulation);
          }
          return result;
        });
  }

  private static DifferentiableSimulation own(DifferentiableSimulation simulation) {
    Set<SimulationState> own = new HashSet<>();
    DifferentiableSimulation remembering =
        intercept(
            simulation,
            "state",
            call -> {
              own.add((SimulationState) call.proceed());
              return call.proceed();
            });
    return intercept(
        remembering,
        "restore",
        call -> {
          Object result = call.proceed();
          if (!own.contains(call.argument(0, SimulationState.class))) {
            nudge(simulation);
          }
          return result;
        });
  }

  private static Simulator shared(Simulator simulator) {
    Map<String, Object> opened = new HashMap<>();
    return Intercept.method(
        Simulator.class,
        simulator,
        "open",
        call -> {
          if (opened.isEmpty()) {
            opened.put("world", call.proceed());
          }
          return opened.get("world");
        });
  }

  private static Simulator crowded(Simulator simulator) {
    AtomicInteger opened = new AtomicInteger();
    return Intercept.method(
        Simulator.class,
        simulator,
        "open",
        call -> {
          DifferentiableSimulation simulation = (DifferentiableSimulation) call.proceed();
          if (opened.incrementAndGet() == 1) {
            return simulation;
          }
          return intercept(
              simulation,
              "step",
              step -> {
                Object result = step.proceed();
                nudge(simulation);
                return result;
              });
        });
  }

  private static DifferentiableSimulation fragile(DifferentiableSimulation simulation) {
    AtomicInteger closed = new AtomicInteger();
    return intercept(
        simulation,
        "close",
        call -> {
          if (closed.incrementAndGet() == 2) {
            throw new IllegalStateException("freed twice");
          }
          return call.proceed();
        });
  }

  private static DifferentiableSimulation forgetful(DifferentiableSimulation simulation) {
    Map<String, Double> remembered = new HashMap<>();
    return intercept(
        simulation,
        "parameters",
        call -> {
          Parameters honest = (Parameters) call.proceed();
          return new Parameters() {
            @Override
            public List<Parameter> all() {
              return honest.all();
            }

            @Override
            public double get(String name) {
              return remembered.getOrDefault(name, honest.get(name));
            }

            @Override
            public void set(String name, double value) {
              remembered.put(name, value);
            }
          };
        });
  }

  private static Simulator rude(Simulator simulator) {
    Simulator lacking =
        new FakeSimulator(simulator.timeStep(), Set.of(SimulatorFeature.FREE_BODIES));
    return Intercept.method(
        Simulator.class,
        lacking,
        "open",
        call -> {
          try {
            return call.proceed();
          } catch (SimulationException e) {
            throw new UnsupportedOperationException(e);
          }
        });
  }

  private static Sabotage contact(String test, String fault, UnaryOperator<Contact> change) {
    return simulation(
        test,
        fault,
        "contacts",
        call ->
            new ContactReport(
                ((ContactReport) call.proceed()).contacts().stream().map(change).toList()));
  }

  private static Contact force(Contact c, Vec3 force) {
    return new Contact(c.first(), c.second(), c.point(), c.normal(), c.depth(), force);
  }

  // ---- other scenes

  private static Scene gravity(Scene scene, double factor) {
    return new Scene(
        scene.name(), scene.gravity().times(factor), scene.bodies(), scene.robots(), scene.pairs());
  }

  private static Scene each(Scene scene, UnaryOperator<SceneBody> change) {
    return new Scene(
        scene.name(),
        scene.gravity(),
        scene.bodies().stream().map(change).toList(),
        scene.robots(),
        scene.pairs());
  }

  private static SceneBody slow(SceneBody b) {
    Twist still = Twist.zero(Pose.WORLD, b.name());
    return new SceneBody(b.name(), b.mass(), b.colliders(), b.material(), b.pose(), still);
  }

  private static SceneBody bare(SceneBody b) {
    return new SceneBody(b.name(), b.mass(), List.of(), b.material(), b.pose(), b.twist());
  }

  private static Scene mass(Scene scene, UnaryOperator<MassProperties> change) {
    return each(
        scene,
        b ->
            new SceneBody(
                b.name(), b.mass().map(change), b.colliders(), b.material(), b.pose(), b.twist()));
  }

  private static MassProperties inertia(MassProperties m, SymmetricMatrix3 inertia) {
    return new MassProperties(m.mass(), m.centerOfMass(), inertia);
  }

  private static Scene friction(Scene scene, double factor) {
    return each(
        scene,
        b -> {
          Material m = b.material();
          Material other = new Material(factor * m.friction(), m.stiffness(), m.damping());
          return new SceneBody(b.name(), b.mass(), b.colliders(), other, b.pose(), b.twist());
        });
  }

  private static Scene motors(Scene scene, UnaryOperator<Actuator> change) {
    List<SceneRobot> robots = new ArrayList<>();
    for (SceneRobot robot : scene.robots()) {
      RobotModel m = robot.model();
      RobotModel changed =
          new RobotModel(
              m.name(),
              m.root(),
              m.links(),
              m.joints(),
              m.actuators().stream().map(change).toList());
      robots.add(
          new SceneRobot(robot.name(), changed, robot.base(), robot.material(), robot.positions()));
    }
    return new Scene(scene.name(), scene.gravity(), scene.bodies(), robots, scene.pairs());
  }

  private static Actuator strong(Actuator m) {
    return new Actuator(m.name(), m.joint(), m.kp(), m.kd(), 10, m.velocityLimit());
  }
}
