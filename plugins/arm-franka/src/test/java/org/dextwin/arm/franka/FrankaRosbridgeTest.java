package org.dextwin.arm.franka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.dextwin.api.model.ArmModel;
import org.dextwin.api.model.JointOrder;
import org.dextwin.api.model.JointVector;
import org.dextwin.api.robot.ArmDriver;
import org.dextwin.api.robot.DeviceException;
import org.dextwin.api.robot.DeviceException.Fault;
import org.dextwin.api.robot.JointCommand;
import org.dextwin.api.spi.ComponentUnavailableException;
import org.dextwin.arm.franka.internal.driver.RosbridgeConfig;
import org.dextwin.arm.franka.internal.twin.RosbridgeTwin;
import org.dextwin.devices.loop.ControlLoop;
import org.dextwin.devices.time.SystemClock;
import org.dextwin.testkit.MapSettings;
import org.dextwin.testkit.TestComponentContext;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The driver over a real WebSocket, with the twin behind a server on this machine. */
@Timeout(60)
class FrankaRosbridgeTest {

  private static final double RIGHT = Math.PI / 2;

  private final SystemClock clock = new SystemClock();
  private final ArmModel arm = new FrankaModel(FrankaConfig.Variant.FR3).build();
  private final JointOrder order = arm.robot().motorOrder();
  private final RosbridgeTwin twin =
      FrankaTwinProvider.twinOf(arm.robot(), RosbridgeConfig.DEFAULT, clock);
  private final Server server = new Server(twin);

  /** Passes texts between clients and the twin. */
  private static final class Server extends WebSocketServer {

    private final RosbridgeTwin twin;
    private final Map<WebSocket, RosbridgeTwin.Client> clients = new ConcurrentHashMap<>();
    private final CountDownLatch started = new CountDownLatch(1);

    Server(RosbridgeTwin twin) {
      super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      this.twin = twin;
      setReuseAddr(true);
    }

    @Override
    public void onOpen(WebSocket socket, ClientHandshake handshake) {
      clients.put(
          socket,
          twin.accept(
              text -> {
                if (socket.isOpen()) {
                  socket.send(text);
                }
              }));
    }

    @Override
    public void onMessage(WebSocket socket, String text) {
      clients.get(socket).receive(text);
    }

    @Override
    public void onClose(WebSocket socket, int code, String reason, boolean remote) {
      RosbridgeTwin.Client client = clients.remove(socket);
      if (client != null) {
        client.leave();
      }
    }

    @Override
    public void onError(WebSocket socket, Exception e) {
      // the test sees it at the client
    }

    @Override
    public void onStart() {
      started.countDown();
    }
  }

  @BeforeEach
  void start() throws InterruptedException {
    server.start();
    assertThat(server.started.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @AfterEach
  void end() throws InterruptedException {
    twin.close();
    server.stop(1000);
  }

  private ArmDriver driver(int port) {
    MapSettings settings =
        MapSettings.of(
            Map.of(
                "url",
                "ws://localhost:" + port,
                "safety", // a busy machine may be late
                Map.of("command-timeout-s", 2.0)));
    FrankaRosbridgeProvider provider = new FrankaRosbridgeProvider();
    FrankaRosbridgeProvider.Config config = provider.configure(settings);
    assertThat(settings.problems()).isEmpty();
    return provider.create(config, new TestComponentContext(1)).drive(arm.robot(), arm.flange());
  }

  @Test
  void theArmMovesOverARealWebSocket() {
    JointCommand command =
        new JointCommand(
            new JointVector(
                order, new double[] {0.2, -RIGHT / 2, 0, -3 * RIGHT / 2, 0, RIGHT, RIGHT / 2}));
    try (ArmDriver driver = driver(server.getPort())) {
      driver.connect();
      ControlLoop loop = new ControlLoop(clock, 20, 5);
      loop.run(
          driver,
          tick -> {
            driver.read();
            driver.send(command);
          },
          () -> loop.steps() < 40);
      assertThat(driver.read().position().get("joint1")).isCloseTo(0.2, within(0.01));
    }
  }

  @Test
  void aServerThatGoesAwayIsNoticedInTheMiddleOfARun() throws InterruptedException {
    try (ArmDriver driver = driver(server.getPort())) {
      driver.connect();
      driver.read();
      server.stop(1000);
      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
      DeviceException fault = null;
      while (fault == null && System.nanoTime() < deadline) {
        fault = catchThrowableOfType(DeviceException.class, driver::read);
      }
      assertThat(fault).isNotNull();
      assertThat(fault.fault()).isIn(Fault.DISCONNECTED, Fault.NO_ANSWER, Fault.NOT_CONNECTED);
      assertThat(driver.isConnected()).isFalse();
    }
  }

  @Test
  void aPortThatNobodyListensOnIsNamed() throws Exception {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    try (ArmDriver driver = driver(free)) {
      assertThatThrownBy(driver::connect)
          .isInstanceOf(ComponentUnavailableException.class)
          .hasMessageContaining("no rosbridge listens on ws://localhost:" + free);
    }
  }

  @Test
  void anAddressThatIsNoneIsRefusedWhileConfiguring() {
    MapSettings settings = MapSettings.of(Map.of("url", "localhost:9090"));
    assertThatThrownBy(() -> new FrankaRosbridgeProvider().configure(settings))
        .hasMessageContaining("ws://");
  }
}
