package org.dextwin.experiments.dexndm;

import org.dextwin.api.learning.Task;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.learning.proprioception.ProprioceptiveTask;

/** Finds the joints in tasks. */
final class Bodies {

  private Bodies() {}

  /** Returns a task that says how a hand is felt and moved. */
  static ProprioceptiveTask require(String path, Task task) {
    if (task instanceof ProprioceptiveTask body) {
      return body;
    }
    throw new InvalidInputException(
        "the task at "
            + path
            + " does not say where joints and targets are in its observations; use one that does,"
            + " such as rotation or loaded-hand");
  }
}
