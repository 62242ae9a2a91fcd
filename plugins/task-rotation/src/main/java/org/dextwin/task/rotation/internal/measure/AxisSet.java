package org.dextwin.task.rotation.internal.measure;

import java.util.ArrayList;
import java.util.List;
import org.dextwin.api.math.Vec3;

/**
 * Axes to turn an object about.
 *
 * <p><i>References</i>: DexNDM, section 4.1 and C, Fig. 25.
 */
public enum AxisSet {
  /** Both ways about the world's axes. */
  PRINCIPAL {
    @Override
    public List<Vec3> axes() {
      return List.of(Vec3.X, Vec3.X.negated(), Vec3.Y, Vec3.Y.negated(), Vec3.Z, Vec3.Z.negated());
    }
  },
  /** Diagonals of a cube and of its faces. */
  DIAGONAL {
    @Override
    public List<Vec3> axes() {
      return List.of(
          new Vec3(1, 1, 1).normalized(),
          new Vec3(1, 0, 1).normalized(),
          new Vec3(1, 1, 0).normalized(),
          new Vec3(0, 1, 1).normalized());
    }
  },
  /** 26 directions that are spread evenly between the principal ones. */
  GENERAL {
    @Override
    public List<Vec3> axes() {
      return spread(26);
    }
  };

  private static final int ROUNDS = 300;

  /**
   * Returns the axes.
   *
   * @return unit vectors in the world, always in the same order
   */
  public abstract List<Vec3> axes();

  /** Points on the sphere that repel each other and the principal axes, which stay. */
  private static List<Vec3> spread(int count) {
    List<Vec3> points = new ArrayList<>();
    for (int i = 0; i < count; i++) { // a Fibonacci spiral to begin with
      double z = 1 - (2 * i + 1.0) / count;
      double angle = Math.PI * (3 - Math.sqrt(5)) * i;
      double r = Math.sqrt(1 - z * z);
      points.add(new Vec3(r * Math.cos(angle), r * Math.sin(angle), z));
    }
    for (int round = 0; round < ROUNDS; round++) {
      double step = 0.05 / (1 + 0.02 * round);
      for (int i = 0; i < count; i++) {
        Vec3 at = points.get(i);
        Vec3 push = Vec3.ZERO;
        for (Vec3 fixed : PRINCIPAL.axes()) {
          push = push.plus(repulsion(at, fixed));
        }
        for (int j = 0; j < count; j++) {
          push = j == i ? push : push.plus(repulsion(at, points.get(j)));
        }
        points.set(i, at.plus(push.times(step)).normalized());
      }
    }
    return List.copyOf(points);
  }

  private static Vec3 repulsion(Vec3 at, Vec3 other) {
    Vec3 away = at.minus(other);
    return away.times(1 / Math.pow(away.norm(), 3));
  }
}
