package org.dextwin.mechanics.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Shortens a path by free straight lines. */
final class Shortcuts {

  private final EdgeCheck check;

  Shortcuts(EdgeCheck check) {
    this.check = check;
  }

  List<double[]> shorten(List<double[]> path, int attempts, SplittableRandom random) {
    List<double[]> shorter = withoutCorners(path);
    for (int i = 0; i < attempts && shorter.size() > 2; i++) {
      double length = 0;
      for (int k = 1; k < shorter.size(); k++) {
        length += Lines.length(shorter.get(k - 1), shorter.get(k));
      }
      double one = random.nextDouble() * length;
      double other = random.nextDouble() * length;
      shorter = cut(shorter, Math.min(one, other), Math.max(one, other));
    }
    return withoutCorners(shorter);
  }

  /** Leaves out corners whose neighbours see one another, farthest neighbours first. */
  private List<double[]> withoutCorners(List<double[]> path) {
    List<double[]> kept = new ArrayList<>(List.of(path.get(0)));
    int i = 0;
    while (i < path.size() - 1) {
      int next = path.size() - 1;
      while (next > i + 1 && !check.isFree(path.get(i), path.get(next))) {
        next--;
      }
      kept.add(path.get(next));
      i = next;
    }
    return kept;
  }

  /** Replaces the path between two places on it, counted along it, by a line if that is free. */
  private List<double[]> cut(List<double[]> path, double from, double to) {
    List<double[]> before = new ArrayList<>();
    List<double[]> after = new ArrayList<>();
    before.add(path.get(0));
    double along = 0;
    for (int k = 1; k < path.size(); k++) {
      double[] a = path.get(k - 1);
      double[] b = path.get(k);
      double length = Lines.length(a, b);
      if (along <= from && from < along + length) {
        before.add(Lines.point(a, b, (from - along) / length));
      }
      if (along <= to && to < along + length) {
        after.add(Lines.point(a, b, (to - along) / length));
      }
      along += length;
      if (along <= from) {
        before.add(b);
      } else if (along > to) {
        after.add(b);
      }
    }
    double[] a = before.get(before.size() - 1);
    if (after.isEmpty()) {
      return path;
    }
    double[] b = after.get(0);
    boolean free = check.isFree(a) && check.isFree(b) && check.isFree(a, b);
    if (!free) {
      return path;
    }
    before.addAll(after);
    return before;
  }
}
