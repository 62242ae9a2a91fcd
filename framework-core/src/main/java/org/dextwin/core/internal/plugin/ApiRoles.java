package org.dextwin.core.internal.plugin;

import java.util.List;
import org.dextwin.api.experiment.Experiment;
import org.dextwin.api.learning.DynamicsModel;
import org.dextwin.api.learning.DynamicsTrainer;
import org.dextwin.api.learning.MotionPlanner;
import org.dextwin.api.learning.Policy;
import org.dextwin.api.learning.PolicyTrainer;
import org.dextwin.api.learning.Retargeter;
import org.dextwin.api.learning.Task;
import org.dextwin.api.perception.Camera;
import org.dextwin.api.perception.PoseTracker;
import org.dextwin.api.robot.Arm;
import org.dextwin.api.robot.Hand;
import org.dextwin.api.sim.Integrator;
import org.dextwin.api.sim.Simulator;
import org.dextwin.api.spi.Command;
import org.dextwin.api.spi.Component;
import org.dextwin.api.spi.Diagnostics;

/** The roles of the API, known even if no plugin fills them. */
public final class ApiRoles {

  /** All of them but diagnostics and commands, which take no configuration. */
  public static final List<Class<? extends Component>> ALL =
      List.of(
          Arm.class,
          Camera.class,
          DynamicsModel.class,
          DynamicsTrainer.class,
          Experiment.class,
          Hand.class,
          Integrator.class,
          MotionPlanner.class,
          Policy.class,
          PolicyTrainer.class,
          PoseTracker.class,
          Retargeter.class,
          Simulator.class,
          Task.class);

  /** Those that take no configuration: what plugins add to the command line. */
  public static final List<Class<? extends Component>> UNCONFIGURED =
      List.of(Command.class, Diagnostics.class);

  private ApiRoles() {}
}
