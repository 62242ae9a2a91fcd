package org.dextwin.sim.semiimplicit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Scene;
import org.dextwin.api.model.SceneBody;
import org.dextwin.api.sim.AccelerationField;
import org.dextwin.api.sim.ConfigurationSpace;
import org.dextwin.api.sim.ControlSequence;
import org.dextwin.api.sim.DifferentiableAccelerationField;
import org.dextwin.api.sim.DifferentiableIntegrator;
import org.dextwin.api.sim.DifferentiableSimulation;
import org.dextwin.api.sim.DifferentiableStepper;
import org.dextwin.api.sim.Integrator;
import org.dextwin.api.sim.MotionState;
import org.dextwin.api.sim.Parameter;
import org.dextwin.api.sim.StateCotangents;
import org.dextwin.api.sim.Stepper;
import org.dextwin.sim.semiimplicit.integration.RungeKutta4Provider;
import org.dextwin.sim.semiimplicit.integration.SemiImplicitEulerProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The work of gradients in evaluations of the equations of motion: linear in the steps, for the
 * adjoint the same for any number of parameters, for forward sensitivities linear in it.
 */
class StepWorkTest {

  /** An integrator that counts what its steppers ask of the equations of motion. */
  private static final class Counting implements DifferentiableIntegrator {

    private final DifferentiableIntegrator integrator;
    private int evaluations;
    private int pushes;
    private int pulls;

    Counting(Integrator integrator) {
      this.integrator = (DifferentiableIntegrator) integrator;
    }

    @Override
    public int order() {
      return integrator.order();
    }

    @Override
    public Stepper stepper(AccelerationField field) {
      return integrator.stepper(field);
    }

    @Override
    public DifferentiableStepper stepper(DifferentiableAccelerationField field) {
      return integrator.stepper(
          new DifferentiableAccelerationField() {
            @Override
            public ConfigurationSpace space() {
              return field.space();
            }

            @Override
            public void evaluate(MotionState state, double[] acceleration) {
              evaluations++;
              field.evaluate(state, acceleration);
            }

            @Override
            public void jvp(MotionState state, double[] dq, double[] dv, double[] da) {
              pushes++;
              field.jvp(state, dq, dv, da);
            }

            @Override
            public void vjp(MotionState state, double[] aBar, double[] qBar, double[] vBar) {
              pulls++;
              field.vjp(state, aBar, qBar, vBar);
            }
          });
    }

    @Override
    public void close() {
      integrator.close();
    }
  }

  private static final Map<Integer, Integrator> STAGES =
      Map.of(
          1, TestWorlds.integrator(new SemiImplicitEulerProvider()),
          4, TestWorlds.integrator(new RungeKutta4Provider()));

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void everyStepAsksForItsStagesAlone(int stages) {
    for (int bodies : new int[] {1, 3}) {
      for (int steps : new int[] {10, 40}) {
        var counting = new Counting(STAGES.get(stages));
        try (var simulation = TestWorlds.open(scene(bodies), 1e-3, counting)) {
          adjoint(simulation, steps);
          assertThat(counting.pulls).as("pulls").isEqualTo(stages * steps);
          assertThat(counting.pushes).as("pushes").isZero();
          // a rollout, and once more where each step is pulled back
          assertThat(counting.evaluations).as("evaluations").isBetween(0, 2 * stages * steps);
          List<String> names = simulation.parameters().all().stream().map(Parameter::name).toList();
          assertThat(names).hasSizeGreaterThan(4 * bodies);
          simulation.sensitivities(ControlSequence.idle(steps), names);
          assertThat(counting.pushes).as("pushes").isEqualTo(stages * steps * names.size());
          assertThat(counting.pulls).as("pulls").isEqualTo(stages * steps);
        }
      }
    }
  }

  private static void adjoint(DifferentiableSimulation simulation, int steps) {
    var trajectory = simulation.rollout(ControlSequence.idle(steps));
    var cotangents = new StateCotangents(trajectory);
    cotangents.addPosition(steps, 3, 1);
    assertThat(simulation.backward(trajectory, cotangents).initialVelocity()[3]).isNotZero();
  }

  private static Scene scene(int bodies) {
    var tops = new SceneBody[bodies];
    for (int i = 0; i < bodies; i++) {
      tops[i] = TestWorlds.asymmetricTop("top-" + i, new Vec3(i, 0, 0), new Vec3(1, 2, 3), Vec3.X);
    }
    return TestWorlds.scene(Scene.EARTH_GRAVITY, tops);
  }
}
