package org.dextwin.mechanics.dynamics;

import java.util.Arrays;
import java.util.List;

/**
 * The frames of a world that forces act on: free bodies, links of robots and fixed bodies, in this
 * order. Each has a pose and velocity in the world and gathers a wrench about its origin; spatial
 * vectors have six numbers, angular first. Tangents and cotangents have the same layout, poses as
 * (rotation vector on the left, translation).
 *
 * <p><i>Thread safety</i>: confined; the arrays are open on purpose, for kernels.
 */
public final class Frames {

  /** Numbers of a rotation matrix. */
  public static final int ROTATION = 9;

  /** Numbers of a spatial vector. */
  public static final int SPATIAL = 6;

  private final List<String> names;

  /** Rotations R_WF, row-major, shape (frames, 9). */
  public final double[] rotation;

  /** Origins p_WF [m], shape (frames, 3). */
  public final double[] position;

  /** Velocities V_WF_W [rad/s, m/s], shape (frames, 6). */
  public final double[] velocity;

  /** Wrenches F_F_W about the origin [N m, N], shape (frames, 6). */
  public final double[] wrench;

  /** Directions of poses, shape (frames, 6). */
  public final double[] poseDirection;

  /** Directions of velocities, shape (frames, 6). */
  public final double[] velocityDirection;

  /** Directions of wrenches, shape (frames, 6). */
  public final double[] wrenchDirection;

  /** Cotangents of poses, shape (frames, 6). */
  public final double[] poseBar;

  /** Cotangents of velocities, shape (frames, 6). */
  public final double[] velocityBar;

  /** Cotangents of wrenches, shape (frames, 6). */
  public final double[] wrenchBar;

  /**
   * Makes frames at the world's origin.
   *
   * @param names names of the frames
   */
  public Frames(List<String> names) {
    this.names = List.copyOf(names);
    int count = names.size();
    rotation = new double[ROTATION * count];
    for (int i = 0; i < rotation.length; i += ROTATION) {
      rotation[i] = 1;
      rotation[i + 4] = 1;
      rotation[i + 8] = 1;
    }
    position = new double[3 * count];
    velocity = new double[SPATIAL * count];
    wrench = new double[SPATIAL * count];
    poseDirection = new double[SPATIAL * count];
    velocityDirection = new double[SPATIAL * count];
    wrenchDirection = new double[SPATIAL * count];
    poseBar = new double[SPATIAL * count];
    velocityBar = new double[SPATIAL * count];
    wrenchBar = new double[SPATIAL * count];
  }

  /**
   * Returns the names.
   *
   * @return the names, in the order of the frames
   */
  public List<String> names() {
    return names;
  }

  /** Sets all wrenches to zero. */
  public void clearWrenches() {
    Arrays.fill(wrench, 0);
  }

  /** Sets the directions of all wrenches to zero. */
  public void clearDirections() {
    Arrays.fill(wrenchDirection, 0);
  }

  /** Sets all cotangents to zero. */
  public void clearCotangents() {
    Arrays.fill(poseBar, 0);
    Arrays.fill(velocityBar, 0);
    Arrays.fill(wrenchBar, 0);
  }
}
