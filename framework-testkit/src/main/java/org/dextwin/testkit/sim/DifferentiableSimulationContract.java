package org.dextwin.testkit.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.MassProperties;
import org.dextwin.api.model.Scene;
import org.dextwin.api.sim.Actuation;
import org.dextwin.api.sim.ConfigurationSpace;
import org.dextwin.api.sim.ControlSequence;
import org.dextwin.api.sim.DifferentiableSimulation;
import org.dextwin.api.sim.MotionState;
import org.dextwin.api.sim.Parameter;
import org.dextwin.api.sim.ParameterGradient;
import org.dextwin.api.sim.Sensitivities;
import org.dextwin.api.sim.Simulation;
import org.dextwin.api.sim.SimulationState;
import org.dextwin.api.sim.SimulatorFeature;
import org.dextwin.api.sim.StateCotangents;
import org.dextwin.api.sim.Trajectory;
import org.dextwin.api.sim.WrenchSignal;
import org.dextwin.testkit.GradientCheck;
import org.dextwin.testkit.Tolerance;
import org.junit.jupiter.api.Test;

/**
 * What a simulator with exact gradients keeps, besides the {@link SimulatorContract}. Derivatives
 * are compared with central differences of whole rollouts: of a driven, tumbling body, of a box
 * pushed over a table (with {@link SimulatorFeature#CONTACT}) and of a servo-driven pendulum (with
 * {@link SimulatorFeature#ARTICULATED_ROBOTS}). Parameters that sit on a bound are left out.
 *
 * <p><i>Thread safety</i>: confined; JUnit makes one instance per test.
 *
 * @param <C> the configuration record
 */
public abstract class DifferentiableSimulationContract<C> extends SimulatorContract<C> {

  private static final int STEPS = 60;

  /** Central differences of a rollout lose five to eight of sixteen digits to rounding. */
  private static final GradientCheck CHECK = new GradientCheck(1e-5, 1e-6);

  /** For subclasses. */
  protected DifferentiableSimulationContract() {}

  /** A rollout to derive: its world, start, controls and nominal trajectory. */
  private record Case(
      DifferentiableSimulation simulation,
      SimulationState start,
      ControlSequence controls,
      Trajectory nominal) {

    static Case of(Simulation simulation, ControlSequence controls) {
      assertThat(simulation).isInstanceOf(DifferentiableSimulation.class);
      SimulationState start = simulation.state();
      Trajectory nominal = simulation.rollout(controls);
      return new Case((DifferentiableSimulation) simulation, start, controls, nominal);
    }

    ConfigurationSpace space() {
      return nominal.layout().space();
    }

    Trajectory rollOut() {
      return rollOut(start, controls);
    }

    Trajectory rollOut(SimulationState from, ControlSequence with) {
      simulation.restore(from);
      return simulation.rollout(with);
    }

    /** Weight of one number of a sample in the loss; a few samples count. */
    static double weight(int sample, int index, int variant) {
      return sample % 20 == 0 ? Math.sin(1.3 * index + 0.2 * sample + 2.1 * variant + 1) : 0;
    }

    /** Linear loss of the deviation from the nominal trajectory; its cotangents are the weights. */
    double loss(Trajectory trajectory) {
      int nv = space().nv();
      MotionState reference = new MotionState(space());
      MotionState state = new MotionState(space());
      double[] deviation = new double[nv];
      double loss = 0;
      for (int sample = 0; sample < trajectory.samples(); sample++) {
        nominal.read(sample, reference);
        trajectory.read(sample, state);
        space().difference(reference.q(), state.q(), deviation);
        for (int i = 0; i < nv; i++) {
          loss += weight(sample, i, 0) * deviation[i];
          loss += weight(sample, nv + i, 0) * (state.v()[i] - reference.v()[i]);
        }
      }
      return loss;
    }

    StateCotangents cotangents(int variant, double scale) {
      StateCotangents cotangents = new StateCotangents(nominal);
      add(cotangents, variant, scale);
      return cotangents;
    }

    void add(StateCotangents cotangents, int variant, double scale) {
      int nv = space().nv();
      for (int sample = 0; sample < nominal.samples(); sample++) {
        for (int i = 0; i < nv; i++) {
          cotangents.addPosition(sample, i, scale * weight(sample, i, variant));
          cotangents.addVelocity(sample, i, scale * weight(sample, nv + i, variant));
        }
      }
    }

    ParameterGradient backward() {
      return simulation.backward(nominal, cotangents(0, 1));
    }

    /** Parameters away from their bounds. */
    List<String> parameters() {
      return simulation.parameters().all().stream()
          .filter(
              parameter -> {
                double value = simulation.parameters().get(parameter.name());
                double step = 2 * step(parameter.name());
                return value - step >= parameter.lower() && value + step <= parameter.upper();
              })
          .map(Parameter::name)
          .toList();
    }

    /** Typical size of a parameter; derivatives times it compare across units. */
    double size(String parameter) {
      return Math.max(Math.abs(simulation.parameters().get(parameter)), 0.01);
    }

    double step(String parameter) {
      return 1e-5 * size(parameter);
    }

    /** Central difference of a number of the trajectory, times the parameter's size. */
    double numeric(String parameter, ToDoubleFunction<Trajectory> number) {
      double value = simulation.parameters().get(parameter);
      double size = size(parameter);
      double derivative =
          GradientCheck.centralDifference(
              moved -> {
                simulation.parameters().set(parameter, moved);
                return number.applyAsDouble(rollOut());
              },
              value,
              step(parameter));
      simulation.parameters().set(parameter, value);
      return derivative * size;
    }

    double[] numericLosses() {
      return parameters().stream().mapToDouble(name -> numeric(name, this::loss)).toArray();
    }

    double[] exactLosses(ParameterGradient gradient) {
      return parameters().stream()
          .mapToDouble(name -> gradient.parameter(name) * size(name))
          .toArray();
    }
  }

