package org.dextwin.experiments.simulate;

import java.util.List;
import java.util.TreeSet;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Twist;
import org.dextwin.api.sim.ContactReport.Contact;

/**
 * What is seen of a world at one time.
 *
 * @param time time from the start [s]
 * @param poses poses of the free bodies, in the order of the layout
 * @param twists their twists
 * @param joints positions of the joints, in the order of the layout [rad or m]
 * @param targets targets of the actuators, in the order of the layout
 * @param contacts what touches
 */
record Moment(
    double time,
    List<Pose> poses,
    List<Twist> twists,
    List<Double> joints,
    List<Double> targets,
    List<Contact> contacts) {

  /** Copies the lists, and keeps of the contacts those that touch: engines may report near ones. */
  Moment {
    poses = List.copyOf(poses);
    twists = List.copyOf(twists);
    joints = List.copyOf(joints);
    targets = List.copyOf(targets);
    contacts = contacts.stream().filter(it -> it.depth() > 0 || it.normalForce() > 0).toList();
  }

  /** The deepest penetration; 0 without contact [m]. */
  double penetration() {
    return contacts.stream().mapToDouble(Contact::depth).reduce(0, Math::max);
  }

  /** The sum of all normal forces [N]. */
  double force() {
    return contacts.stream().mapToDouble(Contact::normalForce).sum();
  }

  /** The sum of the normal forces on a body, whatever their directions [N]. */
  double forceOn(String body) {
    return contacts.stream()
        .filter(it -> it.first().equals(body) || it.second().equals(body))
        .mapToDouble(Contact::normalForce)
        .sum();
  }

  /** What touches a body, in alphabetical order. */
  List<String> touching(String body) {
    TreeSet<String> others = new TreeSet<>();
    for (Contact contact : contacts) {
      if (contact.first().equals(body)) {
        others.add(contact.second());
      } else if (contact.second().equals(body)) {
        others.add(contact.first());
      }
    }
    return List.copyOf(others);
  }
}
