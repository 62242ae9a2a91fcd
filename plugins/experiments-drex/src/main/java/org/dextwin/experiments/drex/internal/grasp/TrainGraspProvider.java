package org.dextwin.experiments.drex.internal.grasp;

import org.dextwin.experiments.drex.internal.grasp.StudyReport.Axis;

/** Provides the experiment {@code train-grasp}. */
public final class TrainGraspProvider extends StudyProvider {

  /** Names the experiment. */
  public TrainGraspProvider() {
    super(
        "train-grasp",
        new StudyReport(
            "Trained policies", "Success with n and a 95 % interval (Wilson).", Axis.NONE));
  }
}
