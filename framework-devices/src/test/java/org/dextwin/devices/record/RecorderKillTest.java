package org.dextwin.devices.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recorder that is killed with SIGKILL loses no finished frame. */
class RecorderKillTest {

  private static final int KILLS = 50;
  private static final int MOST_FRAMES = 400;
  private static final int MOST_NANOS = 3_000_000;

  @TempDir private Path temp;

  @Test
  void everyFinishedFrameSurvivesFiftyKills() throws Exception {
    Random random = new Random(5);
    for (int kill = 0; kill < KILLS; kill++) {
      Path file = temp.resolve("episode.dxlog");
      int finished = record(file, 1 + random.nextInt(MOST_FRAMES), random.nextInt(MOST_NANOS));
      Episode episode = EpisodeReader.read(file);

      assertThat(episode.header()).isEqualTo(Samples.HEADER);
      assertThat(episode.frames())
          .as("frames in the file, kill %d; said to be finished: %d", kill, finished)
          .hasSizeBetween(finished, finished + 1); // the last one may not have been reported
      for (int i = 0; i < episode.frames().size(); i++) {
        assertThat(Samples.same(episode.frames().get(i), Samples.frame(i)))
            .as("frame %d is what was written, kill %d", i, kill)
            .isTrue();
      }
      Files.delete(file);
    }
  }

  /** Records until some frames are there and some time has passed; returns how many there are. */
  private static int record(Path file, int frames, long nanos) throws Exception {
    Process recorder =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xshare:auto",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                KilledRecorder.class.getName(),
                file.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (InputStream reports = recorder.getInputStream()) {
      int finished = reports.readNBytes(frames).length;
      assertThat(finished).as("frames before the kill").isEqualTo(frames);
      long due = System.nanoTime() + nanos;
      while (System.nanoTime() < due) {
        Thread.onSpinWait(); // so that the kill meets any part of a frame
      }
      ProcessHandle.of(recorder.pid()).orElseThrow().destroyForcibly();
      finished += count(reports);
      recorder.waitFor();
      return finished;
    } finally {
      recorder.destroyForcibly();
    }
  }

  private static int count(InputStream reports) throws IOException {
    int count = 0;
    while (reports.read() >= 0) {
      count++;
    }
    return count;
  }
}
