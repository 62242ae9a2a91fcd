package org.dextwin.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.dextwin.kernels.DenseKernel;
import org.dextwin.learning.compute.Kernels;
import org.dextwin.learning.compute.Workers;
import org.dextwin.learning.network.Mlp;
import org.dextwin.learning.network.Network;
import org.dextwin.learning.network.Pass;
import org.dextwin.learning.network.PointMlp;
import org.dextwin.learning.network.ResidualMlp;
import org.dextwin.learning.network.Weights;
import org.dextwin.learning.training.Fit;
import org.dextwin.learning.training.FitOptions;
import org.dextwin.learning.training.Loss;
import org.dextwin.learning.training.Samples;
import org.dextwin.learning.training.Terms;

/** What the learners do most, of the same sizes as in {@code learning.py}. */
final class LearningWorkload implements AutoCloseable {

  private static final int JOINTS = 16;
  private static final int HISTORY = 20;

  /** Parts of a GraspMLP batch, as in its plugin. */
  private static final int LANES = 4;

  /** Vector kernels are slow until they are compiled; of processor time [s]. */
  private static final double WARM_UP = 4;

  private final Kernels kernels;
  private final Workers workers;
  private final List<Runnable> closings = new ArrayList<>();

  LearningWorkload(Kernels kernels, int threads) {
    this.kernels = kernels;
    workers = new Workers(threads);
  }

  /** Steps by name; each does one update or one inference. */
  Map<String, Runnable> steps() {
    Map<String, Runnable> steps = new LinkedHashMap<>();
    steps.put("grasp-training-512", graspTraining(16, 512));
    steps.put("grasp-training-1024", graspTraining(16, 1024));
    steps.put("joint-training-256", jointTraining(256, 64));
    steps.put("joint-training-1024", jointTraining(1024, 64));
    steps.put("joint-training-wide-256", jointTraining(256, 256));
    steps.put("whole-hand-training-256", wholeHandTraining(256, 256));
    steps.put("grasp-inference-1024", inference(grasp(1024)));
    steps.put("joint-inference", jointInference(64));
    steps.put("residual-inference-256", inference(residual(256)));
    steps.put("residual-inference-1024", inference(residual(1024)));
    steps.put("base-and-residual-256", twoInferences(256));
    steps.put("base-and-residual-1024", twoInferences(1024));
    return steps;
  }

  private static Network grasp(int vertices) {
    return new PointMlp(vertices, 6, 1, List.of(256, 256, 256), JOINTS + 3);
  }

  private static Network residual(int width) {
    return new ResidualMlp(HISTORY * JOINTS + 7, width, 5, JOINTS);
  }

  private static float[] random(int size) {
    SplittableRandom random = new SplittableRandom(1);
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = (float) random.nextDouble();
    }
    return values;
  }

  /** An epoch of one batch is one update. */
  private Fit fit(Network network, Loss loss, int batch, int lanes) {
    FitOptions options = new FitOptions(Integer.MAX_VALUE, batch, 1e-4, 1, 0);
    Weights start = Weights.random(network, new SplittableRandom(1));
    Fit fit = new Fit(network, start, loss, network.outputs(), options, 1, kernels, lanes);
    closings.add(fit::close);
    return fit;
  }

  private static Samples samples(Network network, int batch) {
    return Samples.of(batch, random(batch * network.inputs()), random(batch * network.outputs()));
  }

  private Runnable graspTraining(int batch, int vertices) {
    Network network = grasp(vertices);
    Loss loss =
        (y, at, t, targetsAt, scale, g) ->
            Terms.meanSquare(y, at, t, targetsAt, JOINTS, scale, g)
                + Terms.binaryCrossEntropy(y, at + JOINTS, t, targetsAt + JOINTS, 2, scale, g)
                + Terms.sigmoidMeanSquare(
                    y, at + JOINTS + 2, t, targetsAt + JOINTS + 2, 1, scale, g);
    Fit fit = fit(network, loss, batch, LANES);
    Samples samples = samples(network, batch);
    Samples none = samples.subset(new int[0]);
    return () -> fit.run(samples, none, workers);
  }

  /** Every joint is a fit of its own; a worker takes whole joints. */
  private Runnable jointTraining(int batch, int width) {
    Network network = new Mlp(HISTORY, List.of(width, width), 1);
    Samples samples = samples(network, batch);
    Samples none = samples.subset(new int[0]);
    List<Fit> fits = new ArrayList<>();
    List<Workers> alone = new ArrayList<>();
    for (int j = 0; j < JOINTS; j++) {
      fits.add(fit(network, Loss.meanSquare(1), batch, 1));
      Workers own = new Workers(1);
      closings.add(own::close);
      alone.add(own);
    }
    return () -> workers.each(JOINTS, j -> fits.get(j).run(samples, none, alone.get(j)));
  }

  private Runnable wholeHandTraining(int batch, int width) {
    Network network = new Mlp(HISTORY * JOINTS, List.of(width, width), JOINTS);
    Fit fit = fit(network, Loss.meanSquare(JOINTS), batch, workers.threads());
    Samples samples = samples(network, batch);
    Samples none = samples.subset(new int[0]);
    return () -> fit.run(samples, none, workers);
  }

  private Runnable inference(Network network) {
    DenseKernel kernel = kernels.open();
    closings.add(kernel::close);
    Pass pass = network.open(kernel, 1);
    Weights weights = Weights.random(network, new SplittableRandom(1));
    float[] inputs = random(network.inputs());
    float[] outputs = new float[network.outputs()];
    return () -> pass.forward(weights, inputs, 1, outputs);
  }

  /** A base policy and the corrections of it. */
  private Runnable twoInferences(int width) {
    Runnable base = inference(residual(width));
    Runnable corrections = inference(residual(width));
    return () -> {
      base.run();
      corrections.run();
    };
  }

  private Runnable jointInference(int width) {
    List<Runnable> joints = new ArrayList<>();
    for (int j = 0; j < JOINTS; j++) {
      joints.add(inference(new Mlp(HISTORY, List.of(width, width), 1)));
    }
    return () -> joints.forEach(Runnable::run);
  }

  /** Seconds of a step: the median, and the mean of those that processors worked. */
  record Seconds(double wall, double processor) {}

  /**
   * Measures after a warm-up in which the compiler has its turn. Both last until this process has
   * worked for long enough, however busy the machine is with others.
   */
  static Seconds seconds(Runnable step, double duration) {
    long warm = processorNanos() + (long) (1e9 * WARM_UP);
    while (processorNanos() < warm) {
      step.run();
    }
    List<Double> times = new ArrayList<>();
    long processor = processorNanos();
    long end = processor + (long) (1e9 * duration);
    while (processorNanos() < end || times.size() < 5) {
      long start = System.nanoTime();
      step.run();
      times.add(1e-9 * (System.nanoTime() - start));
    }
    double worked = 1e-9 * (processorNanos() - processor) / times.size();
    return new Seconds(Spread.of(times).median(), worked);
  }

  /** Of all threads of this process. */
  private static long processorNanos() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  @Override
  public void close() {
    workers.close();
    closings.forEach(Runnable::run);
  }
}
