package org.dextwin.experiments.drex.internal.pushlog.motor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The work of the fingers on the object, W = sum over joints of the integral of contact torque
 * times dq. Contact torque is the effort above that of free motion. By virtual work neither place
 * nor direction of the contact enters.
 *
 * @param contacts the stretches of contact, in order of time
 * @param work total work [J]
 * @param sigma its standard deviation [J]
 * @param curve work done up to each time [J]
 */
public record ContactWork(List<Contact> contacts, double work, double sigma, TimeCurve curve) {

  /** Spread of free motion about its law, as part of the largest command. */
  private static final double FREE_SPREAD = 1.0 / 30;

  /** A contact rises above this many spreads, and lasts as long as it is above one. */
  private static final double SIGNIFICANT = 3;

  /** A motor takes this long to reach its speed; its law does not hold before [s]. */
  private static final double RUN_UP_S = 0.06;

  // The law of free motion is off by this part of the largest command, in waves of this length.
  private static final double STRUCTURE = 0.008 / 0.3;
  private static final double STRUCTURE_LENGTH = 0.15;
  private static final double SHORTEST_PATH = 0.05;

  static ContactWork of(FreeMotion free, double until) {
    double largest = FreeMotion.largestCommand(free.joints());
    double[] times = free.joints().get(0).times();
    double[] power = new double[times.length];
    double[] gradient = new double[free.x().length];
    double driverWork = 0;
    double variance = 0;
    List<Contact> contacts = new ArrayList<>();
    for (MovingJoint joint : free.joints()) {
      double[] torque = contactTorque(free, joint);
      double path = 0;
      for (int[] span : spans(joint, torque, until, FREE_SPREAD * largest)) {
        double work = 0;
        for (int i = span[0]; i <= span[1]; i++) {
          double dq = joint.speed()[i] * joint.period();
          work += torque[i] * dq;
          power[i] += torque[i] * dq;
          path += dq;
          double[] row = free.gradient(joint, i);
          for (int k = 0; k < row.length; k++) {
            gradient[k] -= row[k] * dq;
          }
        }
        driverWork += work;
        contacts.add(
            new Contact(joint.name(), times[span[0]], times[span[1]], work / free.scale()));
      }
      if (path > 0) {
        double structure = STRUCTURE * largest;
        variance += structure * structure * STRUCTURE_LENGTH * Math.max(path, SHORTEST_PATH);
      }
    }
    contacts.sort(Comparator.comparingDouble(Contact::start));
    double work = driverWork / free.scale();
    gradient[0] -= work; // d(W_driver / s)/ds = (dW_driver/ds - W) / s
    variance += Math.max(0, quadraticForm(free.covariance(), gradient));
    return new ContactWork(
        List.copyOf(contacts),
        contacts.isEmpty() ? 0 : work,
        Math.sqrt(variance) / Math.abs(free.scale()),
        new TimeCurve(times, accumulated(power, free.scale())));
  }

  /** Effort above that of free motion [driver units], over the whole log. */
  private static double[] contactTorque(FreeMotion free, MovingJoint joint) {
    double[] torque = new double[joint.effort().length];
    for (int i = 0; i < torque.length; i++) {
      torque[i] = joint.effort()[i] - free.effort(joint, i);
    }
    return torque;
  }

  /** First and last readings of the contacts of a joint. */
  private static List<int[]> spans(
      MovingJoint joint, double[] torque, double until, double spread) {
    double[] smooth = joint.smoothed(torque);
    int from = joint.first() + (int) Math.round(RUN_UP_S / joint.period());
    int to = from;
    while (to < joint.last() && joint.times()[to] < until) {
      to++;
    }
    List<int[]> spans = new ArrayList<>();
    int i = from;
    while (i < to) {
      if (smooth[i] <= SIGNIFICANT * spread) {
        i++;
        continue;
      }
      int begin = i;
      while (begin > from && smooth[begin - 1] > spread) {
        begin--;
      }
      int end = i;
      while (end + 1 < to && smooth[end + 1] > spread) {
        end++;
      }
      spans.add(new int[] {begin, end});
      i = end + 1;
    }
    return spans;
  }

  private static double quadraticForm(double[][] matrix, double[] x) {
    double sum = 0;
    for (int k = 0; k < x.length; k++) {
      sum += x[k] * WeightedRows.dot(matrix[k], x);
    }
    return sum;
  }

  private static double[] accumulated(double[] power, double scale) {
    double[] work = new double[power.length];
    double sum = 0;
    for (int i = 0; i < power.length; i++) {
      sum += power[i];
      work[i] = sum / scale;
    }
    return work;
  }

  /**
   * Returns when the fingers first meet something.
   *
   * @return time [s since the epoch]; empty if they never do
   */
  public OptionalDouble start() {
    return contacts.stream().mapToDouble(Contact::start).min();
  }

  /**
   * Returns the joints that push.
   *
   * @return their names, the first to push first
   */
  public List<String> joints() {
    return contacts.stream().map(Contact::joint).distinct().toList();
  }
}
