package org.dextwin.tracker.foundationpose;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.perception.PoseTrack.Quality;
import org.dextwin.api.perception.PoseTrack.Sample;

/**
 * Tracks of an object that rests, falls over within 0.5 s and rests again, with a tracker's noise.
 */
final class TestTrack {

  static final double RATE = 14.5;
  static final int LENGTH = 120;

  private static final int FALL = 60;

  private TestTrack() {}

  static List<Sample> of(long seed) {
    Random random = new Random(seed);
    Quat R_start = Quat.exp(gaussian(random));
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < LENGTH; i++) {
      double fallen = Math.max(0, Math.min(1, (i - FALL) / (0.5 * RATE)));
      Quat fall = Quat.aboutAxis(Vec3.X, Math.PI / 2 * fallen * fallen);
      Vec3 p_CO = new Vec3(0.1, 0.05, 0.8).plus(fall.rotate(new Vec3(0, -0.05, 0)));
      Vec3 noise = gaussian(random);
      Pose pose =
          new Pose(
              "camera",
              "box",
              p_CO.plus(new Vec3(2.5e-4 * noise.x(), 2.5e-4 * noise.y(), 1e-3 * noise.z())),
              fall.times(R_start).times(Quat.exp(gaussian(random).times(Math.toRadians(0.5)))));
      samples.add(new Sample(i / RATE, pose, Quality.MEASURED));
    }
    return samples;
  }

  static Sample turned(Sample sample, Quat turn) {
    return with(sample, sample.pose().position(), sample.pose().rotation().times(turn));
  }

  static Sample moved(Sample sample, Vec3 p_CO) {
    return with(sample, p_CO, sample.pose().rotation());
  }

  private static Sample with(Sample sample, Vec3 p_CO, Quat R_CO) {
    Pose pose = new Pose(sample.pose().frame(), sample.pose().body(), p_CO, R_CO);
    return new Sample(sample.time(), pose, sample.quality());
  }

  private static Vec3 gaussian(Random random) {
    return new Vec3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian());
  }
}
