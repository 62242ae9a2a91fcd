package org.dextwin.mechanics.humanhand;

import java.util.ArrayList;
import java.util.List;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.perception.PoseTrack;
import org.dextwin.mechanics.array.NumberArray;

/** Reads poses of the object, as 4 x 4 matrices. */
final class ObjectPoses {

  private static final int NUMBERS = 16;

  /** Largest entry of R^T R - I, and of the last row's error, that passes as rounding. */
  private static final double TOLERANCE = 1e-3;

  private static final String OBJECT = "object";

  private ObjectPoses() {}

  static PoseTrack read(NumberArray poses, int frames, FrameTimes times) {
    boolean fits = poses.axes() >= 3 && poses.length(0) == frames;
    int axes = poses.axes();
    if (!fits || poses.size() != frames * NUMBERS || poses.length(axes - 1) != 4) {
      throw poses.problem(
          "has the shape " + poses.shape() + "; expected (" + frames + ", 4, 4), one per frame");
    }
    List<PoseTrack.Sample> samples = new ArrayList<>();
    for (int frame = 0; frame < frames; frame++) {
      double[] m = new double[NUMBERS];
      int missing = 0;
      for (int i = 0; i < NUMBERS; i++) {
        m[i] = poses.get(NUMBERS * frame + i);
        missing += Double.isNaN(m[i]) ? 1 : 0;
      }
      if (missing < NUMBERS) {
        Pose pose = pose(poses, frame, m);
        samples.add(new PoseTrack.Sample(times.of(frame), pose, PoseTrack.Quality.MEASURED));
      }
    }
    return new PoseTrack(OBJECT, PoseTrack.Clock.RELATIVE, samples, List.of());
  }

  private static Pose pose(NumberArray poses, int frame, double[] m) {
    double[] r = {m[0], m[1], m[2], m[4], m[5], m[6], m[8], m[9], m[10]};
    Vec3[] columns = new Vec3[3];
    double worst = Math.max(Math.abs(m[12]), Math.max(Math.abs(m[13]), Math.abs(m[14])));
    worst = Math.max(worst, Math.abs(m[15] - 1));
    for (double value : m) {
      worst = Double.isFinite(value) ? worst : Double.POSITIVE_INFINITY;
    }
    if (worst <= TOLERANCE) {
      for (int k = 0; k < 3; k++) {
        columns[k] = new Vec3(r[k], r[3 + k], r[6 + k]);
      }
      for (int i = 0; i < 3; i++) {
        for (int k = 0; k <= i; k++) {
          worst = Math.max(worst, Math.abs(columns[i].dot(columns[k]) - (i == k ? 1 : 0)));
        }
      }
      worst = columns[0].cross(columns[1]).dot(columns[2]) < 0 ? 2 : worst;
    }
    if (!(worst <= TOLERANCE)) {
      throw poses.problem(
          "is no pose in frame "
              + frame
              + "; expected a rotation and a place in metres above 0 0 0 1, or NaN for a gap");
    }
    // Gram-Schmidt undoes the rounding of float32
    Vec3 x = columns[0].normalized();
    Vec3 z = x.cross(columns[1]).normalized();
    Vec3 y = z.cross(x);
    double[] rotation = {x.x(), y.x(), z.x(), x.y(), y.y(), z.y(), x.z(), y.z(), z.z()};
    return new Pose(
        HandMotionReader.CAMERA, OBJECT, new Vec3(m[3], m[7], m[11]), Quat.fromMatrix(rotation));
  }
}