  private void tumbling(InCase test) {
    Scene scene =
        Scenes.freeBody(
            Scene.EARTH_GRAVITY,
            new MassProperties(Scenes.MASS, new Vec3(0.01, -0.02, 0.015), Scenes.ASYMMETRIC),
            new Vec3(1.2, 0.9, 1.4),
            new Vec3(0.1, 0.2, -0.3));
    double[] values = new double[6 * STEPS];
    for (int i = 0; i < values.length; i++) {
      values[i] = (i % 6 < 3 ? 0.01 : 2) * Math.sin(0.37 * i + 0.5);
    }
    ControlSequence controls = ControlSequence.ofWrenches(new WrenchSignal(Scenes.BODY, values));
    inWorld(scene, simulation -> test.accept(Case.of(simulation, controls)));
  }

  /** Slides all the way, so that no contact opens and no friction reverses. */
  private void sliding(InCase test) {
    double force = 3 * Scenes.FRICTION * Scenes.MASS * Scene.EARTH_GRAVITY.norm();
    double[] values = new double[6 * STEPS];
    for (int step = 0; step < STEPS; step++) {
      values[6 * step + 3] = force;
      values[6 * step + 4] = 0.2 * force;
    }
    ControlSequence controls = ControlSequence.ofWrenches(new WrenchSignal(Scenes.BODY, values));
    inWorld(
        Scenes.boxOnTable(timeStep(), 0),
        simulation -> {
          simulation.step(Actuation.NONE, (int) (0.5 / timeStep()));
          simulation.rollout(controls);
          test.accept(Case.of(simulation, controls));
        });
  }

  private void servo(InCase test) {
    double[] targets = new double[STEPS];
    for (int step = 0; step < STEPS; step++) {
      targets[step] = 0.4 * Math.sin(0.1 * step);
    }
    ControlSequence controls = new ControlSequence(STEPS, 1, targets, List.of());
    inWorld(
        Scenes.pendulum(Scene.EARTH_GRAVITY, 0.3, Scenes.servo(10)),
        simulation -> test.accept(Case.of(simulation, controls)));
  }

  /** Something to check on a rollout. */
  @FunctionalInterface
  private interface InCase {
    void accept(Case rollout);
  }

  @Test
  final void gradientsAreAFeature() {
    assertThat(create().features()).contains(SimulatorFeature.GRADIENTS);
  }

