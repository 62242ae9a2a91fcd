package org.dextwin.experiments.dexndm.internal.identify;

import java.util.Arrays;
import java.util.List;
import org.dextwin.api.sim.ControlSequence;

/**
 * What becomes of targets on their way to the joints: a delay, which need not be a whole number of
 * time steps, then play.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * <p><i>References</i>: Tao and Kokotovic, Adaptive control of plants with unknown hysteresis, IEEE
 * TAC 40 (1995), for the play operator.
 *
 * @param substeps time steps of the engine per step of the recording
 * @param timeStep time step of the engine [s]
 * @param jointOf joint of each actuator
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record TargetPath(int substeps, double timeStep, int[] jointOf) {

  /** Passes the targets of an episode through. */
  ControlSequence of(Episode episode, double delay, double[] backlash) {
    int joints = backlash.length;
    int steps = episode.steps() * substeps;
    double late = delay / timeStep;
    int whole = (int) Math.floor(late);
    double part = late - whole;
    double[] play = Arrays.copyOf(episode.positions(), joints);
    double[] out = new double[steps * jointOf.length];
    for (int k = 0; k < steps; k++) {
      for (int j = 0; j < joints; j++) {
        double delayed =
            (1 - part) * target(episode, joints, k - whole, j)
                + part * target(episode, joints, k - whole - 1, j);
        double half = backlash[j] / 2;
        play[j] = Math.max(delayed - half, Math.min(play[j], delayed + half));
      }
      for (int i = 0; i < jointOf.length; i++) {
        out[k * jointOf.length + i] = play[jointOf[i]];
      }
    }
    return new ControlSequence(steps, jointOf.length, out, List.of());
  }

  private double target(Episode episode, int joints, int step, int joint) {
    return step < 0
        ? episode.positions()[joint]
        : episode.targets()[step / substeps * joints + joint];
  }
}
