package org.dextwin.dynamics.jointwise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dextwin.api.learning.DifferentiableDynamicsModel;
import org.dextwin.api.learning.DynamicsModel;
import org.dextwin.api.learning.Transitions;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.learning.compute.Kernels;
import org.dextwin.learning.dynamics.PredictionErrors;
import org.dextwin.testkit.GradientCheck;
import org.dextwin.testkit.MapSettings;
import org.dextwin.testkit.TestComponentContext;
import org.dextwin.testkit.learning.TestTrainingRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What compensators learn of worlds whose differences are known. */
class CompensatorLearningTest {

  @TempDir private Path source = Path.of("");
  @TempDir private Path folder = Path.of("");

  private final Transitions weak = new SyntheticHand(3, 0.6, 0).record(2, 20, 100);

  private static CompensatorConfig config(List<String> objectJoints) {
    return new CompensatorConfig(
        Optional.empty(), objectJoints, 1, List.of(32.0), 20, 32, 5e-3, 0.05, 0.1, 0, 0);
  }

  private DynamicsModel source() {
    return new FactorisedTrainer(Factorisation.JOINT, Configs.linear(3, 250), Kernels.best())
        .train(
            new SyntheticHand(3, 1, 0).record(1, 20, 100),
            Optional.empty(),
            new TestTrainingRun(7, source));
  }

  private DifferentiableDynamicsModel compensated(CompensatorShape.Kind kind) {
    return (DifferentiableDynamicsModel)
        new CompensatorTrainer(kind, config(List.of()), Kernels.best())
            .train(weak, Optional.of(source), new TestTrainingRun(7, folder));
  }

  @ParameterizedTest
  @EnumSource(CompensatorShape.Kind.class)
  void sourceWorldMovesLikeTheOther(CompensatorShape.Kind kind) {
    Transitions others = new SyntheticHand(3, 0.6, 0).record(3, 5, 100);
    try (DynamicsModel before = source();
        DynamicsModel after = compensated(kind)) {
      assertThat(PredictionErrors.oneStep(after, others).total())
          .as("error of the compensated source world [rad]")
          .isLessThan(0.3 * PredictionErrors.oneStep(before, others).total());
    }
  }

  @ParameterizedTest
  @EnumSource(CompensatorShape.Kind.class)
  void cotangentsAgreeWithDifferences(CompensatorShape.Kind kind) {
    source().close();
    try (DifferentiableDynamicsModel model = compensated(kind)) {
      float[] history = new float[model.spec().historySize()];
      weak.history(4, 40, 3, history, 0);
      float[] cotangents = {1, -0.7f, 1.3f};
      float[] pulled = model.pullBack(history, cotangents, 1);
      double[] exact = new double[pulled.length];
      double[] numeric = new double[pulled.length];
      for (int i = 0; i < pulled.length; i++) {
        exact[i] = pulled[i];
        float kept = history[i];
        history[i] = kept + 2e-4f;
        float[] above = model.predict(history, 1);
        history[i] = kept - 2e-4f;
        float[] below = model.predict(history, 1);
        history[i] = kept;
        for (int j = 0; j < 3; j++) {
          numeric[i] += cotangents[j] * ((double) above[j] - below[j]) / 4e-4;
        }
      }
      new GradientCheck(0.02, 0.02).assertAgree("predictions by histories", exact, numeric);
    }
  }

  @Test
  void modelIsReadByTheProviderOfModels() {
    source().close();
    try (DynamicsModel trained = compensated(CompensatorShape.Kind.UAN)) {
      MapSettings settings =
          MapSettings.of(Map.of("checkpoint", folder.resolve(DynamicsFile.NAME).toString()));
      NeuralDynamicsProvider provider = new NeuralDynamicsProvider();
      try (TestComponentContext context = new TestComponentContext(7);
          DynamicsModel read = provider.create(provider.configure(settings), context)) {
        float[] history = new float[read.spec().historySize()];
        assertThat(read.predict(history, 1)).isEqualTo(trained.predict(history, 1));
      }
    }
  }

  /** Values at the corners of the curriculum, and half way. */
  @Test
  void weightOfTheObjectRises() {
    assertThat(ObjectCurriculum.weight(0)).isEqualTo(0.001);
    assertThat(ObjectCurriculum.weight(10)).isEqualTo(0.001);
    assertThat(ObjectCurriculum.weight(105)).isCloseTo((0.001 + 2) / 2, within(1e-12));
    assertThat(ObjectCurriculum.weight(200)).isEqualTo(2);
    assertThat(ObjectCurriculum.weight(1000)).isEqualTo(2);
  }

  @Test
  void objectCountsAsTheCurriculumSays() {
    try (FactorisedModel model = (FactorisedModel) source()) {
      CompensatorShape shape =
          new CompensatorShape(model.spec(), CompensatorShape.Kind.ASAP, 1, List.of());
      CompensatorLoss loss = new CompensatorLoss(shape, model, List.of("finger0-2"));
      float[] targets = new float[loss.targets()];
      targets[targets.length - 1] = 1; // where the object is, and the source world does not take it
      float[] outputs = new float[3];
      float still = model.predict(new float[model.spec().historySize()], 1)[2];
      double square = (1 - still) * (1 - still) / 3.0;
      for (int epoch : new int[] {0, 105, 300}) {
        loss.begin(epoch);
        assertThat(loss.evaluate(outputs, 0, targets, 0, 1, new float[3]))
            .as("in pass %d", epoch)
            .isCloseTo(ObjectCurriculum.weight(epoch) * square, within(1e-5));
        assertThat(loss.evaluate(outputs, 0, targets, 0, 0, new float[3]))
            .as("on what is set aside")
            .isCloseTo(2 * square, within(1e-5));
      }
    }
  }

  @Test
  void withoutASourceThereIsNothingToCompensate() {
    CompensatorTrainer trainer =
        new CompensatorTrainer(CompensatorShape.Kind.UAN, config(List.of()), Kernels.best());
    assertThatThrownBy(() -> trainer.train(weak, Optional.empty(), new TestTrainingRun(7, folder)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("source");
  }

  @Test
  void unknownObjectIsNamed() {
    source().close();
    CompensatorTrainer trainer =
        new CompensatorTrainer(
            CompensatorShape.Kind.ASAP, config(List.of("no-such")), Kernels.best());
    assertThatThrownBy(
            () -> trainer.train(weak, Optional.of(source), new TestTrainingRun(7, folder)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("no-such");
  }
}
