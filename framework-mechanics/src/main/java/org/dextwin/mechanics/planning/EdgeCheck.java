package org.dextwin.mechanics.planning;

import org.dextwin.mechanics.collision.ClearanceField;

/**
 * Tells whether a straight line in joint space is free. Every configuration tested must keep the
 * margin. Where the field bounds its slope, the line is halved until the clearance at the middle of
 * each piece exceeds any change within it, which proves all of the piece free of collision;
 * otherwise until no joint moves by more than a step.
 *
 * <p><i>References</i>: Schwarzer, Saha and Latombe 2005, "Adaptive dynamic collision checking for
 * single and multiple articulated robots in complex environments".
 */
final class EdgeCheck {

  private final ClearanceField field;
  private final double margin;
  private final double step;

  EdgeCheck(ClearanceField field, double margin, double step) {
    this.field = field;
    this.margin = margin;
    this.step = step;
  }

  boolean isFree(double[] q) {
    return field.clearance(q) >= margin;
  }

  /** Tests the inside of a line; its ends are tested as points. */
  boolean isFree(double[] from, double[] to) {
    double[] middle = Lines.point(from, to, 0.5);
    double clearance = field.clearance(middle);
    if (!(clearance >= margin)) {
      return false;
    }
    double change = field.largestChange(from, middle);
    boolean fine =
        Double.isInfinite(change) ? Lines.largestMove(from, to) <= step : change < clearance;
    return fine || (isFree(from, middle) && isFree(middle, to));
  }
}