  @Test
  final void adjointMatchesCentralDifferences() {
    tumbling(
        rollout ->
            CHECK.assertAgree(
                "adjoint with respect to " + rollout.parameters(),
                rollout.exactLosses(rollout.backward()),
                rollout.numericLosses()));
  }

  @Test
  final void adjointMatchesCentralDifferencesThroughContact() {
    sliding(
        rollout ->
            CHECK.assertAgree(
                "adjoint through contact with respect to " + rollout.parameters(),
                rollout.exactLosses(rollout.backward()),
                rollout.numericLosses()));
  }

  @Test
  final void adjointMatchesCentralDifferencesThroughServos() {
    servo(
        rollout ->
            CHECK.assertAgree(
                "adjoint through a servo with respect to " + rollout.parameters(),
                rollout.exactLosses(rollout.backward()),
                rollout.numericLosses()));
  }

  @Test
  final void adjointOfTheStartMatchesCentralDifferences() {
    tumbling(
        rollout -> {
          ParameterGradient gradient = rollout.backward();
          SimulationState start = rollout.start();
          double[] positions =
              GradientCheck.centralDifferences(
                  tangent -> {
                    double[] q = new double[start.q().length];
                    rollout.space().displace(start.q(), tangent, 1, q);
                    return rollout.loss(
                        rollout.rollOut(
                            new SimulationState(start.time(), q, start.v(), start.internal()),
                            rollout.controls()));
                  },
                  new double[rollout.space().nv()],
                  1e-5);
          CHECK.assertAgree(
              "adjoint with respect to the initial configuration",
              gradient.initialPosition(),
              positions);
          double[] velocities =
              GradientCheck.centralDifferences(
                  v ->
                      rollout.loss(
                          rollout.rollOut(
                              new SimulationState(start.time(), start.q(), v, start.internal()),
                              rollout.controls())),
                  start.v(),
                  1e-5);
          CHECK.assertAgree(
              "adjoint with respect to the initial velocity",
              gradient.initialVelocity(),
              velocities);
        });
  }

  @Test
  final void adjointOfTheControlsMatchesCentralDifferences() {
    servo(
        rollout -> {
          double[] targets = new double[STEPS];
          for (int step = 0; step < STEPS; step++) {
            targets[step] = rollout.controls().target(step, 0);
          }
          double[] numeric =
              GradientCheck.centralDifferences(
                  moved ->
                      rollout.loss(
                          rollout.rollOut(
                              rollout.start(), new ControlSequence(STEPS, 1, moved, List.of()))),
                  targets,
                  1e-5);
          CHECK.assertAgree(
              "adjoint with respect to the targets", rollout.backward().controls(), numeric);
        });
  }

  @Test
  final void sensitivitiesMatchCentralDifferences() {
    tumbling(
        rollout -> {
          List<String> names = rollout.parameters();
          rollout.simulation().restore(rollout.start());
          Sensitivities sensitivities =
              rollout.simulation().sensitivities(rollout.controls(), names);
          assertThat(sensitivities.parameters()).isEqualTo(names);
          int nv = rollout.space().nv();
          int last = STEPS;
          MotionState reference = new MotionState(rollout.space());
          rollout.nominal().read(last, reference);
          double[] exact = new double[2 * nv * names.size()];
          double[] numeric = new double[exact.length];
          for (int p = 0; p < names.size(); p++) {
            double size = rollout.size(names.get(p));
            for (int i = 0; i < nv; i++) {
              int index = i;
              int at = 2 * (p * nv + i);
              exact[at] = sensitivities.position(last, p, i) * size;
              exact[at + 1] = sensitivities.velocity(last, p, i) * size;
              numeric[at] =
                  rollout.numeric(
                      names.get(p), trajectory -> deviation(trajectory, last, reference)[index]);
              numeric[at + 1] =
                  rollout.numeric(names.get(p), trajectory -> trajectory.velocity(last, index));
            }
          }
          CHECK.assertAgree("sensitivities to " + names, exact, numeric);
        });
  }

