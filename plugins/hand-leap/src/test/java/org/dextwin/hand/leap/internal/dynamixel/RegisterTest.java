package org.dextwin.hand.leap.internal.dynamixel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Addresses and sizes of the registers, by the control table of ROBOTIS' e-manual for the
 * XC330-M288 and XL330-M288 (the same for both), and by what LEAP's own client reads and writes
 * (leap-hand/LEAP_Hand_API, {@code dynamixel_client.py} and {@code main.py}).
 */
class RegisterTest {

  @Test
  void addressesAreThoseOfTheControlTable() {
    assertThat(Register.MODEL_NUMBER).isEqualTo(new Register(0, 2));
    assertThat(Register.RETURN_DELAY).isEqualTo(new Register(9, 1));
    assertThat(Register.OPERATING_MODE).isEqualTo(new Register(11, 1));
    assertThat(Register.CURRENT_BASED_POSITION).isEqualTo(5);
    assertThat(Register.TEMPERATURE_LIMIT).isEqualTo(new Register(31, 1));
    assertThat(Register.CURRENT_LIMIT).isEqualTo(new Register(38, 2));
    assertThat(Register.TORQUE_ENABLE).isEqualTo(new Register(64, 1));
    assertThat(Register.HARDWARE_ERROR).isEqualTo(new Register(70, 1));
    assertThat(Register.POSITION_D).isEqualTo(new Register(80, 2));
    assertThat(Register.POSITION_I).isEqualTo(new Register(82, 2));
    assertThat(Register.POSITION_P).isEqualTo(new Register(84, 2));
    assertThat(Register.BUS_WATCHDOG).isEqualTo(new Register(98, 1));
    assertThat(Register.GOAL_CURRENT).isEqualTo(new Register(102, 2));
    assertThat(Register.GOAL_POSITION).isEqualTo(new Register(116, 4));
    assertThat(Register.PRESENT_CURRENT).isEqualTo(new Register(126, 2));
    assertThat(Register.PRESENT_VELOCITY).isEqualTo(new Register(128, 4));
    assertThat(Register.PRESENT_POSITION).isEqualTo(new Register(132, 4));
    assertThat(Register.PRESENT_TEMPERATURE).isEqualTo(new Register(146, 1));
  }

  /** LEAP's client reads current, velocity and position at once, from 126 on. */
  @Test
  void allReadingsLieInOneBlock() {
    int end = Register.PRESENT.address() + Register.PRESENT.size();
    for (Register part :
        new Register[] {
          Register.PRESENT_CURRENT,
          Register.PRESENT_VELOCITY,
          Register.PRESENT_POSITION,
          Register.PRESENT_TEMPERATURE
        }) {
      assertThat(part.address()).isGreaterThanOrEqualTo(Register.PRESENT.address());
      assertThat(part.address() + part.size()).isLessThanOrEqualTo(end);
    }
    assertThat(Register.PRESENT.address()).isEqualTo(126);
  }
}
