package org.dextwin.experiments.drex.internal.grasp;

import org.dextwin.experiments.drex.internal.grasp.StudyReport.Axis;

/** Provides the experiment {@code demo-scaling}. */
public final class DemoScalingProvider extends StudyProvider {

  /** Names the experiment. */
  public DemoScalingProvider() {
    super(
        "demo-scaling",
        new StudyReport(
            "Success over the number of demonstrations", "D-REX, A.3.1.", Axis.DEMONSTRATIONS));
  }
}
