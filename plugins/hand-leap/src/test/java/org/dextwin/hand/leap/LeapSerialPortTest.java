package org.dextwin.hand.leap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.model.JointVector;
import org.dextwin.api.robot.DeviceException;
import org.dextwin.api.robot.DeviceException.Fault;
import org.dextwin.api.robot.HandDriver;
import org.dextwin.api.robot.JointCommand;
import org.dextwin.api.robot.JointState;
import org.dextwin.api.spi.ComponentUnavailableException;
import org.dextwin.devices.loop.ControlLoop;
import org.dextwin.devices.time.SystemClock;
import org.dextwin.devices.twin.LineNoise;
import org.dextwin.hand.leap.internal.driver.DynamixelConfig;
import org.dextwin.hand.leap.internal.twin.BusTwin;
import org.dextwin.hand.leap.internal.twin.ServoTwin;
import org.dextwin.testkit.Availability;
import org.dextwin.testkit.MapSettings;
import org.dextwin.testkit.TestComponentContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The driver over a real terminal device, made by socat: at one end of it the serial port library,
 * at the other the twin.
 */
@Timeout(60)
class LeapSerialPortTest {

  private final SystemClock clock = new SystemClock();
  private final HandModel model = new LeapModel().build();
  private final BusTwin twin =
      new BusTwin(
          LeapTwinProvider.servos(model, DynamixelConfig.DEFAULT),
          clock,
          new LineNoise(new SplittableRandom(1)));
  @TempDir private Path folder;
  private Path port;
  private Process socat;

  @BeforeEach
  void plugIn() throws IOException, InterruptedException {
    port = folder.resolve("ttyTWIN");
    socat = start(port);
    Thread pump = new Thread(() -> pump(socat), "twin-pump");
    pump.setDaemon(true);
    pump.start();
  }

  /** Runs socat with its own input and output as the twin's end of the line. */
  private static Process start(Path port) throws IOException, InterruptedException {
    Process process;
    try {
      process =
          new ProcessBuilder("socat", "pty,raw,echo=0,link=" + port, "stdio")
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
    } catch (IOException e) {
      throw Availability.missing("socat is missing: sudo apt-get install -y socat");
    }
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (!Files.exists(port)) {
      if (process.waitFor(5, TimeUnit.MILLISECONDS) || System.nanoTime() > deadline) {
        throw new IOException("socat made no terminal; it ended with " + process);
      }
    }
    return process;
  }

  private void pump(Process line) {
    byte[] buffer = new byte[4096];
    try (InputStream in = line.getInputStream();
        OutputStream out = line.getOutputStream()) {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        out.write(twin.exchange(Arrays.copyOf(buffer, count)));
        out.flush();
      }
    } catch (IOException e) {
      // the line was cut, which is what the tests do
    }
  }

  @AfterEach
  void cut() throws InterruptedException {
    if (socat != null) {
      socat.destroyForcibly().waitFor();
    }
  }

  private HandDriver driver(Path path) {
    MapSettings settings = MapSettings.of(java.util.Map.of("port", path.toString()));
    LeapDynamixelProvider provider = new LeapDynamixelProvider();
    LeapDynamixelProvider.Config config = provider.configure(settings);
    assertThat(settings.problems()).isEmpty();
    return provider.create(config, new TestComponentContext(1)).drive(model);
  }

  @Test
  void theHandMovesOverARealPort() {
    try (HandDriver driver = driver(port)) {
      driver.connect();
      JointCommand command = new JointCommand(new JointVector(driver.order(), filled(0.4)));
      ControlLoop loop = new ControlLoop(clock, 100, 20);
      JointState[] last = {driver.read()};
      loop.run(
          driver,
          tick -> {
            last[0] = driver.read();
            driver.send(command);
          },
          () -> loop.steps() < 120);
      assertThat(last[0].position().get("index-pip")).isCloseTo(0.4, within(0.02));
      assertThat(loop.jitter().count()).isEqualTo(loop.steps());
      driver.stop();
      assertThat(twin.servos()).noneMatch(ServoTwin::isOn);
    }
  }

  private static double[] filled(double value) {
    double[] values = new double[16];
    Arrays.fill(values, value);
    return values;
  }

  @Test
  void aCutLineIsNoticedInTheMiddleOfARun() throws InterruptedException {
    try (HandDriver driver = driver(port)) {
      driver.connect();
      driver.read();
      cut();
      DeviceException fault = catchThrowableOfType(DeviceException.class, driver::read);
      assertThat(fault.fault()).isIn(Fault.DISCONNECTED, Fault.NO_ANSWER);
      assertThat(driver.isConnected()).isFalse();
      assertThatThrownBy(driver::connect)
          .isInstanceOf(ComponentUnavailableException.class)
          .hasMessageContaining("there is no port");
    }
  }

  @Test
  void aHandThatIsPluggedInAgainIsConnectedAnew() throws IOException, InterruptedException {
    try (HandDriver driver = driver(port)) {
      driver.connect();
      driver.send(new JointCommand(driver.read().position()));
      cut();
      DeviceException fault = catchThrowableOfType(DeviceException.class, driver::read);
      assertThat(fault.remedy()).as("what to do about it").contains("connect");
      Files.deleteIfExists(port); // the link of the terminal that is gone
      plugIn();
      driver.connect();
      JointState state = driver.read();
      assertThat(driver.isConnected()).isTrue();
      assertThat(driver.send(new JointCommand(state.position())).position().order())
          .isEqualTo(driver.order());
      assertThat(twin.servos()).as("servos with torque").allMatch(ServoTwin::isOn);
    }
  }

  @Test
  void aLineOnWhichNobodyAnswersIsNoWrongRate() {
    twin.noise().set(1, 0); // every packet is lost
    try (HandDriver driver = driver(port)) {
      assertThatThrownBy(driver::connect)
          .isInstanceOf(ComponentUnavailableException.class)
          .hasMessageContaining("no servo answers on " + port)
          .hasMessageContaining("nor at other bit rates");
    }
  }

  @Test
  void aMissingPortIsNamed() {
    try (HandDriver driver = driver(folder.resolve("ttyNONE"))) {
      assertThatThrownBy(driver::connect)
          .isInstanceOf(ComponentUnavailableException.class)
          .hasMessageContaining("there is no port")
          .hasMessageContaining("ttyNONE");
      assertThat(driver.isConnected()).isFalse();
    }
  }

  @Test
  void aFileIsNoPort() throws IOException {
    Path file = Files.writeString(folder.resolve("notes.txt"), "no port");
    try (HandDriver driver = driver(file)) {
      assertThatThrownBy(driver::connect)
          .isInstanceOf(ComponentUnavailableException.class)
          .hasMessageContaining("notes.txt is not a serial port");
    }
  }
}
