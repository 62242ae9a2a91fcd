package org.dextwin.hand.leap.internal.dynamixel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.dextwin.devices.link.ByteLink;
import org.dextwin.devices.time.Clock;

/**
 * Talks to the servos on one wire: one instruction at a time, and the answers to it. What is lost
 * or garbled is asked for again.
 *
 * <p><i>Thread safety</i>: confined; the owner serialises.
 */
public final class DynamixelBus {

  private static final int BUFFER = 4096;

  private final ByteLink link;
  private final Clock clock;
  private final long timeoutNanos;
  private final int attempts;
  private final PacketReader reader = new PacketReader();
  private final byte[] buffer = new byte[BUFFER];

  /**
   * What a servo says to a ping.
   *
   * @param model number of its model
   * @param firmware version of its program
   */
  public record Identity(int model, int firmware) {}

  /**
   * Makes a bus.
   *
   * @param link an open stream
   * @param clock measures timeouts
   * @param timeoutNanos how long to wait for answers [ns]
   * @param attempts how often to ask
   */
  public DynamixelBus(ByteLink link, Clock clock, long timeoutNanos, int attempts) {
    this.link = link;
    this.clock = clock;
    this.timeoutNanos = timeoutNanos;
    this.attempts = attempts;
  }

  /** Asks who is there; servos that are not, or whose answers collide, are missing. */
  public Map<Integer, Identity> scan() throws IOException {
    Map<Integer, Identity> found = new TreeMap<>();
    post(new Packet(Packet.BROADCAST, Packet.PING, new byte[0]));
    for (Packet answer : answers(Integer.MAX_VALUE)) {
      if (answer.data().length == 3) {
        found.put(answer.id(), identity(answer.data()));
      }
    }
    return found;
  }

  private static Identity identity(byte[] data) {
    return new Identity((data[0] & 0xFF) | (data[1] & 0xFF) << 8, data[2] & 0xFF);
  }

  /** Reads a register of one servo. */
  public int read(int id, Register register) throws IOException, NoAnswerException, ServoException {
    byte[] parameters = span(register);
    Packet answer = ask(new Packet(id, Packet.READ, parameters), register.size());
    requireDone(answer);
    return register.unsignedIn(answer.data(), register.address());
  }

  /** Writes a register of one servo. */
  public void write(int id, Register register, int value)
      throws IOException, NoAnswerException, ServoException {
    ByteArrayOutputStream parameters = new ByteArrayOutputStream();
    writeShort(parameters, register.address());
    parameters.writeBytes(register.bytes(value));
    requireDone(ask(new Packet(id, Packet.WRITE, parameters.toByteArray()), 0));
  }

  /** Starts a servo anew; it takes about half a second. */
  public void reboot(int id) throws IOException, NoAnswerException, ServoException {
    requireDone(ask(new Packet(id, Packet.REBOOT, new byte[0]), 0));
  }

  /** Reads the same register of several servos; the answers are by id, with their error bytes. */
  public Map<Integer, Packet> syncRead(List<Integer> ids, Register register)
      throws IOException, NoAnswerException {
    Map<Integer, Packet> answers = new TreeMap<>();
    Set<Integer> missing = new LinkedHashSet<>(ids);
    for (int attempt = 0; attempt < attempts && !missing.isEmpty(); attempt++) {
      ByteArrayOutputStream parameters = new ByteArrayOutputStream();
      parameters.writeBytes(span(register));
      missing.forEach(parameters::write);
      post(new Packet(Packet.BROADCAST, Packet.SYNC_READ, parameters.toByteArray()));
      for (Packet answer : answers(missing.size())) {
        if (answer.data().length == register.size() && missing.remove(answer.id())) {
          answers.put(answer.id(), answer);
        }
      }
    }
    if (!missing.isEmpty()) {
      throw new NoAnswerException(List.copyOf(missing), reader.garbled());
    }
    return answers;
  }

  /** Writes the same register of several servos; nobody answers. */
  public void syncWrite(List<Integer> ids, Register register, int[] values) throws IOException {
    ByteArrayOutputStream parameters = new ByteArrayOutputStream();
    parameters.writeBytes(span(register));
    for (int i = 0; i < values.length; i++) {
      parameters.write(ids.get(i));
      parameters.writeBytes(register.bytes(values[i]));
    }
    link.write(new Packet(Packet.BROADCAST, Packet.SYNC_WRITE, parameters.toByteArray()).encoded());
  }

  private static byte[] span(Register register) {
    ByteArrayOutputStream span = new ByteArrayOutputStream();
    writeShort(span, register.address());
    writeShort(span, register.size());
    return span.toByteArray();
  }

  private static void writeShort(ByteArrayOutputStream out, int value) {
    out.write(value);
    out.write(value >> 8);
  }

  private static void requireDone(Packet answer) throws ServoException {
    if (!StatusError.ofInstruction(answer.error()).isEmpty()) {
      throw new ServoException(answer.id(), answer.error());
    }
  }

  private Packet ask(Packet question, int dataSize) throws IOException, NoAnswerException {
    for (int attempt = 0; attempt < attempts; attempt++) {
      post(question);
      for (Packet answer : answers(1)) {
        boolean refusal = !StatusError.ofInstruction(answer.error()).isEmpty();
        if (answer.id() == question.id() && (answer.data().length == dataSize || refusal)) {
          return answer;
        }
      }
    }
    throw new NoAnswerException(List.of(question.id()), reader.garbled());
  }

  private void post(Packet question) throws IOException {
    link.discardInput();
    reader.reset();
    link.write(question.encoded());
  }

  /** Collects answers until there are enough, or no more come in time. */
  private List<Packet> answers(int enough) throws IOException {
    List<Packet> answers = new ArrayList<>();
    long deadline = clock.nanos() + timeoutNanos;
    while (answers.size() < enough) {
      long left = deadline - clock.nanos();
      int count = left > 0 ? link.read(buffer, left) : 0;
      if (count == 0) {
        break;
      }
      for (Packet packet : reader.read(buffer, count)) {
        if (packet.instruction() == Packet.STATUS && packet.parameters().length > 0) {
          answers.add(packet); // adapters may echo what was sent: that is no answer
        }
      }
    }
    return answers;
  }
}
