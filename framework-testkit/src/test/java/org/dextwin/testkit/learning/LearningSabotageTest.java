package org.dextwin.testkit.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.dextwin.api.experiment.Progress;
import org.dextwin.api.learning.Demonstration;
import org.dextwin.api.learning.DifferentiableDynamicsModel;
import org.dextwin.api.learning.DynamicsModel;
import org.dextwin.api.learning.DynamicsSpec;
import org.dextwin.api.learning.DynamicsTrainer;
import org.dextwin.api.learning.Environment;
import org.dextwin.api.learning.Policy;
import org.dextwin.api.learning.PolicySpec;
import org.dextwin.api.learning.PolicyTrainer;
import org.dextwin.api.learning.StepOutcome;
import org.dextwin.api.learning.Task;
import org.dextwin.api.learning.TrainingRun;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.testkit.FakeProvider;
import org.dextwin.testkit.Intercept;
import org.dextwin.testkit.Intercept.Behaviour;
import org.dextwin.testkit.Sabotage;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every test of the learning contracts sees the faults that it is there for. */
class LearningSabotageTest {

  @TestFactory
  Stream<DynamicTest> faultsOfTasksAreSeen() {
    return Sabotage.tests(FakeTaskTest.class, tasks());
  }

  @TestFactory
  Stream<DynamicTest> faultsOfPoliciesAreSeen() {
    return Sabotage.tests(FakePolicyTest.class, policies());
  }

  @TestFactory
  Stream<DynamicTest> faultsOfPolicyTrainersAreSeen() {
    return Sabotage.tests(FakePolicyTrainerTest.class, policyTrainers());
  }

  @TestFactory
  Stream<DynamicTest> faultsOfDynamicsAreSeen() {
    return Sabotage.tests(FakeDynamicsTest.class, dynamics());
  }

  @TestFactory
  Stream<DynamicTest> faultsOfDynamicsTrainersAreSeen() {
    return Sabotage.tests(FakeDynamicsTrainerTest.class, dynamicsTrainers());
  }

  @Test
  void everyTestHasASabotage() {
    Sabotage.assertAllSabotaged(TaskContract.class, tasks());
    Sabotage.assertAllSabotaged(PolicyContract.class, policies());
    Sabotage.assertAllSabotaged(TrainerContract.class, policyTrainers());
    Sabotage.assertAllSabotaged(DynamicsModelContract.class, dynamics());
  }

  @Test
  void everyTestOfTheTrainersHasASabotage() {
    List<String> seen =
        Stream.concat(policyTrainers().stream(), dynamicsTrainers().stream())
            .map(Sabotage::test)
            .toList();
    assertThat(
            Stream.<Class<?>>of(PolicyTrainerContract.class, DynamicsTrainerContract.class)
                .flatMap(contract -> Arrays.stream(contract.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Test.class))
                .map(Method::getName))
        .hasSize(5)
        .allMatch(seen::contains);
  }

  // --- tasks

