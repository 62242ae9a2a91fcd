package org.dextwin.hand.allegro.internal.twin;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.model.Joint;
import org.dextwin.api.spi.ComponentUnavailableException;
import org.dextwin.devices.link.CanFrame;
import org.dextwin.devices.link.CanLink;
import org.dextwin.devices.time.Clock;
import org.dextwin.devices.twin.TwinJoint;
import org.dextwin.hand.allegro.internal.can.HandInfo;
import org.dextwin.hand.allegro.internal.can.Message;
import org.dextwin.hand.allegro.internal.can.Units;

/**
 * A twin of the hand at the other end of a CAN bus. It reports positions at the period that it is
 * told, and its joints, inertias with friction between hard stops, follow the torques that it gets.
 *
 * <p><i>Thread safety</i>: thread-safe.
 */
public final class CanTwin implements CanLink {

  private static final long MILLI = 1_000_000L;
  private static final double NANOS = 1e-9;

  // of a size that gives the servos of the model the settling time seen on the hand; not measured
  private static final double INERTIA = 2e-3;
  private static final double FRICTION = 0.02;

  private static final double STOP_MARGIN = 0.05;
  private static final int ROOM_TEMPERATURE = 25;
  private static final int HARDWARE = 0x0402;
  private static final int FIRMWARE = 0x0107;
  private static final byte[] SERIAL = {'T', 'W', 'I', 'N', '0', '0', '0', '1'};

  /** Frames that a receiver which does not look may miss: the size of a usual socket buffer. */
  private static final int BUFFERED_FRAMES = 500;

  private final Units units;
  private final HandModel.Side side;
  private final Clock clock;
  private final List<TwinJoint> joints = new ArrayList<>();
  private final double[] torques = new double[Units.FINGERS * Units.JOINTS];
  private final int[] celsius = new int[Units.FINGERS];
  private final Deque<CanFrame> sent = new ArrayDeque<>();
  private long time;
  private long positionPeriod;
  private long temperaturePeriod;
  private long nextPosition;
  private long nextTemperature;
  private int status;
  private boolean on;
  private boolean silent;
  private boolean unplugged;
  private boolean open;

  /**
   * Makes a hand at rest.
   *
   * @param hand its model
   * @param units its generation
   * @param clock the clock it goes by
   */
  public CanTwin(HandModel hand, Units units, Clock clock) {
    this.units = units;
    this.side = hand.side();
    this.clock = clock;
    this.time = clock.nanos();
    for (String name : hand.robot().motorOrder().joints()) {
      Joint joint =
          hand.robot().joints().stream()
              .filter(candidate -> candidate.name().equals(name))
              .findFirst()
              .orElseThrow();
      double start = Math.max(joint.lower(), Math.min(joint.upper(), 0));
      joints.add(
          new TwinJoint(
              INERTIA, FRICTION, joint.lower() - STOP_MARGIN, joint.upper() + STOP_MARGIN, start));
    }
    Arrays.fill(celsius, ROOM_TEMPERATURE);
  }

  private void advance() {
    long now = clock.nanos();
    while (time < now) {
      long next = now;
      if (positionPeriod > 0) {
        next = Math.min(next, nextPosition);
      }
      if (temperaturePeriod > 0) {
        next = Math.min(next, nextTemperature);
      }
      move((next - time) * NANOS);
      time = next;
      report();
    }
  }

  private void move(double seconds) {
    for (int i = 0; i < joints.size(); i++) {
      double torque = on ? torques[i] : 0;
      joints.get(i).advance((q, v) -> torque, seconds);
    }
  }

  private void report() {
    if (positionPeriod > 0 && time >= nextPosition) {
      nextPosition += positionPeriod;
      double[] q = joints.stream().mapToDouble(TwinJoint::position).toArray();
      for (int finger = 0; finger < Units.FINGERS; finger++) {
        emit(units.position(finger, q));
      }
    }
    if (temperaturePeriod > 0 && time >= nextTemperature) {
      nextTemperature += temperaturePeriod;
      for (int finger = 0; finger < Units.FINGERS; finger++) {
        emit(Units.temperature(finger, celsius[finger]));
      }
    }
  }

