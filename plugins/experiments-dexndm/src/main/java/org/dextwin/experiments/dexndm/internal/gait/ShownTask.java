package org.dextwin.experiments.dexndm.internal.gait;

import java.util.List;
import org.dextwin.api.learning.Demonstration;
import org.dextwin.api.learning.Environment;
import org.dextwin.api.learning.PolicySpec;
import org.dextwin.learning.proprioception.Proprioception;
import org.dextwin.learning.proprioception.ProprioceptiveTask;

/**
 * A task with demonstrations of our own.
 *
 * <p><i>Thread safety</i>: thread-safe.
 *
 * @param task the task
 * @param demonstrations what is shown
 */
record ShownTask(ProprioceptiveTask task, List<Demonstration> demonstrations)
    implements ProprioceptiveTask {

  @Override
  public PolicySpec spec() {
    return task.spec();
  }

  @Override
  public Proprioception proprioception() {
    return task.proprioception();
  }

  @Override
  public Environment open() {
    return task.open();
  }

  @Override
  public void close() {
    // the task belongs to the assembly
  }
}
