package org.dextwin.mechanics.kinematics;

import java.util.ArrayList;
import java.util.List;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;

/**
 * Where the revolute joints of a chain sit according to a Denavit-Hartenberg table. Every joint
 * turns its frame about the frame's own z axis; the frames are called {@code 0} (the base), {@code
 * 1} to {@code n} (those of the joints) and {@value #FLANGE}.
 *
 * <p><i>Thread safety</i>: immutable. <i>References</i>: Denavit and Hartenberg 1955 for the
 * standard convention; Craig 1986, "Introduction to robotics", section 3.4, for the modified one.
 *
 * @param joints pose of each joint's frame in the frame before it, at q = 0
 * @param flange pose of the flange in the frame of the last joint
 */
public record DhChain(List<Pose> joints, Pose flange) {

  /** Name of the last frame. */
  public static final String FLANGE = "flange";

  /**
   * Copies the list.
   *
   * @param joints pose of each joint's frame in the frame before it, at q = 0
   * @param flange pose of the flange in the frame of the last joint
   */
  public DhChain {
    joints = List.copyOf(joints);
  }

  /**
   * Reads a table in the modified convention: row i places frame i, which turns with joint i, by
   * Rot_x(alpha_{i-1}) Trans_x(a_{i-1}) Rot_z(theta_i) Trans_z(d_i).
   *
   * @param rows a_{i-1}, alpha_{i-1}, d_i and theta_i of the joints
   * @param last the same numbers for the flange, which does not turn
   * @return the chain
   */
  public static DhChain modified(List<DhRow> rows, DhRow last) {
    List<Pose> joints = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      joints.add(modified(rows.get(i), frame(i), frame(i + 1)));
    }
    return new DhChain(joints, modified(last, frame(rows.size()), FLANGE));
  }

  private static Pose modified(DhRow row, String from, String to) {
    return aboutX(row.alpha(), row.a()).times(aboutZ(row.theta(), row.d())).named(from, to);
  }

  /**
   * Reads a table in the standard convention: joint i turns about z of frame i - 1, and row i leads
   * on by Rot_z(theta_i) Trans_z(d_i) Trans_x(a_i) Rot_x(alpha_i). The frames of this chain are
   * those that turn: frame i - 1 of the table after the joint's angle.
   *
   * @param rows a_i, alpha_i, d_i and theta_i of the joints
   * @return the chain; its flange is the last frame of the table
   */
  public static DhChain standard(List<DhRow> rows) {
    List<Pose> joints = new ArrayList<>();
    Pose reached = Pose.identity("", "");
    for (int i = 0; i < rows.size(); i++) {
      DhRow row = rows.get(i);
      joints.add(reached.times(aboutZ(row.theta(), 0)).named(frame(i), frame(i + 1)));
      reached = aboutZ(0, row.d()).times(aboutX(row.alpha(), row.a()));
    }
    return new DhChain(joints, reached.named(frame(rows.size()), FLANGE));
  }

  private static String frame(int i) {
    return Integer.toString(i);
  }

  /** Rot_x(angle) Trans_x(distance); the two commute. */
  private static Pose aboutX(double angle, double distance) {
    return new Pose("", "", new Vec3(distance, 0, 0), Quat.aboutAxis(Vec3.X, angle));
  }

  /** Rot_z(angle) Trans_z(distance); the two commute. */
  private static Pose aboutZ(double angle, double distance) {
    return new Pose("", "", new Vec3(0, 0, distance), Quat.aboutAxis(Vec3.Z, angle));
  }
}
