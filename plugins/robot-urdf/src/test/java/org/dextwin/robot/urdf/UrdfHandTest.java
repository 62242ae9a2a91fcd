package org.dextwin.robot.urdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Actuator;
import org.dextwin.api.model.Finger;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.model.Link;
import org.dextwin.api.robot.Hand;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.testkit.MapSettings;
import org.dextwin.testkit.TestComponentContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UrdfHandTest {

  private static final Path TRIPOD = Robots.file("tripod.urdf");

  @TempDir Path folder;

  private static HandModel hand(Path file, Map<String, Object> keys) {
    UrdfHandProvider provider = new UrdfHandProvider();
    Map<String, Object> block = new HashMap<>(keys);
    block.put("model", file.toString());
    MapSettings settings = MapSettings.of(block);
    UrdfHandConfig config = provider.configure(settings);
    assertThat(settings.problems()).isEmpty();
    try (TestComponentContext context = new TestComponentContext(1);
        Hand hand = provider.create(config, context)) {
      return hand.model();
    }
  }

  private static void assertRefused(Path file, Map<String, Object> keys, String... words) {
    assertThatThrownBy(() -> hand(file, keys))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll(words);
  }

  @Test
  void fingersAndTipsAreFoundInTheFile() {
    HandModel hand = hand(TRIPOD, Map.of());

    assertThat(hand.fingers()).extracting(Finger::name).containsExactly("thumb", "index", "middle");
    Finger index = hand.fingers().get(1);
    assertThat(index.joints()).containsExactly("index_base", "index_mid", "index_end");
    assertThat(index.tipLink()).isEqualTo("index_tip");
    assertThat(index.tip()).isEqualTo(Vec3.ZERO);
    assertThat(index.tipRadius()).isCloseTo(0.011, within(1e-12));
  }

  @Test
  void everyJointHasAMotorWithTheLimitsOfTheFile() {
    List<Actuator> motors = hand(TRIPOD, Map.of()).robot().actuators();

    assertThat(motors).hasSize(9);
    assertThat(motors.get(0).joint()).isEqualTo("thumb_base");
    assertThat(motors.get(0).torqueLimit()).isEqualTo(0.8);
    assertThat(motors.get(0).velocityLimit()).isEqualTo(6);
    assertThat(motors.get(0).kp()).isCloseTo(0.8 / 0.3, within(1e-12));
    assertThat(motors.get(0).kd()).isCloseTo(0.8 / 0.3 * 0.05, within(1e-12));
  }

  @Test
  void motorsOrdersAndFingersMayBeDeclared() {
    List<String> order =
        List.of(
            "middle_end",
            "middle_mid",
            "middle_base",
            "index_end",
            "index_mid",
            "index_base",
            "thumb_base",
            "thumb_mid",
            "thumb_end");
    HandModel hand =
        hand(
            TRIPOD,
            Map.of(
                "side",
                "left",
                "motors",
                Map.of(
                    "order",
                    order,
                    "all",
                    Map.of("kp-nm-per-rad", 2.0, "torque-limit-nm", 0.5),
                    "joint",
                    Map.of("thumb_base", Map.of("kp-nm-per-rad", 3.0, "kd-nm-s-per-rad", 0.2))),
                "joint-orders",
                Map.of("isaac", order),
                "fingers",
                List.of(
                    Map.of("name", "a", "tip-link", "middle_end_link"),
                    Map.of(
                        "name",
                        "b",
                        "tip-link",
                        "index_tip",
                        "tip-m",
                        List.of(0.0, 0.0, 0.002),
                        "tip-radius-m",
                        0.009)),
                "mount-position-m",
                List.of(0.0, 0.0, -0.015)));

    assertThat(hand.side()).isEqualTo(HandModel.Side.LEFT);
    assertThat(hand.robot().motorOrder().joints()).isEqualTo(order);
    assertThat(hand.robot().jointOrder("isaac").joints()).isEqualTo(order);
    Actuator thumb = hand.robot().actuators().get(6);
    assertThat(List.of(thumb.kp(), thumb.kd(), thumb.torqueLimit(), thumb.velocityLimit()))
        .containsExactly(3.0, 0.2, 0.5, 6.0);
    assertThat(hand.fingers()).extracting(Finger::name).containsExactly("a", "b");
    // the end of its box, which is 18 mm wide and ends at 30 mm
    assertThat(hand.fingers().get(0).tip().distanceTo(new Vec3(0, 0, 0.021))).isLessThan(1e-12);
    assertThat(hand.fingers().get(0).tipRadius()).isCloseTo(0.009, within(1e-12));
    assertThat(hand.fingers().get(1).tip()).isEqualTo(new Vec3(0, 0, 0.002));
    assertThat(hand.mount().position()).isEqualTo(new Vec3(0, 0, -0.015));
  }

  @Test
  void partsOfALargerRobotMakeAHand() {
    HandModel hand =
        hand(TRIPOD, Map.of("palm", "index_base_link", "without", List.of("index_tip")));

    assertThat(hand.robot().root()).isEqualTo("index_base_link");
    assertThat(hand.robot().kinematicOrder().joints()).containsExactly("index_mid", "index_end");
    assertThat(hand.robot().links()).extracting(Link::name).doesNotContain("index_tip", "palm");
  }

  @Test
  void namesThatAreNotThereAreAnsweredWithThoseThatAre() {
    assertRefused(TRIPOD, Map.of("palm", "plam"), "tripod.urdf", "'plam'", "thumb_tip");
    assertRefused(
        TRIPOD,
        Map.of("motors", Map.of("order", List.of("thumb"))),
        "motors.order",
        "'thumb'",
        "thumb_base");
    assertRefused(
        TRIPOD,
        Map.of("motors", Map.of("order", List.of("thumb_base", "thumb_base"))),
        "motors.order",
        "twice");
    assertRefused(
        TRIPOD,
        Map.of("motors", Map.of("joint", Map.of("thumb", Map.of("kp-nm-per-rad", 1.0)))),
        "motors.joint",
        "'thumb'");
    assertRefused(
        TRIPOD,
        Map.of("joint-orders", Map.of("isaac", List.of("thumb_base"))),
        "joint-orders",
        "tripod-isaac",
        "index_base");
    assertRefused(
        TRIPOD,
        Map.of("fingers", List.of(Map.of("name", "a", "tip-link", "nail"))),
        "finger 'a'",
        "'nail'");
    assertRefused(
        TRIPOD,
        Map.of("fingers", List.of(Map.of("name", "a", "tip-link", "palm"))),
        "finger 'a'",
        "never moves");
  }

  /** A wrist of two joints, and fingers of which one is a linkage that branches. */
  @Test
  void wristsAreNoPartOfFingersAndLinkagesCountByTheirLongestChain() throws IOException {
    StringBuilder text = new StringBuilder("<robot name='r'><link name='root'/>");
    add(text, "wrist1", "root", "w1");
    add(text, "wrist2", "w1", "palm");
    add(text, "FFJ3", "palm", "ff_prox");
    add(text, "FFJ2", "ff_prox", "ff_dist");
    add(text, "MFJ3", "palm", "mf_prox");
    add(text, "MFJ2", "mf_prox", "mf_dist");
    add(text, "THJ3", "palm", "th_a");
    add(text, "side_bar", "th_a", "bar");
    add(text, "THJ2", "th_a", "th_b");
    add(text, "THJ1", "th_b", "th_c");
    HandModel hand = hand(write(text.append("</robot>").toString()), Map.of());

    assertThat(hand.fingers()).extracting(Finger::name).containsExactly("index", "middle", "thumb");
    assertThat(hand.fingers().get(0).joints()).containsExactly("FFJ3", "FFJ2");
    assertThat(hand.fingers().get(2).joints()).containsExactly("THJ3", "THJ2", "THJ1");
    assertThat(hand.robot().actuators()).hasSize(10);
  }

  @Test
  void fingersWhoseNamesTellNothingAreNumbered() throws IOException {
    StringBuilder text = new StringBuilder("<robot name='r'><link name='base'/>");
    add(text, "joint1", "base", "link1");
    add(text, "joint2", "link1", "link2");
    add(text, "joint3", "base", "link3");
    HandModel hand = hand(write(text.append("</robot>").toString()), Map.of());

    assertThat(hand.fingers()).extracting(Finger::name).containsExactly("finger-1", "finger-2");
    // a rod of 1 cm radius that ends 5 cm from the joint
    assertThat(hand.fingers().get(0).tip().distanceTo(new Vec3(0, 0, 0.04))).isLessThan(1e-9);
    assertThat(hand.fingers().get(0).tipRadius()).isCloseTo(0.01, within(1e-12));
  }

  @Test
  void tipFramesWithoutShapeBelongToTheLinkInside() throws IOException {
    StringBuilder text = new StringBuilder("<robot name='r'><link name='base'/>");
    add(text, "joint1", "base", "link1");
    text.append(
        "<link name='finger_tip'/><joint name='f' type='fixed'><origin xyz='0 0 0.045'/>"
            + "<parent link='link1'/><child link='finger_tip'/></joint></robot>");
    Finger finger = hand(write(text.toString()), Map.of()).fingers().get(0);

    assertThat(finger.tipLink()).isEqualTo("link1");
    assertThat(finger.tip()).isEqualTo(new Vec3(0, 0, 0.045));
  }

  @Test
  void massIsAssumedOrMadeOfTheDensity() throws IOException {
    String shape = "<collision><geometry><box size='0.1 0.1 0.1'/></geometry></collision>";
    Path file =
        write(
            "<robot name='r'><link name='a'>\n"
                + shape
                + "</link>\n<link name='b'>"
                + shape
                + "</link><joint name='j' type='revolute'><parent link='a'/><child link='b'/>"
                + "<limit lower='0' upper='1'/></joint></robot>");

    HandModel hand = hand(file, Map.of("density-kg-per-m3", 500));
    assertThat(hand.robot().link("b").mass().orElseThrow().mass()).isCloseTo(0.5, within(1e-12));
    assertThat(hand(file, Map.of()).robot().link("b").mass().orElseThrow().mass())
        .as("of water")
        .isCloseTo(1, within(1e-12));
    assertThat(hand.robot().actuators().get(0).torqueLimit()).isEqualTo(1);
    HandModel rotors = hand(file, Map.of("armature-kg-m2", 1e-3));
    assertThat(rotors.robot().movingJoints().get(0).armature()).isEqualTo(1e-3);
    assertThat(rotors.robot().link("b").mass()).isEmpty();
  }

  /** Five fingers of which half the joints follow others, with meshes that are not there. */
  @Test
  void aHandOfWhichOnlyTheFileIsThereIsUsable() {
    Path file = Robots.file("five-fingers.urdf");
    HandModel hand = hand(file, Map.of());

    assertThat(hand.fingers())
        .extracting(Finger::name)
        .containsExactly("index", "middle", "ring", "little", "thumb");
    assertThat(hand.robot().actuators()).hasSize(12);
    assertThat(hand.robot().links()).allMatch(link -> link.colliders().isEmpty());
    assertThat(hand.fingers().get(0).tipLink()).isEqualTo("index_tip");
    assertRefused(
        file,
        Map.of("missing-meshes", "refuse"),
        "five-fingers.urdf:4:",
        "package://five_fingers/",
        "name the folder of its package");
  }

  @Test
  void aJointThatFollowsAnotherIsNamedWithItsPlace() {
    Path file = Robots.file("five-fingers.urdf");
    List<String> said = new ArrayList<>();
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord log) {
            said.add(log.getMessage());
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger logger = Logger.getLogger(UrdfImport.class.getName());
    logger.addHandler(handler);
    try {
      hand(file, Map.of());
    } finally {
      logger.removeHandler(handler);
    }
    assertThat(said)
        .filteredOn(line -> line.contains("is meant to follow"))
        .hasSize(6)
        .allMatch(line -> line.matches("(?s).*five-fingers\\.urdf:\\d+: joint '.*' is meant .*"))
        .anyMatch(line -> line.contains("1.06399 'index_proximal_joint' + -0.04545"))
        .allMatch(line -> line.contains("a motor and a target of its own"));
    assertRefused(
        file, Map.of("mimic-joints", "refuse"), "five-fingers.urdf:", "mimic-joints = own-motors");
  }

  @Test
  void limitsOfAccelerationAndJerkAreThoseOfTheConfiguration() {
    Map<String, Object> all =
        Map.of("acceleration-limit-rad-per-s2", 40.0, "jerk-limit-rad-per-s3", 900.0);
    Map<String, Object> thumb = Map.of("acceleration-limit-rad-per-s2", 20.0);
    List<Actuator> motors =
        hand(TRIPOD, Map.of("motors", Map.of("all", all, "joint", Map.of("thumb_base", thumb))))
            .robot()
            .actuators();
    assertThat(motors)
        .extracting(Actuator::accelerationLimit)
        .containsOnlyOnce(20.0)
        .contains(40.0);
    assertThat(motors).extracting(Actuator::jerkLimit).containsOnly(900.0);
    assertThat(hand(TRIPOD, Map.of()).robot().actuators().get(0).jerkLimit()).isInfinite();
  }

  /** Neither masses nor shapes: every moving link becomes a small ball. */
  @Test
  void aHandThatIsOnlyDrawnIsUsable() {
    HandModel hand = hand(Robots.file("three-fingers.urdf"), Map.of());

    assertThat(hand.fingers()).extracting(Finger::joints).hasSize(3);
    assertThat(hand.robot().movingJoints())
        .hasSize(8)
        .allSatisfy(
            joint ->
                assertThat(hand.robot().link(joint.child()).mass().orElseThrow().mass())
                    .isCloseTo(0.0042, within(1e-4)));
  }

  @Test
  void sixtyJointsWithNamesOfAnyScriptMakeAHand() throws IOException {
    StringBuilder text = new StringBuilder("<robot name='Große Hand 手'><link name='Körper'/>");
    for (String finger : List.of("daumen", "zeige", "mittel", "ring", "klein", "親指")) {
      String parent = "Körper";
      for (int i = 1; i <= 10; i++) {
        add(text, finger + "gelenk " + i, parent, finger + "glied " + i);
        parent = finger + "glied " + i;
      }
    }
    HandModel hand = hand(write(text.append("</robot>").toString()), Map.of());

    assertThat(hand.fingers()).hasSize(6).allMatch(finger -> finger.joints().size() == 10);
    assertThat(hand.robot().actuators()).hasSize(60);
    assertThat(hand.robot().name()).isEqualTo("Große Hand 手");
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("robot.urdf"), text);
  }

  /** A joint and the link it carries: a rod of 1 cm radius from 1 cm to 5 cm along z. */
  private static void add(StringBuilder text, String joint, String parent, String link) {
    text.append(
        """
        <link name='%2$s'><inertial><mass value='0.1'/><inertia ixx='1e-4' iyy='1e-4' izz='1e-5'/>
        </inertial><collision><origin xyz='0 0 0.03'/><geometry>
        <cylinder radius='0.01' length='0.04'/></geometry></collision></link>
        <joint name='%1$s' type='revolute'><parent link='%3$s'/><child link='%2$s'/>
        <limit lower='0' upper='1'/></joint>
        """
            .formatted(joint, link, parent));
  }
}
