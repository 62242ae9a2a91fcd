package org.dextwin.robot.urdf;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.Link;
import org.dextwin.api.model.RobotModel;
import org.dextwin.api.spi.InvalidInputException;

/** Finds the flange of an arm: a frame that is fixed to the last moving link. */
final class FlangeFinder {

  private final RobotModel robot;
  private final Path file;
  private final Subtree tree;

  FlangeFinder(RobotModel robot, Path file) {
    this.robot = robot;
    this.file = file;
    this.tree = new Subtree(robot);
  }

  String declared(String flange) {
    if (robot.links().stream().noneMatch(link -> link.name().equals(flange))) {
      throw new InvalidInputException(
          file
              + ": has no link '"
              + flange
              + "' for the flange; it has "
              + robot.links().stream().map(Link::name).toList());
    }
    return flange;
  }

  String find() {
    String last = robot.root();
    for (List<Joint> next = tree.nextMoving(last); !next.isEmpty(); next = tree.nextMoving(last)) {
      if (next.size() > 1) {
        throw new InvalidInputException(
            file
                + ": the chain of joints branches at link '"
                + last
                + "', at "
                + next.stream().map(Joint::name).toList()
                + "; expected one chain up to the flange; name it: flange = \""
                + last
                + "\", or leave a gripper out: without = ["
                + String.join(", ", next.stream().map(Joint::child).toList())
                + "]");
      }
      last = next.get(0).child();
    }
    List<String> frames = tree.rigid(last);
    for (String usual : List.of("flange", "tool0")) { // ROS-Industrial's names, REP 199
      for (String frame : frames) {
        String name = frame.toLowerCase(Locale.ROOT);
        if (name.equals(usual) || name.endsWith("_" + usual) || name.endsWith("-" + usual)) {
          return frame;
        }
      }
    }
    List<String> ends = frames.stream().filter(it -> tree.children(it).isEmpty()).toList();
    return ends.size() == 1 ? ends.get(0) : last;
  }
}
