package org.dextwin.mechanics.humanhand;

/**
 * Orders in which programs write the 21 keypoints of a hand.
 *
 * <table>
 * <caption>Place in the file of each keypoint, knuckle to tip</caption>
 * <tr><th>keypoint</th><th>openpose</th><th>mano</th></tr>
 * <tr><td>wrist</td><td>0</td><td>0</td></tr>
 * <tr><td>thumb</td><td>1-4</td><td>13, 14, 15, tip 16</td></tr>
 * <tr><td>index</td><td>5-8</td><td>1, 2, 3, tip 17</td></tr>
 * <tr><td>middle</td><td>9-12</td><td>4, 5, 6, tip 18</td></tr>
 * <tr><td>ring</td><td>13-16</td><td>10, 11, 12, tip 19</td></tr>
 * <tr><td>little</td><td>17-20</td><td>7, 8, 9, tip 20</td></tr>
 * </table>
 *
 * <p>MANO has 16 joints and no tips; programs append the five tips, vertices of its mesh, from the
 * thumb on. HaMeR's {@code pred_keypoints_3d} is in the order of OpenPose already, as is MediaPipe.
 */
public enum KeypointOrder {
  /** Wrist, then each finger from the thumb on, each from the knuckle to the tip. */
  OPENPOSE,
  /** MANO's 16 joints, then five tips from the thumb on. */
  MANO;

  private static final int[] PLACES_IN_MANO = {
    0, 13, 14, 15, 16, 1, 2, 3, 17, 4, 5, 6, 18, 10, 11, 12, 19, 7, 8, 9, 20
  };

  /**
   * Returns where a keypoint stands in this order.
   *
   * @param keypoint its index in the order of OpenPose
   * @return its index in this order
   */
  public int place(int keypoint) {
    return switch (this) {
      case OPENPOSE -> keypoint;
      case MANO -> PLACES_IN_MANO[keypoint];
    };
  }
}
