package org.dextwin.testkit.perception;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.perception.PoseTrack;
import org.dextwin.api.perception.RecordedTracker;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.testkit.FakeProvider;
import org.dextwin.testkit.Intercept;
import org.dextwin.testkit.Sabotage;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every test of the tracker contract sees the fault that it is there for. */
class TrackerSabotageTest {

  @TestFactory
  Stream<DynamicTest> faultsAreSeen() {
    return Sabotage.tests(FakeTrackerTest.class, all());
  }

  @Test
  void everyTestHasASabotage() {
    Sabotage.assertAllSabotaged(RecordedTrackerContract.class, all());
  }

  private static List<Sabotage> all() {
    AtomicInteger reads = new AtomicInteger();
    return List.of(
        track("posesAreThoseWritten", "position in millimetres", t -> each(t, s -> large(s))),
        track("posesAreThoseWritten", "rotation inverted", t -> each(t, s -> turned(s))),
        track("posesAreThoseWritten", "last pose lost", t -> first(t, t.samples().size() - 1)),
        track("timesAreThoseWritten", "times in milliseconds", t -> each(t, s -> late(s))),
        track(
            "posesAreOfTheObjectInOneFrame",
            "frames swapped",
            t -> each(t, s -> posed(s, s.pose().named(s.pose().body(), s.pose().frame())))),
        track(
            "readingAgainGivesTheSame",
            "poses lost from read to read",
            t -> first(t, t.samples().size() - reads.getAndIncrement() % 3)),
        reading("readingWorksOnSeveralThreads", "one thread only", ownThread()),
        reading(
            "readingLeavesTheFilesAlone",
            "a cache beside the files",
            call -> {
              Files.writeString(call.argument(0, Path.class).resolve("cache.bin"), "cache");
              return call.proceed();
            }),
        lenient("missingFolderIsNamed", "missing folder is an empty track"),
        otherwise("missingFolderIsNamed", "wrong exception", UncheckedIOException::new),
        otherwise(
            "missingFolderIsNamed",
            "nameless message",
            e -> new InvalidInputException("cannot read", e)),
        lenient("fileInPlaceOfTheFolderIsNamed", "a file is an empty track"),
        lenient("emptyFolderIsRefused", "empty folder is an empty track"),
        lenient("emptiedFilesAreRefused", "empty files are an empty track"),
        lenient("truncatedFileIsReported", "reads as far as it comes"),
        lenient("binaryFileIsReported", "garbage is an empty track"),
        otherwise("binaryFileIsReported", "wrong exception", UncheckedIOException::new),
        lenient("nanIsReported", "NaN left out in silence"),
        lenient("hugeNumberIsReported", "infinity left out in silence"),
        lenient("missingNumberIsReported", "short line left out in silence"));
  }

  private static Sabotage reading(String test, String fault, Intercept.Behaviour behaviour) {
    return new Sabotage(
        test,
        fault,
        FakeProvider.like(new FakeTrackerProvider())
            .withFault(
                tracker ->
                    Intercept.method(
                        RecordedTracker.class, (RecordedTracker) tracker, "read", behaviour)));
  }

  private static Sabotage track(String test, String fault, UnaryOperator<PoseTrack> change) {
    return reading(test, fault, call -> change.apply((PoseTrack) call.proceed()));
  }

  /** Gives an empty track where it should complain. */
  private static Sabotage lenient(String test, String fault) {
    return reading(
        test,
        fault,
        call -> {
          try {
            return call.proceed();
          } catch (InvalidInputException silenced) {
            String object = call.argument(1, String.class);
            return new PoseTrack(object, PoseTrack.Clock.RELATIVE, List.of(), List.of());
          }
        });
  }

  private static Sabotage otherwise(
      String test, String fault, Function<IOException, RuntimeException> exception) {
    return reading(
        test,
        fault,
        call -> {
          try {
            return call.proceed();
          } catch (InvalidInputException e) {
            throw exception.apply(new IOException(e));
          }
        });
  }

  private static Intercept.Behaviour ownThread() {
    long owner = Thread.currentThread().getId();
    return call -> {
      PoseTrack track = (PoseTrack) call.proceed();
      return Thread.currentThread().getId() == owner ? track : first(track, 1);
    };
  }

  private static PoseTrack first(PoseTrack track, int count) {
    return new PoseTrack(
        track.object(), track.clock(), track.samples().subList(0, count), track.notes());
  }

  private static PoseTrack each(PoseTrack track, UnaryOperator<PoseTrack.Sample> change) {
    List<PoseTrack.Sample> samples = new ArrayList<>();
    track.samples().forEach(sample -> samples.add(change.apply(sample)));
    return new PoseTrack(track.object(), track.clock(), samples, track.notes());
  }

  private static PoseTrack.Sample posed(PoseTrack.Sample sample, Pose pose) {
    return new PoseTrack.Sample(sample.time(), pose, sample.quality());
  }

  private static PoseTrack.Sample large(PoseTrack.Sample sample) {
    Pose pose = sample.pose();
    Vec3 position = pose.position().times(1000);
    return posed(sample, new Pose(pose.frame(), pose.body(), position, pose.rotation()));
  }

  private static PoseTrack.Sample turned(PoseTrack.Sample sample) {
    Pose pose = sample.pose();
    Quat rotation = pose.rotation().inverse();
    return posed(sample, new Pose(pose.frame(), pose.body(), pose.position(), rotation));
  }

  private static PoseTrack.Sample late(PoseTrack.Sample sample) {
    return new PoseTrack.Sample(1000 * sample.time(), sample.pose(), sample.quality());
  }
}
