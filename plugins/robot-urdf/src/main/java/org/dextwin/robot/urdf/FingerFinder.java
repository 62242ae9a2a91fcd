package org.dextwin.robot.urdf;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dextwin.api.model.Finger;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.Link;
import org.dextwin.api.model.RobotModel;
import org.dextwin.api.spi.InvalidInputException;

/**
 * Finds the fingers of a hand. Joints that all branches share belong to the wrist; behind them
 * every branch is a finger. A finger that branches again, such as a linkage, counts with its
 * longest chain of joints.
 */
final class FingerFinder {

  private final RobotModel robot;
  private final Path file;
  private final Subtree tree;

  FingerFinder(RobotModel robot, Path file) {
    this.robot = robot;
    this.file = file;
    this.tree = new Subtree(robot);
  }

  List<Finger> find() {
    List<List<Joint>> chains = new ArrayList<>();
    for (Joint first : branches()) {
      chains.add(longestChain(first));
    }
    List<String> names = FingerNames.of(chains);
    List<Finger> fingers = new ArrayList<>();
    for (int i = 0; i < chains.size(); i++) {
      List<Joint> chain = chains.get(i);
      Tip tip = Tip.of(robot, tree, chain.get(chain.size() - 1).child());
      fingers.add(finger(names.get(i), chain, tip));
    }
    return fingers;
  }

  Finger declared(UrdfHandConfig.FingerConfig config) {
    Link link =
        robot.links().stream()
            .filter(it -> it.name().equals(config.tipLink()))
            .findFirst()
            .orElseThrow(
                () ->
                    problem(
                        "finger '"
                            + config.name()
                            + "' ends on the link '"
                            + config.tipLink()
                            + "', which is not there; there are "
                            + robot.links().stream().map(Link::name).toList()));
    List<Joint> chain = tree.chainTo(link.name());
    if (chain.isEmpty()) {
      throw problem(
          "finger '"
              + config.name()
              + "' ends on the link '"
              + link.name()
              + "', which never moves");
    }
    Tip found = Tip.inShapesOf(link).orElseGet(() -> Tip.atOrigin(link.name()));
    Tip tip =
        new Tip(
            link.name(),
            config.tipM().orElse(found.center()),
            config.tipRadiusM().orElse(found.radius()));
    return finger(config.name(), ownJoints(chain), tip);
  }

  private InvalidInputException problem(String message) {
    return new InvalidInputException(file + ": " + message);
  }

  private static Finger finger(String name, List<Joint> chain, Tip tip) {
    return new Finger(
        name, chain.stream().map(Joint::name).toList(), tip.link(), tip.center(), tip.radius());
  }

  /** Without the joints of the wrist. */
  private List<Joint> ownJoints(List<Joint> chain) {
    List<Joint> branches = branches();
    for (int i = 0; i < chain.size(); i++) {
      if (branches.contains(chain.get(i))) {
        return chain.subList(i, chain.size());
      }
    }
    return chain;
  }

  /** The first joints of the fingers: those behind the first link from which several go on. */
  private List<Joint> branches() {
    List<Joint> chain = new ArrayList<>();
    List<Joint> next = tree.nextMoving(robot.root());
    while (next.size() == 1) {
      chain.add(next.get(0));
      next = tree.nextMoving(next.get(0).child());
    }
    return next.isEmpty() ? chain.subList(0, 1) : next; // a single finger has no wrist
  }

  private List<Joint> longestChain(Joint first) {
    List<Joint> longest = List.of();
    for (Joint next : tree.nextMoving(first.child())) {
      List<Joint> chain = longestChain(next);
      if (chain.size() > longest.size()) {
        longest = chain;
      }
    }
    List<Joint> whole = new ArrayList<>(List.of(first));
    whole.addAll(longest);
    return whole;
  }
}
