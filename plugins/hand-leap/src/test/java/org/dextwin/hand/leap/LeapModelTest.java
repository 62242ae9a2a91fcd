package org.dextwin.hand.leap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Finger;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.JointVector;
import org.dextwin.api.model.RobotModel;
import org.dextwin.mechanics.kinematics.KinematicTree;
import org.dextwin.mechanics.kinematics.LinkPoses;
import org.dextwin.mechanics.mjcf.MjcfReader;
import org.dextwin.testkit.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeapModelTest {

  private static final HandModel HAND = new LeapModel().build();

  /**
   * Joint angles in the kinematic order, then the tips' places that a program of its own found with
   * the published MJCF.
   */
  private static final double[][][] GOLDEN = {
    {
      {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0},
      {0.1181999, 0.0076004, -0.0195002},
      {0.1180999, -0.0377996, -0.0195002},
      {0.1180999, -0.0831996, -0.0195002},
      {-0.0822999, 0.1247001, -0.0219002},
    },
    {
      {
        0.958, 0.0, 0.69, 0.838, 0.958, 0.0, 0.69, 0.838, 0.958, 0.0, 0.69, 0.838, 0.872, 0.872,
        0.715, 0.27
      },
      {-0.0084348, 0.0076002, -0.1205369},
      {-0.0085348, -0.0377998, -0.1205369},
      {-0.0085240, -0.0831998, -0.1205269},
      {-0.0371453, 0.0171405, -0.1276921},
    },
    {
      {
        0.291, 0.093, 0.379, 1.088, 1.278, -0.91, -0.475, 1.651, 0.346, -0.556, 1.875, 0.766, 1.694,
        0.815, 1.045, -0.855
      },
      {0.0649372, 0.0027506, -0.0924010},
      {-0.0018761, 0.0106676, -0.0967314},
      {-0.0104977, -0.0975218, -0.0732901},
      {-0.0486558, -0.0495742, -0.1182121},
    },
    {
      {
        1.301, 0.771, 0.745, 1.419, 1.394, -0.913, 1.307, 1.057, 0.452, -0.982, 1.563, 0.772, 1.407,
        1.798, 1.222, 1.626
      },
      {-0.0460491, -0.0070660, -0.0843108},
      {-0.0603651, -0.0384323, -0.0668722},
      {-0.0044169, -0.0908075, -0.0898954},
      {-0.0955864, -0.0563744, -0.0320165},
    },
  };

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void fingertipsAreWhereThePublishedModelHasThem(int pose) {
    List<Vec3> tips = tips(HAND.robot(), HAND.fingers(), GOLDEN[pose][0]);

    for (int finger = 0; finger < 4; finger++) {
      Vec3 expected = Vec3.of(GOLDEN[pose][finger + 1], 0);
      assertThat(tips.get(finger).distanceTo(expected))
          .as("tip of %s in pose %s [m]", HAND.fingers().get(finger).name(), pose)
          .isLessThan(1e-5);
    }
  }

  @Test
  void fingertipsFollowThePublishedFile() {
    RobotModel published =
        MjcfReader.read(
                SharedData.require("hand-models").resolve("leap-right.xml"),
                MjcfReader.MissingMeshes.LEAVE_OUT)
            .model();
    List<Finger> publishedFingers = new ArrayList<>();
    for (Finger finger : HAND.fingers()) {
      publishedFingers.add(
          new Finger(
              finger.name(), List.of(), published(finger.name()) + "_ds", finger.tip(), 0.01));
    }
    Random random = new Random(5);
    for (int i = 0; i < 50; i++) {
      double[] q = randomAngles(random);
      Map<String, Double> angles = new HashMap<>();
      for (int j = 0; j < q.length; j++) {
        angles.put(publishedName(HAND.robot().movingJoints().get(j).name()), q[j]);
      }
      double[] publishedQ =
          published.movingJoints().stream()
              .mapToDouble(joint -> angles.get(joint.name()))
              .toArray();
      List<Vec3> found = tips(HAND.robot(), HAND.fingers(), q);
      List<Vec3> expected = tips(published, publishedFingers, publishedQ);
      for (int finger = 0; finger < 4; finger++) {
        assertThat(found.get(finger).distanceTo(expected.get(finger))).isLessThan(1e-5);
      }
    }
  }

  @Test
  void limitsAreNeverWiderThanThePublishedOnes() {
    RobotModel published =
        MjcfReader.read(
                SharedData.require("hand-models").resolve("leap-right.xml"),
                MjcfReader.MissingMeshes.LEAVE_OUT)
            .model();
    Map<String, Joint> byName = new HashMap<>();
    published.movingJoints().forEach(joint -> byName.put(joint.name(), joint));
    for (Joint joint : HAND.robot().movingJoints()) {
      Joint other = byName.get(publishedName(joint.name()));
      if (joint.name().equals("thumb-mcp")) { // the URDF stops it earlier
        assertThat(joint.upper()).isEqualTo(1.9).isLessThan(other.upper());
        assertThat(joint.lower()).isEqualTo(other.lower());
      } else {
        assertThat(new double[] {joint.lower(), joint.upper()})
            .as("limits of %s", joint.name())
            .containsExactly(other.lower(), other.upper());
      }
    }
  }

  @Test
  void weighsWhatTheUrdfSays() {
    double mass =
        HAND.robot().links().stream().mapToDouble(link -> link.mass().orElseThrow().mass()).sum();

    assertThat(mass)
        .isCloseTo(
            0.237 + 3 * (0.044 + 0.032 + 0.037 + 0.016) + (0.032 + 0.003 + 0.038 + 0.049),
            within(1e-12));
  }

  @Test
  void everyCenterOfMassLiesWithinTheLinksReach() {
    HAND.robot()
        .links()
        .forEach(
            link -> {
              double nearest =
                  link.colliders().stream()
                      .mapToDouble(
                          collider ->
                              collider
                                  .position()
                                  .distanceTo(link.mass().orElseThrow().centerOfMass()))
                      .min()
                      .orElseThrow();
              assertThat(nearest).as("centre of mass of %s", link.name()).isLessThan(0.03);
            });
  }

  /** Positive forward angles bend all fingers towards the front of the palm, -z. */
  @Test
  void flexingBringsTheFingertipsInFrontOfThePalm() {
    JointVector open = JointVector.zero(HAND.robot().kinematicOrder());
    double[] bent = new double[16];
    for (int finger = 0; finger < 3; finger++) {
      bent[4 * finger] = 1;
      bent[4 * finger + 2] = 1;
      bent[4 * finger + 3] = 0.5;
    }
    List<Vec3> before =
        tips(HAND.robot(), HAND.fingers(), open.values(HAND.robot().kinematicOrder()));
    List<Vec3> after = tips(HAND.robot(), HAND.fingers(), bent);

    for (int finger = 0; finger < 3; finger++) {
      assertThat(after.get(finger).z()).isLessThan(before.get(finger).z() - 0.05);
    }
  }

  private static String publishedName(String joint) {
    int dash = joint.indexOf('-');
    return published(joint.substring(0, dash)) + "_" + joint.substring(dash + 1);
  }

  private static String published(String finger) {
    return switch (finger) {
      case "index" -> "if";
      case "middle" -> "mf";
      case "ring" -> "rf";
      default -> "th";
    };
  }

  private static double[] randomAngles(Random random) {
    return HAND.robot().movingJoints().stream()
        .mapToDouble(joint -> joint.lower() + random.nextDouble() * (joint.upper() - joint.lower()))
        .toArray();
  }

  private static List<Vec3> tips(RobotModel robot, List<Finger> fingers, double[] q) {
    KinematicTree tree = new KinematicTree(robot);
    LinkPoses poses = tree.newPoses();
    tree.forward(q, 0, poses);
    return fingers.stream()
        .map(finger -> poses.point(tree.linkIndex(finger.tipLink()), finger.tip()))
        .toList();
  }
}
