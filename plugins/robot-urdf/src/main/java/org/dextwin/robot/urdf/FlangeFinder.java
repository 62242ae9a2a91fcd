package org.dextwin.robot.urdf;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.Link;
import org.dextwin.api.model.RobotModel;
import org.dextwin.api.spi.InvalidInputException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the flange of an arm: a frame that is fixed to the last moving link. */
final class FlangeFinder {

  private static final Logger LOG = LoggerFactory.getLogger(FlangeFinder.class);

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
    int joints = 0;
    List<Joint> next = tree.nextMoving(last);
    while (!next.isEmpty()) {
      Optional<Joint> on = next.size() == 1 ? Optional.of(next.get(0)) : mainBranch(next);
      if (on.isEmpty() && isTool(joints, next)) {
        String flange = frameOn(last);
        LOG.warn(
            "{}: the joints {} and those behind them are taken for a gripper beyond the flange"
                + " '{}'; leave it out: without = [{}]",
            file,
            next.stream().map(Joint::name).toList(),
            flange,
            links(next));
        return flange;
      }
      last = on.orElseThrow(ambiguous(last, next)).child();
      joints++;
      next = tree.nextMoving(last);
    }
    return frameOn(last);
  }

  /** The branch that is an arm beside wheels or a head: it has twice the joints of all others. */
  private Optional<Joint> mainBranch(List<Joint> branches) {
    Joint longest = branches.stream().max(Comparator.comparingInt(tree::depth)).orElseThrow();
    boolean clear =
        branches.stream()
            .allMatch(it -> it.equals(longest) || 2 * tree.depth(it) <= tree.depth(longest));
    if (!clear) {
      return Optional.empty();
    }
    LOG.warn(
        "{}: of the branches at {} the arm is taken to be the longest, from joint '{}' on; leave"
            + " others out with the key without",
        file,
        branches.stream().map(Joint::name).toList(),
        longest.name());
    return Optional.of(longest);
  }

  /** What is behind an arm, and has shorter chains than it, is its tool. */
  private boolean isTool(int joints, List<Joint> branches) {
    return branches.stream().allMatch(it -> tree.depth(it) < joints);
  }

  private Supplier<InvalidInputException> ambiguous(String link, List<Joint> branches) {
    return () ->
        new InvalidInputException(
            file
                + ": the chain of joints branches at link '"
                + link
                + "', at "
                + branches.stream().map(Joint::name).toList()
                + "; expected one chain up to the flange; name it: flange = \""
                + link
                + "\", or leave parts out: without = ["
                + links(branches)
                + "]");
  }

  private static String links(List<Joint> joints) {
    return String.join(", ", joints.stream().map(Joint::child).toList());
  }

  private String frameOn(String last) {
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
