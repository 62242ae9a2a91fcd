package org.dextwin.experiments.drex.internal.pushlog.synthetic;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.dextwin.experiments.drex.internal.pushlog.synthetic.SampleData.NamedPush;

/**
 * Takes of known mass that are as rough as real ones: friction of the joints that varies with the
 * angle, one to three fingers that push, fingertips of unknown friction, a tracker that is late by
 * an unknown time and noisy in motion. The limits of residuals and the floor of the interval of the
 * engine fit come from them.
 */
public final class RoughTakes {

  private static final double FIRST_START = 1_768_497_658;
  private static final double PAUSE_S = 75;

  // What free motion in real logs shows.
  private static final double ROUGHNESS = 0.009;
  private static final double ROUGH_ANGLE = 0.15;

  // What the fit believes of a tracker in motion.
  private static final double TURN_NOISE = Math.toRadians(1.5);
  private static final double WAY_NOISE = 0.004;

  private RoughTakes() {}

  /** Draws a push; the body is named after the seed. */
  static NamedPush draw(long seed) {
    RandomGenerator random = new SplittableRandom(seed * 7919 + 17);
    int fingers = 1 + random.nextInt(3);
    double friction = between(random, 0.25, 0.5);
    double mass =
        0.05 * StrictMath.exp(random.nextDouble() * StrictMath.log(3)) * (1 + fingers) / 2;
    PushedBody body =
        switch (random.nextInt(3)) {
          case 0 -> PushedBody.box(mass, friction);
          case 1 -> PushedBody.cylinder(mass, friction);
          default -> PushedBody.letter(mass, friction);
        };
    boolean indexRather = random.nextBoolean();
    List<Boolean> pushing =
        List.of(
            fingers == 3 || (fingers == 2 && indexRather),
            true,
            fingers == 3 || (fingers == 2 && !indexRather));
    List<Double> stands =
        List.of(0.003 * random.nextGaussian(), 0.0, 0.003 * random.nextGaussian());
    double height = between(random, 0.5, 0.85);
    double angle = between(random, 0.1, 0.35);
    double lag = Math.max(0.02, 0.1 + 0.03 * random.nextGaussian());
    double links = 1 + 0.02 * random.nextGaussian();
    double tipFriction = 0.3 * StrictMath.exp(random.nextDouble() * StrictMath.log(3.3));
    List<FrictionWaves> frictions = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      frictions.add(FrictionWaves.draw(ROUGHNESS, ROUGH_ANGLE, random));
    }
    PushSetting setting =
        new PushSetting(pushing, stands, tipFriction, frictions, TURN_NOISE, WAY_NOISE);
    SyntheticPush push =
        new SyntheticPush(
            body.named("s" + seed),
            MotorTruth.FIRST_JOINT,
            setting,
            height,
            angle,
            lag,
            links,
            true,
            FIRST_START + PAUSE_S * seed,
            seed);
    return new NamedPush("s" + seed + "-1", push);
  }

  private static double between(RandomGenerator random, double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  /**
   * Writes takes.
   *
   * @param arguments the folder, the first seed and how many takes
   */
  public static void main(String[] arguments) throws IOException {
    long first = Long.parseLong(arguments[1]);
    long count = Long.parseLong(arguments[2]);
    List<NamedPush> pushes = new ArrayList<>();
    for (long seed = first; seed < first + count; seed++) {
      pushes.add(draw(seed));
    }
    SampleData.write(Path.of(arguments[0]), pushes);
  }
}
