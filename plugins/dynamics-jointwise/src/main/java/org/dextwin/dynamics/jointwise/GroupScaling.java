package org.dextwin.dynamics.jointwise;

import org.dextwin.dynamics.jointwise.internal.coding.HistoryCode;
import org.dextwin.learning.checkpoint.Checkpoint;
import org.dextwin.learning.training.Normalisation;

/**
 * Brings a group's coded histories and motions to numbers of order one. A model that is fine-tuned
 * keeps the scales of its first training, without which its weights would mean something else.
 *
 * @param inputs of coded histories
 * @param outputs of motions in a step
 */
record GroupScaling(Normalisation inputs, Normalisation outputs) {

  /** What varies less [rad] is noise below the resolution of a joint's sensor. */
  private static final float RESOLUTION = 1e-4f;

  /** Samples that the scales are measured on. */
  private static final int SAMPLES = 20_000;

  static GroupScaling of(GroupSamples samples) {
    int rows = Math.min(SAMPLES, samples.size());
    HistoryCode code = samples.code();
    float[] inputs = new float[rows * code.size()];
    float[] outputs = new float[rows * code.joints()];
    for (int n = 0; n < rows; n++) {
      int index = (int) ((long) n * samples.size() / rows);
      samples.readRaw(index, inputs, n * code.size(), outputs, n * code.joints());
    }
    return new GroupScaling(
        bounded(Normalisation.of(rows, code.size(), inputs)),
        bounded(Normalisation.of(rows, code.joints(), outputs)));
  }

  /** With no scale below the resolution. */
  static Normalisation bounded(Normalisation measured) {
    float[] scale = measured.scale().clone();
    for (int i = 0; i < scale.length; i++) {
      scale[i] = Math.max(RESOLUTION, scale[i]);
    }
    return new Normalisation(measured.mean(), scale);
  }

  void save(Checkpoint.Builder file, String prefix) {
    file.numbers(prefix + "inputs.mean", inputs.mean())
        .numbers(prefix + "inputs.scale", inputs.scale())
        .numbers(prefix + "outputs.mean", outputs.mean())
        .numbers(prefix + "outputs.scale", outputs.scale());
  }

  static GroupScaling read(Checkpoint file, String prefix, HistoryCode code) {
    return new GroupScaling(
        new Normalisation(
            file.numbers(prefix + "inputs.mean", code.size()),
            file.numbers(prefix + "inputs.scale", code.size())),
        new Normalisation(
            file.numbers(prefix + "outputs.mean", code.joints()),
            file.numbers(prefix + "outputs.scale", code.joints())));
  }
}
