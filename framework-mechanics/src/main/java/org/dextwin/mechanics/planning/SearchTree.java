package org.dextwin.mechanics.planning;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Configurations reached from a root by free lines. */
final class SearchTree {

  private final List<double[]> nodes = new ArrayList<>();
  private final List<Integer> parents = new ArrayList<>();

  SearchTree(double[] root) {
    add(root, -1);
  }

  int add(double[] q, int parent) {
    nodes.add(q);
    parents.add(parent);
    return nodes.size() - 1;
  }

  double[] get(int node) {
    return nodes.get(node);
  }

  int nearest(double[] q) {
    int nearest = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < nodes.size(); i++) {
      double distance = Lines.length(nodes.get(i), q);
      if (distance < least) {
        least = distance;
        nearest = i;
      }
    }
    return nearest;
  }

  /** Returns the way from the root to a node. */
  List<double[]> pathTo(int node) {
    List<double[]> path = new ArrayList<>();
    for (int i = node; i >= 0; i = parents.get(i)) {
      path.add(nodes.get(i));
    }
    Collections.reverse(path);
    return path;
  }
}
