package org.dextwin.hand.leap.internal.twin;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dextwin.devices.link.TwinLink;
import org.dextwin.devices.time.Clock;
import org.dextwin.devices.twin.LineNoise;
import org.dextwin.hand.leap.internal.dynamixel.Packet;
import org.dextwin.hand.leap.internal.dynamixel.PacketReader;

/**
 * A twin of the servos on one wire. It takes bytes in any portions and answers as the servos would,
 * over a line that may be bad.
 *
 * <p><i>Thread safety</i>: thread-safe.
 */
public final class BusTwin implements TwinLink.Peer {

  private static final double NANOS = 1e-9;
  private static final int UNKNOWN_INSTRUCTION = 2;
  private static final long PACKET_GAP_NANOS = 2_000_000;

  private final Clock clock;
  private final LineNoise noise;
  private final List<ServoTwin> servos;
  private final PacketReader reader = new PacketReader();
  private long time;

  /**
   * Makes a bus.
   *
   * @param servos the servos on it
   * @param clock the clock they go by
   * @param noise the line
   */
  public BusTwin(List<ServoTwin> servos, Clock clock, LineNoise noise) {
    this.servos = List.copyOf(servos);
    this.clock = clock;
    this.noise = noise;
    this.time = clock.nanos();
  }

  /** Returns the servos, as they are now. */
  public synchronized List<ServoTwin> servos() {
    advance();
    return servos;
  }

  /** Returns the line. */
  public LineNoise noise() {
    return noise;
  }

  private void advance() {
    long now = clock.nanos();
    double seconds = (now - time) * NANOS;
    time = now;
    servos.forEach(servo -> servo.advance(seconds));
  }

  @Override
  public synchronized byte[] exchange(byte[] bytes) {
    if (clock.nanos() - time > PACKET_GAP_NANOS) {
      reader.reset(); // servos give up on a packet that does not end
    }
    advance();
    byte[] arrived = noise.over(bytes);
    ByteArrayOutputStream answers = new ByteArrayOutputStream();
    for (Packet packet : reader.read(arrived, arrived.length)) {
      servos.forEach(ServoTwin::hear);
      for (Packet answer : answersTo(packet)) {
        answers.writeBytes(noise.over(answer.encoded()));
      }
    }
    return answers.toByteArray();
  }

  private List<Packet> answersTo(Packet packet) {
    byte[] p = packet.parameters();
    return switch (packet.instruction()) {
      case Packet.SYNC_READ -> syncRead(p);
      case Packet.SYNC_WRITE -> syncWrite(p);
      case Packet.STATUS -> List.of(); // of another servo
      default -> {
        List<Packet> answers = new ArrayList<>();
        for (ServoTwin servo : servos) {
          boolean all = packet.id() == Packet.BROADCAST;
          if (all || packet.id() == servo.id()) {
            Packet answer = answer(servo, packet.instruction(), p);
            if (!all || packet.instruction() == Packet.PING) {
              answers.add(answer);
            }
          }
        }
        yield answers;
      }
    };
  }

  private static Packet answer(ServoTwin servo, int instruction, byte[] p) {
    return switch (instruction) {
      case Packet.PING -> {
        byte[] model = servo.read(0, 2).data();
        byte[] firmware = servo.read(6, 1).data();
        yield Packet.status(
            servo.id(), servo.alert(), new byte[] {model[0], model[1], firmware[0]});
      }
      case Packet.READ -> servo.read(unsigned(p, 0), unsigned(p, 2));
      case Packet.WRITE ->
          Packet.status(
              servo.id(),
              servo.write(unsigned(p, 0), Arrays.copyOfRange(p, 2, p.length)),
              new byte[0]);
      case Packet.REBOOT -> {
        servo.reboot();
        yield Packet.status(servo.id(), servo.alert(), new byte[0]);
      }
      default -> Packet.status(servo.id(), UNKNOWN_INSTRUCTION | servo.alert(), new byte[0]);
    };
  }

  private List<Packet> syncRead(byte[] p) {
    List<Packet> answers = new ArrayList<>();
    for (int i = 4; i < p.length; i++) {
      find(p[i] & 0xFF).ifPresent(servo -> answers.add(servo.read(unsigned(p, 0), unsigned(p, 2))));
    }
    return answers;
  }

  private List<Packet> syncWrite(byte[] p) {
    int address = unsigned(p, 0);
    int size = unsigned(p, 2);
    for (int i = 4; i + size < p.length; i += size + 1) {
      byte[] data = Arrays.copyOfRange(p, i + 1, i + 1 + size);
      find(p[i] & 0xFF).ifPresent(servo -> servo.write(address, data));
    }
    return List.of();
  }

  private Optional<ServoTwin> find(int id) {
    return servos.stream().filter(servo -> servo.id() == id).findFirst();
  }

  private static int unsigned(byte[] p, int at) {
    return at + 1 < p.length ? (p[at] & 0xFF) | (p[at + 1] & 0xFF) << 8 : 0;
  }
}
