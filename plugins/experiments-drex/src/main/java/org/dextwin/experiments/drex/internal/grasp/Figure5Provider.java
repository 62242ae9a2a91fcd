package org.dextwin.experiments.drex.internal.grasp;

import org.dextwin.experiments.drex.internal.grasp.StudyReport.Axis;

/** Provides the experiment {@code figure5}. */
public final class Figure5Provider extends StudyProvider {

  /** Names the experiment. */
  public Figure5Provider() {
    super(
        "figure5",
        new StudyReport(
            "Policies told the true, the identified and an arbitrary mass",
            "D-REX, Figure 5.",
            Axis.MASS));
  }
}
