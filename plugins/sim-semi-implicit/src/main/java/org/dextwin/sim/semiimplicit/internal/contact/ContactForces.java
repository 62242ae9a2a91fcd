package org.dextwin.sim.semiimplicit.internal.contact;

import java.util.List;
import org.dextwin.mechanics.dynamics.Frames;
import org.dextwin.sim.semiimplicit.internal.dynamics.ForceTerm;
import org.dextwin.sim.semiimplicit.internal.dynamics.ParameterVector;

/**
 * The contact forces of a world.
 *
 * <p><i>Thread safety</i>: confined.
 */
public final class ContactForces implements ForceTerm {

  private final List<ColliderPair> pairs;

  /**
   * Lets all meetings answer by forces.
   *
   * @param meetings what can touch
   * @param options numerical choices
   * @param parameters the parameters of the meetings
   */
  public ContactForces(Meetings meetings, ContactOptions options, ParameterVector parameters) {
    this.pairs =
        meetings.all().stream().map(it -> new ColliderPair(it, options, parameters)).toList();
  }

  @Override
  public void evaluate(Frames frames) {
    for (int i = 0; i < pairs.size(); i++) {
      pairs.get(i).evaluate(frames);
    }
  }

  @Override
  public void jvp(Frames frames) {
    for (int i = 0; i < pairs.size(); i++) {
      pairs.get(i).jvp(frames);
    }
  }

  @Override
  public void vjp(Frames frames) {
    for (int i = 0; i < pairs.size(); i++) {
      pairs.get(i).vjp(frames);
    }
  }
}
