package org.dextwin.sim.mujoco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dextwin.api.sim.Actuation;
import org.dextwin.api.sim.BodyStates;
import org.dextwin.api.sim.ControlSequence;
import org.dextwin.api.sim.Parameters;
import org.dextwin.api.sim.Simulation;
import org.dextwin.api.sim.SimulationException;
import org.dextwin.api.sim.SimulationState;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.sim.mujoco.internal.engine.ModelRefusedException;
import org.dextwin.sim.mujoco.internal.engine.NativeData;
import org.dextwin.sim.mujoco.internal.engine.NativeModel;
import org.dextwin.sim.mujoco.internal.library.NativeThread;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Each fault ends in an error that says what to do; the JVM and the next simulation live on. */
@Timeout(60)
class FaultTest {

  private static final String BALL =
      "<worldbody><body name='ball' pos='0 0 1'><freejoint/><geom size='0.1'/></body></worldbody>";

  @TempDir Path folder;

  @AfterEach
  void theNextSimulationWorks() {
    try (Simulation simulation = open(BALL)) {
      simulation.step(Actuation.NONE, 100);
      // z = 1 - g t^2 / 2, one step of 0.002 s more at first order
      assertThat(simulation.bodies().pose("ball").position().z()).isBetween(0.79, 0.81);
    }
  }

  private Simulation open(String content) {
    return TestEngine.simulator().open(TestEngine.model(folder, content));
  }

  private AbstractThrowableAssert<?, ?> refusal(String content) {
    return assertThatCode(() -> open(content).close()).isInstanceOf(InvalidInputException.class);
  }

  @Test
  void malformedXmlIsNamedWithItsLine() {
    refusal("<worldbody>\n<body>\n</worldbody>").hasMessageContaining("model.xml:4");
  }

  @Test
  void unknownElementIsNamedByTheEngine() {
    refusal("<worldbody><boddy/></worldbody>").hasMessageContainingAll("model.xml", "boddy");
  }

