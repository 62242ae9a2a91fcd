package org.dextwin.learning.proprioception;

import java.nio.file.Path;
import org.dextwin.api.learning.DifferentiableDynamicsModel;
import org.dextwin.api.learning.Policy;
import org.dextwin.api.learning.PolicyTrainer;
import org.dextwin.api.learning.TrainingRun;

/**
 * Trains policies that compensate a base policy for the difference between the world in which it
 * was made and another that a dynamics model describes. What {@link PolicyTrainer#train} takes from
 * the configuration, an experiment that has just made it hands over here.
 *
 * <p><i>Thread safety</i>: confined.
 */
public interface CompensatingTrainer extends PolicyTrainer {

  /**
   * Trains a policy, or goes on where the checkpoints in the run's folder end.
   *
   * @param source the task in the world that the base policy was made for
   * @param base the base policy; stays open as long as the result
   * @param target dynamics of the other world; not changed
   * @param run seed, checkpoints and progress
   * @return base and corrections; closing it leaves the base open
   * @throws org.dextwin.api.spi.InvalidInputException if these do not fit, or a checkpoint does not
   */
  CompensatedPolicy train(
      ProprioceptiveTask source, Policy base, DifferentiableDynamicsModel target, TrainingRun run);

  /**
   * Reads a policy that was trained before.
   *
   * @param checkpoint a file that {@link #train} wrote, or the folder of checkpoints
   * @param base the base policy; stays open as long as the result
   * @return base and corrections; closing it leaves the base open
   * @throws org.dextwin.api.spi.InvalidInputException if the file is no such checkpoint, is
   *     damaged, or does not fit the base
   */
  CompensatedPolicy load(Path checkpoint, Policy base);
}
