package org.dextwin.api.learning;

import java.util.List;
import org.dextwin.api.spi.Component;
import org.dextwin.api.spi.Experimental;
import org.dextwin.api.spi.Role;

/**
 * What a policy is to achieve, and how success is measured. A task knows its robot, its object and
 * its engine; who learns or evaluates knows only observations, actions and rewards, so that tasks
 * and learners are swapped separately.
 *
 * <p><i>Thread safety</i>: thread-safe; the environments it opens are confined.
 */
@Experimental
@Role("task")
public interface Task extends Component {

  /**
   * Returns what a policy for this task sees and does.
   *
   * @return sizes and bounds of observations and actions
   */
  PolicySpec spec();

  /**
   * Opens a world in which episodes of this task are played.
   *
   * @return an environment; the caller closes it
   */
  Environment open();

  /**
   * Returns examples of success to learn from.
   *
   * @return observations with the actions that were right; empty if this task has none
   */
  List<Demonstration> demonstrations();
}
