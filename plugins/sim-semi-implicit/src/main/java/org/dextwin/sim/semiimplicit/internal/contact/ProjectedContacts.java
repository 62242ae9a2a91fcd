package org.dextwin.sim.semiimplicit.internal.contact;

import java.util.ArrayList;
import java.util.List;
import org.dextwin.api.model.Material;
import org.dextwin.mechanics.dynamics.Frames;
import org.dextwin.sim.semiimplicit.internal.dynamics.Displacement;
import org.dextwin.sim.semiimplicit.internal.dynamics.ParameterVector;

/**
 * The contacts of a world as constraints on positions, which are corrected one after the other,
 * again and again (Gauss-Seidel).
 *
 * <p><i>Thread safety</i>: confined.
 */
public final class ProjectedContacts {

  private final Meetings meetings;
  private final ParameterVector parameters;
  private final Displacement displacement;

  /** Points of this step, and then those that earlier steps needed. */
  private final List<ContactPoint> points = new ArrayList<>();

  private int count;

  /**
   * Lets all meetings answer by corrections of positions.
   *
   * @param meetings what can touch
   * @param parameters the parameters of the meetings
   * @param displacement of all bodies; corrected
   */
  public ProjectedContacts(
      Meetings meetings, ParameterVector parameters, Displacement displacement) {
    this.meetings = meetings;
    this.parameters = parameters;
    this.displacement = displacement;
  }

  /**
   * Finds the points that touch at the predicted poses, or may do so when others are corrected.
   *
   * @param frames the frames, at those poses
   * @param dt the step [s]
   */
  public void collect(Frames frames, double dt) {
    count = 0;
    for (Meeting meeting : meetings.all()) {
      meeting.collect(frames, dt);
      Material material = meeting.material().current(parameters);
      for (int i = 0; i < meeting.touches().count; i++) {
        if (count == points.size()) {
          points.add(new ContactPoint(displacement));
        }
        points.get(count++).set(meeting, i, frames.position, dt, material);
      }
    }
  }

  /** Corrects every point once. */
  public void sweep() {
    for (int i = 0; i < count; i++) {
      points.get(i).project();
    }
  }

  /**
   * Returns how far the points are from satisfying their constraints.
   *
   * @return root of the sum of squares [m]
   */
  public double residual() {
    double sum = 0;
    for (int i = 0; i < count; i++) {
      double error = points.get(i).residual();
      sum += error * error;
    }
    return Math.sqrt(sum);
  }

  /**
   * Reports what has become of the points to the meetings: depth and mean force over the step.
   *
   * @param dt the step [s]
   */
  public void settle(double dt) {
    int next = 0;
    for (Meeting meeting : meetings.all()) {
      Touches touches = meeting.touches();
      for (int i = 0; i < touches.count; i++) {
        ContactPoint point = points.get(next++);
        touches.depth[i] = point.depth();
        point.force(dt, touches.force, 3 * i);
      }
    }
  }
}
