package org.dextwin.task.grasp.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.HandModel;
import org.dextwin.task.grasp.internal.plan.GraspGeometry.Hold;
import org.dextwin.testkit.robot.FakeHand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HoldsFileTest {

  private static final HandModel HAND = new FakeHand(HandModel.Side.RIGHT).model();

  @TempDir private Path folder = Path.of("");

  private HoldsFile file() {
    return new HoldsFile(folder.resolve("of/a/hand/holds.txt"), HAND);
  }

  /** Holds of random numbers, which need all their digits. */
  private static List<RankedHold> holds(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<RankedHold> holds = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      List<Pinch> pinches = new ArrayList<>();
      for (int k = 0; k < 4; k++) {
        double[] q = random.doubles(HAND.robot().movingJoints().size(), -2, 2).toArray();
        pinches.add(new Pinch(q, random.nextDouble(), 1e3 * random.nextDouble()));
      }
      PrecisionGrip grip =
          new PrecisionGrip(1, List.of(0), vector(random), vector(random), vector(random), pinches);
      holds.add(new RankedHold(new Hold(grip, random.nextDouble()), i / 3.0));
    }
    return holds;
  }

  private static Vec3 vector(SplittableRandom random) {
    return new Vec3(random.nextGaussian(), -0.0, 1e-300 * random.nextDouble());
  }

  private static String bits(List<RankedHold> holds) {
    return new Fingerprint().add(holds).toString();
  }

  @Test
  void whatIsKeptIsReadBitForBit() {
    file().write(holds(1));
    assertThat(bits(file().read().orElseThrow())).isEqualTo(bits(holds(1)));
    assertThat(bits(holds(2))).as("what bits tell apart").isNotEqualTo(bits(holds(1)));
  }

  @Test
  void weakHandsAreKnownToHoldNothing() {
    file().write(List.of());
    assertThat(file().read()).contains(List.of());
  }

  @Test
  void nothingIsKeptAtFirst() {
    assertThat(file().read()).isEmpty();
  }

  @Test
  void writingLeavesNothingElse() throws IOException {
    file().write(holds(1));
    file().write(holds(1));
    try (Stream<Path> files = Files.list(file().path().resolveSibling(""))) {
      assertThat(files).containsExactly(file().path());
    }
  }

  @Test
  void whatIsDamagedIsNotUsed() throws IOException {
    file().write(holds(1));
    String sound = Files.readString(file().path());
    for (int cut = 0; cut < sound.length() - 1; cut += 97) {
      Files.writeString(file().path(), sound.substring(0, cut));
      assertThat(file().read()).as("cut to %d", cut).isEmpty();
    }
    int last = sound.indexOf("posture") + "posture 0.1".length();
    char digit = sound.charAt(last) == '1' ? '2' : '1';
    Files.writeString(file().path(), sound.substring(0, last) + digit + sound.substring(last + 1));
    assertThat(file().read()).as("another digit").isEmpty();
    Files.write(file().path(), new byte[] {(byte) 0xff, 0, 7});
    assertThat(file().read()).as("no text").isEmpty();
    Files.writeString(file().path(), "x".repeat(2 << 20));
    assertThat(file().read()).as("too large").isEmpty();
    Files.writeString(file().path(), sound);
    assertThat(file().read()).isPresent();
  }

  /** The checksum of a file that another program wrote may well be right. */
  @Test
  void holdsOfAnotherHandAreNotUsed() throws IOException {
    file().write(holds(1));
    List<String> lines = Files.readAllLines(file().path());
    assertRefused(lines, "hold ", "hold NaN-", "a word");
    assertRefused(lines, "posture 0.", "posture NaN 0.", "no number");
    assertRefused(lines, " 1.0 ", " 9.0 ", "a finger that the hand has not");
    assertRefused(lines, "posture ", "posture 1.0 ", "a joint too many");
    assertRefused(lines, "posture ", "pose ", "an unknown line");
  }

  private void assertRefused(List<String> lines, String from, String to, String what)
      throws IOException {
    List<String> changed =
        new ArrayList<>(
            lines.subList(0, lines.size() - 1).stream()
                .map(line -> line.replace(from, to))
                .toList());
    assertThat(changed).as(what).isNotEqualTo(lines.subList(0, lines.size() - 1));
    changed.add(new Fingerprint().add(List.copyOf(changed)).toString());
    Files.write(file().path(), changed);
    assertThat(file().read()).as(what).isEmpty();
  }

  @Test
  void unwritableFolderIsNoReasonToStop() throws IOException {
    Files.writeString(folder.resolve("of"), "a file in the way");
    file().write(holds(1));
    assertThat(file().read()).isEmpty();
  }

  @Test
  void readersBesideWritersSeeAllOrNothing() throws Exception {
    List<RankedHold> holds = holds(1);
    List<Callable<Boolean>> runs = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      boolean writes = i % 4 == 0;
      runs.add(
          () -> {
            if (writes) {
              file().write(holds);
            }
            return file().read().map(it -> bits(it).equals(bits(holds))).orElse(!writes);
          });
    }
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      for (Future<Boolean> run : threads.invokeAll(runs)) {
        assertThat(run.get()).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