  private void emit(CanFrame frame) {
    if (!silent) {
      sent.add(frame);
      if (sent.size() > BUFFERED_FRAMES) {
        sent.remove();
      }
    }
  }

  @Override
  public synchronized void open() {
    if (unplugged) {
      throw new ComponentUnavailableException("the twin is unplugged", "plug it in");
    }
    advance();
    sent.clear();
    open = true;
  }

  @Override
  public synchronized boolean isOpen() {
    return open;
  }

  @Override
  public synchronized void send(CanFrame frame) throws IOException {
    requirePlugged();
    advance();
    if (frame.request()) {
      answer(frame.id());
    } else if (frame.id() == Message.SYSTEM_ON.id()) {
      on = true;
    } else if (frame.id() == Message.SYSTEM_OFF.id()) {
      on = false;
    } else if (frame.id() == Message.PERIOD.id()) {
      setPeriods(frame.data());
    } else if (Message.TORQUE.fingerOf(frame.id()) >= 0 && Units.isComplete(frame)) {
      units.readTorque(frame, Message.TORQUE.fingerOf(frame.id()), torques);
    }
  }

  private void answer(int id) {
    if (id == Message.INFO.id()) {
      emit(new HandInfo(HARDWARE, FIRMWARE, side, celsius[0], status | (on ? 1 : 0)).frame());
    } else if (id == Message.SERIAL.id()) {
      emit(new CanFrame(id, SERIAL));
    }
  }

  private void setPeriods(byte[] data) {
    if (data.length == 6) {
      positionPeriod = MILLI * ((data[0] & 0xFF) | (data[1] & 0xFF) << 8);
      temperaturePeriod = MILLI * ((data[4] & 0xFF) | (data[5] & 0xFF) << 8);
      nextPosition = time + positionPeriod;
      nextTemperature = time + temperaturePeriod;
    }
  }

  @Override
  public synchronized Optional<CanFrame> receive(long timeoutNanos) throws IOException {
    requirePlugged();
    advance();
    long deadline = clock.nanos() + timeoutNanos;
    while (sent.isEmpty() && clock.nanos() < deadline) {
      boolean reports = positionPeriod > 0 && !silent;
      clock.sleepUntil(reports ? Math.min(deadline, nextPosition) : deadline);
      advance();
    }
    return Optional.ofNullable(sent.poll());
  }

  private void requirePlugged() throws IOException {
    if (!open) {
      throw new IOException("the bus to the twin is closed");
    }
    if (unplugged) {
      throw new IOException("the twin was unplugged");
    }
  }

  @Override
  public String name() {
    return "twin";
  }

  @Override
  public synchronized void close() {
    open = false;
  }

  /** Says whether the motors are on. */
  public synchronized boolean isOn() {
    advance();
    return on;
  }

  /** Returns the torques that it was told last, in motor order [N m]. */
  public synchronized double[] torques() {
    return torques.clone();
  }

  /** Returns the joints in motor order. */
  public synchronized List<TwinJoint> joints() {
    advance();
    return List.copyOf(joints);
  }

  /** Pulls the cable, or plugs it in again. */
  public synchronized void unplug(boolean pulled) {
    unplugged = pulled;
  }

  /** Makes the hand fall silent, as one without power does, or talk again. */
  public synchronized void silence(boolean quiet) {
    silent = quiet;
    on = on && !quiet;
  }

  /** Sets the temperature of a finger. */
  public synchronized void heat(int finger, int degrees) {
    celsius[finger] = degrees;
  }

  /** Sets the status that the hand reports. */
  public synchronized void setStatus(int bits) {
    status = bits;
  }
}
