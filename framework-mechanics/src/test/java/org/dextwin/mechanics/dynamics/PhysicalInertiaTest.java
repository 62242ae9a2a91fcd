package org.dextwin.mechanics.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.SymmetricMatrix3;
import org.dextwin.api.math.Vec3;
import org.junit.jupiter.api.Test;

class PhysicalInertiaTest {

  @Test
  void bodiesKeepTheirInertia() {
    SymmetricMatrix3 rod = SymmetricMatrix3.diagonal(1, 1, 0.1);

    assertThat(PhysicalInertia.excess(rod)).isLessThan(0);
    assertThat(PhysicalInertia.nearest(rod)).isSameAs(rod);
  }

  @Test
  void smallerMomentsGrowByHalfOfWhatIsMissing() {
    SymmetricMatrix3 mended = PhysicalInertia.nearest(SymmetricMatrix3.diagonal(1, 2, 4));

    assertThat(PhysicalInertia.excess(SymmetricMatrix3.diagonal(1, 2, 4)))
        .isCloseTo(1 / 3.0, within(1e-12));
    assertThat(mended.xx()).isCloseTo(1.5, within(1e-12));
    assertThat(mended.yy()).isCloseTo(2.5, within(1e-12));
    assertThat(mended.zz()).isCloseTo(4, within(1e-12));
  }

  @Test
  void mendingDoesNotDependOnTheFrame() {
    Random random = new Random(2);
    for (int i = 0; i < 100; i++) {
      Quat R =
          Quat.exp(new Vec3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian()));
      SymmetricMatrix3 wrong =
          SymmetricMatrix3.diagonal(random.nextDouble(), random.nextDouble(), 2.5);
      SymmetricMatrix3 mended = PhysicalInertia.nearest(wrong.rotated(R));

      assertThat(PhysicalInertia.excess(mended)).isCloseTo(0, within(1e-9));
      SymmetricMatrix3 back = mended.rotated(R.inverse());
      SymmetricMatrix3 expected = PhysicalInertia.nearest(wrong);
      assertThat(back.xx()).isCloseTo(expected.xx(), within(1e-12));
      assertThat(back.yy()).isCloseTo(expected.yy(), within(1e-12));
      assertThat(back.zz()).isCloseTo(2.5, within(1e-12));
      assertThat(back.xy()).isCloseTo(0, within(1e-12));
    }
  }
}
