package org.dextwin.hand.allegro.internal.can;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dextwin.api.spi.ComponentUnavailableException;
import org.dextwin.devices.link.CanFrame;
import org.dextwin.devices.link.CanLink;
import org.jspecify.annotations.Nullable;
import tel.schich.javacan.CanChannels;
import tel.schich.javacan.CanSocketOptions;
import tel.schich.javacan.NetworkDevice;
import tel.schich.javacan.RawCanChannel;
import tel.schich.javacan.platform.linux.LinuxNativeOperationException;

/** A CAN interface of this machine. */
public final class SocketCanLink implements CanLink {

  private static final Path INTERFACES = Path.of("/sys/class/net");

  /** What Linux calls the link layer of CAN, ARPHRD_CAN. */
  private static final String CAN_TYPE = "280";

  /** Of a raw identifier: remote transmission request. */
  private static final int REQUEST_FLAG = 0x40000000;

  private final String name;
  private @Nullable RawCanChannel channel;

  /**
   * Names an interface.
   *
   * @param name such as {@code can0}
   */
  public SocketCanLink(String name) {
    this.name = name;
  }

  @Override
  public void open() {
    requireUp();
    try {
      RawCanChannel opened = CanChannels.newRawChannel(NetworkDevice.lookup(name));
      opened.configureBlocking(false);
      channel = opened;
    } catch (IOException e) {
      throw new ComponentUnavailableException(
          "the CAN interface " + name + " cannot be opened: " + e.getMessage(),
          "sudo modprobe can_raw, and check the interface with ip -details link show " + name);
    } catch (LinkageError | RuntimeException e) {
      throw new ComponentUnavailableException(
          "SocketCAN does not work on this machine: " + e,
          "it needs Linux on x86_64; hand.allegro.driver.type = twin needs nothing");
    }
  }

  private void requireUp() {
    Path device = INTERFACES.resolve(name);
    if (!name.matches("[\\w.-]{1,15}") || !Files.exists(device)) {
      throw new ComponentUnavailableException(
          "there is no CAN interface " + name + "; this machine has " + interfaces(),
          "plug in the CAN adapter; for a PEAK adapter: sudo modprobe peak_usb");
    }
    if (!isUp(device)) {
      throw new ComponentUnavailableException(
          "the CAN interface " + name + " is down",
          "sudo ip link set " + name + " up type can bitrate 1000000");
    }
  }

  private static boolean isUp(Path device) {
    try {
      int flags = Integer.decode(Files.readString(device.resolve("flags")).strip());
      return (flags & 1) != 0; // IFF_UP
    } catch (IOException | NumberFormatException e) {
      return true; // then opening it tells
    }
  }

  /** Returns the CAN interfaces of this machine. */
  public static String interfaces() {
    try (Stream<Path> devices = Files.list(INTERFACES)) {
      String found =
          devices
              .filter(SocketCanLink::isCan)
              .map(device -> String.valueOf(device.getFileName()))
              .sorted()
              .collect(Collectors.joining(", "));
      return found.isEmpty() ? "none" : found;
    } catch (IOException e) {
      return "none";
    }
  }

  private static boolean isCan(Path device) {
    try {
      return Files.readString(device.resolve("type")).strip().equals(CAN_TYPE);
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public boolean isOpen() {
    RawCanChannel open = channel;
    return open != null && open.isOpen();
  }

  @Override
  public void send(CanFrame frame) throws IOException {
    int id = frame.request() ? frame.id() | REQUEST_FLAG : frame.id();
    byte[] data = frame.data();
    requireOpen().write(tel.schich.javacan.CanFrame.createRaw(id, (byte) 0, data, 0, data.length));
  }

  @Override
  public Optional<CanFrame> receive(long timeoutNanos) throws IOException {
    RawCanChannel open = requireOpen();
    boolean waits = timeoutNanos > 0;
    if (waits) {
      open.setOption(CanSocketOptions.SO_RCVTIMEO, Duration.ofNanos(timeoutNanos));
    }
    open.configureBlocking(waits);
    try {
      tel.schich.javacan.CanFrame frame = open.read();
      if (frame.isExtended() || frame.isError()) {
        return Optional.empty();
      }
      byte[] data = new byte[frame.getDataLength()];
      frame.getData(data, 0, data.length);
      return Optional.of(
          frame.isRemoteTransmissionRequest()
              ? CanFrame.requestFor(frame.getId())
              : new CanFrame(frame.getId(), data));
    } catch (LinuxNativeOperationException e) {
      if (e.mayTryAgain()) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private RawCanChannel requireOpen() throws IOException {
    RawCanChannel open = channel;
    if (open == null) {
      throw new IOException("the CAN interface " + name + " is closed");
    }
    return open;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void close() {
    RawCanChannel open = channel;
    channel = null;
    if (open != null) {
      try {
        open.close();
      } catch (IOException e) {
        // a socket that cannot be closed is of no further use either way
      }
    }
  }
}
