package org.dextwin.api.learning;

import java.nio.file.Path;
import java.util.Optional;
import org.dextwin.api.spi.Component;
import org.dextwin.api.spi.Experimental;
import org.dextwin.api.spi.Role;

/**
 * Trains dynamics models, and reads them back.
 *
 * <p><i>Thread safety</i>: confined.
 */
@Experimental
@Role("dynamics-trainer")
public interface DynamicsTrainer extends Component {

  /**
   * Trains a model, or goes on where the checkpoints in the run's folder end. The same seed gives
   * bit-identical weights, interrupted or not.
   *
   * @param transitions what to learn from; the trainer sets part of it aside for validation
   * @param start checkpoint of a model to fine-tune, such as one trained in simulation, as for
   *     {@link #load}; empty to start from random weights
   * @param run seed, checkpoints and progress
   * @return the model that was best on the validation part; the caller closes it
   * @throws org.dextwin.api.spi.InvalidInputException if there is too little to learn from, or a
   *     checkpoint does not fit
   * @throws java.util.concurrent.CancellationException if the user cancelled; the last checkpoint
   *     stays
   */
  DynamicsModel train(Transitions transitions, Optional<Path> start, TrainingRun run);

  /**
   * Reads a model that was trained before. Nothing in the file is executed.
   *
   * @param checkpoint a file that {@link #train} wrote, or the folder of checkpoints of a training
   *     that was finished
   * @return the model; the caller closes it, and checks its spec
   * @throws org.dextwin.api.spi.InvalidInputException if the file is no checkpoint of this trainer,
   *     or is damaged
   */
  DynamicsModel load(Path checkpoint);
}
