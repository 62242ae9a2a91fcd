package org.dextwin.devices.safety;

import java.util.List;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Finger;
import org.dextwin.api.model.HandModel;
import org.dextwin.mechanics.kinematics.KinematicTree;
import org.dextwin.mechanics.kinematics.LinkPoses;

/** Points of the robot that have to stay inside a box fixed to its root link. */
final class Workspace implements Clearance {

  /**
   * A point that stays inside.
   *
   * @param link name of its link L
   * @param position p_LP [m]
   */
  record Tip(String link, Vec3 position) {}

  private final KinematicTree tree;
  private final LinkPoses poses;
  private final List<Tip> tips;
  private final int[] links;
  private final SafetyOptions.Box box;

  Workspace(KinematicTree tree, List<Tip> tips, SafetyOptions.Box box) {
    this.tree = tree;
    this.poses = tree.newPoses();
    this.tips = tips;
    this.links = tips.stream().mapToInt(tip -> tree.linkIndex(tip.link())).toArray();
    this.box = box;
  }

  static List<Tip> tipsOf(HandModel hand) {
    return hand.fingers().stream().map(Workspace::tipOf).toList();
  }

  private static Tip tipOf(Finger finger) {
    return new Tip(finger.tipLink(), finger.tip());
  }

  @Override
  public double of(double[] q) {
    tree.forward(q, 0, poses);
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < links.length; i++) {
      Vec3 p = poses.point(links[i], tips.get(i).position());
      least = Math.min(least, inside(p.x(), box.minM().x(), box.maxM().x()));
      least = Math.min(least, inside(p.y(), box.minM().y(), box.maxM().y()));
      least = Math.min(least, inside(p.z(), box.minM().z(), box.maxM().z()));
    }
    return least;
  }

  private static double inside(double p, double min, double max) {
    return Math.min(p - min, max - p);
  }
}
