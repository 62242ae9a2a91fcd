package org.dextwin.experiments.dexndm.internal.residual;

import java.util.List;
import java.util.SplittableRandom;
import org.dextwin.api.learning.Policy;
import org.dextwin.api.learning.PolicySpec;
import org.dextwin.api.learning.Transitions.Episode;
import org.dextwin.learning.proprioception.Proprioception;

/**
 * Follows recorded targets by the clock, whatever the hand feels; the seed draws one of the
 * recordings.
 *
 * <p><i>Thread safety</i>: confined.
 */
public final class Replay implements Policy {

  private final Proprioception body;
  private final List<Episode> recordings;
  private final float[] from;
  private final float[] to;
  private Episode recording;
  private int step;

  /**
   * Makes a policy.
   *
   * @param body how the hand is felt and moved
   * @param recordings what is followed, at least one
   */
  public Replay(Proprioception body, List<Episode> recordings) {
    this.body = body;
    this.recordings = List.copyOf(recordings);
    this.recording = recordings.get(0);
    this.from = new float[body.joints().size()];
    this.to = new float[from.length];
  }

  @Override
  public PolicySpec spec() {
    return body.spec();
  }

  @Override
  public void reset(long seed) {
    recording = recordings.get(new SplittableRandom(seed).nextInt(recordings.size()));
    step = 0;
  }

  @Override
  public float[] act(float[] observation) {
    System.arraycopy(observation, body.targetAt(body.window() - 1, 0), from, 0, from.length);
    int row = Math.min(step, recording.steps() - 1);
    System.arraycopy(recording.targets(), row * to.length, to, 0, to.length);
    step++;
    return body.actionBetween(from, to);
  }

  @Override
  public void close() {
    // holds nothing
  }
}
