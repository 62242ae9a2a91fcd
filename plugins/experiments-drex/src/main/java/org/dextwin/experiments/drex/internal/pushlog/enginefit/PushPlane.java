package org.dextwin.experiments.drex.internal.pushlog.enginefit;

import java.util.ArrayList;
import java.util.List;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.SymmetricMatrix3;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Collider;
import org.dextwin.api.model.MassProperties;
import org.dextwin.api.model.Shape;
import org.dextwin.api.model.TriangleMesh;
import org.dextwin.api.perception.PoseTrack;
import org.dextwin.api.perception.PoseTrack.Quality;
import org.dextwin.api.perception.PoseTrack.Sample;
import org.dextwin.experiments.drex.internal.pushlog.motion.Movement;
import org.dextwin.experiments.drex.internal.pushlog.motion.ObjectMotion;
import org.dextwin.experiments.drex.internal.pushlog.motion.StandingSolid;
import org.dextwin.mechanics.log.Median;
import org.dextwin.mechanics.mesh.MeshShapes;
import org.dextwin.mechanics.mesh.PlanePolygon;

/**
 * A tracked push in the vertical plane in which the object falls or slides: where the hand stands
 * across it is not known, so the object is replayed as its silhouette, drawn out across the plane.
 *
 * <p><i>Thread safety</i>: confined.
 */
final class PushPlane {

  /** An object that tips has tipped visibly; later it may lie on another side [rad]. */
  private static final double PLAIN_TILT = Math.toRadians(20);

  /** Time before the hand's onset over which the resting pose is taken [s]. */
  private static final double BEFORE_S = 3;

  /** Corners of the silhouette that are nearer than this say nothing new [m]. */
  private static final double CORNER = 0.002;

  // What a tracker does to an object in motion, beyond its noise at rest.
  private static final double TILT_SIGMA = Math.toRadians(1.5);
  private static final double WAY_SIGMA = 0.004;

  private final ObjectMotion motion;
  private final StandingSolid solid;
  private final List<Sample> samples;
  private final int before;
  private final Vec3 up;
  private final Quat R_MT;
  private final Quat R_WM;
  private final Quat levelling;

  PushPlane(PoseTrack track, ObjectMotion motion, double handOnset) {
    this.motion = motion;
    this.solid = motion.solid();
    this.up = motion.placement().upInCamera();
    this.R_MT = motion.placement().rotationTrackerToMesh();
    this.samples =
        track.samples().stream()
            .filter(s -> s.quality() != Quality.OUTLIER && s.time() >= handOnset - BEFORE_S)
            .toList();
    int count = 0;
    while (count < samples.size() && samples.get(count).time() < handOnset) {
      count++;
    }
    this.before = count;
    Vec3 rest = Vec3.ZERO;
    for (int i = 0; i < before; i++) {
      rest = rest.plus(down(i));
    }
    this.levelling = Quat.between(rest, solid.down());
    Vec3 fall = fall(rest.normalized());
    Vec3 z = solid.down().negated();
    Vec3 y = z.cross(fall);
    this.R_WM =
        Quat.fromMatrix(
            new double[] {fall.x(), fall.y(), fall.z(), y.x(), y.y(), y.z(), z.x(), z.y(), z.z()});
  }

  /** Returns R_CM of a sample. */
  private Quat rotation(int i) {
    return samples.get(i).pose().rotation().times(R_MT.inverse());
  }

  private Vec3 down(int i) {
    return rotation(i).inverse().rotate(up.negated());
  }

  /** The direction along the base in which the body falls or slides, in the mesh frame. */
  private Vec3 fall(Vec3 rest) {
    if (motion.movement().kind() == Movement.Kind.TIP) {
      int at = before;
      double largest = 0;
      for (int i = before; i < samples.size() && largest < PLAIN_TILT; i++) {
        double tilt = Math.acos(Math.max(-1, Math.min(1, down(i).dot(rest))));
        if (tilt > largest) {
          largest = tilt;
          at = i;
        }
      }
      return alongBase(levelling.rotate(down(at)));
    }
    int last = samples.size() - 1;
    Vec3 way = center(last).minus(center(before - 1));
    Vec3 level = way.minus(up.times(up.dot(way)));
    return alongBase(levelling.rotate(rotation(before - 1).inverse().rotate(level)));
  }

  private Vec3 alongBase(Vec3 v) {
    return v.minus(solid.down().times(solid.down().dot(v))).normalized();
  }

  private Vec3 center(int i) {
    return samples.get(i).pose().position().plus(rotation(i).rotate(solid.centerOfMass()));
  }

