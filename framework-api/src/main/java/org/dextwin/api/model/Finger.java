package org.dextwin.api.model;

import java.util.List;
import org.dextwin.api.math.Vec3;

/**
 * A finger of a hand and the frame F at its tip.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param name name, such as {@code index}
 * @param joints names of its moving joints, from the palm to the tip
 * @param tipLink name of the link L that carries the tip
 * @param tip p_LF, centre of the round fingertip in its link [m]
 * @param tipRadius radius of the fingertip [m]
 */
public record Finger(String name, List<String> joints, String tipLink, Vec3 tip, double tipRadius) {

  /**
   * Copies the list.
   *
   * @param name name, such as {@code index}
   * @param joints names of its moving joints, from the palm to the tip
   * @param tipLink name of the link L that carries the tip
   * @param tip p_LF, centre of the round fingertip in its link [m]
   * @param tipRadius radius of the fingertip [m]
   */
  public Finger {
    joints = List.copyOf(joints);
  }
}
