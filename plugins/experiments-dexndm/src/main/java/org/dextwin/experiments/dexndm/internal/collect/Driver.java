package org.dextwin.experiments.dexndm.internal.collect;

import java.util.List;
import java.util.SplittableRandom;
import org.dextwin.api.learning.Policy;
import org.dextwin.learning.proprioception.Proprioception;

/** Chooses the actions of an episode. */
interface Driver {

  /**
   * Begins an episode.
   *
   * @param seed seed of all that is random in it
   */
  void begin(long seed);

  /**
   * Chooses an action.
   *
   * @param step number of the step
   * @param observation what is felt
   * @return the action
   */
  float[] act(int step, float[] observation);

  /** Targets in force, as an observation has them. */
  static float[] targets(Proprioception body, float[] observation) {
    float[] targets = new float[body.joints().size()];
    System.arraycopy(observation, body.targetAt(body.window() - 1, 0), targets, 0, targets.length);
    return targets;
  }

  /**
   * Follows a policy.
   *
   * @param policy the policy
   */
  record OfPolicy(Policy policy) implements Driver {

    @Override
    public void begin(long seed) {
      policy.reset(seed);
    }

    @Override
    public float[] act(int step, float[] observation) {
      return policy.act(observation);
    }
  }

  /**
   * Repeats recorded targets in open loop, some of them disturbed.
   *
   * <p><i>References</i>: DexNDM, section 3.3.
   */
  final class Replayed implements Driver {

    private final Proprioception body;
    private final List<float[]> recordings;
    private final Collection.Noise noise;
    private SplittableRandom random = new SplittableRandom(0);
    private float[] recording = new float[0];

    /**
     * Makes a driver.
     *
     * @param body how the hand is felt and moved
     * @param recordings targets of recorded episodes [rad], each of shape (steps, joints)
     * @param noise the disturbance
     */
    Replayed(Proprioception body, List<float[]> recordings, Collection.Noise noise) {
      this.body = body;
      this.recordings = recordings;
      this.noise = noise;
    }

    @Override
    public void begin(long seed) {
      random = new SplittableRandom(seed);
      recording = recordings.get(random.nextInt(recordings.size()));
    }

    @Override
    public float[] act(int step, float[] observation) {
      int n = body.joints().size();
      int row = Math.min(step, recording.length / n - 1);
      float[] wanted = new float[n];
      System.arraycopy(recording, row * n, wanted, 0, n);
      if (random.nextDouble() < noise.probability()) {
        for (int i = 0; i < n; i++) {
          wanted[i] += (float) (noise.sigma() * random.nextGaussian());
        }
      }
      return body.correctedActionBetween(targets(body, observation), wanted);
    }
  }

  /**
   * Moves one joint by a wave and keeps the others in the middle of their ranges: half of the
   * episodes by a sine, a quarter by a square wave, a quarter by a square wave with noise.
   *
   * <p><i>References</i>: DexNDM, C, Collecting via base waves.
   */
  final class Waves implements Driver {

    private static final double LEAST_SIZE = 0.5;
    private static final double MOST_SIZE = 1;
    private static final double LEAST_OMEGA = 0.2;
    private static final double MOST_OMEGA = 0.5;

    /** Standard deviation of the noise; its variance is 0.01 [rad]. */
    private static final double NOISE = 0.1;

    /** Kinds of waves. */
    enum Kind {
      SINE,
      SQUARE,
      NOISE
    }

    private final Proprioception body;
    private SplittableRandom random = new SplittableRandom(0);
    private Kind kind = Kind.SINE;
    private int joint;
    private double size;
    private double omega;

    Waves(Proprioception body) {
      this.body = body;
    }

    @Override
    public void begin(long seed) {
      random = new SplittableRandom(seed);
      int quarter = random.nextInt(4);
      kind = quarter < 2 ? Kind.SINE : quarter == 2 ? Kind.SQUARE : Kind.NOISE;
      joint = random.nextInt(body.joints().size());
      size = LEAST_SIZE + (MOST_SIZE - LEAST_SIZE) * random.nextDouble();
      omega = LEAST_OMEGA + (MOST_OMEGA - LEAST_OMEGA) * random.nextDouble();
    }

    /** f(t) = size sin(2 omega t), or its sign. */
    static double wave(Kind kind, double size, double omega, double time) {
      double sine = Math.sin(2 * omega * time);
      return kind == Kind.SINE ? size * sine : size * Math.signum(sine);
    }

    @Override
    public float[] act(int step, float[] observation) {
      float[] wanted = new float[body.joints().size()];
      for (int i = 0; i < wanted.length; i++) {
        wanted[i] = (float) ((body.lower().get(i) + body.upper().get(i)) / 2);
      }
      wanted[joint] += (float) wave(kind, size, omega, (step + 1) * body.period());
      if (kind == Kind.NOISE) {
        wanted[joint] += (float) (NOISE * random.nextGaussian());
      }
      return body.actionBetween(targets(body, observation), wanted);
    }
  }
}
