package org.dextwin.experiments.drex.internal.grasp;

import java.util.List;
import java.util.function.Supplier;
import org.dextwin.api.learning.Demonstration;
import org.dextwin.api.learning.Environment;
import org.dextwin.api.learning.PolicySpec;
import org.dextwin.api.learning.Task;

/**
 * A task with demonstrations of a run folder, read when they are needed.
 *
 * @param task the task
 * @param kept reads the demonstrations in place of its own
 */
record KeptTask(Task task, Supplier<List<Demonstration>> kept) implements Task {

  @Override
  public PolicySpec spec() {
    return task.spec();
  }

  @Override
  public Environment open() {
    return task.open();
  }

  @Override
  public List<Demonstration> demonstrations() {
    return kept.get();
  }

  @Override
  public void close() {
    // the task belongs to the assembly
  }
}