  private static double[] deviation(Trajectory trajectory, int sample, MotionState reference) {
    MotionState state = new MotionState(reference.space());
    trajectory.read(sample, state);
    double[] tangent = new double[reference.space().nv()];
    reference.space().difference(reference.q(), state.q(), tangent);
    return tangent;
  }

  @Test
  final void sensitivitiesAgreeWithTheAdjoint() {
    tumbling(
        rollout -> {
          List<String> names = rollout.parameters();
          ParameterGradient adjoint = rollout.backward();
          rollout.simulation().restore(rollout.start());
          Sensitivities sensitivities =
              rollout.simulation().sensitivities(rollout.controls(), names);
          int nv = rollout.space().nv();
          double largest =
              names.stream()
                  .mapToDouble(name -> Math.abs(adjoint.parameter(name)) * rollout.size(name))
                  .max()
                  .orElseThrow();
          for (int p = 0; p < names.size(); p++) {
            double sum = 0;
            for (int sample = 0; sample <= STEPS; sample++) {
              for (int i = 0; i < nv; i++) {
                sum += Case.weight(sample, i, 0) * sensitivities.position(sample, p, i);
                sum += Case.weight(sample, nv + i, 0) * sensitivities.velocity(sample, p, i);
              }
            }
            double size = rollout.size(names.get(p));
            assertThat(sum * size)
                .as("loss derived by %s, forward against adjoint", names.get(p))
                .isCloseTo(
                    adjoint.parameter(names.get(p)) * size, within(Tolerance.of(1e-8 * largest)));
          }
        });
  }

  @Test
  final void sensitivitiesRollOutAsUsual() {
    tumbling(
        rollout -> {
          rollout.simulation().restore(rollout.start());
          Trajectory trajectory =
              rollout
                  .simulation()
                  .sensitivities(rollout.controls(), rollout.parameters())
                  .trajectory();
          for (int sample = 0; sample <= STEPS; sample++) {
            for (int i = 0; i < rollout.space().nq(); i++) {
              assertThat(trajectory.position(sample, i))
                  .as("configuration %d, number %d", sample, i)
                  .isCloseTo(rollout.nominal().position(sample, i), within(1e-12));
            }
          }
        });
  }

  @Test
  final void cotangentsSuperpose() {
    tumbling(
        rollout -> {
          DifferentiableSimulation simulation = rollout.simulation();
          ParameterGradient first =
              simulation.backward(rollout.nominal(), rollout.cotangents(0, 1));
          ParameterGradient second =
              simulation.backward(rollout.nominal(), rollout.cotangents(1, 1));
          StateCotangents both = rollout.cotangents(0, 1);
          rollout.add(both, 1, 2);
          ParameterGradient sum = simulation.backward(rollout.nominal(), both);
          for (int i = 0; i < rollout.space().nv(); i++) {
            double expected = first.initialVelocity()[i] + 2 * second.initialVelocity()[i];
            assertThat(sum.initialVelocity()[i])
                .as("derivative by initial velocity %d, of a sum of losses", i)
                .isCloseTo(expected, within(Tolerance.of(1e-9 * (1 + Math.abs(expected)))));
          }
          for (String name : rollout.parameters()) {
            double expected = first.parameter(name) + 2 * second.parameter(name);
            assertThat(sum.parameter(name))
                .as("derivative by %s, of a sum of losses", name)
                .isCloseTo(expected, within(Tolerance.of(1e-9 * (1 + Math.abs(expected)))));
          }
        });
  }

  @Test
  final void backwardLeavesTheStateAlone() {
    tumbling(
        rollout -> {
          SimulationState before = rollout.simulation().state();
          Map<String, Double> first = rollout.backward().parameters();
          assertThat(rollout.simulation().state()).as("state after backward").isEqualTo(before);
          assertThat(rollout.backward().parameters()).as("second backward").isEqualTo(first);
        });
  }

  @Test
  final void unknownParameterOfSensitivitiesIsNamed() {
    tumbling(
        rollout ->
            assertThatCode(
                    () ->
                        rollout
                            .simulation()
                            .sensitivities(rollout.controls(), List.of("box.wieght")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("box.wieght"));
  }
}