  @Test
  void missingFileIsNamed() {
    assertThatCode(() -> TestEngine.simulator().open(folder.resolve("nothing.xml")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("nothing.xml");
  }

  @Test
  void missingMeshIsNamedWithFileAndLine() {
    refusal("<asset>\n<mesh name='a' file='no-such.stl'/>\n</asset>" + BALL)
        .hasMessageContainingAll("model.xml:3", "no-such.stl", folder.toString());
  }

  @Test
  void missingIncludeIsNamedWithFileAndLine() {
    refusal("\n<include file='elsewhere.xml'/>" + BALL)
        .hasMessageContainingAll("model.xml:3", "elsewhere.xml");
  }

  @Test
  void brokenMeshIsNamed() {
    TestEngine.write(folder.resolve("broken.stl"), "this is no mesh");
    refusal(
            "<asset><mesh name='a' file='broken.stl'/></asset><worldbody><body><geom type='mesh'"
                + " mesh='a'/></body></worldbody>")
        .hasMessageContaining("model.xml");
  }

  @Test
  void bombIsRefused() {
    Path file =
        TestEngine.write(
            folder.resolve("bomb.xml"),
            "<?xml version='1.0'?>\n<!DOCTYPE mujoco [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b"
                + " '&a;&a;&a;&a;&a;'>]>\n<mujoco model='&b;'/>");
    assertThatCode(() -> TestEngine.simulator().open(file))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll("bomb.xml:2", "entities");
  }

  @Test
  void multiplyingElementsAreRefused() {
    refusal("<worldbody><replicate count='1000'><replicate count='5000'/></replicate></worldbody>")
        .hasMessageContaining("replicate");
  }

  @Test
  void deepNestingIsRefused() {
    String content = "<body>".repeat(5000) + "</body>".repeat(5000);
    refusal("<worldbody>" + content + "</worldbody>").hasMessageContaining("nested");
  }

  @Test
  void externalEntityIsRefused() {
    Path secret = TestEngine.write(folder.resolve("secret.txt"), "secret");
    Path file =
        TestEngine.write(
            folder.resolve("external.xml"),
            "<!DOCTYPE mujoco [<!ENTITY x SYSTEM '" + secret.toUri() + "'>]><mujoco>&x;</mujoco>");
    assertThatCode(() -> TestEngine.simulator().open(file))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("external.xml:1")
        .hasMessageNotContaining("secret.txt'>");
  }

  @Test
  void includeCircleEnds() {
    TestEngine.write(folder.resolve("circle.xml"), "<mujoco><include file='model.xml'/></mujoco>");
    refusal("<include file='circle.xml'/>" + BALL).hasMessageContaining("model.xml");
  }

  @Test
  void nanControlIsRefused() {
    assertThatCode(() -> new Actuation(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    assertThatCode(() -> new ControlSequence(1, 1, new double[] {Double.NaN}, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void hugeControlIsReported() {
    try (Simulation simulation = open(ModelFileTest.ZOO)) {
      assertThatCode(() -> simulation.step(new Actuation(1e20, 0, 0), 5))
          .isInstanceOf(SimulationException.class)
          .hasMessageContaining("arm");
    }
  }

  @Test
  void explodingModelNamesBodyAndTime() {
    String stiff =
        """
        <option timestep="0.01"/>
        <worldbody>
          <body name="arm"><joint name="elbow" axis="0 1 0" stiffness="1e9"/>
            <geom type="capsule" size="0.02" fromto="0 0 0 0.3 0 0" mass="0.01"/></body>
        </worldbody>
        """;
    try (Simulation simulation = open(stiff)) {
      SimulationState start = simulation.state();
      double[] q = start.q();
      q[0] = 0.5;
      SimulationState moved = new SimulationState(0, q, start.v(), start.internal());
      simulation.restore(moved);
      assertThatCode(() -> simulation.step(Actuation.NONE, 1000))
          .isInstanceOf(SimulationException.class)
          .hasMessageContainingAll("elbow", "t = ", "time step of 0.01");
      assertThatCode(() -> simulation.step(Actuation.NONE, 1))
          .as("a step after the end")
          .isInstanceOf(SimulationException.class)
          .hasMessageContaining("restore");
      simulation.restore(start);
      simulation.step(Actuation.NONE, 1);
      assertThat(simulation.state().time()).isEqualTo(0.01);
    }
  }

  @Test
  void fullContactBufferIsReported() {
    boolean arena = TestEngine.library().version().major() >= 3;
    StringBuilder boxes = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      boxes
          .append("<body pos='" + 0.1 * i + " 0 0.019'><freejoint/>")
          .append("<geom type='box' size='0.02 0.02 0.02'/></body>\n");
    }
    String content =
        (arena ? "<size memory='100K'/>" : "<size nconmax='3' njmax='500'/>")
            + "<worldbody><geom type='plane' size='9 9 1'/>\n"
            + boxes
            + "</worldbody>";
    try (Simulation simulation = open(content)) {
      assertThatCode(() -> simulation.step(Actuation.NONE, 5))
          .isInstanceOf(SimulationException.class)
          .hasMessageContaining("max-contacts");
    }
  }

  @Test
  void engineErrorFailsTheCallAndNothingElse() throws ModelRefusedException {
    NativeModel model = NativeModel.load(TestEngine.library(), TestEngine.model(folder, BALL));
    NativeData data = new NativeData(model);
    int lost = NativeThread.lost();
    model.struct().setInteger("opt.integrator", 99);
    assertThatCode(() -> data.guarded(data::step))
        .isInstanceOf(SimulationException.class)
        .hasMessageContaining("integrator");
    assertThat(NativeThread.lost()).isEqualTo(lost + 1);
    assertThatCode(() -> data.guarded(data::step))
        .as("another step")
        .isInstanceOf(SimulationException.class)
        .hasMessageContaining("open a new one");
    data.close();
    model.close();
  }

  @Test
  void useAfterCloseIsRefusedAlsoThroughViews() {
    Simulation simulation = open(BALL);
    BodyStates bodies = simulation.bodies();
    Parameters parameters = simulation.parameters();
    simulation.close();
    List<ThrowingCallable> uses =
        List.of(
            () -> bodies.pose("ball"),
            () -> bodies.twist("ball"),
            () -> parameters.get("ball.mass"),
            () -> parameters.set("ball.mass", 1),
            simulation::joints,
            () -> simulation.step(Actuation.NONE, 1));
    for (ThrowingCallable use : uses) {
      assertThatCode(use).isInstanceOf(IllegalStateException.class).hasMessageContaining("closed");
    }
  }

  @Test
  void twoThreadsOnOneSimulationAreRefused() throws Exception {
    ExecutorService other = Executors.newSingleThreadExecutor();
    try (Simulation simulation = open(BALL)) {
      CountDownLatch started = new CountDownLatch(1);
      Future<?> running =
          other.submit(
              () -> {
                started.countDown();
                simulation.step(Actuation.NONE, 200_000);
              });
      started.await();
      Throwable refused = null;
      while (refused == null && !running.isDone()) {
        try {
          simulation.state();
        } catch (IllegalStateException e) {
          refused = e;
        }
      }
      try {
        running.get();
      } catch (ExecutionException e) {
        refused = e.getCause(); // it was the other that came second
      }
      assertThat(refused)
          .as("one of two uses at a time")
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("two threads");
      double before = simulation.state().time();
      simulation.step(Actuation.NONE, 1);
      assertThat(simulation.state().time()).isGreaterThan(before);
    } finally {
      other.shutdown();
    }
  }
}
