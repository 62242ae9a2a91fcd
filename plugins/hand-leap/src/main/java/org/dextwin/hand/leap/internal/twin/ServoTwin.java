package org.dextwin.hand.leap.internal.twin;

import java.util.Arrays;
import org.dextwin.devices.twin.MotorHeat;
import org.dextwin.devices.twin.TwinJoint;
import org.dextwin.hand.leap.internal.driver.ServoScale;
import org.dextwin.hand.leap.internal.dynamixel.Packet;
import org.dextwin.hand.leap.internal.dynamixel.Register;
import org.dextwin.hand.leap.internal.dynamixel.StatusError;

/**
 * A twin of one XC330-M288 servo: its registers, and a motor with gears behind them.
 *
 * <p>The motor is that of the data sheet at 5 V: 0.93 N m and 1.8 A at stall, 81 rpm without load;
 * between these the speed-torque line is straight. The controller drives it with a share of the
 * voltage of (P/128) counts of error minus (D/16) counts per millisecond, of 885, and its current
 * is capped by the goal current. Inertia and friction are of the size that gives a finger the
 * settling time of 0.1 s seen on the hand; they are not measured.
 */
public final class ServoTwin {

  private static final int MODEL_XC330_M288 = 1240;
  private static final int TABLE_SIZE = 147;
  private static final int FIRST_RAM = 64;

  private static final double STALL_CURRENT = 1.8;
  private static final double STALL_TORQUE = 0.93;
  private static final double NO_LOAD_SPEED = 81 * 2 * Math.PI / 60;
  private static final double KT = STALL_TORQUE / STALL_CURRENT;
  private static final double FULL_VOLTAGE = 885;
  private static final double COUNTS_PER_RADIAN = 4096 / (2 * Math.PI);
  private static final double P_UNIT = 128;
  private static final double D_UNIT = 16;
  private static final double INERTIA = 2e-3;
  private static final double FRICTION = 0.02;

  private static final double AMBIENT = 25;
  private static final double HEATING = 60; // at 1 A held for long
  private static final double HEAT_TIME = 180;

  private static final int OVERHEATING = 0x04;
  private static final int WATCHDOG_RAN_OUT = 0xFF;
  private static final double WATCHDOG_UNIT = 0.02;
  private static final int NO_ACCESS = 7;
  private static final int OUT_OF_RANGE = 4;
  private static final int BEYOND_LIMIT = 6;

  private final int id;
  private final byte[] table = new byte[TABLE_SIZE];
  private final TwinJoint joint;
  private final MotorHeat heat = new MotorHeat(AMBIENT, HEATING, HEAT_TIME);
  private double sinceLastPacket;

  /**
   * Makes a servo at rest.
   *
   * @param id its id
   * @param lower hard stop of the joint, in the model's angle [rad]
   * @param upper hard stop [rad]
   */
  public ServoTwin(int id, double lower, double upper) {
    this.id = id;
    double start = Math.max(lower, Math.min(upper, 0));
    joint = new TwinJoint(INERTIA, FRICTION, lower, upper, start);
    reset();
  }

  /** Puts all registers to what the servo has from the factory. */
  private void reset() {
    Arrays.fill(table, (byte) 0);
    set(Register.MODEL_NUMBER, MODEL_XC330_M288);
    set(Register.FIRMWARE, 50);
    set(new Register(7, 1), id);
    set(Register.RETURN_DELAY, 250);
    set(Register.OPERATING_MODE, 3);
    set(Register.TEMPERATURE_LIMIT, 70);
    set(Register.CURRENT_LIMIT, 910);
    set(Register.POSITION_P, 400);
    set(new Register(36, 2), 885);
    set(new Register(100, 2), 885);
    set(Register.GOAL_CURRENT, 910);
    set(new Register(144, 2), 50);
    publish(0);
    set(Register.GOAL_POSITION, get(Register.PRESENT_POSITION));
  }

  /** Lets time pass. */
  void advance(double seconds) {
    sinceLastPacket += seconds;
    int watchdog = get(Register.BUS_WATCHDOG);
    if (watchdog != 0
        && watchdog != WATCHDOG_RAN_OUT
        && sinceLastPacket > watchdog * WATCHDOG_UNIT) {
      set(Register.BUS_WATCHDOG, WATCHDOG_RAN_OUT);
      set(Register.GOAL_POSITION, (int) Math.round(counts(joint.position())));
    }
    joint.advance(this::drive, seconds);
    double current = isOn() ? current(joint.position(), joint.velocity()) : 0;
    heat.advance(current, seconds);
    if (heat.celsius() > get(Register.TEMPERATURE_LIMIT)) {
      set(Register.HARDWARE_ERROR, OVERHEATING);
      set(Register.TORQUE_ENABLE, 0);
    }
    publish(current);
  }

