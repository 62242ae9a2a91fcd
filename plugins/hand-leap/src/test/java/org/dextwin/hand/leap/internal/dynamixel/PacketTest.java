package org.dextwin.hand.leap.internal.dynamixel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bytes against the worked examples of ROBOTIS' e-manual, page "DYNAMIXEL Protocol 2.0". */
class PacketTest {

  private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();

  static Stream<Arguments> examples() {
    return Stream.of(
        // Ping, "Example 1": ID 1
        example(0x01, Packet.PING, "", "FF FF FD 00 01 03 00 01 19 4E"),
        // its status: XM430-W210 (model 1030), firmware 38
        example(0x01, Packet.STATUS, "00 06 04 26", "FF FF FD 00 01 07 00 55 00 06 04 26 65 5D"),
        // Read: ID 1, present position (132, 4 bytes), and its status
        example(0x01, Packet.READ, "84 00 04 00", "FF FF FD 00 01 07 00 02 84 00 04 00 1D 15"),
        example(
            0x01, Packet.STATUS, "00 A6 00 00 00", "FF FF FD 00 01 08 00 55 00 A6 00 00 00 8C C0"),
        // Write: ID 1, 512 to goal position (116, 4 bytes), and its status
        example(
            0x01,
            Packet.WRITE,
            "74 00 00 02 00 00",
            "FF FF FD 00 01 09 00 03 74 00 00 02 00 00 CA 89"),
        example(0x01, Packet.STATUS, "00", "FF FF FD 00 01 04 00 55 00 A1 0C"),
        // Reboot: ID 1
        example(0x01, Packet.REBOOT, "", "FF FF FD 00 01 03 00 08 2F 4E"),
        // Sync Read: IDs 1 and 2, present position, and the second status
        example(
            0xFE,
            Packet.SYNC_READ,
            "84 00 04 00 01 02",
            "FF FF FD 00 FE 09 00 82 84 00 04 00 01 02 CE FA"),
        example(
            0x02, Packet.STATUS, "00 1F 08 00 00", "FF FF FD 00 02 08 00 55 00 1F 08 00 00 BA BE"),
        // Sync Write: 150 and 170 to the goal positions of IDs 1 and 2
        example(
            0xFE,
            Packet.SYNC_WRITE,
            "74 00 04 00 01 96 00 00 00 02 AA 00 00 00",
            "FF FF FD 00 FE 11 00 83 74 00 04 00 01 96 00 00 00 02 AA 00 00 00 82 87"));
  }

  private static Arguments example(int id, int instruction, String parameters, String bytes) {
    byte[] p = parameters.isEmpty() ? new byte[0] : HEX.parseHex(parameters);
    return Arguments.of(new Packet(id, instruction, p), bytes);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void bytesAreThoseOfTheManual(Packet packet, String bytes) {
    assertThat(HEX.formatHex(packet.encoded())).isEqualTo(bytes);
    byte[] wire = HEX.parseHex(bytes);
    assertThat(new PacketReader().read(wire, wire.length)).containsExactly(packet);
  }

  @Test
  void headersInsideAPacketAreStuffed() {
    // e-manual, "Byte stuffing": an FD follows every FF FF FD after the length, which counts it
    Packet packet = new Packet(1, Packet.WRITE, HEX.parseHex("74 00 FF FF FD 00"));
    String wire = HEX.formatHex(packet.encoded());
    assertThat(wire).startsWith("FF FF FD 00 01 0A 00 03 74 00 FF FF FD FD 00 ");
    assertThat(new PacketReader().read(packet.encoded(), packet.encoded().length))
        .containsExactly(packet);
  }

  @Test
  void anyPacketSurvivesTheWireInAnyPortions() {
    RandomGenerator random = new SplittableRandom(1);
    byte[] awkward = {(byte) 0xFF, (byte) 0xFD, 0, 1};
    for (int trial = 0; trial < 2000; trial++) {
      byte[] p = new byte[random.nextInt(40)];
      for (int i = 0; i < p.length; i++) {
        p[i] = awkward[random.nextInt(awkward.length)];
      }
      Packet packet = new Packet(random.nextInt(253), Packet.WRITE, p);
      byte[] wire = packet.encoded();
      PacketReader reader = new PacketReader();
      byte[] garbage = new byte[random.nextInt(5)];
      random.nextBytes(garbage);
      assertThat(reader.read(garbage, garbage.length)).isEmpty();
      int cut = random.nextInt(wire.length);
      assertThat(reader.read(wire, cut)).as("trial %d: before its end", trial).isEmpty();
      byte[] rest = java.util.Arrays.copyOfRange(wire, cut, wire.length);
      assertThat(reader.read(rest, rest.length)).as("trial %d", trial).containsExactly(packet);
    }
  }

  @Test
  void aTurnedBitIsNoticedAndTheNextPacketIsFound() {
    byte[] wire = new Packet(1, Packet.READ, HEX.parseHex("84 00 04 00")).encoded();
    Packet next = new Packet(2, Packet.PING, new byte[0]);
    for (int bit = 0; bit < 8 * wire.length; bit++) {
      byte[] bad = wire.clone();
      bad[bit / 8] ^= (byte) (1 << (bit % 8));
      PacketReader reader = new PacketReader();
      List<Packet> first = reader.read(bad, bad.length);
      assertThat(first).as("bit %d turned", bit).isEmpty();
      boolean lengthChanged = bit / 8 == 5 || bit / 8 == 6;
      if (!lengthChanged) { // otherwise the reader waits for the rest
        assertThat(reader.read(next.encoded(), next.encoded().length)).containsExactly(next);
      }
    }
  }

  @Test
  void registersHaveASign() {
    assertThat(Register.PRESENT_CURRENT.signedIn(new byte[] {(byte) 0xFE, (byte) 0xFF}, 126))
        .isEqualTo(-2);
    assertThat(Register.GOAL_POSITION.bytes(-1)).containsOnly(0xFF);
    assertThat(Register.BUS_WATCHDOG.unsignedIn(new byte[] {(byte) 0xFF}, 98)).isEqualTo(255);
  }
}
