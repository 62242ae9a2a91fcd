package org.dextwin.mechanics.urdf;

import java.nio.file.Path;
import java.util.List;

/**
 * How a URDF file is read.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param packages further folders that may hold meshes: ROS packages, or folders of such
 * @param missingMeshes what to do about a mesh whose file is not there
 */
public record UrdfOptions(List<Path> packages, MissingMeshes missingMeshes) {

  /** No further folders; every mesh must be there. */
  public static final UrdfOptions STRICT = new UrdfOptions(List.of(), MissingMeshes.REFUSE);

  /** What to do about a mesh whose file is not there or cannot be read. */
  public enum MissingMeshes {
    /** Refuse the model. */
    REFUSE,
    /** Leave out its shape, and note it: for kinematics alone. */
    LEAVE_OUT
  }

  /**
   * Copies the list.
   *
   * @param packages further folders that may hold meshes
   * @param missingMeshes what to do about a mesh whose file is not there
   */
  public UrdfOptions {
    packages = List.copyOf(packages);
  }
}
