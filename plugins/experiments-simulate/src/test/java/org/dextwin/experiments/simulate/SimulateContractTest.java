package org.dextwin.experiments.simulate;

import java.util.Map;
import org.dextwin.api.experiment.Experiment;
import org.dextwin.api.robot.Hand;
import org.dextwin.api.sim.Simulator;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.testkit.TestComponentContext;
import org.dextwin.testkit.experiment.ExperimentContract;
import org.dextwin.testkit.robot.OneJointHand;
import org.dextwin.testkit.sim.FakeSimulator;

/** Simulate keeps the contract of experiments, with an engine that is not DexTwin's. */
class SimulateContractTest extends ExperimentContract<SimulateConfig> {

  @Override
  protected ComponentProvider<Experiment, SimulateConfig> provider() {
    return new SimulateProvider();
  }

  @Override
  protected Map<String, Object> validSettings() {
    return Blocks.simulate(
        Blocks.with(Blocks.scene(Blocks.BALL), "hand", Blocks.HAND),
        "motion",
        Map.of("type", "sine", "sine", Map.of("amplitude-rad", 0.2, "frequency-hz", 2.0)));
  }

  @Override
  protected void supply(TestComponentContext context) {
    context.with(Simulator.class, new FakeSimulator(0.002));
    context.with(Hand.class, new OneJointHand());
  }
}