  /** The direction of the fall at a sample: it turns with an object that is pushed aside. */
  private Vec3 fallInCamera(int i) {
    // the axis of the tilt stays about level, so it tells the direction at any tilt
    Quat R_CW = rotation(i).times(levelling.inverse()).times(R_WM.inverse());
    Vec3 axis = R_CW.rotate(Vec3.Y);
    return axis.cross(up).normalized();
  }

  /** The object as its silhouette. */
  StandingObject object(TriangleMesh mesh) {
    double h = solid.centerOfMassHeight();
    List<Vec3> points = new ArrayList<>();
    for (int i = 0; i < mesh.vertexCount(); i++) {
      Vec3 p = R_WM.rotate(mesh.vertex(i).minus(solid.centerOfMass()));
      points.add(new Vec3(p.x(), p.y(), Math.max(p.z(), -h)));
    }
    for (Vec3 corner : solid.support()) {
      Vec3 p = R_WM.rotate(corner.minus(solid.centerOfMass()));
      points.add(new Vec3(p.x(), p.y(), -h));
    }
    double width =
        points.stream().mapToDouble(Vec3::y).max().orElseThrow()
            - points.stream().mapToDouble(Vec3::y).min().orElseThrow();
    List<Vec3> outline = thinned(PlanePolygon.hullOf(flat(points), Vec3.Y, 0).corners(), h);
    double[] corners = new double[2 * outline.size()];
    for (int i = 0; i < outline.size(); i++) {
      // counter-clockwise seen along y: z to the right, x upwards
      corners[2 * i] = outline.get(i).z();
      corners[2 * i + 1] = outline.get(i).x();
    }
    TriangleMesh drawn = MeshShapes.extrusion(corners, width);
    double[] p = drawn.vertices();
    List<Vec3> vertices = new ArrayList<>();
    for (int i = 0; i < p.length; i += 3) {
      Vec3 vertex = new Vec3(p[i + 1], p[i + 2], p[i]);
      vertex.copyTo(p, i);
      vertices.add(vertex);
    }
    SymmetricMatrix3 inertia = solid.inertiaPerMass().rotated(R_WM);
    return new StandingObject(
        new MassProperties(
            1,
            Vec3.ZERO,
            new SymmetricMatrix3(inertia.xx(), inertia.yy(), inertia.zz(), 0, inertia.xz(), 0)),
        List.of(Collider.centred("body", new Shape.Mesh(new TriangleMesh(p, drawn.triangles())))),
        h,
        vertices);
  }

  private static List<Vec3> flat(List<Vec3> points) {
    return points.stream().map(p -> new Vec3(p.x(), 0, p.z())).toList();
  }

  /** Drops corners that are near to the one before, except those of the base. */
  private static List<Vec3> thinned(List<Vec3> corners, double h) {
    List<Vec3> kept = new ArrayList<>();
    for (Vec3 corner : corners) {
      boolean base = corner.z() < -h + 1e-9;
      if (base || kept.isEmpty() || kept.get(kept.size() - 1).distanceTo(corner) > CORNER) {
        kept.add(corner);
      }
    }
    return kept;
  }

  /** The poses between two times, as tilt about y and way along x, which turns with the object. */
  List<SeenPose> poses(double from, double to) {
    double[] tilts = new double[samples.size()];
    double[] ways = new double[samples.size()];
    for (int i = 0; i < tilts.length; i++) {
      Vec3 down = R_WM.rotate(levelling.rotate(down(i)));
      tilts[i] = Math.atan2(down.x(), -down.z());
      Vec3 moved = i == 0 ? Vec3.ZERO : center(i).minus(center(i - 1));
      ways[i] = i == 0 ? 0 : ways[i - 1] + fallInCamera(i).dot(moved);
    }
    double rest = Median.of(java.util.Arrays.copyOf(ways, before));
    double tiltSigma = Math.hypot(TILT_SIGMA, deviation(tilts));
    double waySigma = Math.hypot(WAY_SIGMA, deviation(ways));
    double no = Double.POSITIVE_INFINITY;
    List<SeenPose> poses = new ArrayList<>();
    for (int i = 0; i < tilts.length; i++) {
      double time = samples.get(i).time();
      if (time >= from && time <= to) {
        poses.add(
            new SeenPose(
                time,
                org.dextwin.api.math.Pose.inWorld(
                    PushModel.OBJECT,
                    new Vec3(ways[i] - rest, 0, 0),
                    Quat.aboutAxis(Vec3.Y, tilts[i])),
                new Vec3(no, tiltSigma, no),
                new Vec3(waySigma, no, no)));
      }
    }
    return poses;
  }

  private double deviation(double[] values) {
    double mean = 0;
    double squares = 0;
    for (int i = 0; i < before; i++) {
      mean += values[i] / before;
    }
    for (int i = 0; i < before; i++) {
      squares += (values[i] - mean) * (values[i] - mean) / before;
    }
    return Math.sqrt(squares);
  }
}
