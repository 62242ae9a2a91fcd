package org.dextwin.experiments.inspect;

import org.dextwin.api.experiment.ExperimentContext;

/** Looks at one component. */
interface Inspection {

  /** Reports what the component answers. */
  void report(ExperimentContext context);
}