  private static List<Sabotage> tasks() {
    AtomicInteger calls = new AtomicInteger();
    return List.of(
        task("specIsPlausible", "no bound", "spec", call -> new PolicySpec(2, 1, Float.NaN)),
        world(
            "observationsFitTheSpec",
            "an extra number",
            "reset",
            call -> {
              call.proceed();
              return new float[3];
            }),
        outcome("observationsFitTheSpec", "NaN", o -> seeing(o, new float[] {0, Float.NaN})),
        world(
            "seedRepeatsAnEpisode",
            "the seed ignored",
            "reset",
            call -> call.proceedWith((long) calls.incrementAndGet())),
        world("environmentsWorkOnSeveralThreads", "one thread only", "step", ownThread()),
        outcome(
            "episodesEndForACause",
            "goes on for ever",
            o -> new StepOutcome(o.observation(), o.reward(), Optional.empty(), o.measures())),
        outcome(
            "episodesEndForACause",
            "a sentence for a cause",
            o ->
                new StepOutcome(
                    o.observation(),
                    o.reward(),
                    o.ending().map(e -> new StepOutcome.Ending(e.success(), "It fell.")),
                    o.measures())),
        world(
            "stepsOutsideAnEpisodeAreRefused",
            "goes on after the end",
            "step",
            call -> {
              try {
                return call.proceed();
              } catch (IllegalStateException swallowed) {
                return new StepOutcome(new float[2], 0, Optional.empty(), Map.of());
              }
            }),
        world(
            "badActionsAreRefused",
            "a bad action does nothing",
            "step",
            call -> {
              try {
                return call.proceed();
              } catch (IllegalArgumentException swallowed) {
                return new StepOutcome(new float[2], 0, Optional.empty(), Map.of());
              }
            }),
        world(
            "actionsOutOfBoundsAreClipped",
            "faster than it can",
            "step",
            call -> {
              StepOutcome o = (StepOutcome) call.proceed();
              float[] action = call.argument(0, float[].class);
              return seeing(o, new float[] {o.observation()[0], o.observation()[1] * action[0]});
            }),
        task(
            "demonstrationsFitTheSpec",
            "out of bounds",
            "demonstrations",
            call -> List.of(new Demonstration("line", new float[2], new float[] {7}))),
        task(
            "demonstrationsFitTheSpec",
            "no source",
            "demonstrations",
            call -> List.of(new Demonstration("", new float[2], new float[1]))),
        task(
            "demonstrationsAreTheSameEachTime",
            "drawn anew",
            "demonstrations",
            call ->
                List.of(
                    new Demonstration(
                        "line", new float[] {calls.incrementAndGet(), 0}, new float[1]))),
        world(
            "closingAnEnvironmentTwiceDoesNothing",
            "complains",
            "close",
            new Behaviour() {
              private boolean closed;

              @Override
              public Object of(Intercept.Call call) throws Throwable {
                if (closed) {
                  throw new IllegalStateException("closed");
                }
                closed = true;
                call.proceed();
                return Optional.empty();
              }
            }));
  }

  private static StepOutcome seeing(StepOutcome o, float[] observation) {
    return new StepOutcome(observation, o.reward(), o.ending(), o.measures());
  }

  private static Behaviour ownThread() {
    long owner = Thread.currentThread().getId();
    return call -> {
      StepOutcome o = (StepOutcome) call.proceed();
      return Thread.currentThread().getId() == owner ? o : seeing(o, new float[2]);
    };
  }

  private static Sabotage task(String test, String fault, String method, Behaviour behaviour) {
    return new Sabotage(
        test,
        fault,
        FakeProvider.like(new FakeTaskProvider())
            .withFault(task -> Intercept.method(Task.class, task, method, behaviour)));
  }

  private static Sabotage world(String test, String fault, String method, Behaviour behaviour) {
    return task(
        test,
        fault,
        "open",
        call ->
            Intercept.method(Environment.class, (Environment) call.proceed(), method, behaviour));
  }

  private static Sabotage outcome(String test, String fault, UnaryOperator<StepOutcome> change) {
    return world(test, fault, "step", call -> change.apply((StepOutcome) call.proceed()));
  }

  // --- policies

  private static List<Sabotage> policies() {
    AtomicInteger calls = new AtomicInteger();
    float[] shared = new float[1];
    return List.of(
        policy("specIsPlausible", "no action", "spec", call -> new PolicySpec(2, 0, 1)),
        policy("actionsAreWithinTheSpec", "beyond the bound", "act", call -> new float[] {1.5f}),
        policy("actionsAreWithinTheSpec", "NaN", "act", call -> new float[] {Float.NaN}),
        policy("actionsAreWithinTheSpec", "too many", "act", call -> new float[2]),
        policy(
            "seedRepeatsActions",
            "random without a seed",
            "act",
            call -> new float[] {1f / calls.incrementAndGet()}),
        policy(
            "observationIsNotModified",
            "scales in place",
            "act",
            call -> {
              Object action = call.proceed();
              call.argument(0, float[].class)[0] *= 2;
              return action;
            }),
        policy(
            "actionIsTheCallersOwn",
            "one array for all",
            "act",
            call -> {
              shared[0] = call.argument(0, float[].class)[0];
              return shared;
            }),
        policy(
            "badObservationsAreRefused",
            "does nothing instead",
            "act",
            call -> {
              try {
                return call.proceed();
              } catch (IllegalArgumentException swallowed) {
                return new float[1];
              }
            }));
  }

