package org.dextwin.mechanics.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dextwin.api.math.Pose;
import org.dextwin.api.perception.PoseTrack;
import org.dextwin.api.perception.PoseTrack.Sample;

/**
 * Writes pose tracks in the layout of the D-REX pose logs: one text file for each minute of local
 * time; for each pose a matrix of two decimals and a tensor of four, each under a line with the
 * local time, which names no zone.
 *
 * <p><i>Thread safety</i>: immutable.
 */
public final class PoseTrackWriter {

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyyMMdd_HHmm");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS");

  private final ZoneOffset zone;

  /**
   * Makes a writer.
   *
   * @param zone zone of the local time that is written for tracks in UTC; tracks whose clock is
   *     unzoned are written as they are
   */
  public PoseTrackWriter(ZoneOffset zone) {
    this.zone = zone;
  }

  /**
   * Writes one track.
   *
   * @param folder folder of the files, made if need be
   * @param track the poses
   * @throws IllegalArgumentException if the track's times are relative: they have no minute
   * @throws UncheckedIOException if a file cannot be written
   */
  public void write(Path folder, PoseTrack track) {
    ZoneOffset shift =
        switch (track.clock()) {
          case UTC -> zone;
          case UNZONED -> ZoneOffset.UTC;
          case RELATIVE ->
              throw new IllegalArgumentException(
                  "the times of track '"
                      + track.object()
                      + "' are relative; a pose log needs times of day");
        };
    Map<LocalDateTime, List<Sample>> minutes =
        track.samples().stream()
            .collect(
                Collectors.groupingBy(
                    s -> local(s, shift).truncatedTo(ChronoUnit.MINUTES),
                    TreeMap::new,
                    Collectors.toList()));
    try {
      Files.createDirectories(folder);
      for (Map.Entry<LocalDateTime, List<Sample>> minute : minutes.entrySet()) {
        String name = "target_" + track.object() + "_" + MINUTE.format(minute.getKey()) + ".txt";
        try (Writer out = Files.newBufferedWriter(folder.resolve(name))) {
          for (Sample sample : minute.getValue()) {
            out.write(blocks(TIME.format(local(sample, shift)), sample.pose()));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static LocalDateTime local(Sample sample, ZoneOffset zone) {
    long micros = Math.round(sample.time() * 1e6);
    return LocalDateTime.ofInstant(Instant.EPOCH.plus(micros, ChronoUnit.MICROS), zone);
  }

  private static String blocks(String time, Pose pose) {
    double[] m = matrix(pose);
    return time
        + " - Final transform:\n"
        + rows(m, "[[", " [", "%5.2f", " ", "]", "]]")
        + time
        + " - Pose:\n"
        + rows(m, "tensor([[[", "         [", "%7.4f", ", ", "],", "]]])");
  }

  private static double[] matrix(Pose pose) {
    double[] r = pose.rotation().toMatrix();
    return new double[] {
      r[0],
      r[1],
      r[2],
      pose.position().x(),
      r[3],
      r[4],
      r[5],
      pose.position().y(),
      r[6],
      r[7],
      r[8],
      pose.position().z(),
      0,
      0,
      0,
      1
    };
  }

  private static String rows(
      double[] m,
      String open,
      String indent,
      String number,
      String comma,
      String close,
      String end) {
    StringBuilder text = new StringBuilder();
    for (int row = 0; row < 4; row++) {
      text.append(row == 0 ? open : indent);
      for (int column = 0; column < 4; column++) {
        text.append(column == 0 ? "" : comma);
        text.append(String.format(Locale.ROOT, number, m[4 * row + column]));
      }
      text.append(row == 3 ? end : close).append('\n');
    }
    return text.toString();
  }
}
