package org.dextwin.experiments.drex.internal.grasp;

import org.dextwin.experiments.drex.internal.grasp.StudyReport.Axis;

/** Provides the experiment {@code table3}. */
public final class Table3Provider extends StudyProvider {

  /** Names the experiment. */
  public Table3Provider() {
    super(
        "table3",
        new StudyReport(
            "Policies trained for one mass, played with others",
            "Rows: trained for; columns: played with. D-REX, Table 3: 75, 30, 15 / 40, 80, 30 / 15, 40, 95 %. Squeezing a rigid light object too hard need not fail in simulation.",
            Axis.MASS));
  }
}
