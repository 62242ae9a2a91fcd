package org.dextwin.hand.leap;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.model.JointOrder;
import org.dextwin.api.model.JointVector;
import org.dextwin.api.robot.FingertipForceDriver;
import org.dextwin.api.robot.JointCommand;
import org.dextwin.api.robot.JointState;
import org.dextwin.devices.link.ByteLink;
import org.dextwin.devices.link.TwinLink;
import org.dextwin.devices.time.VirtualClock;
import org.dextwin.devices.twin.LineNoise;
import org.dextwin.hand.leap.internal.driver.DynamixelConfig;
import org.dextwin.hand.leap.internal.twin.BusTwin;
import org.dextwin.hand.leap.internal.twin.ServoTwin;

/** A hand's driver on a twin in virtual time. */
final class TwinRig {

  final VirtualClock clock = new VirtualClock();
  final HandModel model = new LeapModel().build();
  final JointOrder order = model.robot().motorOrder();
  final BusTwin twin;
  final FingertipForceDriver driver;
  boolean unplugged;
  private TwinLink last;

  TwinRig() {
    this(DynamixelConfig.DEFAULT, DynamixelConfig.DEFAULT, LeapDriver.Options.DEFAULT);
  }

  /** A driver that believes one thing, and servos that are set to another. */
  TwinRig(DynamixelConfig asked, DynamixelConfig real, LeapDriver.Options options) {
    twin =
        new BusTwin(
            LeapTwinProvider.servos(model, real), clock, new LineNoise(new SplittableRandom(1)));
    driver = LeapSafety.guarded(model, baud -> link(baud, real.baud()), asked, options, clock);
  }

  private ByteLink link(int baud, int realBaud) {
    last = new TwinLink(baud == realBaud ? twin : bytes -> new byte[0], clock, baud);
    last.unplug(unplugged);
    return last;
  }

  void unplug(boolean pulled) {
    unplugged = pulled;
    last.unplug(pulled);
  }

  ServoTwin servo(int index) {
    return twin.servos().get(index);
  }

  JointCommand command(double all) {
    double[] q = new double[order.size()];
    Arrays.fill(q, all);
    return new JointCommand(new JointVector(order, q));
  }

  /** Sends a command again and again at 100 Hz. */
  JointState repeat(JointCommand command, int times) {
    JointState state = driver.read();
    for (int i = 0; i < times; i++) {
      driver.send(command);
      clock.sleepUntil(clock.nanos() + 10_000_000);
      state = driver.read();
    }
    return state;
  }

  boolean anyTorque() {
    return twin.servos().stream().anyMatch(ServoTwin::isOn);
  }
}
