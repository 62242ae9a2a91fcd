package org.dextwin.testkit.sim;

import java.util.function.UnaryOperator;
import org.dextwin.api.model.Scene;
import org.dextwin.api.sim.BodyStates;
import org.dextwin.api.sim.DifferentiableSimulation;
import org.dextwin.api.sim.JointStates;
import org.dextwin.api.sim.Parameters;
import org.dextwin.api.sim.Simulator;
import org.dextwin.testkit.FakeProvider;
import org.dextwin.testkit.Intercept;
import org.dextwin.testkit.Intercept.Behaviour;
import org.dextwin.testkit.Sabotage;

/** Ways to break a fake simulator. */
final class FaultySimulator {

  private FaultySimulator() {}

  static Sabotage simulator(String test, String fault, UnaryOperator<Simulator> change) {
    return new Sabotage(
        test, fault, FakeProvider.like(new FakeSimulatorProvider()).withFault(change));
  }

  static Sabotage simulator(String test, String fault, String method, Behaviour behaviour) {
    return simulator(
        test, fault, simulator -> Intercept.method(Simulator.class, simulator, method, behaviour));
  }

  /** Opens another scene than the one asked for. */
  static Sabotage scene(String test, String fault, UnaryOperator<Scene> change) {
    return simulator(
        test, fault, "open", call -> call.proceedWith(change.apply(call.argument(0, Scene.class))));
  }

  static Sabotage simulation(
      String test, String fault, UnaryOperator<DifferentiableSimulation> change) {
    return simulator(
        test,
        fault,
        "open",
        call -> {
          Object opened = call.proceed();
          return change.apply((DifferentiableSimulation) opened);
        });
  }

  static Sabotage simulation(String test, String fault, String method, Behaviour behaviour) {
    return simulation(test, fault, simulation -> intercept(simulation, method, behaviour));
  }

  static DifferentiableSimulation intercept(
      DifferentiableSimulation simulation, String method, Behaviour behaviour) {
    return Intercept.method(DifferentiableSimulation.class, simulation, method, behaviour);
  }

  static Sabotage bodies(String test, String fault, String method, Behaviour behaviour) {
    return simulation(
        test,
        fault,
        "bodies",
        call -> Intercept.method(BodyStates.class, (BodyStates) call.proceed(), method, behaviour));
  }

  static Sabotage joints(String test, String fault, String method, Behaviour behaviour) {
    return simulation(
        test,
        fault,
        "joints",
        call ->
            Intercept.method(JointStates.class, (JointStates) call.proceed(), method, behaviour));
  }

  static Sabotage parameters(String test, String fault, String method, Behaviour behaviour) {
    return simulation(
        test,
        fault,
        "parameters",
        call -> Intercept.method(Parameters.class, (Parameters) call.proceed(), method, behaviour));
  }
}
