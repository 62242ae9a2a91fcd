package org.dextwin.export.lerobot.internal.dataset;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.devices.record.Alignment;
import org.dextwin.devices.record.Reading;
import org.dextwin.export.lerobot.internal.take.Take;

/**
 * An episode of the dataset: rows without a gap.
 *
 * @param take the take it is of
 * @param rows its rows
 * @param signals the features that are the sources'
 * @param index its number
 * @param begin number of its first row in the dataset
 * @param task what is done in it
 * @param taskIndex number of the task
 * @param rateHz rows per second
 */
record Piece(
    Take take,
    List<Alignment.Row> rows,
    List<Signal> signals,
    int index,
    long begin,
    String task,
    int taskIndex,
    int rateHz) {

  /** The features that every dataset of LeRobot has. */
  static final List<Feature> DEFAULT_FEATURES =
      List.of(
          Feature.scalar("timestamp", Feature.Dtype.FLOAT32),
          Feature.scalar("frame_index", Feature.Dtype.INT64),
          Feature.scalar("episode_index", Feature.Dtype.INT64),
          Feature.scalar("index", Feature.Dtype.INT64),
          Feature.scalar("task_index", Feature.Dtype.INT64));

  /** All features, in the order of {@link #row}. */
  static List<Feature> features(List<Signal> signals) {
    List<Feature> features = new ArrayList<>(signals.stream().map(Signal::feature).toList());
    features.addAll(DEFAULT_FEATURES);
    return features;
  }

  /** Number of the first row after this episode. */
  long end() {
    return begin + rows.size();
  }

  /** Values of the default features of a row. */
  private double[] counted(int frame) {
    return new double[] {(double) frame / rateHz, frame, index, begin + frame, taskIndex};
  }

  /** A row as the table wants it. */
  List<Object> row(int frame) {
    List<Object> row = new ArrayList<>();
    for (Signal signal : signals) {
      row.add(
          signal.feature().dtype() == Feature.Dtype.IMAGE
              ? image(signal, frame)
              : numbers(signal, frame));
    }
    row.add((float) counted(frame)[0]);
    for (int i = 1; i < DEFAULT_FEATURES.size(); i++) {
      row.add((long) counted(frame)[i]);
    }
    return row;
  }

  private Object numbers(Signal signal, int frame) {
    List<Float> floats = new ArrayList<>();
    for (double number : signal.numbers(rows.get(frame))) {
      floats.add((float) number);
    }
    return signal.feature().isScalar() ? floats.get(0) : floats;
  }

  private List<Object> image(Signal signal, int frame) {
    Reading.Image image = signal.image(rows.get(frame));
    byte[] encoded = image.encoded();
    String name = signal.feature().key();
    try {
      Picture.Size size = Picture.sizeOf(encoded);
      if (!List.of(size.height(), size.width()).equals(signal.feature().shape().subList(0, 2))) {
        throw new InvalidInputException(
            "%s: an image of '%s' has %d x %d pixels, the first one %d x %d; crop or scale them"
                .formatted(
                    take.log(),
                    name,
                    size.width(),
                    size.height(),
                    signal.feature().shape().get(1),
                    signal.feature().shape().get(0)));
      }
    } catch (IOException e) {
      throw Signals.unreadable(take, name, e);
    }
    return List.of(encoded, "frame-%06d.%s".formatted(frame, image.extension()));
  }

  /** Statistics of all features. */
  Map<Feature, Statistics> statistics() {
    Map<Feature, Statistics> statistics = new LinkedHashMap<>();
    for (Signal signal : signals) {
      statistics.put(
          signal.feature(),
          signal.feature().dtype() == Feature.Dtype.IMAGE
              ? imageStatistics(signal)
              : Statistics.ofRows(rows.stream().map(signal::numbers).toList()));
    }
    for (int i = 0; i < DEFAULT_FEATURES.size(); i++) {
      List<double[]> numbers = new ArrayList<>();
      for (int frame = 0; frame < rows.size(); frame++) {
        numbers.add(new double[] {counted(frame)[i]});
      }
      statistics.put(DEFAULT_FEATURES.get(i), Statistics.ofRows(numbers));
    }
    return statistics;
  }

  private Statistics imageStatistics(Signal signal) {
    ImageSample sample = new ImageSample();
    try {
      for (int frame : ImageSample.chosen(rows.size())) {
        sample.add(signal.image(rows.get(frame)).encoded());
      }
    } catch (IOException e) {
      throw Signals.unreadable(take, signal.feature().key(), e);
    }
    return sample.statistics();
  }
}
