package org.dextwin.api.learning;

import java.nio.file.Path;
import org.dextwin.api.spi.Component;
import org.dextwin.api.spi.Experimental;
import org.dextwin.api.spi.Role;

/**
 * Trains policies for a task, and reads them back.
 *
 * <p><i>Thread safety</i>: confined.
 */
@Experimental
@Role("policy-trainer")
public interface PolicyTrainer extends Component {

  /**
   * Trains a policy, or goes on where the checkpoints in the run's folder end. The same seed gives
   * bit-identical weights, interrupted or not.
   *
   * @param task what is to be achieved
   * @param run seed, checkpoints and progress
   * @return the trained policy; the caller closes it
   * @throws org.dextwin.api.spi.InvalidInputException if the task offers nothing this trainer can
   *     learn from, or a checkpoint does not fit
   * @throws java.util.concurrent.CancellationException if the user cancelled; the last checkpoint
   *     stays
   */
  Policy train(Task task, TrainingRun run);

  /**
   * Reads a policy that was trained before. Nothing in the file is executed.
   *
   * @param checkpoint a file that {@link #train} wrote, or the folder of checkpoints of a training
   *     that was finished
   * @param spec what the policy has to see and do
   * @return the policy; the caller closes it
   * @throws org.dextwin.api.spi.InvalidInputException if the file is no checkpoint of this trainer,
   *     is damaged, or was made for another spec
   */
  Policy load(Path checkpoint, PolicySpec spec);
}
