package org.dextwin.experiments.drex.pushlog.motor;

import java.nio.file.Path;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.robot.JointLog;
import org.dextwin.experiments.drex.pushlog.synthetic.TestHand;
import org.dextwin.mechanics.log.*;

public class Probe {
  public static void main(String[] a) {
    var hand = TestHand.model(1);
    String[] takes = {"a-1", "a-2", "domino-2", "lego-2", "lego-3", "cookie-1", "ketchup-1"};
    double[] on = {0, 0, 0, 0, 0, 0, 0}, end = {0, 0, 0, 0, 0, 0, 0};
    for (int i = 1; i < a.length; i += 3)
      for (int k = 0; k < 7; k++)
        if (a[i].equals(takes[k])) {
          on[k] = Double.parseDouble(a[i + 1]);
          end[k] = Double.parseDouble(a[i + 2]);
        }
    for (int k = 0; k < 7; k++) {
      JointLog log =
          new JointLogReader(JointColumns.DREX, hand.robot().motorOrder())
              .read(Path.of(a[0], takes[k], "joints.csv"))
              .log();
      HandLog h = HandLog.of(log, hand, Vec3.Z);
      var c = h.calibrate(log.time(0) + on[k], log.time(0) + end[k], Stopping.CONVERGED);
      System.out.printf(
          "%s onset %.3f s %.3f ± %.3f iterations %d%n",
          takes[k],
          h.onset().getAsDouble() - log.time(0),
          c.torqueScale(),
          c.torqueScaleSigma(),
          c.costs().size());
      System.out.println("  " + c.loads());
      System.out.println("  " + c.servoLaws());
      var w = c.workUntil(log.time(0) + end[k]);
      System.out.printf(
          "  W %.2f ± %.2f mJ %s%n",
          w.work() * 1e3,
          w.sigma() * 1e3,
          w.contacts().stream()
              .map(
                  x ->
                      String.format(
                          "%s %.3f..%.3f %.1f mJ",
                          x.joint(),
                          x.start() - log.time(0),
                          x.end() - log.time(0),
                          x.work() * 1e3))
              .toList());
    }
  }
}
