package org.dextwin.experiments.drex.internal.pushlog.motion;

import java.util.ArrayList;
import java.util.List;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;

/** Rotations that map the axes of a frame on one another. */
final class CubeTurns {

  /** No turn, and half turns about the axes: what a tracker confuses. */
  static final List<Quat> HALF_TURNS =
      List.of(Quat.IDENTITY, new Quat(0, 1, 0, 0), new Quat(0, 0, 1, 0), new Quat(0, 0, 0, 1));

  /** All 24: the ways in which two frames along an object's main axes can differ. */
  static final List<Quat> ALL = all();

  private CubeTurns() {}

  private static List<Quat> all() {
    List<Quat> all = new ArrayList<>();
    // x goes to one of six directions, then four quarter turns about it
    List<Quat> first = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      first.add(Quat.aboutAxis(Vec3.Z, i * Math.PI / 2));
    }
    first.add(Quat.aboutAxis(Vec3.Y, Math.PI / 2));
    first.add(Quat.aboutAxis(Vec3.Y, -Math.PI / 2));
    for (Quat turn : first) {
      for (int i = 0; i < 4; i++) {
        all.add(turn.times(Quat.aboutAxis(Vec3.X, i * Math.PI / 2)));
      }
    }
    return List.copyOf(all);
  }
}
