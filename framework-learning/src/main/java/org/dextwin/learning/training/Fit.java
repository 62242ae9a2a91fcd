package org.dextwin.learning.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dextwin.kernels.DenseKernel;
import org.dextwin.learning.checkpoint.Checkpoint;
import org.dextwin.learning.compute.Kernels;
import org.dextwin.learning.compute.Workers;
import org.dextwin.learning.network.Network;
import org.dextwin.learning.network.Pass;
import org.dextwin.learning.network.Weights;

/**
 * Fits a network to samples, one epoch at a time, and keeps the weights that were best on samples
 * set aside. A batch is cut into a fixed number of lanes, whose gradients are summed in order: the
 * number of threads does not change a bit of the result. Every epoch depends on its number, the
 * seed and the state alone, so a fit that was saved and loaded goes on as if nothing had happened.
 *
 * <p>Many small networks are best fitted side by side, each with one lane.
 *
 * <p><i>Thread safety</i>: confined.
 */
public final class Fit implements AutoCloseable {

  private final Network network;
  private final Loss loss;
  private final int targets;
  private final FitOptions options;
  private final long seed;
  private final Weights weights;
  private final Weights best;
  private final Adam adam;
  private final List<Lane> lanes = new ArrayList<>();
  private int epoch;
  private int worse;
  private double bestLoss = Double.POSITIVE_INFINITY;

  /**
   * Begins a fit.
   *
   * @param network the network
   * @param start weights to begin with; copied
   * @param loss what to make small
   * @param targets numbers per target
   * @param options how
   * @param seed seed of the order of samples
   * @param kernels does the arithmetic
   * @param lanes parts of a batch that can be computed side by side
   */
  public Fit(
      Network network,
      Weights start,
      Loss loss,
      int targets,
      FitOptions options,
      long seed,
      Kernels kernels,
      int lanes) {
    this.network = network;
    this.loss = loss;
    this.targets = targets;
    this.options = options;
    this.seed = seed;
    weights = new Weights(network);
    weights.set(start);
    best = new Weights(network);
    best.set(start);
    adam = new Adam(network);
    int share = (options.batchSize() + lanes - 1) / lanes;
    for (int i = 0; i < lanes; i++) {
      this.lanes.add(new Lane(kernels.open(), Math.min(share, network.chunk())));
    }
  }

  /**
   * Says what came of an epoch.
   *
   * @param epoch number of the epoch, 0 the first
   * @param loss mean loss of the training samples during the epoch
   * @param validation mean loss of the validation samples after it; NaN if there are none
   */
  public record Epoch(int epoch, double loss, double validation) {}

  /** A part of each batch: its own room for activations and gradients. */
  private final class Lane {

    final DenseKernel kernel;
    final int chunk;
    final Pass pass;
    final float[] gradient = new float[weights.values().length];
    final float[] inputs;
    final float[] truth;
    final float[] outputs;
    final float[] outputGradient;
    double loss;

    Lane(DenseKernel kernel, int chunk) {
      this.kernel = kernel;
      this.chunk = chunk;
      pass = network.open(kernel, chunk);
      inputs = new float[chunk * network.inputs()];
      truth = new float[chunk * targets];
      outputs = new float[chunk * network.outputs()];
      outputGradient = new float[chunk * network.outputs()];
    }

    /** Adds up the loss, and with a scale the gradient, of samples in an order. */
    void run(Weights current, Samples samples, int[] order, int from, int to, double scale) {
      loss = 0;
      for (int begin = from; begin < to; begin += chunk) {
        int count = Math.min(chunk, to - begin);
        for (int i = 0; i < count; i++) {
          samples.read(order[begin + i], inputs, i * network.inputs(), truth, i * targets);
        }
        pass.forward(current, inputs, count, outputs);
        for (int i = 0; i < count; i++) {
          int at = i * network.outputs();
          loss += Fit.this.loss.evaluate(outputs, at, truth, i * targets, scale, outputGradient);
        }
        if (scale != 0) {
          pass.backward(current, outputGradient, gradient);
        }
      }
    }
  }

  /**
   * Says whether all epochs are done, or no better weights were found for too long.
   *
   * @return true if there is nothing left to do
   */
  public boolean isFinished() {
    return epoch >= options.epochs() || (options.patience() > 0 && worse >= options.patience());
  }

  /**
   * Returns how many epochs are done.
   *
   * @return number of epochs
   */
  public int epochs() {
    return epoch;
  }

