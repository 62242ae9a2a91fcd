package org.dextwin.api.learning;

import org.dextwin.api.spi.Experimental;

/** The fingers of a human hand, from the thumb on. */
@Experimental
public enum HumanFinger {
  /** Thumb. */
  THUMB(1),
  /** Index finger. */
  INDEX(5),
  /** Middle finger. */
  MIDDLE(9),
  /** Ring finger. */
  RING(13),
  /** Little finger. */
  LITTLE(17);

  /** Points of a finger that are tracked: its knuckle, two joints and the tip. */
  public static final int POINTS = 4;

  private final int knuckle;

  HumanFinger(int knuckle) {
    this.knuckle = knuckle;
  }

  /**
   * Returns the place of a point of this finger among the 21 keypoints of a hand.
   *
   * @param point 0 is the knuckle (of the thumb the joint at the wrist), 3 the tip
   * @return index of the keypoint
   */
  public int keypoint(int point) {
    if (point < 0 || point >= POINTS) {
      throw new IndexOutOfBoundsException("point " + point + " of a finger, which has " + POINTS);
    }
    return knuckle + point;
  }
}
