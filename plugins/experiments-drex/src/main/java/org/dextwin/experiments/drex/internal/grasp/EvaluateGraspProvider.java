package org.dextwin.experiments.drex.internal.grasp;

import org.dextwin.experiments.drex.internal.grasp.StudyReport.Axis;

/** Provides the experiment {@code evaluate-grasp}. */
public final class EvaluateGraspProvider extends StudyProvider {

  /** Names the experiment. */
  public EvaluateGraspProvider() {
    super(
        "evaluate-grasp",
        new StudyReport("Grasps", "Success with n and a 95 % interval (Wilson).", Axis.NONE));
  }
}