  private static Sabotage policy(String test, String fault, String method, Behaviour behaviour) {
    return new Sabotage(
        test,
        fault,
        FakeProvider.like(new FakePolicyProvider())
            .withFault(policy -> Intercept.method(Policy.class, policy, method, behaviour)));
  }

  // --- trainers of policies

  private static List<Sabotage> policyTrainers() {
    AtomicInteger seeds = new AtomicInteger();
    return List.of(
        run(
            "sameSeedGivesTheSameWeights",
            "a seed of its own",
            "seed",
            call -> (long) seeds.incrementAndGet()),
        run("interruptedTrainingGoesOn", "never looks", "checkCancelled", call -> Optional.empty()),
        trainer(
            "interruptedTrainingGoesOn",
            "starts over with what it has",
            "train",
            call -> {
              TrainingRun run = call.argument(1, TrainingRun.class);
              if (FakeFile.existsIn(run.checkpoints())) {
                new FakeFile(0, FakeFile.read(run.checkpoints(), 3).weights())
                    .write(run.checkpoints());
              }
              return call.proceed();
            }),
        trainer(
            "trainedIsReadBack",
            "other weights",
            "load",
            call -> {
              call.proceed();
              return new FakePolicy(new float[3]);
            }),
        trainer(
            "finishedTrainingIsNotRepeated",
            "trains again",
            "train",
            call -> {
              TrainingRun run = call.argument(1, TrainingRun.class);
              new FakeFile(0, new float[3]).write(run.checkpoints());
              return call.proceed();
            }),
        trainer(
            "damagedCheckpointsAreRefused",
            "weights of zero instead",
            "load",
            call -> {
              try {
                return call.proceed();
              } catch (InvalidInputException swallowed) {
                return new FakePolicy(new float[3]);
              }
            }),
        trainer(
            "missingCheckpointIsNamed",
            "weights of zero instead",
            "load",
            call -> {
              try {
                return call.proceed();
              } catch (InvalidInputException swallowed) {
                return new FakePolicy(new float[3]);
              }
            }),
        run(
            "progressAddsUpAndEnds",
            "announces one unit too many",
            "progress",
            call -> call.proceedWith(call.arguments()[0], (long) call.arguments()[1] + 1)),
        run(
            "progressAddsUpAndEnds",
            "display left open",
            "progress",
            call ->
                Intercept.method(
                    Progress.class, (Progress) call.proceed(), "close", it -> Optional.empty())),
        trainer(
            "policyFitsTheTask",
            "of another size",
            "train",
            call ->
                Intercept.method(
                    Policy.class, (Policy) call.proceed(), "spec", it -> new PolicySpec(2, 2, 1))),
        trainer(
            "checkpointForAnotherSpecIsRefused",
            "never looks",
            "load",
            call -> call.proceedWith(call.arguments()[0], new PolicySpec(2, 1, 1))));
  }

  private static Sabotage trainer(String test, String fault, String method, Behaviour behaviour) {
    return new Sabotage(
        test,
        fault,
        FakeProvider.like(new FakePolicyTrainerProvider())
            .withFault(
                trainer -> Intercept.method(PolicyTrainer.class, trainer, method, behaviour)));
  }

  /** A trainer that deals otherwise with its run. */
  private static Sabotage run(String test, String fault, String method, Behaviour behaviour) {
    return trainer(
        test,
        fault,
        "train",
        call ->
            call.proceedWith(
                call.arguments()[0],
                Intercept.method(
                    TrainingRun.class, call.argument(1, TrainingRun.class), method, behaviour)));
  }

  // --- dynamics

