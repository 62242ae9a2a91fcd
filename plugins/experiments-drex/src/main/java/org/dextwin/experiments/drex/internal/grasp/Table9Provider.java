package org.dextwin.experiments.drex.internal.grasp;

import org.dextwin.experiments.drex.internal.grasp.StudyReport.Axis;

/** Provides the experiment {@code table9}. */
public final class Table9Provider extends StudyProvider {

  /** Names the experiment. */
  public Table9Provider() {
    super(
        "table9",
        new StudyReport(
            "Told the mass, or trained on random masses",
            "D-REX, Table 9: 4, 7, 9 of 10 for random masses from 0.5 to 1.5 kg; 9, 10, 9 of 10 if told.",
            Axis.MASS));
  }
}
