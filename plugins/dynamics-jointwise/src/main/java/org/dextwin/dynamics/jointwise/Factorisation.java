package org.dextwin.dynamics.jointwise;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dextwin.api.model.JointOrder;

/** Which joints are predicted together, from their own history alone. */
enum Factorisation {
  /** Each joint on its own. */
  JOINT("joint-wise"),
  /** The joints of a finger: those whose names agree up to the first dash. */
  FINGER("finger-wise"),
  /** All of them. */
  HAND("whole-hand");

  private final String label;

  Factorisation(String label) {
    this.label = label;
  }

  /** The name that configurations and checkpoints use. */
  String label() {
    return label;
  }

  /** The joints of each group, by their indices. */
  List<List<Integer>> groups(JointOrder joints) {
    Map<String, List<Integer>> groups = new LinkedHashMap<>();
    for (int j = 0; j < joints.size(); j++) {
      String name = joints.joints().get(j);
      String group =
          switch (this) {
            case JOINT -> name;
            case FINGER -> name.contains("-") ? name.substring(0, name.indexOf('-')) : name;
            case HAND -> "";
          };
      groups.computeIfAbsent(group, ignored -> new ArrayList<>()).add(j);
    }
    return List.copyOf(groups.values());
  }

  /** Parts of a batch for each group; few groups do not occupy all processors on their own. */
  int lanes() {
    return this == HAND ? 4 : 1;
  }
}
