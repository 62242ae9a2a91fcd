package org.dextwin.experiments.dexndm.internal.collect;

import java.util.SplittableRandom;
import org.dextwin.learning.proprioception.Proprioception;

/**
 * Moves all joints at once in ways that tell their gains, masses and friction apart: slow sways
 * over much of the range (weight, friction), steps (weight, gains) and sweeps from slow to fast
 * (gains, inertia). Each joint has a motion of its own, drawn anew for each episode, about a place
 * of its own near that where the episode starts, and keeps away from its stops. Where fingers meet
 * and a world admits no further targets, smaller motions nearer to the start are drawn.
 *
 * <p><i>Thread safety</i>: confined.
 */
final class Probe implements Driver {

  /** Part of the range that is kept free at each end. */
  private static final double KEPT_FREE = 0.1;

  /** Part of the largest speed of targets that waves use. */
  private static final double SPEED = 0.8;

  /** Largest distance of the places from the start, in parts of the range. */
  private static final double SPREAD = 0.25;

  /** Targets that move less are not admitted [rad]. */
  private static final double STILL = 1e-3;

  /** Steps without motion after which other motions are drawn. */
  private static final int PATIENCE = 6;

  private static final double LEAST_SIZE = 0.05;
  private static final double MOST_SIZE = 0.5;

  /** Frequencies of sways [Hz]. */
  private static final double LEAST_SWAY = 0.1;

  private static final double MOST_SWAY = 0.4;

  /** Frequencies at the ends of a sweep [Hz]. */
  private static final double SWEEP_FROM = 0.3;

  private static final double SWEEP_TO = 5;

  /** Length of a sweep, which is then repeated [s]. */
  private static final double SWEEP = 8;

  /** Least and longest time between steps [s]. */
  private static final double LEAST_REST = 0.3;

  private static final double LONGEST_REST = 1.5;

  /** Ways to move. */
  private enum Motion {
    SWAY,
    STEPS,
    SWEEP
  }

  private final Proprioception body;
  private final Motion[] motions;
  private final double[] centres;
  private final double[] sizes;
  private final double[] rates;
  private final double[] phases;
  private final double[] places;
  private final double[] changes;
  private final double[] start;
  private float[] last = new float[0];
  private double spread;
  private int still;
  private SplittableRandom random = new SplittableRandom(0);

  Probe(Proprioception body) {
    int n = body.joints().size();
    this.body = body;
    this.motions = new Motion[n];
    this.centres = new double[n];
    this.sizes = new double[n];
    this.rates = new double[n];
    this.phases = new double[n];
    this.places = new double[n];
    this.changes = new double[n];
    this.start = new double[n];
  }

  @Override
  public void begin(long seed) {
    random = new SplittableRandom(seed);
    spread = 1;
    still = 0;
  }

  /** Draws motions. */
  private void draw() {
    for (int j = 0; j < motions.length; j++) {
      motions[j] = Motion.values()[random.nextInt(Motion.values().length)];
      double range = body.upper().get(j) - body.lower().get(j);
      centres[j] = start[j] + spread * SPREAD * range * between(-1, 1);
      sizes[j] = spread * Math.min(range, between(LEAST_SIZE, MOST_SIZE));
      rates[j] = between(LEAST_SWAY, MOST_SWAY);
      phases[j] = between(0, 2 * Math.PI);
      places[j] = centres[j];
      changes[j] = 0;
    }
  }

  private double between(double least, double most) {
    return least + (most - least) * random.nextDouble();
  }

  @Override
  public float[] act(int step, float[] observation) {
    float[] targets = Driver.targets(body, observation);
    if (step == 0) {
      for (int j = 0; j < start.length; j++) {
        start[j] = targets[j];
      }
      draw();
    } else if (isStuck(targets)) {
      spread /= 2;
      draw();
    }
    last = targets;
    double time = (step + 1) * body.period();
    float[] wanted = new float[motions.length];
    for (int j = 0; j < wanted.length; j++) {
      double at =
          switch (motions[j]) {
            case SWAY ->
                centres[j] + wave(sizes[j], rates[j], 2 * Math.PI * rates[j] * time + phases[j]);
            case SWEEP -> centres[j] + sweep(j, time);
            case STEPS -> place(j, time);
          };
      double free = KEPT_FREE * (body.upper().get(j) - body.lower().get(j));
      wanted[j] =
          (float) Math.max(body.lower().get(j) + free, Math.min(at, body.upper().get(j) - free));
    }
    return body.actionBetween(targets, wanted);
  }

  /** Whether targets have not moved for a while. */
  private boolean isStuck(float[] targets) {
    double moved = 0;
    for (int j = 0; j < targets.length; j++) {
      moved = Math.max(moved, Math.abs(targets[j] - last[j]));
    }
    still = moved < STILL ? still + 1 : 0;
    if (still < PATIENCE) {
      return false;
    }
    still = 0;
    return true;
  }

  /** A wave that is no larger than the speed of targets allows at its frequency. */
  private double wave(double size, double frequency, double angle) {
    double possible = SPEED * body.stride() / body.period() / (2 * Math.PI * frequency);
    return Math.min(size, possible) * Math.sin(angle);
  }

  /** A wave whose frequency rises exponentially. */
  private double sweep(int joint, double time) {
    double t = time % SWEEP;
    double growth = Math.log(SWEEP_TO / SWEEP_FROM) / SWEEP;
    double frequency = SWEEP_FROM * Math.exp(growth * t);
    double angle = 2 * Math.PI * (frequency - SWEEP_FROM) / growth;
    return wave(sizes[joint], frequency, angle + phases[joint]);
  }

  private double place(int joint, double time) {
    if (time >= changes[joint]) {
      places[joint] = centres[joint] + sizes[joint] * between(-1, 1);
      changes[joint] = time + between(LEAST_REST, LONGEST_REST);
    }
    return places[joint];
  }
}
