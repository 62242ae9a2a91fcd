package org.dextwin.export.lerobot.internal.csv;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dextwin.devices.record.Alignment;
import org.dextwin.devices.record.Frame;
import org.dextwin.devices.record.Reading;
import org.dextwin.devices.record.Source;
import org.dextwin.devices.record.SourceClock;
import org.dextwin.export.lerobot.internal.output.Json;
import org.dextwin.export.lerobot.internal.take.Dataset;
import org.dextwin.export.lerobot.internal.take.Take;

/**
 * A folder for each episode with {@code aligned.csv}, rows at a steady rate, and {@code
 * SOURCE.csv}, all frames of a source at the rate of its own. The latter lose nothing; those of
 * measured joints can be replayed. All times are by the recorder's clock.
 */
public final class CsvDataset implements Dataset {

  private final Path folder;
  private final List<Object> provenance = new ArrayList<>();
  private long rows;

  /**
   * Begins a dataset.
   *
   * @param folder an empty folder
   */
  public CsvDataset(Path folder) {
    this.folder = folder;
  }

  @Override
  public void add(Take take) throws IOException {
    String name = "episode_%06d".formatted(provenance.size());
    Path episode = Files.createDirectory(folder.resolve(name));
    IdentityHashMap<Frame, String> images = new IdentityHashMap<>();
    for (int source = 0; source < take.episode().header().sources().size(); source++) {
      writeSource(episode, take, source, images);
    }
    writeAligned(episode.resolve("aligned.csv"), take, images);
    rows += take.alignment().rows().size();
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("episode", name);
    told.putAll(take.provenance(take.alignment().rows()));
    provenance.add(told);
  }

  private static void writeSource(
      Path episode, Take take, int index, IdentityHashMap<Frame, String> images)
      throws IOException {
    Source source = take.episode().header().sources().get(index);
    List<Frame> frames = take.episode().framesOf(index);
    SourceClock clock = SourceClock.estimate(frames);
    try (CsvFile file = new CsvFile(episode.resolve(source.name() + ".csv"))) {
      if (source.order().isPresent()) {
        file.comment("joint-order: " + source.order().get().name());
      }
      file.line(with("timestamp", Columns.numbered(source)));
      for (Frame frame : frames) {
        if (frame.reading() instanceof Reading.Image image) {
          images.put(frame, writeImage(episode, source, image, images.size()));
        }
        String time = CsvFile.seconds(clock.hostNanos(frame.sourceNanos()));
        file.line(with(time, Columns.values(frame.reading(), images.getOrDefault(frame, ""))));
      }
    }
  }

  private static String writeImage(Path episode, Source source, Reading.Image image, int number)
      throws IOException {
    String name = "%s/%06d.%s".formatted(source.name(), number, image.extension());
    Path file = episode.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    Files.write(file, image.encoded());
    return name;
  }

  private static void writeAligned(Path path, Take take, IdentityHashMap<Frame, String> images)
      throws IOException {
    List<Source> sources = take.episode().header().sources();
    try (CsvFile file = new CsvFile(path)) {
      List<String> header = new ArrayList<>(List.of("tick", "timestamp"));
      for (Source source : sources) {
        header.add(source.name() + ".late_s");
        header.addAll(Columns.named(source));
      }
      file.line(header);
      for (Alignment.Row row : take.alignment().rows()) {
        List<String> fields =
            new ArrayList<>(List.of(Long.toString(row.tick()), CsvFile.seconds(row.hostNanos())));
        for (int source = 0; source < sources.size(); source++) {
          Frame frame = row.frames().get(source);
          fields.add(Double.toString(row.lateNanos().get(source) / 1e9));
          fields.addAll(Columns.values(frame.reading(), images.getOrDefault(frame, "")));
        }
        file.line(fields);
      }
    }
  }

  private static List<String> with(String first, List<String> others) {
    List<String> all = new ArrayList<>(List.of(first));
    all.addAll(others);
    return all;
  }

  @Override
  public List<String> finish() throws IOException {
    Json.write(folder.resolve("episodes.json"), Map.of("episodes", provenance));
    return List.of(
        "%d episodes, %d aligned rows; all frames in the files of their sources"
            .formatted(provenance.size(), rows));
  }

  @Override
  public void close() {
    // no file stays open
  }
}
