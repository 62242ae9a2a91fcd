package org.dextwin.task.rotation;

import java.util.List;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Twist;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Finger;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.model.Link;
import org.dextwin.api.sim.BodyStates;
import org.dextwin.api.sim.ContactReport.Contact;
import org.dextwin.learning.proprioception.Proprioception;
import org.dextwin.task.rotation.internal.world.Control;
import org.dextwin.task.rotation.internal.world.HandWorld;
import org.dextwin.task.rotation.internal.world.HeldWorld;

/**
 * What a teacher in simulation sees. In this order: the history of joint positions and targets over
 * three steps; joint velocities [rad/s]; of every fingertip position [m], rotation, angular and
 * linear velocity; the same of the object; the rotation of the intermediate goal; joint torques [N
 * m] and of every fingertip's link force and torque of contacts [N, N m]; of every link the force
 * of contacts [N] and whether there is one; the wrist's rotation; the axis.
 *
 * <p><i>References</i>: DexNDM, A.1, Observations.
 *
 * @param history joints and targets, orientation and axis
 * @param fingers fingers
 * @param links names of the hand's links in scenes
 */
record OracleView(Proprioception history, List<Finger> fingers, List<String> links) {

  private static final int HISTORY = 3;
  private static final int STATE = 13;
  private static final int ROTATION = 4;
  private static final int WRENCH = 6;
  private static final int CONTACT = 4;

  static OracleView of(HandModel hand) {
    return new OracleView(
        Control.of(hand, HISTORY),
        hand.fingers(),
        hand.robot().links().stream()
            .map(Link::name)
            .map(it -> HandWorld.HAND + "/" + it)
            .toList());
  }

  /** The layout as the learner of a student has it, with all that is seen besides as context. */
  Proprioception proprioception(HandModel hand) {
    int joints = history.joints().size();
    return Control.of(hand, HISTORY, size() - 2 * HISTORY * joints);
  }

  int size() {
    int joints = history.joints().size();
    return history.spec().observationSize()
        + joints
        + STATE * (fingers.size() + 1)
        + ROTATION
        + joints
        + WRENCH * fingers.size()
        + CONTACT * links.size();
  }

  /** Writes what is seen now. */
  float[] observation(float[] seen, HeldWorld world, Quat goal, float[] targets) {
    Writer out = new Writer(size());
    int steps = seen.length - history.context();
    for (int i = 0; i < steps; i++) {
      out.put(seen[i]);
    }
    for (double velocity : world.hand().velocities()) {
      out.put(velocity);
    }
    BodyStates bodies = world.hand().simulation().bodies();
    for (Finger finger : fingers) {
      String link = HandWorld.HAND + "/" + finger.tipLink();
      Pose X_WL = bodies.pose(link);
      Twist V_WL = bodies.twist(link);
      Vec3 arm = X_WL.rotation().rotate(finger.tip());
      out.put(X_WL.position().plus(arm));
      out.put(X_WL.rotation());
      out.put(V_WL.angular());
      out.put(V_WL.velocityOfPoint(arm));
    }
    Pose object = world.object();
    Twist twist = world.objectTwist();
    out.put(object.position());
    out.put(object.rotation());
    out.put(twist.angular());
    out.put(twist.linear());
    out.put(goal);
    for (double torque : world.hand().torques(targets)) {
      out.put(torque);
    }
    putContacts(world, bodies, out);
    for (int i = steps; i < seen.length; i++) {
      out.put(seen[i]);
    }
    return out.values;
  }

  private void putContacts(HeldWorld world, BodyStates bodies, Writer out) {
    List<Contact> contacts = world.hand().simulation().contacts().contacts();
    for (Finger finger : fingers) {
      String link = HandWorld.HAND + "/" + finger.tipLink();
      Vec3 center = bodies.pose(link).position();
      Vec3 force = Vec3.ZERO;
      Vec3 torque = Vec3.ZERO;
      for (Contact contact : contacts) {
        Vec3 on = forceOn(link, contact);
        force = force.plus(on);
        torque = torque.plus(contact.point().minus(center).cross(on));
      }
      out.put(force);
      out.put(torque);
    }
    for (String link : links) {
      Vec3 force = Vec3.ZERO;
      for (Contact contact : contacts) {
        force = force.plus(forceOn(link, contact));
      }
      out.put(force);
      out.put(force.norm() > 0 ? 1 : 0);
    }
  }

  private static Vec3 forceOn(String link, Contact contact) {
    if (contact.first().equals(link)) {
      return contact.force();
    }
    return contact.second().equals(link) ? contact.force().negated() : Vec3.ZERO;
  }

  /** Fills an array from front to back. */
  private static final class Writer {

    final float[] values;
    private int at;

    Writer(int size) {
      values = new float[size];
    }

    void put(double value) {
      values[at++] = (float) value;
    }

    void put(Vec3 vector) {
      put(vector.x());
      put(vector.y());
      put(vector.z());
    }

    void put(Quat rotation) {
      put(rotation.w());
      put(rotation.x());
      put(rotation.y());
      put(rotation.z());
    }
  }
}
