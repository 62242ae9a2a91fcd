package org.dextwin.testkit.robot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.assertj.core.api.Assertions;
import org.dextwin.api.model.Actuator;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.JointOrder;
import org.dextwin.api.model.JointOrderException;
import org.dextwin.api.model.JointVector;
import org.dextwin.api.model.RobotModel;
import org.dextwin.api.robot.DeviceException;
import org.dextwin.api.robot.DeviceException.Fault;
import org.dextwin.api.robot.JointCommand;
import org.dextwin.api.robot.JointDriver;
import org.dextwin.api.robot.JointState;
import org.dextwin.api.spi.Component;
import org.dextwin.testkit.ProviderContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What every driver of joints keeps, whatever it drives; run it on a twin. The driver is that of a
 * hand or an arm whose valid settings name one. Times are those of the clock on the wall.
 *
 * <p><i>Thread safety</i>: confined; JUnit makes one instance per test.
 *
 * @param <T> the role
 * @param <C> the configuration record
 */
@Timeout(120)
public abstract class DeviceContract<T extends Component, C> extends ProviderContract<T, C> {

  /** How far a small motion goes [rad]. */
  private static final double SMALL = 0.08;

  /** How near to its target a joint comes: stiction and quantisation keep it from getting there. */
  private static final double NEAR = 0.03;

