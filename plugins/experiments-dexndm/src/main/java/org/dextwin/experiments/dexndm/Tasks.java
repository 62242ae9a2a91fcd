package org.dextwin.experiments.dexndm;

import java.util.HashMap;
import java.util.Map;
import org.dextwin.api.learning.Task;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentRef;
import org.dextwin.learning.proprioception.ProprioceptiveTask;

/** The tasks of an experiment, by their places in the configuration. */
final class Tasks {

  private final Map<String, ProprioceptiveTask> tasks = new HashMap<>();

  void add(ComponentRef<Task> ref, ComponentContext context) {
    tasks.put(ref.path(), Bodies.require(ref.path(), context.resolve(ref)));
  }

  ProprioceptiveTask at(ComponentRef<Task> ref) {
    ProprioceptiveTask task = tasks.get(ref.path());
    if (task == null) {
      throw new IllegalStateException("no task at " + ref.path());
    }
    return task;
  }
}
