package org.dextwin.experiments.dexndm.fake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.dextwin.api.learning.Demonstration;
import org.dextwin.api.learning.Environment;
import org.dextwin.api.learning.PolicySpec;
import org.dextwin.api.learning.StepOutcome;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.SymmetricMatrix3;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Actuator;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.JointVector;
import org.dextwin.api.model.Link;
import org.dextwin.api.model.MassProperties;
import org.dextwin.api.model.Material;
import org.dextwin.api.model.RobotModel;
import org.dextwin.api.model.Scene;
import org.dextwin.api.model.SceneRobot;
import org.dextwin.api.sim.Actuation;
import org.dextwin.api.sim.Simulation;
import org.dextwin.api.sim.SimulationState;
import org.dextwin.api.sim.Simulator;
import org.dextwin.learning.proprioception.HeldHand;
import org.dextwin.learning.proprioception.Proprioception;
import org.dextwin.learning.proprioception.ProprioceptiveTask;

/**
 * A hand with one joint and a servo, in an engine.
 *
 * @param gain position gain of the servo [N m/rad]
 * @param simulator the engine
 * @param steps steps of an episode
 */
public record ServoHand(double gain, Simulator simulator, int steps) implements ProprioceptiveTask {

  private static final double PERIOD = 0.05;

  private RobotModel robot() {
    MassProperties mass =
        new MassProperties(0.1, new Vec3(0, 0, 0.1), SymmetricMatrix3.diagonal(1e-4, 1e-4, 1e-4));
    Joint joint =
        new Joint(
            "bend",
            Joint.Type.REVOLUTE,
            "palm",
            "finger",
            Vec3.ZERO,
            Quat.IDENTITY,
            Vec3.Y,
            -1,
            1,
            0,
            0,
            0.01);
    return new RobotModel(
        "servo-hand",
        "palm",
        List.of(
            new Link("palm", Optional.of(mass), List.of()),
            new Link("finger", Optional.of(mass), List.of())),
        List.of(joint),
        List.of(new Actuator("servo", "bend", gain, 0.1, 5, 10)));
  }

  @Override
  public Proprioception proprioception() {
    return new Proprioception(
        robot().kinematicOrder(), PERIOD, 2, 0, 0.05, 1, List.of(-1.0), List.of(1.0));
  }

  @Override
  public Optional<HeldHand> held() {
    return Optional.of(new HeldHand(robot(), Quat.IDENTITY));
  }

  @Override
  public PolicySpec spec() {
    return proprioception().spec();
  }

  @Override
  public List<Demonstration> demonstrations() {
    return List.of();
  }

  @Override
  public Environment open() {
    return new Motion();
  }

  @Override
  public void close() {
    // holds nothing
  }

  private final class Motion implements Environment {

    private final Proprioception body = proprioception();
    private final float[] targets = new float[1];
    private final Simulation simulation;
    private float[] seen = new float[4];
    private int step;

    Motion() {
      RobotModel robot = robot();
      SceneRobot held =
          new SceneRobot(
              "hand",
              robot,
              Pose.inWorld("palm", Vec3.ZERO, Quat.IDENTITY),
              new Material(0.5, 1e4, 10),
              new JointVector(robot.kinematicOrder(), new double[1]));
      simulation =
          simulator.open(
              new Scene("servo", Scene.EARTH_GRAVITY, List.of(), List.of(held), List.of()));
    }

    @Override
    public float[] reset(long seed) {
      double q = 0.1 * new SplittableRandom(seed).nextDouble();
      simulation.restore(new SimulationState(0, new double[] {q}, new double[1], new double[0]));
      targets[0] = (float) q;
      step = 0;
      seen = new float[] {targets[0], targets[0], targets[0], targets[0]};
      return seen.clone();
    }

    @Override
    public StepOutcome step(float[] action) {
      body.advance(targets, action);
      simulation.step(new Actuation(targets[0]), (int) Math.round(PERIOD / simulator.timeStep()));
      float q = (float) simulation.state().q()[0];
      seen = new float[] {seen[2], seen[3], q, targets[0]};
      step++;
      return new StepOutcome(
          seen.clone(),
          0,
          step < steps ? Optional.empty() : Optional.of(new StepOutcome.Ending(true, "time")),
          Map.of());
    }

    @Override
    public void close() {
      simulation.close();
    }
  }
}
