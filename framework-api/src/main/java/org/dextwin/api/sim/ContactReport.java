package org.dextwin.api.sim;

import java.util.List;
import org.dextwin.api.math.Vec3;

/**
 * The contacts of one state.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param contacts all contacts
 */
public record ContactReport(List<Contact> contacts) {

  /**
   * Copies the list.
   *
   * @param contacts all contacts
   */
  public ContactReport {
    contacts = List.copyOf(contacts);
  }

  /**
   * One point of contact.
   *
   * @param first name of a body, or of a link as {@code robot/link}
   * @param second name of the other
   * @param point where they touch, in the world [m]
   * @param normal unit normal from second to first, in the world
   * @param depth penetration; negative if apart [m]
   * @param force force on first at the point, in the world [N]
   */
  public record Contact(
      String first, String second, Vec3 point, Vec3 normal, double depth, Vec3 force) {

    /**
     * Returns the force along the normal.
     *
     * @return normal force; positive pushes apart [N]
     */
    public double normalForce() {
      return force.dot(normal);
    }
  }
}
