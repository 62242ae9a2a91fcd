package org.dextwin.hand.allegro.internal.can;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HexFormat;
import org.dextwin.api.model.HandModel;
import org.dextwin.devices.link.CanFrame;
import org.junit.jupiter.api.Test;

/**
 * Frames byte for byte. Identifiers and payloads are those of Wonik's driver (allegro_hand_ros_v4:
 * {@code candef.h} for the commands, {@code pcan.cpp} for command shl 2, {@code AllegroHandDrv.cpp}
 * for scales and caps; v5: its {@code AllegroHandDrv.cpp}), worked out by hand.
 */
class FramesTest {

  private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();

  private static byte[] bytes(String hex) {
    return HEX.parseHex(hex);
  }

  @Test
  void identifiersAreTheCommandsShiftedByTwo() {
    assertThat(Message.SYSTEM_ON.id()).isEqualTo(0x100);
    assertThat(Message.SYSTEM_OFF.id()).isEqualTo(0x104);
    assertThat(Message.INFO.id()).isEqualTo(0x200);
    assertThat(Message.PERIOD.id()).isEqualTo(0x204);
    assertThat(Message.SERIAL.id()).isEqualTo(0x220);
    int[] torque = {0x180, 0x184, 0x188, 0x18C};
    int[] position = {0x080, 0x084, 0x088, 0x08C};
    for (int finger = 0; finger < 4; finger++) {
      assertThat(Message.TORQUE.id(finger)).isEqualTo(torque[finger]);
      assertThat(Message.POSITION.id(finger)).isEqualTo(position[finger]);
      assertThat(Message.POSITION.fingerOf(position[finger])).isEqualTo(finger);
    }
    assertThat(Message.TEMPERATURE.id(0)).isEqualTo(0x0E0);
    assertThat(Message.POSITION.fingerOf(0x180)).isNegative();
  }

  @Test
  void torquesBecomePwmOfTwelveHundredPerNewtonMetre() {
    double[] torques = new double[16];
    torques[0] = 0.1; // 120
    torques[1] = -0.25; // -300
    torques[2] = 10; // cut off at 450
    torques[3] = -10; // cut off at -285
    assertThat(Units.V4.torque(0, torques))
        .isEqualTo(new CanFrame(0x180, bytes("78 00 D4 FE C2 01 E3 FE")));
    Arrays.fill(torques, 100);
    assertThat(Units.V4.torque(1, torques)) // 375, 675, 450, 285
        .isEqualTo(new CanFrame(0x184, bytes("77 01 A3 02 C2 01 1D 01")));
    assertThat(Units.V4.torque(3, torques)) // thumb: 525, 405, 270, 270
        .isEqualTo(new CanFrame(0x18C, bytes("0D 02 95 01 0E 01 0E 01")));
    Arrays.fill(torques, Double.NaN);
    assertThat(Units.V4.torque(2, torques)).isEqualTo(new CanFrame(0x188, new byte[8]));
  }

  @Test
  void torquesOfTheFifthGenerationAreScaledAndCutOffAt240() {
    double[] torques = new double[16];
    torques[8] = 0.1; // 143
    torques[9] = -0.1;
    torques[10] = 1;
    torques[11] = -1;
    assertThat(Units.V5.torque(2, torques))
        .isEqualTo(new CanFrame(0x188, bytes("8F 00 71 FF F0 00 10 FF")));
  }

  @Test
  void positionsAreCountsOfTheEncoders() {
    double[] q = new double[16];
    // 4096 counts of 333.3/65536 degrees are 20.83125 degrees; -1 count; 0x7FFF; 0x8000
    Units.V4.readPosition(new CanFrame(0x084, bytes("00 10 FF FF FF 7F 00 80")), 1, q);
    assertThat(Math.toDegrees(q[4])).isCloseTo(20.83125, within(1e-9));
    assertThat(Math.toDegrees(q[5])).isCloseTo(-333.3 / 65536, within(1e-9));
    assertThat(Math.toDegrees(q[6])).isCloseTo(166.6449, within(1e-4));
    assertThat(Math.toDegrees(q[7])).isCloseTo(-166.65, within(1e-9));
    assertThat(Units.V4.position(1, q))
        .isEqualTo(new CanFrame(0x084, bytes("00 10 FF FF FF 7F 00 80")));
    Units.V5.readPosition(new CanFrame(0x080, bytes("E8 03 18 FC 00 00 01 00")), 0, q);
    assertThat(Math.toDegrees(q[0])).isCloseTo(88, within(1e-9)); // 1000 counts of 0.088
    assertThat(Math.toDegrees(q[1])).isCloseTo(-88, within(1e-9));
  }

  @Test
  void periodsAreThreeNumbersOfMilliseconds() {
    assertThat(Units.period(3, 0, 500)).isEqualTo(new CanFrame(0x204, bytes("03 00 00 00 F4 01")));
  }

  @Test
  void infoTellsVersionsSideTemperatureAndStatus() {
    HandInfo info = HandInfo.of(new CanFrame(0x200, bytes("02 04 07 01 00 28 01")));
    assertThat(info).isEqualTo(new HandInfo(0x0402, 0x0107, HandModel.Side.RIGHT, 40, 1));
    assertThat(info.fault()).isEmpty();
    assertThat(HandInfo.of(new CanFrame(0x200, bytes("02 04 07 01 01 50 03"))))
        .satisfies(
            hot -> {
              assertThat(hot.side()).isEqualTo(HandModel.Side.LEFT);
              assertThat(hot.fault()).contains("too hot").contains("80");
            });
    assertThat(info.frame()).isEqualTo(new CanFrame(0x200, bytes("02 04 07 01 00 28 01")));
  }

  @Test
  void temperaturesAreWholeDegrees() {
    assertThat(Units.temperature(2, 41)).isEqualTo(new CanFrame(0x0E8, bytes("29 00 00 00")));
    assertThat(Units.readTemperature(new CanFrame(0x0E8, bytes("29 00 00 00")))).isEqualTo(41);
    assertThat(Units.readTemperature(new CanFrame(0x0E8, bytes("29 00")))).isEqualTo(41);
  }
}
