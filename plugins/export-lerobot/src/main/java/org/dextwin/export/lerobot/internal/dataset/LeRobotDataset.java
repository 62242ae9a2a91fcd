package org.dextwin.export.lerobot.internal.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.devices.record.Alignment;
import org.dextwin.export.lerobot.internal.output.Json;
import org.dextwin.export.lerobot.internal.take.Dataset;
import org.dextwin.export.lerobot.internal.take.Take;

/**
 * A dataset in LeRobot's format. Its episodes have rows at a steady rate without a gap; a take with
 * gaps becomes several episodes. Images are embedded as their camera encoded them.
 *
 * <p><i>References</i>: LeRobot (Hugging Face), dataset formats v2.1 and v3.0.
 */
public final class LeRobotDataset implements Dataset {

  private final Path folder;
  private final Layout layout;
  private final Optional<String> task;
  private final List<String> action;
  private final List<String> tasks = new ArrayList<>();
  private final List<Object> provenance = new ArrayList<>();
  private List<Signal> signals = List.of();
  private int rateHz;
  private long rows;

  private LeRobotDataset(Path folder, Layout layout, Optional<String> task, List<String> action) {
    this.folder = folder;
    this.layout = layout;
    this.task = task;
    this.action = action;
  }

  /**
   * Version 2.1.
   *
   * @param task what is done in all episodes, instead of what the logs say
   * @param action names of the sources that are the action; empty for the usual ones
   * @return the format
   */
  public static Format v21(Optional<String> task, List<String> action) {
    return folder -> new LeRobotDataset(folder, new LayoutV21(folder), task, action);
  }

  /**
   * Version 3.0.
   *
   * @param task what is done in all episodes, instead of what the logs say
   * @param action names of the sources that are the action; empty for the usual ones
   * @return the format
   */
  public static Format v30(Optional<String> task, List<String> action) {
    return v30(task, action, LayoutV30.TABLE_BYTES);
  }

  static Format v30(Optional<String> task, List<String> action, long tableBytes) {
    return folder -> new LeRobotDataset(folder, new LayoutV30(folder, tableBytes), task, action);
  }

  @Override
  public void add(Take take) throws IOException {
    List<Signal> found = Signals.of(take, action);
    if (provenance.isEmpty()) {
      signals = found;
      rateHz = whole(take.rateHz());
    } else {
      refuseOthers(take, found);
    }
    String done = task.orElse(take.episode().header().task());
    if (!tasks.contains(done)) {
      tasks.add(done);
    }
    for (List<Alignment.Row> run : take.alignment().unbroken()) {
      Piece piece =
          new Piece(take, run, found, provenance.size(), rows, done, tasks.indexOf(done), rateHz);
      layout.append(piece);
      rows += run.size();
      Map<String, Object> told = new LinkedHashMap<>();
      told.put("episode_index", piece.index());
      told.putAll(take.provenance(run));
      provenance.add(told);
    }
  }

  private static int whole(double rate) {
    if (rate != Math.rint(rate)) {
      throw new InvalidInputException(
          "a rate of " + rate + " Hz has no place in a LeRobot dataset; give a whole --fps");
    }
    return (int) rate;
  }

  private void refuseOthers(Take take, List<Signal> found) {
    List<Feature> expected = Piece.features(signals);
    List<Feature> features = Piece.features(found);
    if (!features.equals(expected)) {
      throw new InvalidInputException(
          "%s: its features are not those of the logs before it: %s, not %s; export it by itself"
              .formatted(take.log(), described(features), described(expected)));
    }
  }

  private static List<String> described(List<Feature> features) {
    return features.stream()
        .filter(feature -> !Piece.DEFAULT_FEATURES.contains(feature))
        .map(feature -> feature.key() + feature.shape())
        .toList();
  }

  @Override
  public void close() throws IOException {
    layout.close();
  }

  @Override
  public List<String> finish() throws IOException {
    Totals totals =
        new Totals(rateHz, Piece.features(signals), provenance.size(), rows, List.copyOf(tasks));
    layout.finish(totals);
    Json.write(folder.resolve("meta/dextwin.json"), Map.of("episodes", provenance));
    List<String> written = new ArrayList<>();
    written.add("%d episodes, %d frames at %d Hz".formatted(provenance.size(), rows, rateHz));
    described(totals.features()).forEach(feature -> written.add("  " + feature));
    return written;
  }
}
