package org.dextwin.hand.allegro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Actuator;
import org.dextwin.api.model.Finger;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.Link;
import org.dextwin.mechanics.kinematics.KinematicTree;
import org.dextwin.mechanics.kinematics.LinkPoses;
import org.dextwin.testkit.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllegroModelTest {

  private static final HandModel RIGHT = new AllegroModel(HandModel.Side.RIGHT).build();
  private static final HandModel LEFT = new AllegroModel(HandModel.Side.LEFT).build();

  /**
   * Joint angles, then the tips' places that a program of its own found with the published MJCF.
   */
  private static final double[][][] GOLDEN = {
    {
      new double[16],
      {0.0000000, 0.0553096, 0.1334424},
      {0.0000000, 0.0000000, 0.1362000},
      {0.0000000, -0.0553096, 0.1334424},
      {-0.0132000, 0.1677040, -0.0860711},
    },
    {
      {
        0, 0.707, 0.768, 0.696, 0, 0.707, 0.768, 0.696, 0, 0.707, 0.768, 0.696, 0.83, 0.529, 0.728,
        0.778
      },
      {0.0953333, 0.0475135, 0.0443322},
      {0.0953333, 0.0000000, 0.0467495},
      {0.0953333, -0.0475135, 0.0443322},
      {0.0840402, 0.0570684, -0.0101725},
    },
    {
      {
        -0.264, 0.989, 0.003, 0.753, 0.441, 0.538, 1.415, 0.292, 0.206, 0.086, 0.944, -0.169, 0.794,
        1.044, 0.441, 1.308
      },
      {0.0999693, 0.0220233, 0.0630276},
      {0.0761063, 0.0359224, 0.0324817},
      {0.0565881, -0.0410780, 0.1064493},
      {0.0927059, 0.0446207, -0.0432196},
    },
    {
      {
        0.206, -0.14, 0.473, 0.984, 0.441, 0.312, 0.944, 1.445, -0.264, 0.763, 1.415, 0.061, 0.794,
        0.886, -0.017, 0.602
      },
      {0.0302090, 0.0596255, 0.1103444},
      {0.0583072, 0.0275211, 0.0562324},
      {0.0867010, -0.0683265, 0.0133275},
      {0.1003929, 0.1030347, -0.0661372},
    },
  };

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void fingertipsAreWhereThePublishedModelHasThem(int pose) {
    List<Vec3> tips = tips(RIGHT, GOLDEN[pose][0]);

    for (int finger = 0; finger < 4; finger++) {
      Vec3 expected = Vec3.of(GOLDEN[pose][finger + 1], 0);
      assertThat(tips.get(finger).distanceTo(expected))
          .as("tip of %s in pose %s [m]", RIGHT.fingers().get(finger).name(), pose)
          .isLessThan(1e-5);
    }
  }

  @Test
  void fingertipsFollowThePublishedFile() throws Exception {
    PublishedModel published =
        PublishedModel.read(SharedData.require("hand-models").resolve("allegro-right.xml"));
    double[] heights = RIGHT.fingers().stream().mapToDouble(finger -> finger.tip().z()).toArray();
    Random random = new Random(5);
    for (int i = 0; i < 50; i++) {
      double[] q = randomAngles(random);
      List<Vec3> expected = published.tips(q, heights);
      List<Vec3> found = tips(RIGHT, q);
      for (int finger = 0; finger < 4; finger++) {
        assertThat(found.get(finger).distanceTo(expected.get(finger))).isLessThan(1e-6);
      }
    }
    List<double[]> ranges = published.ranges();
    for (int i = 0; i < 16; i++) {
      Joint joint = RIGHT.robot().movingJoints().get(i);
      assertThat(new double[] {joint.lower(), joint.upper()}).containsExactly(ranges.get(i));
    }
  }

  @Test
  void leftHandIsTheRightOneReflected() {
    Random random = new Random(6);
    for (int i = 0; i < 50; i++) {
      double[] q = randomAngles(random);
      double[] reflected = q.clone();
      for (int finger = 0; finger < 3; finger++) {
        reflected[4 * finger] = -q[4 * finger]; // side to side: to +y on both hands
      }
      List<Vec3> right = tips(RIGHT, q);
      List<Vec3> left = tips(LEFT, reflected);
      for (int finger = 0; finger < 4; finger++) {
        Vec3 r = right.get(finger);
        assertThat(left.get(finger).distanceTo(new Vec3(r.x(), -r.y(), r.z()))).isLessThan(1e-12);
      }
    }
  }

  @Test
  void centersOfMassAreReflected() {
    for (Link link : RIGHT.robot().links()) {
      Vec3 right = link.mass().orElseThrow().centerOfMass();
      Vec3 left = LEFT.robot().link(link.name()).mass().orElseThrow().centerOfMass();
      assertThat(left).isEqualTo(new Vec3(right.x(), 0.0 - right.y(), right.z()));
    }
  }

  @Test
  void weighsWhatWonikSays() {
    double mass =
        RIGHT.robot().links().stream().mapToDouble(link -> link.mass().orElseThrow().mass()).sum();

    assertThat(mass)
        .isCloseTo(
            0.4154
                + 3 * (0.0119 + 0.065 + 0.0355 + 0.0096 + 0.0168)
                + (0.0176 + 0.0119 + 0.038 + 0.0388 + 0.0168),
            within(1e-12));
  }

  @Test
  void jointsFollowTheMotorsFingerByFinger() {
    assertThat(RIGHT.fingers())
        .extracting(Finger::name)
        .containsExactly("index", "middle", "ring", "thumb");
    assertThat(RIGHT.fingers()).allSatisfy(finger -> assertThat(finger.joints()).hasSize(4));
    assertThat(RIGHT.robot().motorOrder().joints())
        .isEqualTo(RIGHT.robot().kinematicOrder().joints())
        .startsWith("index-base-joint", "index-proximal-joint")
        .endsWith("thumb-medial-joint", "thumb-distal-joint")
        .hasSize(16);
    assertThat(RIGHT.robot().motorOrder().name()).isEqualTo("allegro-right-motor");
    assertThat(RIGHT.robot().actuators()).extracting(Actuator::torqueLimit).containsOnly(0.7);
  }

  @Test
  void flexingBringsTheFingertipsInFrontOfThePalm() {
    double[] open = new double[16];
    double[] closed = {0, 1, 1, 1, 0, 1, 1, 1, 0, 1, 1, 1, 0, 0, 0, 0};

    for (HandModel hand : List.of(RIGHT, LEFT)) {
      for (int finger = 0; finger < 3; finger++) {
        assertThat(tips(hand, closed).get(finger).x())
            .isGreaterThan(tips(hand, open).get(finger).x() + 0.05);
      }
    }
  }

  private static double[] randomAngles(Random random) {
    return RIGHT.robot().movingJoints().stream()
        .mapToDouble(joint -> joint.lower() + random.nextDouble() * (joint.upper() - joint.lower()))
        .toArray();
  }

  private static List<Vec3> tips(HandModel hand, double[] q) {
    KinematicTree tree = new KinematicTree(hand.robot());
    LinkPoses poses = tree.newPoses();
    tree.forward(q, 0, poses);
    List<Vec3> tips = new ArrayList<>();
    for (Finger finger : hand.fingers()) {
      tips.add(poses.point(tree.linkIndex(finger.tipLink()), finger.tip()));
    }
    return tips;
  }
}
