package org.dextwin.dynamics.jointwise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.dextwin.api.learning.DifferentiableDynamicsModel;
import org.dextwin.api.learning.DynamicsModel;
import org.dextwin.api.learning.DynamicsSpec;
import org.dextwin.api.learning.Transitions;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.learning.compute.Kernels;
import org.dextwin.learning.dynamics.InverseDynamics;
import org.dextwin.learning.dynamics.PredictionErrors;
import org.dextwin.testkit.GradientCheck;
import org.dextwin.testkit.learning.TestTrainingRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the trainers learn of hands whose dynamics are known. */
class DynamicsLearningTest {

  @TempDir private Path temporary = Path.of("");

  private final List<DynamicsModel> opened = new ArrayList<>();

  private Path folder(String name) {
    try {
      return Files.createDirectories(temporary.resolve(name));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private DifferentiableDynamicsModel train(
      Factorisation factorisation,
      DynamicsConfig config,
      Transitions transitions,
      Optional<Path> start,
      String name) {
    FactorisedTrainer trainer = new FactorisedTrainer(factorisation, config, Kernels.best());
    DynamicsModel model = trainer.train(transitions, start, new TestTrainingRun(7, folder(name)));
    opened.add(model);
    return (DifferentiableDynamicsModel) model;
  }

  @AfterEach
  void close() {
    opened.forEach(DynamicsModel::close);
  }

  /** The derivatives of a linear model are the coefficients of the joint. */
  @ParameterizedTest
  @EnumSource(Factorisation.class)
  void linearDynamicsAreRecovered(Factorisation factorisation) {
    SyntheticHand hand = new SyntheticHand(4, 1, 0);
    DifferentiableDynamicsModel model =
        train(
            factorisation, Configs.linear(2, 250), hand.record(1, 20, 200), Optional.empty(), "a");
    DynamicsSpec spec = model.spec();
    float[] history = new float[spec.historySize()];
    for (int j = 0; j < 4; j++) {
      float[] one = new float[4];
      one[j] = 1;
      float[] slopes = model.pullBack(history, one, 1);
      double gain = hand.gain(j);
      double m = SyntheticHand.MOMENTUM;
      for (int other = 0; other < 4; other++) {
        boolean own = other == j;
        int at = spec.positionAt(1, other);
        int before = spec.positionAt(0, other);
        assertThat((double) slopes[at])
            .as("dq%d by q%d", j, other)
            .isCloseTo(own ? 1 - gain + m : 0, within(1e-3));
        assertThat((double) slopes[at + 4])
            .as("dq%d by a%d", j, other)
            .isCloseTo(own ? gain : 0, within(1e-3));
        assertThat((double) slopes[before])
            .as("dq%d by q%d before", j, other)
            .isCloseTo(own ? -m : 0, within(1e-3));
      }
    }
    assertThat(PredictionErrors.openLoop(model, hand.record(2, 4, 100), 20, 1).total())
        .as("error after 20 steps open loop [rad]")
        .isLessThan(1e-3);
  }

  /** Steps so small that hardly a unit switches within them. */
  @ParameterizedTest
  @EnumSource(Factorisation.class)
  void cotangentsAgreeWithSmallDifferences(Factorisation factorisation) {
    Transitions data = new SyntheticHand(4, 1, 0).record(1, 10, 100);
    DifferentiableDynamicsModel model =
        train(factorisation, Configs.small(4, 5), data, Optional.empty(), "gradient");
    int size = model.spec().historySize();
    float[] histories = new float[2 * size];
    data.history(1, 30, 4, histories, 0);
    data.history(2, 50, 4, histories, size);
    float[] cotangents = {1, 0.7f, 1.3f, -0.8f, 0.9f, -1.1f, 0.6f, 1.2f};
    float[] pulled = model.pullBack(histories, cotangents, 2);
    double[] exact = new double[pulled.length];
    double[] numeric = new double[pulled.length];
    for (int i = 0; i < pulled.length; i++) {
      exact[i] = pulled[i];
      numeric[i] = difference(model, histories, i, cotangents);
    }
    new GradientCheck(0.02, 0.01).assertAgree("predictions by histories", exact, numeric);
  }

  private static double difference(
      DynamicsModel model, float[] histories, int index, float[] cotangents) {
    float[] low = histories.clone();
    float[] high = histories.clone();
    low[index] -= 1e-4f;
    high[index] += 1e-4f;
    float[] below = model.predict(low, 2);
    float[] above = model.predict(high, 2);
    double sum = 0;
    for (int i = 0; i < cotangents.length; i++) {
      sum += cotangents[i] * ((double) above[i] - below[i]);
    }
    return sum / ((double) high[index] - low[index]);
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  void jointWiseIsBestWhenDecoupledDataAreScarce(long seed) {
    SyntheticHand hand = new SyntheticHand(16, 1, 0);
    Transitions scarce = hand.record(seed, 4, 60);
    Transitions others = hand.record(seed + 100, 4, 100);
    Map<Factorisation, Double> errors = new EnumMap<>(Factorisation.class);
    for (Factorisation factorisation : Factorisation.values()) {
      DynamicsModel model =
          train(factorisation, Configs.small(5, 60), scarce, Optional.empty(), "" + factorisation);
      errors.put(factorisation, PredictionErrors.oneStep(model, others).total());
    }
    assertThat(List.of(Factorisation.JOINT, Factorisation.FINGER, Factorisation.HAND))
        .as("from the smallest error to the largest, of %s [rad]", errors)
        .isSortedAccordingTo(Comparator.comparing(errors::get));
  }

  @Test
  void fineTuningBeatsEitherWorldAlone() {
    Transitions few = new SyntheticHand(4, 0.7, 0).record(2, 2, 40);
    Transitions others = new SyntheticHand(4, 0.7, 0).record(3, 4, 100);
    DynamicsConfig config = Configs.small(5, 40);
    DynamicsModel source =
        train(
            Factorisation.JOINT,
            config,
            new SyntheticHand(4, 1, 0).record(1, 20, 200),
            Optional.empty(),
            "source");
    DynamicsModel scratch = train(Factorisation.JOINT, config, few, Optional.empty(), "scratch");
    DynamicsModel tuned =
        train(Factorisation.JOINT, config, few, Optional.of(folder("source")), "tuned");
    double error = PredictionErrors.openLoop(tuned, others, 20, 1).total();
    assertThat(error)
        .as("error after 20 steps, against the source world's model [rad]")
        .isLessThan(0.7 * PredictionErrors.openLoop(source, others, 20, 1).total());
    assertThat(error)
        .as("error after 20 steps, against a model of the few alone [rad]")
        .isLessThan(0.7 * PredictionErrors.openLoop(scratch, others, 20, 1).total());
  }

  @Test
  void virtualForceOfALoadIsFound() {
    Transitions free = new SyntheticHand(4, 1, 0).record(1, 20, 200);
    DynamicsModel inverse =
        train(
            Factorisation.JOINT,
            Configs.linear(3, 250),
            InverseDynamics.exchange(free),
            Optional.empty(),
            "inverse");
    double load = 0.1;
    Transitions loaded = new SyntheticHand(4, 1, load).record(5, 1, 200);
    float[] forces = InverseDynamics.virtualForces(inverse, loaded, 0);
    double mean = 0;
    int settled = forces.length / 2; // the load comes on at the beginning
    for (int i = settled; i < forces.length; i++) {
      mean += forces[i] / (forces.length - settled);
    }
    assertThat(mean).as("virtual force [rad]").isCloseTo(load, within(0.1 * load));
  }

  @Test
  void interruptedTrainingLeavesACheckpointToGoOnFrom() {
    Transitions data = new SyntheticHand(2, 1, 0).record(1, 4, 60);
    FactorisedTrainer trainer =
        new FactorisedTrainer(Factorisation.JOINT, Configs.small(5, 10), Kernels.best());
    Path folder = folder("interrupted");
    TestTrainingRun cancelled = new TestTrainingRun(7, folder).cancelAfter(6);
    assertThatThrownBy(() -> trainer.train(data, Optional.empty(), cancelled))
        .isInstanceOf(CancellationException.class);
    assertThatThrownBy(() -> trainer.load(folder))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("resume");
    TestTrainingRun rest = new TestTrainingRun(7, folder);
    DynamicsModel resumed = trainer.train(data, Optional.empty(), rest);
    opened.add(resumed);
    assertThat(rest.points()).as("epochs that were left").isEqualTo(4);
    DynamicsModel whole =
        train(Factorisation.JOINT, Configs.small(5, 10), data, Optional.empty(), "whole");
    float[] history = new float[2 * resumed.spec().historySize()];
    assertThat(resumed.predict(history, 2)).isEqualTo(whole.predict(history, 2));
  }

  @Test
  void recordingsThatAreTooShortAreRefused() {
    Transitions shorts = new SyntheticHand(2, 1, 0).record(1, 3, 4);
    assertThatThrownBy(
            () -> train(Factorisation.JOINT, Configs.small(5, 2), shorts, Optional.empty(), "s"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("window");
  }

  @Test
  void modelOfAnotherShapeIsNotFineTuned() {
    Transitions data = new SyntheticHand(2, 1, 0).record(1, 3, 40);
    train(Factorisation.JOINT, Configs.small(5, 1), data, Optional.empty(), "first");
    assertThatThrownBy(
            () ->
                train(
                    Factorisation.JOINT,
                    Configs.small(6, 1),
                    data,
                    Optional.of(folder("first")),
                    "second"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("train both alike");
    assertThatThrownBy(
            () ->
                new FactorisedTrainer(Factorisation.HAND, Configs.small(5, 1), Kernels.best())
                    .load(folder("first")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("is a joint-wise model");
  }
}