  private double drive(double position, double velocity) {
    return isOn() ? KT * current(position, velocity) : 0;
  }

  /** Returns the motor's current [A]. */
  private double current(double position, double velocity) {
    double error = get(Register.GOAL_POSITION) - counts(position);
    double countsPerMilli = velocity * COUNTS_PER_RADIAN / 1000;
    double voltage =
        get(Register.POSITION_P) / P_UNIT * error
            - get(Register.POSITION_D) / D_UNIT * countsPerMilli;
    double share = Math.max(-1, Math.min(1, voltage / FULL_VOLTAGE));
    double current = STALL_CURRENT * (share - velocity / NO_LOAD_SPEED);
    double cap = Math.abs(signed(Register.GOAL_CURRENT)) / 1000.0;
    return Math.max(-cap, Math.min(cap, current));
  }

  private static double counts(double radians) {
    return COUNTS_PER_RADIAN * (radians + Math.PI); // real = sim + pi
  }

  private void publish(double amperes) {
    set(Register.PRESENT_CURRENT, (int) Math.round(1000 * amperes));
    set(Register.PRESENT_VELOCITY, ServoScale.velocityRegister(joint.velocity()));
    set(Register.PRESENT_POSITION, (int) Math.round(counts(joint.position())));
    set(Register.PRESENT_TEMPERATURE, (int) Math.round(heat.celsius()));
  }

  /** Notes that a packet came by. */
  void hear() {
    sinceLastPacket = 0;
  }

  /** Returns the error byte without an error of the instruction. */
  int alert() {
    return get(Register.HARDWARE_ERROR) == 0 ? 0 : StatusError.ALERT;
  }

  /** Answers a read of registers. */
  Packet read(int address, int size) {
    if (address + size > TABLE_SIZE) {
      return Packet.status(id, OUT_OF_RANGE | alert(), new byte[0]);
    }
    return Packet.status(id, alert(), Arrays.copyOfRange(table, address, address + size));
  }

  /** Takes a write of registers and returns the error byte. */
  int write(int address, byte[] data) {
    if (address + data.length > TABLE_SIZE || address >= Register.PRESENT.address()) {
      return NO_ACCESS | alert();
    }
    if (address < FIRST_RAM && isOn()) {
      return NO_ACCESS | alert();
    }
    byte[] before = table.clone();
    System.arraycopy(data, 0, table, address, data.length);
    int error = refusal(before);
    if (error != 0) {
      System.arraycopy(before, 0, table, 0, TABLE_SIZE);
      return error | alert();
    }
    return alert();
  }

  private int refusal(byte[] before) {
    boolean ranOut =
        Register.BUS_WATCHDOG.unsignedIn(before, 0) == WATCHDOG_RAN_OUT
            && get(Register.BUS_WATCHDOG) == WATCHDOG_RAN_OUT;
    if (ranOut && get(Register.GOAL_POSITION) != Register.GOAL_POSITION.unsignedIn(before, 0)) {
      return OUT_OF_RANGE;
    }
    if (Math.abs(signed(Register.GOAL_CURRENT)) > get(Register.CURRENT_LIMIT)) {
      return BEYOND_LIMIT;
    }
    if (get(Register.HARDWARE_ERROR) != 0 && isOn()) {
      return NO_ACCESS;
    }
    return 0;
  }

  /** Starts anew: what is kept without power stays, and so does what is still too hot. */
  void reboot() {
    byte[] kept = Arrays.copyOf(table, FIRST_RAM);
    reset();
    System.arraycopy(kept, 0, table, 0, FIRST_RAM);
    set(Register.POSITION_P, 400);
  }

  private int get(Register register) {
    return register.unsignedIn(table, 0);
  }

  private int signed(Register register) {
    return register.signedIn(table, 0);
  }

  private void set(Register register, int value) {
    System.arraycopy(register.bytes(value), 0, table, register.address(), register.size());
  }

  /** Returns the servo's id. */
  public int id() {
    return id;
  }

  /** Says whether the torque is on. */
  public boolean isOn() {
    return table[Register.TORQUE_ENABLE.address()] != 0;
  }

  /** Returns the joint that the servo drives. */
  public TwinJoint joint() {
    return joint;
  }

  /** Returns the motor's temperature. */
  public MotorHeat heat() {
    return heat;
  }

  /** Returns a register. */
  public int register(Register register) {
    return signed(register);
  }
}
