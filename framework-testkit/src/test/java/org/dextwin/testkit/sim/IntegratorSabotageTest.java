package org.dextwin.testkit.sim;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.dextwin.api.sim.AccelerationField;
import org.dextwin.api.sim.DifferentiableAccelerationField;
import org.dextwin.api.sim.DifferentiableIntegrator;
import org.dextwin.api.sim.DifferentiableStepper;
import org.dextwin.api.sim.Integrator;
import org.dextwin.api.sim.MotionState;
import org.dextwin.api.sim.Stepper;
import org.dextwin.testkit.FakeProvider;
import org.dextwin.testkit.Intercept;
import org.dextwin.testkit.Intercept.Behaviour;
import org.dextwin.testkit.Sabotage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every test of the integrator contract sees the fault that it is there for. */
class IntegratorSabotageTest {

  @TestFactory
  Stream<DynamicTest> faultsAreSeen() {
    return Sabotage.tests(SemiImplicitEulerTest.class, all());
  }

  @Test
  void everyTestHasASabotage() {
    Sabotage.assertAllSabotaged(IntegratorContract.class, all());
  }

  private static List<Sabotage> all() {
    return List.of(
        integrator(
            "orderIsTheDeclaredOne",
            "claims order 2",
            i -> Intercept.method(DifferentiableIntegrator.class, i, "order", call -> 2)),
        advance(
            "orderIsTheDeclaredOne",
            "steps 1 % long",
            call ->
                call.proceedWith(
                    call.arguments()[0], 1.01 * (double) call.arguments()[1], call.arguments()[2])),
        advance(
            "orderIsTheDeclaredOne",
            "rotates in the body's frame",
            call -> {
              Object result = call.proceed();
              MotionState out = call.argument(2, MotionState.class);
              out.q()[1] = -out.q()[1];
              return result;
            }),
        advance("quaternionsStayUnit", "quaternions grow", call -> lengthened(call)),
        advance(
            "inputIsNotModified",
            "works in the input",
            call -> {
              Object result = call.proceed();
              call.argument(0, MotionState.class).v()[0] += 1;
              return result;
            }),
        advance(
            "outputIsOverwritten",
            "velocity added to the output",
            call -> {
              MotionState out = call.argument(2, MotionState.class);
              double before = out.v()[3];
              Object result = call.proceed();
              out.v()[3] += before;
              return result;
            }),
        advance("stepsDoNotDependOnEarlierOnes", "drift over calls", drift()),
        integrator("steppersAreIndependent", "one work space for all", shared()),
        new Sabotage(
            "differentiabilityIsDeclared",
            "derivatives missing",
            honest().withFault(i -> plain(i))),
        stepper(
            "jvpMatchesCentralDifferences",
            "turn of dphi forgotten",
            "jvp",
            call -> {
              double[] dq = call.argument(2, double[].class).clone();
              Object result = call.proceed();
              call.argument(2, double[].class)[0] += 1e-3 * dq[1];
              return result;
            }),
        stepper(
            "jvpHoldsAtRest",
            "0 / 0 without rotation",
            "jvp",
            call -> {
              Object result = call.proceed();
              if (call.argument(0, MotionState.class).v()[0] == 0) {
                call.argument(2, double[].class)[0] = Double.NaN;
              }
              return result;
            }),
        stepper("vjpMatchesCentralDifferences", "0.1 % off", "vjp", call -> scaled(call, 1.001)),
        stepper("vjpMatchesCentralDifferences", "sign", "vjp", call -> scaled(call, -1)),
        stepper("vjpIsTheTransposeOfJvp", "1e-8 off", "vjp", call -> scaled(call, 1 + 1e-8)),
        integrator(
            "parameterDerivativesMatchCentralDifferences", "not gathered", i -> ungathered(i)),
        stepper(
            "derivativesLeaveTheInputAlone",
            "works in the input",
            "vjp",
            call -> {
              Object result = call.proceed();
              call.argument(0, MotionState.class).q()[0] += 1;
              return result;
            }));
  }

  private static FakeProvider<Integrator, SemiImplicitEulerProvider.Config> honest() {
    return FakeProvider.like(new SemiImplicitEulerProvider());
  }

  private static Sabotage integrator(
      String test, String fault, UnaryOperator<DifferentiableIntegrator> change) {
    return new Sabotage(
        test, fault, honest().withFault(i -> change.apply((DifferentiableIntegrator) i)));
  }

  private static Sabotage stepper(String test, String fault, String method, Behaviour behaviour) {
    return integrator(
        test,
        fault,
        i ->
            Intercept.method(
                DifferentiableIntegrator.class,
                i,
                "stepper",
                call -> {
                  Object made = call.proceed();
                  return made instanceof DifferentiableStepper stepper
                      ? Intercept.method(DifferentiableStepper.class, stepper, method, behaviour)
                      : Intercept.method(Stepper.class, (Stepper) made, method, behaviour);
                }));
  }

  private static Sabotage advance(String test, String fault, Behaviour behaviour) {
    return stepper(test, fault, "advance", behaviour);
  }

  private static Integrator plain(Integrator integrator) {
    return Intercept.method(Integrator.class, integrator, "none", Intercept.Call::proceed);
  }

  private static @Nullable Object lengthened(Intercept.Call call) throws Throwable {
    Object result = call.proceed();
    call.argument(2, MotionState.class).q()[0] *= 1 + 1e-6;
    return result;
  }

  private static Behaviour drift() {
    double[] calls = {0};
    return call -> {
      Object result = call.proceed();
      call.argument(2, MotionState.class).v()[0] += 1e-12 * calls[0]++;
      return result;
    };
  }

  /** Each step adds what the stepper before it left behind. */
  private static UnaryOperator<DifferentiableIntegrator> shared() {
    double[] leftBehind = {0};
    Object[] last = {""};
    return integrator ->
        Intercept.method(
            DifferentiableIntegrator.class,
            integrator,
            "stepper",
            made ->
                Intercept.method(
                    Stepper.class,
                    (Stepper) made.proceed(),
                    "advance",
                    call -> {
                      Object result = call.proceed();
                      MotionState out = call.argument(2, MotionState.class);
                      out.v()[0] += last[0] == call.target() ? 0 : leftBehind[0];
                      leftBehind[0] = 1e-9;
                      last[0] = call.target();
                      return result;
                    }));
  }

  private static @Nullable Object scaled(Intercept.Call call, double factor) throws Throwable {
    Object result = call.proceed();
    for (int argument = 2; argument <= 3; argument++) {
      double[] values = call.argument(argument, double[].class);
      Arrays.setAll(values, i -> factor * values[i]);
    }
    return result;
  }

  /** Hands the field's VJP a cotangent of zero, so that its parameters gather nothing. */
  private static DifferentiableIntegrator ungathered(DifferentiableIntegrator integrator) {
    return new DifferentiableIntegrator() {
      @Override
      public DifferentiableStepper stepper(DifferentiableAccelerationField field) {
        return integrator.stepper(
            Intercept.method(
                DifferentiableAccelerationField.class,
                field,
                "vjp",
                call ->
                    call.proceedWith(
                        call.arguments()[0],
                        new double[field.space().nv()],
                        call.arguments()[2],
                        call.arguments()[3])));
      }

      @Override
      public Stepper stepper(AccelerationField field) {
        return integrator.stepper(field);
      }

      @Override
      public int order() {
        return integrator.order();
      }

      @Override
      public void close() {
        integrator.close();
      }
    };
  }
}
