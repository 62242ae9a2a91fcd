package org.dextwin.export.lerobot.internal.take;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.devices.record.Alignment;
import org.dextwin.devices.record.Episode;
import org.dextwin.devices.record.EpisodeReader;
import org.dextwin.devices.record.Frame;
import org.dextwin.devices.record.Reading;
import org.dextwin.devices.record.Source;

/**
 * One recorded episode, aligned.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param log its log
 * @param episode the sources that said something
 * @param rateHz rows per second [Hz]
 * @param alignment the rows
 * @param notes what the user should know, in words
 */
public record Take(
    Path log, Episode episode, double rateHz, Alignment alignment, List<String> notes) {

  /** Copies the list. */
  public Take {
    notes = List.copyOf(notes);
  }

  /**
   * Reads and aligns an episode.
   *
   * @param log its log
   * @param rate rows per second; if not given, the whole number up to the rate of the slowest
   *     source
   * @throws InvalidInputException if the log cannot be read, or has no time of which all sources
   *     tell
   */
  public static Take read(Path log, OptionalDouble rate) {
    Episode whole = EpisodeReader.read(log);
    List<String> notes = new ArrayList<>();
    whole.notes().forEach(note -> notes.add(log + ": " + note));
    if (whole.frames().isEmpty()) {
      throw new InvalidInputException(
          log + ": holds no finished frame; was the recorder stopped at once?");
    }
    Episode episode = whole.heard();
    whole.header().sources().stream()
        .filter(source -> !episode.header().sources().contains(source))
        .forEach(
            source ->
                notes.add(log + ": source '" + source.name() + "' said nothing and is left out"));
    double rows = rate.orElseGet(() -> slowest(episode));
    Alignment alignment = Alignment.of(episode, rows);
    if (alignment.rows().isEmpty()) {
      throw new InvalidInputException(
          log
              + ": at no moment is there a frame of each source within half its period; "
              + spans(episode)
              + "; is the clock or the rate of a source wrong?");
    }
    if (alignment.leftOut() > 0) {
      notes.add(
          "%s: %d of %d moments have no frame of some source within half its period; they are left out"
              .formatted(log, alignment.leftOut(), alignment.leftOut() + alignment.rows().size()));
    }
    return new Take(log, episode, rows, alignment, notes);
  }

  private static double slowest(Episode episode) {
    double rate =
        episode.header().sources().stream().mapToDouble(Source::rateHz).min().orElseThrow();
    return Math.max(1, Math.floor(rate + 1e-9)); // a rate of 29.999999999 is meant to be 30
  }

  private static String spans(Episode episode) {
    List<String> spans = new ArrayList<>();
    long start = episode.frames().get(0).hostNanos();
    for (int source = 0; source < episode.header().sources().size(); source++) {
      List<Frame> frames = episode.framesOf(source);
      spans.add(
          "%s from %.3f to %.3f s"
              .formatted(
                  episode.header().sources().get(source).name(),
                  (frames.get(0).hostNanos() - start) / 1e9,
                  (frames.get(frames.size() - 1).hostNanos() - start) / 1e9));
    }
    return String.join(", ", spans);
  }

  /**
   * Tells where some rows come from.
   *
   * @param rows rows of this take
   * @return plain values for JSON
   */
  public Map<String, Object> provenance(List<Alignment.Row> rows) {
    List<Object> sources = new ArrayList<>();
    for (int source = 0; source < episode.header().sources().size(); source++) {
      sources.add(provenance(rows, source));
    }
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("log", log.toString());
    told.put("task", episode.header().task());
    told.put("start_nanos", rows.get(0).hostNanos());
    told.put("first_tick", rows.get(0).tick());
    told.put("rows", rows.size());
    told.put("rate_hz", rateHz);
    told.put("sources", sources);
    told.put("notes", notes);
    return told;
  }

  private Map<String, Object> provenance(List<Alignment.Row> rows, int index) {
    Source source = episode.header().sources().get(index);
    double worst =
        rows.stream().mapToLong(row -> Math.abs(row.lateNanos().get(index))).max().orElseThrow();
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("name", source.name());
    told.put("kind", source.kind().name().toLowerCase(java.util.Locale.ROOT));
    told.put("rate_hz", source.rateHz());
    told.put("clock", source.clock());
    source.order().ifPresent(order -> told.put("joint_order", order.name()));
    if (rows.get(0).frames().get(index).reading() instanceof Reading.Tracked tracked) {
      told.put("frame", tracked.pose().frame());
      told.put("body", tracked.pose().body());
    }
    told.put("farthest_from_row_s", worst / 1e9);
    return told;
  }
}
