package org.dextwin.core.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dextwin.api.experiment.Item;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviceListingTest {

  @TempDir private Path root;

  private void write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void portsComeWithTheirNameAndLatencyTimer() throws IOException {
    write("dev/ttyUSB0", "");
    write("dev/tty1", "");
    write("sys/bus/usb-serial/devices/ttyUSB0/latency_timer", "16\n");
    Path byId = Files.createDirectories(root.resolve("dev/serial/by-id"));
    Path name = Files.createSymbolicLink(byId.resolve("usb-FTDI"), Path.of("../../ttyUSB0"));

    List<Item> ports = DeviceListing.of(root, List.of()).ports();
    assertThat(ports).hasSize(1);
    assertThat(ports.get(0).values())
        .containsEntry("port", root.resolve("dev/ttyUSB0").toString())
        .containsEntry("name", name.toString())
        .containsEntry("latency_timer_ms", 16L)
        .containsEntry("usable", true);
    assertThat(ports.get(0).text("advice")).startsWith("answers are held back: echo 1 | sudo tee");
  }

  @Test
  void canInterfacesAreToldFromOthersByTheirType() throws IOException {
    write("sys/class/net/eth0/type", "1\n");
    write("sys/class/net/can0/type", "280\n");
    write("sys/class/net/can0/operstate", "down\n");
    write("sys/class/net/can1/type", "280\n");
    write("sys/class/net/can1/operstate", "up\n");

    List<Item> interfaces = DeviceListing.of(root, List.of()).interfaces();
    assertThat(interfaces).extracting(it -> it.text("interface")).containsExactly("can0", "can1");
    assertThat(interfaces.get(0).text("advice"))
        .isEqualTo("sudo ip link set can0 up type can bitrate 1000000");
    assertThat(interfaces.get(1).values()).containsEntry("usable", true);
  }

  @Test
  void aMachineWithoutAnySaysSo() {
    assertThat(DeviceListing.of(root, List.of()).text())
        .isEqualTo("serial ports: none\nCAN interfaces: none\ndrivers: none\n");
  }
}
