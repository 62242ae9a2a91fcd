package org.dextwin.testkit.sim;

import static org.dextwin.testkit.sim.FaultySimulator.intercept;
import static org.dextwin.testkit.sim.FaultySimulator.simulation;
import static org.dextwin.testkit.sim.FaultySimulator.simulator;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.dextwin.api.sim.ControlSequence;
import org.dextwin.api.sim.DifferentiableSimulation;
import org.dextwin.api.sim.ParameterGradient;
import org.dextwin.api.sim.Sensitivities;
import org.dextwin.api.sim.SimulationState;
import org.dextwin.api.sim.SimulatorFeature;
import org.dextwin.api.sim.Trajectory;
import org.dextwin.testkit.Sabotage;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every test of the gradient contract sees the fault that it is there for. */
class GradientSabotageTest {

  @TestFactory
  Stream<DynamicTest> faultsAreSeen() {
    return Sabotage.tests(FakeSimulatorTest.class, all());
  }

  @Test
  void everyTestHasASabotage() {
    Sabotage.assertAllSabotaged(DifferentiableSimulationContract.class, all());
  }

  private static List<Sabotage> all() {
    return List.of(
        simulator(
            "gradientsAreAFeature",
            "feature not claimed",
            "features",
            call -> EnumSet.complementOf(EnumSet.of(SimulatorFeature.GRADIENTS))),
        parameter("adjointMatchesCentralDifferences", "0.1 % off", "mass", 1.001),
        parameter("adjointMatchesCentralDifferences", "zero", "mass", 0),
        parameter("adjointMatchesCentralDifferencesThroughContact", "zero", "friction", 0),
        parameter("adjointMatchesCentralDifferencesThroughServos", "sign", "position-gain", -1),
        gradient(
            "adjointOfTheStartMatchesCentralDifferences",
            "rotation in the body's frame: two axes swapped",
            g ->
                new ParameterGradient(
                    g.parameters(),
                    swapped(g.initialPosition()),
                    g.initialVelocity(),
                    g.controls())),
        gradient(
            "adjointOfTheStartMatchesCentralDifferences",
            "velocity forgotten",
            g ->
                new ParameterGradient(
                    g.parameters(),
                    g.initialPosition(),
                    new double[g.initialVelocity().length],
                    g.controls())),
        gradient(
            "adjointOfTheControlsMatchesCentralDifferences",
            "off by one step",
            g ->
                new ParameterGradient(
                    g.parameters(), g.initialPosition(), g.initialVelocity(), late(g.controls()))),
        sensitivities("sensitivitiesMatchCentralDifferences", "0.1 % off", 1.001, false),
        sensitivities("sensitivitiesAgreeWithTheAdjoint", "1e-6 off", 1 + 1e-6, false),
        sensitivities("sensitivitiesRollOutAsUsual", "rollout without controls", 1, true),
        gradient(
            "cotangentsSuperpose",
            "cotangents clipped",
            g ->
                new ParameterGradient(
                    scaled(g, "mass", 1 / (1 + 1e-3 * Math.abs(g.parameter("box.mass")))),
                    g.initialPosition(),
                    g.initialVelocity(),
                    g.controls())),
        simulation("backwardLeavesTheStateAlone", "rewinds", GradientSabotageTest::rewinding),
        simulation(
            "unknownParameterOfSensitivitiesIsNamed",
            "unknown parameters left out",
            "sensitivities",
            call -> call.proceedWith(call.arguments()[0], List.of())));
  }

  private static Sabotage gradient(
      String test, String fault, UnaryOperator<ParameterGradient> change) {
    return simulation(
        test, fault, "backward", call -> change.apply((ParameterGradient) call.proceed()));
  }

  private static Sabotage parameter(String test, String fault, String kind, double factor) {
    return gradient(
        test,
        kind + " " + fault,
        g ->
            new ParameterGradient(
                scaled(g, kind, factor), g.initialPosition(), g.initialVelocity(), g.controls()));
  }

  private static Map<String, Double> scaled(
      ParameterGradient gradient, String kind, double factor) {
    Map<String, Double> scaled = new HashMap<>(gradient.parameters());
    scaled.replaceAll((name, value) -> name.endsWith("." + kind) ? factor * value : value);
    return scaled;
  }

  private static double[] swapped(double[] values) {
    double first = values[0];
    values[0] = values[1];
    values[1] = first;
    return values;
  }

  private static double[] late(double[] values) {
    double[] late = new double[values.length];
    System.arraycopy(values, 0, late, 1, values.length - 1);
    return late;
  }

  private static DifferentiableSimulation rewinding(DifferentiableSimulation simulation) {
    return intercept(
        simulation,
        "backward",
        call -> {
          SimulationState start = call.argument(0, Trajectory.class).start();
          Object gradient = call.proceed();
          simulation.restore(start);
          return gradient;
        });
  }

  /** Scales the derivatives, and may hand out the trajectory of a world left to itself. */
  private static Sabotage sensitivities(String test, String fault, double factor, boolean idle) {
    return simulation(
        test,
        fault,
        simulation ->
            intercept(
                simulation,
                "sensitivities",
                call -> {
                  Sensitivities honest = (Sensitivities) call.proceed();
                  Trajectory trajectory = honest.trajectory();
                  if (idle) {
                    simulation.restore(trajectory.start());
                    trajectory = simulation.rollout(ControlSequence.idle(trajectory.samples() - 1));
                  }
                  return scaled(honest, trajectory, factor);
                }));
  }

  private static Sensitivities scaled(Sensitivities honest, Trajectory trajectory, double factor) {
    int nv = trajectory.layout().space().nv();
    int parameters = honest.parameters().size();
    double[] dq = new double[trajectory.samples() * parameters * nv];
    double[] dv = new double[dq.length];
    int at = 0;
    for (int sample = 0; sample < trajectory.samples(); sample++) {
      for (int p = 0; p < parameters; p++) {
        for (int i = 0; i < nv; i++) {
          dq[at] = factor * honest.position(sample, p, i);
          dv[at++] = factor * honest.velocity(sample, p, i);
        }
      }
    }
    return new Sensitivities(trajectory, honest.parameters(), dq, dv);
  }
}
