package org.dextwin.experiments.inspect;

import java.util.List;
import org.dextwin.api.experiment.Experiment;
import org.dextwin.api.experiment.ExperimentContext;
import org.dextwin.api.experiment.Progress;

/**
 * Looks at the configured components, one after the other.
 *
 * <p><i>Thread safety</i>: confined.
 */
final class Inspect implements Experiment {

  private final List<Inspection> inspections;

  Inspect(List<Inspection> inspections) {
    this.inspections = List.copyOf(inspections);
  }

  @Override
  public void run(ExperimentContext context) {
    try (Progress progress = context.progress("inspect", inspections.size())) {
      for (Inspection inspection : inspections) {
        context.checkCancelled();
        inspection.report(context);
        progress.advance(1);
      }
    }
  }

  @Override
  public void close() {}
}
