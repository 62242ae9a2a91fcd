package org.dextwin.hand.leap.internal.driver;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.dextwin.api.spi.ComponentUnavailableException;
import org.dextwin.devices.link.ByteLink;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A serial port of this machine. */
public final class SerialLink implements ByteLink {

  private static final Logger LOG = LoggerFactory.getLogger(SerialLink.class);

  private static final long MILLI = 1_000_000L;
  private static final int DATA_BITS = 8;

  private static final int EACCES = 13;
  private static final int EBUSY = 16;
  private static final int ENOTTY = 25;

  private final Path path;
  private final int baud;
  private @Nullable SerialPort port;

  /**
   * Names a port.
   *
   * @param path such as {@code /dev/ttyUSB0} or a link below {@code /dev/serial/by-id}
   * @param baud bits per second
   */
  public SerialLink(Path path, int baud) {
    this.path = path;
    this.baud = baud;
  }

  @Override
  public void open() {
    requireUsable();
    SerialPort opened = find();
    opened.setComPortParameters(baud, DATA_BITS, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
    opened.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, 1, 0);
    if (!opened.openPort(0)) {
      throw notOpened(opened.getLastErrorCode());
    }
    port = opened;
    adviseOnLatency();
  }

  /** Explains why the port could not be opened by what Linux says (errno.h). */
  private ComponentUnavailableException notOpened(int error) {
    String lead = "the port " + path;
    return switch (error) {
      case EACCES -> notPermitted();
      case EBUSY ->
          new ComponentUnavailableException(
              lead + " is in use", "close the program that has it: lsof " + path);
      case ENOTTY ->
          new ComponentUnavailableException(
              path + " is not a serial port", "see ls -l /dev/serial/by-id");
      default ->
          new ComponentUnavailableException(
              lead + " cannot be opened at " + baud + " baud (error " + error + ")",
              "close other programs that use it (lsof " + path + "), or use a rate it can do");
    };
  }

  private ComponentUnavailableException notPermitted() {
    return new ComponentUnavailableException(
        "you have no permission to use the port " + path,
        "sudo usermod -aG dialout $USER, then log in again");
  }

  private void requireUsable() {
    if (!Files.exists(path)) {
      throw new ComponentUnavailableException(
          "there is no port " + path + "; this machine has " + ports(),
          "plug in the hand's USB cable, then see ls -l /dev/serial/by-id");
    }
    if (!Files.isReadable(path) || !Files.isWritable(path)) {
      throw notPermitted();
    }
  }

  private static String ports() {
    String found =
        String.join(
            ", ",
            Arrays.stream(SerialPort.getCommPorts()).map(SerialPort::getSystemPortPath).toList());
    return found.isEmpty() ? "no serial ports" : found;
  }

  private SerialPort find() {
    try {
      return SerialPort.getCommPort(path.toString());
    } catch (SerialPortInvalidPortException e) {
      throw new ComponentUnavailableException(
          path + " is not a serial port: " + e.getMessage(), "see ls -l /dev/serial/by-id");
    }
  }

  /** FTDI adapters keep short answers back for 16 ms, which limits a loop to 60 Hz. */
  private void adviseOnLatency() {
    latencyTimer(path)
        .ifPresent(
            timer -> {
              int milliseconds = readNumber(timer);
              if (milliseconds > 1) {
                LOG.warn(
                    "{} holds answers back for {} ms; for fast loops: echo 1 | sudo tee {}",
                    path,
                    milliseconds,
                    timer);
              }
            });
  }

  /** Returns the file that sets an adapter's latency timer, if it has one. */
  public static Optional<Path> latencyTimer(Path port) {
    try {
      String name = String.valueOf(port.toRealPath().getFileName());
      Path timer = Path.of("/sys/bus/usb-serial/devices", name, "latency_timer");
      return Files.isReadable(timer) ? Optional.of(timer) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Returns the latency timer in such a file [ms]; 0 if it cannot be read. */
  public static int readNumber(Path timer) {
    try {
      return Integer.parseInt(Files.readString(timer).strip());
    } catch (IOException | NumberFormatException e) {
      return 0;
    }
  }

  @Override
  public boolean isOpen() {
    SerialPort open = port;
    return open != null && open.isOpen();
  }

  @Override
  public int read(byte[] buffer, long timeoutNanos) throws IOException {
    SerialPort open = requireOpen();
    int milliseconds = (int) Math.max(1, (timeoutNanos + MILLI - 1) / MILLI);
    open.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, milliseconds, 0);
    int count = open.readBytes(buffer, buffer.length);
    if (count < 0 || (count == 0 && !Files.exists(path))) {
      throw new IOException("the port vanished (was the cable pulled?)");
    }
    return count;
  }

  @Override
  public void write(byte[] bytes) throws IOException {
    int written = requireOpen().writeBytes(bytes, bytes.length);
    if (written != bytes.length) {
      throw new IOException(
          "only "
              + Math.max(0, written)
              + " of "
              + bytes.length
              + " bytes were written (was the cable pulled?)");
    }
  }

  @Override
  public void discardInput() throws IOException {
    SerialPort open = requireOpen();
    // flushing the port would also throw away what was written and is not sent yet
    for (int waiting = open.bytesAvailable(); waiting != 0; waiting = open.bytesAvailable()) {
      if (waiting < 0 || open.readBytes(new byte[waiting], waiting) < 0) {
        throw new IOException("the port vanished (was the cable pulled?)");
      }
    }
  }

  private SerialPort requireOpen() throws IOException {
    SerialPort open = port;
    if (open == null) {
      throw new IOException("the port is closed");
    }
    return open;
  }

  @Override
  public long latencyNanos() {
    return latencyTimer(path).map(timer -> readNumber(timer) * MILLI).orElse(0L);
  }

  @Override
  public String name() {
    return path + " at " + baud + " baud";
  }

  @Override
  public void close() {
    if (port != null) {
      port.closePort();
      port = null;
    }
  }
}
