package org.dextwin.arm.franka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.SymmetricMatrix3;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Actuator;
import org.dextwin.api.model.ArmModel;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.Link;
import org.dextwin.api.model.RobotModel;
import org.dextwin.mechanics.kinematics.KinematicTree;
import org.dextwin.mechanics.kinematics.LinkPoses;
import org.dextwin.mechanics.mjcf.MjcfReader;
import org.dextwin.mechanics.mjcf.MjcfWriter;
import org.dextwin.testkit.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FrankaModelTest {

  private static final ArmModel FER = new FrankaModel(FrankaConfig.Variant.FER).build();
  private static final double QUARTER = Math.PI / 4;

  @ParameterizedTest
  @EnumSource(FrankaConfig.Variant.class)
  void flangeIsWhereTheTableHasIt(FrankaConfig.Variant variant) {
    ArmModel arm = new FrankaModel(variant).build();
    double[] ready = {0, -QUARTER, 0, -3 * QUARTER, 0, 2 * QUARTER, QUARTER};

    assertThat(flange(arm, new double[7]).position().distanceTo(new Vec3(0.088, 0, 0.926)))
        .isLessThan(1e-12);
    assertThat(flange(arm, ready).position().distanceTo(new Vec3(0.30689, 0, 0.59028)))
        .isLessThan(1e-5);
    // in the ready pose the flange looks down
    assertThat(flange(arm, ready).rotation().rotate(Vec3.Z).distanceTo(Vec3.Z.negated()))
        .isLessThan(1e-12);
  }

  @Test
  void linksFollowThePublishedFile() {
    RobotModel published =
        MjcfReader.read(
                SharedData.require("hand-models").resolve("panda-nohand.xml"),
                MjcfReader.MissingMeshes.LEAVE_OUT)
            .model();
    KinematicTree theirs = new KinematicTree(published);
    LinkPoses expected = theirs.newPoses();
    KinematicTree ours = new KinematicTree(FER.robot());
    LinkPoses found = ours.newPoses();
    Random random = new Random(8);
    for (int i = 0; i < 50; i++) {
      double[] q = random.doubles(7, -2.5, 2.5).toArray();
      theirs.forward(q, 0, expected);
      ours.forward(q, 0, found);
      for (int link = 1; link <= 7; link++) {
        String name = "link" + link;
        Vec3 p = new Vec3(0.1, 0.2, 0.3);
        assertThat(
                found
                    .point(ours.linkIndex(name), p)
                    .distanceTo(expected.point(theirs.linkIndex(name), p)))
            .as("a point of %s [m]", name)
            .isLessThan(1e-9);
      }
    }
    for (int i = 0; i < 7; i++) {
      Joint their = published.movingJoints().get(i);
      Joint our = FER.robot().movingJoints().get(i);
      assertThat(List.of(our.lower(), our.upper()))
          .isEqualTo(List.of(their.lower(), their.upper()));
      Actuator their1 = published.actuators().get(i);
      Actuator our1 = FER.robot().actuators().get(i);
      assertThat(List.of(our1.kp(), our1.kd(), our1.torqueLimit()))
          .isEqualTo(List.of(their1.kp(), their1.kd(), their1.torqueLimit()));
    }
  }

  @Test
  void variantsHaveTheirOwnLimitsAndMasses() {
    RobotModel fer = FER.robot();
    RobotModel fr3 = new FrankaModel(FrankaConfig.Variant.FR3).build().robot();

    assertThat(fer.movingJoints().get(5).lower()).isEqualTo(-0.0175);
    assertThat(fr3.movingJoints().get(5).lower()).isEqualTo(0.5445);
    assertThat(fer.link("link1").mass().orElseThrow().mass()).isEqualTo(2.7907);
    assertThat(fr3.link("link1").mass().orElseThrow().mass()).isEqualTo(2.9274653454);
    assertThat(fer.actuators().get(4).velocityLimit()).isEqualTo(2.61);
    assertThat(fr3.actuators().get(4).velocityLimit()).isEqualTo(5.26);
    assertThat(fer.actuators().get(1).accelerationLimit()).isEqualTo(7.5);
    assertThat(fr3.actuators().get(1).accelerationLimit()).isEqualTo(10);
    assertThat(fer.actuators().get(6).jerkLimit()).isEqualTo(10_000);
    assertThat(fr3.actuators().get(6).jerkLimit()).isEqualTo(5000);
  }

  @ParameterizedTest
  @EnumSource(FrankaConfig.Variant.class)
  void everyEngineTakesIt(FrankaConfig.Variant variant) {
    assertThat(MjcfWriter.write(new FrankaModel(variant).build().robot())).contains("joint7-servo");
  }

  @ParameterizedTest
  @EnumSource(FrankaConfig.Variant.class)
  void inertiasAreDefiniteAndCentersOfMassLieInTheArm(FrankaConfig.Variant variant) {
    for (Link link : new FrankaModel(variant).build().robot().links()) {
      link.mass()
          .ifPresent(
              mass -> {
                SymmetricMatrix3 inertia = mass.inertia();
                assertThat(inertia.isPositiveDefinite()).as("inertia of %s", link.name()).isTrue();
                double nearest =
                    link.colliders().stream()
                        .mapToDouble(it -> it.position().distanceTo(mass.centerOfMass()))
                        .min()
                        .orElseThrow();
                assertThat(nearest).as("centre of mass of %s", link.name()).isLessThan(0.1);
              });
    }
  }

  private static Pose flange(ArmModel arm, double[] q) {
    KinematicTree tree = new KinematicTree(arm.robot());
    LinkPoses poses = tree.newPoses();
    tree.forward(q, 0, poses);
    return poses.pose(tree.linkIndex(arm.flange()));
  }
}