  /**
   * Passes once through the samples and then looks at those set aside; the first time also before,
   * so that training never ends with weights worse than those that it began with.
   *
   * @param training samples to train with; may be others in every epoch
   * @param validation samples set aside; if there are none, the last weights count as the best
   * @param workers do the lanes
   * @return the losses
   */
  public Epoch run(Samples training, Samples validation, Workers workers) {
    if (epoch == 0 && validation.size() > 0) {
      bestLoss = evaluate(weights, validation, workers);
    }
    int[] order = Shuffle.permutation(training.size(), seed, epoch);
    double rate = options.rate(epoch);
    double sum = 0;
    for (int begin = 0; begin < order.length; begin += options.batchSize()) {
      int end = Math.min(begin + options.batchSize(), order.length);
      sum += each(training, order, begin, end, 1.0 / (end - begin), weights, workers);
      float[] gradient = lanes.get(0).gradient;
      for (int n = 1; n < lanes.size(); n++) {
        float[] other = lanes.get(n).gradient;
        for (int i = 0; i < gradient.length; i++) {
          gradient[i] += other[i];
        }
      }
      adam.update(lanes.get(0).kernel, rate, weights, gradient);
    }
    double trainingLoss = sum / order.length;
    double validationLoss =
        validation.size() == 0 ? Double.NaN : evaluate(weights, validation, workers);
    keepBest(validationLoss);
    return new Epoch(epoch++, trainingLoss, validationLoss);
  }

  private void keepBest(double validationLoss) {
    if (Double.isNaN(validationLoss) || validationLoss < bestLoss) {
      bestLoss = Double.isNaN(validationLoss) ? bestLoss : validationLoss;
      best.set(weights);
      worse = 0;
    } else {
      worse++;
    }
  }

  /**
   * Returns the mean loss of samples.
   *
   * @param of weights of the network
   * @param samples the samples, at least one
   * @param workers do the lanes
   * @return the loss
   */
  public double evaluate(Weights of, Samples samples, Workers workers) {
    int[] order = new int[samples.size()];
    Arrays.setAll(order, i -> i);
    return each(samples, order, 0, order.length, 0, of, workers) / order.length;
  }

  private double each(
      Samples samples, int[] order, int begin, int end, double scale, Weights of, Workers workers) {
    int count = lanes.size();
    long length = (long) end - begin;
    workers.each(
        count,
        n -> {
          Lane lane = lanes.get(n);
          Arrays.fill(lane.gradient, 0);
          int from = begin + (int) (length * n / count);
          int to = begin + (int) (length * (n + 1) / count);
          lane.run(of, samples, order, from, to, scale);
        });
    return lanes.stream().mapToDouble(lane -> lane.loss).sum();
  }

  /**
   * Returns the weights that were best so far on the samples set aside.
   *
   * @return weights that change with further epochs
   */
  public Weights best() {
    return best;
  }

  /**
   * Returns the smallest loss so far of the samples set aside.
   *
   * @return the loss; infinite before the first epoch or if no samples were set aside
   */
  public double bestLoss() {
    return bestLoss;
  }

  /**
   * Writes down all that the next epoch depends on.
   *
   * @param file where to
   * @param prefix put before the names
   */
  public void save(Checkpoint.Builder file, String prefix) {
    file.text(prefix + "epoch", String.valueOf(epoch));
    file.text(prefix + "worse", String.valueOf(worse));
    file.text(prefix + "best-loss", Double.toString(bestLoss));
    file.weights(prefix + "weights.", weights, weights.values());
    file.weights(prefix + "best.", best, best.values());
    adam.save(file, prefix, weights);
  }

  /**
   * Goes on where a fit was saved.
   *
   * @param file what {@link #save} wrote
   * @param prefix put before the names
   * @throws org.dextwin.api.spi.InvalidInputException if the file is of another network
   */
  public void load(Checkpoint file, String prefix) {
    weights.expand(file.weights(prefix + "weights.", weights), weights.values());
    weights.changed();
    best.expand(file.weights(prefix + "best.", best), best.values());
    best.changed();
    adam.load(file, prefix, weights);
    epoch = Math.toIntExact(file.integer(prefix + "epoch"));
    worse = Math.toIntExact(file.integer(prefix + "worse"));
    bestLoss = file.number(prefix + "best-loss");
  }

  @Override
  public void close() {
    lanes.forEach(lane -> lane.kernel.close());
  }
}
