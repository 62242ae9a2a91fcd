package org.dextwin.sim.semiimplicit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Random;
import java.util.stream.Stream;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Scene;
import org.dextwin.api.sim.ControlSequence;
import org.dextwin.api.sim.Integrator;
import org.dextwin.api.sim.Parameter;
import org.dextwin.api.sim.ParameterGradient;
import org.dextwin.api.sim.Sensitivities;
import org.dextwin.api.sim.SimulationState;
import org.dextwin.api.sim.WrenchSignal;
import org.dextwin.sim.semiimplicit.integration.ExplicitEulerProvider;
import org.dextwin.sim.semiimplicit.integration.RungeKutta4Provider;
import org.dextwin.sim.semiimplicit.integration.SemiImplicitEulerProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Adjoint and forward sensitivities of driven free flight, against each other and differences. */
class GradientTest {

  private static final int STEPS = 150;
  private static final double DT = 0.004;

  static Stream<Integrator> integrators() {
    return Stream.of(
        TestWorlds.integrator(new SemiImplicitEulerProvider()),
        TestWorlds.integrator(new ExplicitEulerProvider()),
        TestWorlds.integrator(new RungeKutta4Provider()));
  }

  private static final Scene SCENE =
      TestWorlds.scene(
          Scene.EARTH_GRAVITY,
          TestWorlds.asymmetricTop("a", Vec3.ZERO, new Vec3(2, -1, 3), new Vec3(0, 1, 2)),
          TestWorlds.asymmetricTop("b", Vec3.X, new Vec3(-1, 4, 1), Vec3.ZERO));

  private static ControlSequence controls() {
    var random = new Random(7);
    double[] values = new double[6 * STEPS];
    for (int i = 0; i < values.length; i++) {
      values[i] = (i % 6 < 3 ? 2e-3 : 1) * random.nextGaussian();
    }
    return ControlSequence.ofWrenches(new WrenchSignal("a", values));
  }

  @ParameterizedTest
  @MethodSource("integrators")
  void adjointMatchesCentralDifferencesInParameters(Integrator integrator) {
    try (var simulation = TestWorlds.open(SCENE, DT, integrator)) {
      var loss = new RandomLoss(simulation.layout().space(), STEPS + 1, 10);
      SimulationState start = simulation.state();
      ParameterGradient gradient = loss.gradient(simulation, controls());
      for (Parameter parameter : simulation.parameters().all()) {
        String name = parameter.name();
        double value = simulation.parameters().get(name);
        double h = 1e-5 * Math.max(Math.abs(value), 0.1);
        simulation.parameters().set(name, value + h);
        double plus = loss.value(simulation, start, controls());
        simulation.parameters().set(name, value - h);
        double minus = loss.value(simulation, start, controls());
        simulation.parameters().set(name, value);
        double expected = (plus - minus) / (2 * h);
        assertThat(gradient.parameter(name))
            .as(name)
            .isCloseTo(expected, offset(1e-7 * Math.abs(expected) + 1e-7));
      }
      // the undriven body falls and spins alike at any mass
      assertThat(Math.abs(gradient.parameter("a.mass"))).isGreaterThan(1e-2);
      assertThat(gradient.parameter("b.mass")).isCloseTo(0, offset(1e-12));
    }
  }

  @ParameterizedTest
  @MethodSource("integrators")
  void adjointMatchesCentralDifferencesInTheInitialState(Integrator integrator) {
    try (var simulation = TestWorlds.open(SCENE, DT, integrator)) {
      var space = simulation.layout().space();
      var loss = new RandomLoss(space, STEPS + 1, 10);
      SimulationState start = simulation.state();
      ParameterGradient gradient = loss.gradient(simulation, controls());
      double h = 1e-6;
      for (int i = 0; i < space.nv(); i++) {
        for (boolean velocity : new boolean[] {false, true}) {
          double plus =
              loss.value(simulation, TestWorlds.moved(start, space, i, velocity, h), controls());
          double minus =
              loss.value(simulation, TestWorlds.moved(start, space, i, velocity, -h), controls());
          double expected = (plus - minus) / (2 * h);
          double found = velocity ? gradient.initialVelocity()[i] : gradient.initialPosition()[i];
          assertThat(found)
              .as("%s %d", velocity ? "velocity" : "position", i)
              .isCloseTo(expected, offset(1e-7 * Math.abs(expected) + 1e-7));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("integrators")
  void sensitivitiesGiveTheGradientOfTheAdjoint(Integrator integrator) {
    try (var simulation = TestWorlds.open(SCENE, DT, integrator)) {
      var loss = new RandomLoss(simulation.layout().space(), STEPS + 1, 10);
      SimulationState start = simulation.state();
      ParameterGradient gradient = loss.gradient(simulation, controls());
      simulation.restore(start);
      var names = simulation.parameters().all().stream().map(Parameter::name).toList();
      Sensitivities sensitivities = simulation.sensitivities(controls(), names);
      for (int p = 0; p < names.size(); p++) {
        double expected = gradient.parameter(names.get(p));
        assertThat(loss.along(sensitivities, p))
            .as(names.get(p))
            .isCloseTo(expected, offset(1e-10 * Math.abs(expected) + 1e-10));
      }
    }
  }
}