  private static List<Sabotage> dynamics() {
    AtomicInteger calls = new AtomicInteger();
    return List.of(
        model(
            "specIsPlausible",
            "milliseconds",
            "spec",
            call -> {
              DynamicsSpec spec = (DynamicsSpec) call.proceed();
              return new DynamicsSpec(spec.joints(), 1000 * spec.period(), spec.window());
            }),
        predictions(
            "predictionsAreShapedAndFinite", "one missing", p -> Arrays.copyOf(p, p.length - 1)),
        predictions("predictionsAreShapedAndFinite", "NaN", p -> filled(p, Float.NaN)),
        predictions(
            "predictionDependsOnItsHistoryAlone",
            "of its neighbours",
            p -> {
              p[p.length - 1] += 0.001f * p[0];
              return p;
            }),
        predictions(
            "predictionDependsOnItsHistoryAlone",
            "of the last call",
            p -> filled(p, calls.incrementAndGet())),
        model(
            "predictionsFollowTheTargets",
            "positions and targets swapped",
            "predict",
            call -> {
              float[] histories = call.argument(0, float[].class).clone();
              for (int i = 0; i + 3 < histories.length; i += 4) {
                for (int j = i; j < i + 2; j++) {
                  histories[j + 2] = 2 * histories[j] - histories[j + 2];
                }
              }
              return call.proceedWith(histories, call.arguments()[1]);
            }),
        model(
            "historiesAreNotModified",
            "scales in place",
            "predict",
            call -> {
              Object next = call.proceed();
              call.argument(0, float[].class)[0] *= 2;
              return next;
            }),
        model(
            "badHistoriesAreRefused",
            "zero instead",
            "predict",
            call -> {
              try {
                return call.proceed();
              } catch (IllegalArgumentException swallowed) {
                return new float[2];
              }
            }),
        model(
            "cotangentsAgreeWithDifferences",
            "half of them",
            "pullBack",
            call -> {
              float[] pulled = (float[]) call.proceed();
              Arrays.fill(pulled, pulled.length / 2, pulled.length, 0);
              return pulled;
            }),
        model(
            "cotangentsAgreeWithDifferences",
            "ten per cent off",
            "pullBack",
            call -> {
              float[] pulled = (float[]) call.proceed();
              for (int i = 0; i < pulled.length; i++) {
                pulled[i] *= 1.1f;
              }
              return pulled;
            }));
  }

  private static float[] filled(float[] values, float with) {
    Arrays.fill(values, with);
    return values;
  }

  private static Sabotage model(String test, String fault, String method, Behaviour behaviour) {
    return new Sabotage(
        test,
        fault,
        FakeProvider.like(new FakeDynamicsProvider())
            .withFault(
                model ->
                    Intercept.method(
                        DifferentiableDynamicsModel.class,
                        (DifferentiableDynamicsModel) model,
                        method,
                        behaviour)));
  }

  private static Sabotage predictions(String test, String fault, UnaryOperator<float[]> change) {
    return model(test, fault, "predict", call -> change.apply((float[]) call.proceed()));
  }

  // --- trainers of dynamics

  private static List<Sabotage> dynamicsTrainers() {
    return List.of(
        dynamicsTrainer(
            "modelFitsTheTransitions",
            "a period of its own",
            call -> {
              call.proceed();
              return new FakeDynamics(0.1, new float[2]);
            }),
        dynamicsTrainer(
            "modelIsBetterThanStandingStill",
            "learns nothing",
            call -> {
              call.proceed();
              return new FakeDynamics(0.05, new float[2]);
            }),
        dynamicsTrainer(
            "fineTuningStartsFromTheCheckpoint",
            "starts from nothing",
            call -> call.proceedWith(call.arguments()[0], Optional.empty(), call.arguments()[2])));
  }

  private static Sabotage dynamicsTrainer(String test, String fault, Behaviour behaviour) {
    return new Sabotage(
        test,
        fault,
        FakeProvider.like(new FakeDynamicsTrainerProvider())
            .withFault(
                trainer -> Intercept.method(DynamicsTrainer.class, trainer, "train", behaviour)));
  }

  /** What a sabotage makes must still be a model. */
  @Test
  void honestModelIsDifferentiable() {
    DynamicsModel model = new FakeDynamics(0.05, new float[2]);
    assertThat(model).isInstanceOf(DifferentiableDynamicsModel.class);
  }
}
