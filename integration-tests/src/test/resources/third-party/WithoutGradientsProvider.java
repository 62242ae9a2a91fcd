package com.example.engines;

import java.util.EnumSet;
import java.util.Set;
import org.dextwin.api.model.Scene;
import org.dextwin.api.sim.Actuation;
import org.dextwin.api.sim.BodyStates;
import org.dextwin.api.sim.ContactReport;
import org.dextwin.api.sim.ControlSequence;
import org.dextwin.api.sim.ExternalWrench;
import org.dextwin.api.sim.JointStates;
import org.dextwin.api.sim.Parameters;
import org.dextwin.api.sim.Simulation;
import org.dextwin.api.sim.SimulationState;
import org.dextwin.api.sim.Simulator;
import org.dextwin.api.sim.SimulatorFeature;
import org.dextwin.api.sim.StateLayout;
import org.dextwin.api.sim.Trajectory;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.ComponentRef;
import org.dextwin.api.spi.Key;
import org.dextwin.api.spi.Settings;

/** An engine that does what another one does, but gives no gradients. */
public final class WithoutGradientsProvider
    implements ComponentProvider<Simulator, WithoutGradientsProvider.Keys> {

  /** Configuration. */
  public record Keys(
      @Key(doc = "The engine that does the work.") ComponentRef<Simulator> engine,
      @Key(doc = "What messages call it.", byDefault = "plain") String nameInErrors) {}

  @Override
  public Class<Simulator> type() {
    return Simulator.class;
  }

  @Override
  public String name() {
    return "without-gradients";
  }

  @Override
  public Keys configure(Settings settings) {
    return settings.as(Keys.class);
  }

  @Override
  public Simulator create(Keys keys, ComponentContext context) {
    return new PlainSimulator(context.resolve(keys.engine()));
  }

  private record PlainSimulator(Simulator engine) implements Simulator {

    @Override
    public Set<SimulatorFeature> features() {
      Set<SimulatorFeature> features = EnumSet.copyOf(engine.features());
      features.remove(SimulatorFeature.GRADIENTS);
      return features;
    }

    @Override
    public double timeStep() {
      return engine.timeStep();
    }

    @Override
    public Simulation open(Scene scene) {
      return new PlainSimulation(engine.open(scene));
    }

    @Override
    public void close() {}
  }

  private record PlainSimulation(Simulation inner) implements Simulation {

    @Override
    public StateLayout layout() {
      return inner.layout();
    }

    @Override
    public SimulationState state() {
      return inner.state();
    }

    @Override
    public void restore(SimulationState state) {
      inner.restore(state);
    }

    @Override
    public void step(Actuation actuation, int steps) {
      inner.step(actuation, steps);
    }

    @Override
    public Trajectory rollout(ControlSequence controls) {
      return inner.rollout(controls);
    }

    @Override
    public BodyStates bodies() {
      return inner.bodies();
    }

    @Override
    public JointStates joints() {
      return inner.joints();
    }

    @Override
    public ContactReport contacts() {
      return inner.contacts();
    }

    @Override
    public void apply(ExternalWrench wrench) {
      inner.apply(wrench);
    }

    @Override
    public Parameters parameters() {
      return inner.parameters();
    }

    @Override
    public void close() {
      inner.close();
    }
  }
}