  /** How far a reading may lie beyond a limit: joints rest against their stops [rad]. */
  private static final double BEYOND = 0.1;

  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);

  private final List<JointDriver> opened = new ArrayList<>();

  /** For subclasses. */
  protected DeviceContract() {}

  /**
   * Returns the driver of a component.
   *
   * @param component a hand or an arm
   * @return its driver
   */
  protected abstract JointDriver driverOf(T component);

  /**
   * Returns the robot that the driver moves.
   *
   * @param component a hand or an arm
   * @return the model, without what is mounted on it
   */
  protected abstract RobotModel robotOf(T component);

  private JointDriver driver() {
    return opened(driverOf(create()));
  }

  private JointDriver opened(JointDriver driver) {
    opened.add(driver);
    return driver;
  }

  private JointDriver connected() {
    JointDriver driver = driver();
    driver.connect();
    return driver;
  }

  @AfterEach
  final void stopAll() {
    opened.forEach(JointDriver::close);
  }

  private static Fault faultOf(ThrowingCall call) {
    DeviceException e = catchThrowableOfType(DeviceException.class, call::make);
    assertThat(e).as("refusal").isNotNull();
    assertThat(e.getMessage()).as("message of the refusal").isNotBlank();
    assertThat(e.remedy()).as("remedy of '%s'", e.getMessage()).isNotBlank();
    return e.fault();
  }

  private interface ThrowingCall {
    void make();
  }

  private static JointCommand moved(JointState from, double by, RobotModel robot) {
    JointOrder order = from.position().order();
    double[] q = from.position().values(order);
    for (int i = 0; i < q.length; i++) {
      Joint joint = jointOf(robot, order.joints().get(i));
      boolean upwards = q[i] < (joint.lower() + joint.upper()) / 2;
      q[i] += upwards ? by : -by; // towards the middle of its range
    }
    return new JointCommand(new JointVector(order, q));
  }

  private static Joint jointOf(RobotModel robot, String name) {
    return robot.joints().stream()
        .filter(joint -> joint.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static JointCommand holding(JointState state) {
    return new JointCommand(state.position());
  }

  private static double distance(JointVector a, JointVector b) {
    double[] x = a.values(a.order());
    double[] y = b.values(a.order());
    double largest = 0;
    for (int i = 0; i < x.length; i++) {
      largest = Math.max(largest, Math.abs(x[i] - y[i]));
    }
    return largest;
  }

  private static void await(String what, BooleanSupplier condition) {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        Assertions.fail("waited in vain until %s", what);
      }
      Thread.onSpinWait();
    }
  }

  @Test
  final void orderIsThatOfTheMotors() {
    T component = create();
    JointDriver driver = opened(driverOf(component));
    assertThat(driver.order()).as("order").isEqualTo(robotOf(component).motorOrder());
    driver.connect();
    assertThat(driver.read().position().order()).as("order of readings").isEqualTo(driver.order());
  }

  @Test
  final void nothingWorksBeforeConnecting() {
    JointDriver driver = driver();
    assertThat(driver.isConnected()).as("connected before connect()").isFalse();
    assertThat(faultOf(driver::read)).as("read()").isEqualTo(Fault.NOT_CONNECTED);
    assertThat(faultOf(() -> driver.send(new JointCommand(JointVector.zero(driver.order())))))
        .as("send()")
        .isEqualTo(Fault.NOT_CONNECTED);
  }

  @Test
  final void connectingOpensAndClosingCloses() {
    JointDriver driver = connected();
    assertThat(driver.isConnected()).as("connected after connect()").isTrue();
    driver.close();
    assertThat(driver.isConnected()).as("connected after close()").isFalse();
    assertThat(faultOf(driver::read)).as("read() after close()").isNotNull();
    assertThatCode(driver::close).as("the second close()").doesNotThrowAnyException();
  }

  @Test
  final void connectingDoesNotMove() {
    JointDriver driver = connected();
    JointState first = driver.read();
    driver.connect();
    JointState second = driver.read();
    assertThat(distance(first.position(), second.position()))
        .as("motion while connecting [rad]")
        .isLessThan(NEAR);
  }

  @Test
  final void readingsAreWithinTheLimits() {
    T component = create();
    JointDriver driver = opened(driverOf(component));
    driver.connect();
    JointState state = driver.read();
    for (String name : driver.order().joints()) {
      Joint joint = jointOf(robotOf(component), name);
      assertThat(state.position().get(name))
          .as("position of '%s' [rad]", name)
          .isBetween(joint.lower() - BEYOND, joint.upper() + BEYOND);
      assertThat(state.velocity().get(name))
          .as("velocity of '%s' at rest", name)
          .isBetween(-1., 1.);
    }
    assertThat(state.timestampNanos()).as("time of the reading [ns since the epoch]").isPositive();
  }

  @Test
  final void jointsGoWhereTheyAreSent() {
    T component = create();
    JointDriver driver = opened(driverOf(component));
    driver.connect();
    JointCommand command = moved(driver.read(), SMALL, robotOf(component));
    await(
        "the joints are at " + command.position(),
        () -> {
          driver.send(command);
          return distance(command.position(), driver.read().position()) < NEAR;
        });
  }

  @Test
  final void whatWasAppliedIsTheCommandOnceItIsReached() {
    T component = create();
    JointDriver driver = opened(driverOf(component));
    driver.connect();
    JointCommand command = moved(driver.read(), SMALL, robotOf(component));
    await(
        "the command is applied as it is",
        () -> distance(command.position(), driver.send(command).position()) < 5e-3);
  }

  @Test
  final void targetsDoNotJump() {
    T component = create();
    JointDriver driver = opened(driverOf(component));
    driver.connect();
    JointState start = driver.read();
    long begin = System.nanoTime();
    JointCommand applied = driver.send(moved(start, 10, robotOf(component)));
    double seconds = (System.nanoTime() - begin) * 1e-9 + 0.1; // and what passed before
    for (Actuator motor : robotOf(component).actuators()) {
      assertThat(
              Math.abs(applied.position().get(motor.joint()) - start.position().get(motor.joint())))
          .as("first step of '%s' towards a target far away [rad]", motor.joint())
          .isLessThan(motor.velocityLimit() * seconds + NEAR);
    }
  }

  @Test
  final void commandsBeyondTheLimitsAreCutDown() {
    T component = create();
    JointDriver driver = opened(driverOf(component));
    driver.connect();
    JointCommand far = moved(driver.read(), 100, robotOf(component));
    for (int i = 0; i < 50; i++) {
      JointCommand applied = driver.send(far);
      for (String name : driver.order().joints()) {
        Joint joint = jointOf(robotOf(component), name);
        assertThat(applied.position().get(name))
            .as("applied target of '%s' [rad]", name)
            .isBetween(joint.lower(), joint.upper());
      }
    }
  }

  @Test
  final void infiniteTargetsStopTheDevice() {
    JointDriver driver = connected();
    double[] q = driver.read().position().values(driver.order());
    q[0] = Double.POSITIVE_INFINITY;
    JointCommand infinite = new JointCommand(new JointVector(driver.order(), q));
    assertThat(faultOf(() -> driver.send(infinite))).isEqualTo(Fault.INVALID_COMMAND);
    assertThat(driver.isConnected()).as("connected after a fault").isFalse();
    assertThat(faultOf(driver::read)).as("read() after a fault").isEqualTo(Fault.INVALID_COMMAND);
  }

  @Test
  final void otherOrdersAreRefused() {
    JointDriver driver = connected();
    List<String> reversed = new ArrayList<>(driver.order().joints());
    Collections.reverse(reversed);
    JointVector wrong = JointVector.zero(new JointOrder("reversed", reversed));
    assertThatThrownBy(() -> driver.send(new JointCommand(wrong)))
        .as("a command in another order")
        .isInstanceOf(JointOrderException.class);
  }

  @Test
  final void stopWorksFromAnyThread() throws InterruptedException {
    JointDriver driver = connected();
    JointState state = driver.read();
    driver.send(holding(state));
    List<Throwable> thrown = new ArrayList<>();
    Thread other = new Thread(driver::stop);
    other.setUncaughtExceptionHandler((thread, e) -> thrown.add(e));
    other.start();
    other.join();
    assertThat(thrown).as("what stop() threw").isEmpty();
    assertThat(faultOf(() -> driver.send(holding(state)))).isEqualTo(Fault.STOPPED);
  }

  @Test
  final void stopNeverThrows() {
    JointDriver driver = driver();
    assertThatCode(driver::stop).as("stop() before connect()").doesNotThrowAnyException();
    driver.connect();
    assertThatCode(driver::stop).as("stop()").doesNotThrowAnyException();
    assertThatCode(driver::stop).as("the second stop()").doesNotThrowAnyException();
    driver.close();
    assertThatCode(driver::stop).as("stop() after close()").doesNotThrowAnyException();
  }

  @Test
  final void connectingAnewEndsAStop() {
    JointDriver driver = connected();
    driver.stop();
    driver.connect();
    JointState state = driver.read();
    assertThat(driver.isConnected()).as("connected again").isTrue();
    assertThatCode(() -> driver.send(holding(state))).doesNotThrowAnyException();
  }

  @Test
  final void aDeviceWithoutCommandsStops() {
    JointDriver driver = connected();
    driver.send(holding(driver.read()));
    await("the driver notices that no command comes", () -> !driver.isConnected());
    assertThat(faultOf(driver::read)).isEqualTo(Fault.STALE_COMMAND);
  }
}
