package org.dextwin.sim.semiimplicit;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Scene;
import org.dextwin.api.sim.ControlSequence;
import org.dextwin.api.sim.StateCotangents;
import org.dextwin.sim.semiimplicit.integration.SemiImplicitEulerProvider;
import org.junit.jupiter.api.Test;

class LongGradientTest {

  @Test
  void theGradientOfTenThousandStepsTakesAFewMegabytes() {
    Scene scene =
        TestWorlds.scene(
            Vec3.ZERO, TestWorlds.asymmetricTop("top", Vec3.ZERO, new Vec3(1, 2, 3), Vec3.ZERO));
    var integrator = TestWorlds.integrator(new SemiImplicitEulerProvider());
    try (var simulation = TestWorlds.open(scene, 1e-4, integrator)) {
      simulation.rollout(ControlSequence.idle(100));
      var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
      long before = threads.getCurrentThreadAllocatedBytes();
      var trajectory = simulation.rollout(ControlSequence.idle(10_000));
      var cotangents = new StateCotangents(trajectory);
      cotangents.addPosition(10_000, 3, 1);
      var gradient = simulation.backward(trajectory, cotangents);
      long allocated = threads.getCurrentThreadAllocatedBytes() - before;
      assertThat(gradient.initialPosition()[3]).isNotZero();
      // 13 numbers of the state and 12 cotangents per step
      assertThat(allocated).isBetween(10_000L * 25 * 8, 10_000L * 25 * 8 + 200_000);
    }
  }
}
