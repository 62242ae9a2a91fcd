package org.dextwin.testkit.robot;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dextwin.api.model.JointOrder;
import org.dextwin.api.model.JointVector;
import org.dextwin.api.robot.DeviceException;
import org.dextwin.api.robot.Hand;
import org.dextwin.api.robot.HandDriver;
import org.dextwin.api.robot.JointCommand;
import org.dextwin.api.robot.JointState;
import org.dextwin.testkit.FakeProvider;
import org.dextwin.testkit.Intercept;
import org.dextwin.testkit.Sabotage;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every test of the device contract sees the fault that it is there for. */
class DeviceSabotageTest {

  @TestFactory
  Stream<DynamicTest> faultsAreSeen() {
    return Sabotage.tests(FakeDriverTest.class, all());
  }

  @Test
  void everyTestHasASabotage() {
    Sabotage.assertAllSabotaged(DeviceContract.class, all());
  }

  private static List<Sabotage> all() {
    return List.of(
        driver(
            "orderIsThatOfTheMotors",
            "kinematic order",
            "order",
            call -> {
              JointOrder order = (JointOrder) call.proceed();
              return new JointOrder("other", order.joints());
            }),
        driver(
            "nothingWorksBeforeConnecting",
            "connects by itself",
            "read",
            call -> {
              ((HandDriver) call.target()).connect();
              return call.proceed();
            }),
        driver("connectingOpensAndClosingCloses", "never closes", "close", call -> null),
        driver(
            "connectingDoesNotMove",
            "drifts",
            "read",
            call -> moved((JointState) call.proceed(), (double) (System.nanoTime() % 1000))),
        driver(
            "readingsAreWithinTheLimits",
            "degrees",
            "read",
            call -> moved((JointState) call.proceed(), 30)),
        driver(
            "jointsGoWhereTheyAreSent",
            "does nothing",
            "send",
            call -> call.argument(0, JointCommand.class)),
        driver(
            "whatWasAppliedIsTheCommandOnceItIsReached",
            "reports something else",
            "send",
            call -> {
              JointCommand applied = (JointCommand) call.proceed();
              return new JointCommand(shifted(applied.position(), 1));
            }),
        driver(
            "targetsDoNotJump",
            "passes commands on",
            "send",
            call -> {
              call.proceed();
              return call.argument(0, JointCommand.class);
            }),
        driver(
            "commandsBeyondTheLimitsAreCutDown",
            "passes commands on",
            "send",
            call -> {
              call.proceed();
              return call.argument(0, JointCommand.class);
            }),
        driver(
            "infiniteTargetsStopTheDevice",
            "holds still instead",
            "send",
            call -> new JointCommand(JointVector.zero(((HandDriver) call.target()).order()))),
        driver(
            "otherOrdersAreRefused",
            "takes any order",
            "send",
            call -> {
              JointCommand command = call.argument(0, JointCommand.class);
              JointOrder order = ((HandDriver) call.target()).order();
              return call.proceedWith(new JointCommand(command.position().in(order)));
            }),
        driver("stopWorksFromAnyThread", "goes on", "stop", call -> null),
        driver(
            "stopNeverThrows",
            "complains",
            "stop",
            call -> {
              throw new DeviceException(DeviceException.Fault.NO_ANSWER, "no", "no");
            }),
        driver(
            "connectingAnewEndsAStop",
            "stays stopped",
            "connect",
            call -> {
              Object done = call.proceed();
              ((HandDriver) call.target()).stop();
              return done;
            }),
        driver(
            "aDeviceWithoutCommandsStops",
            "keeps itself alive",
            "isConnected",
            call -> {
              HandDriver target = (HandDriver) call.target();
              target.send(new JointCommand(JointVector.zero(target.order())));
              return call.proceed();
            }));
  }

  private static JointState moved(JointState state, double by) {
    return new JointState(
        state.timestampNanos(),
        shifted(state.position(), by),
        state.velocity(),
        state.effort(),
        state.temperature());
  }

  private static JointVector shifted(JointVector vector, double by) {
    double[] values = vector.values(vector.order());
    for (int i = 0; i < values.length; i++) {
      values[i] += by;
    }
    return new JointVector(vector.order(), values);
  }

  private static Sabotage driver(
      String test, String fault, String method, Intercept.Behaviour behaviour) {
    return new Sabotage(
        test,
        fault,
        FakeProvider.like(new FakeDrivenHandProvider())
            .withFault(
                hand -> {
                  HandDriver honest = hand.driver().orElseThrow();
                  HandDriver faulty = Intercept.method(HandDriver.class, honest, method, behaviour);
                  return Intercept.method(Hand.class, hand, "driver", call -> Optional.of(faulty));
                }));
  }
}
