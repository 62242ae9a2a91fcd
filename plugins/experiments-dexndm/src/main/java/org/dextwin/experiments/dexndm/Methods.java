package org.dextwin.experiments.dexndm;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.dextwin.api.experiment.ExperimentContext;
import org.dextwin.api.learning.DynamicsModel;
import org.dextwin.api.learning.DynamicsTrainer;
import org.dextwin.api.learning.Policy;
import org.dextwin.api.learning.Transitions;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.experiments.dexndm.internal.residual.Adaptation;
import org.dextwin.experiments.dexndm.internal.transfer.Trials;
import org.dextwin.learning.proprioception.CompensatingTrainer;
import org.dextwin.learning.proprioception.ProprioceptiveTask;

/** The trainers of methods, by their places in the configuration. */
final class Methods {

  private final Map<String, DynamicsTrainer> dynamics = new HashMap<>();
  private final Map<String, CompensatingTrainer> corrections = new HashMap<>();

  /** Policies of methods that have their own, by the methods' names. */
  private final Map<String, Supplier<Policy>> bases = new HashMap<>();

  void add(MethodConfig method, ProprioceptiveTask home, ComponentContext context) {
    method.base().ifPresent(it -> bases.put(method.name(), it.source(context::resolve, home)));
    method
        .dynamics()
        .ifPresent(
            it -> {
              dynamics.put(it.path(), context.resolve(it));
              String path = method.corrections().path();
              corrections.put(
                  path, Compensators.require(path, context.resolve(method.corrections())));
            });
    method.sourceDynamics().ifPresent(it -> dynamics.put(it.path(), context.resolve(it)));
  }

  private static <T> T at(Map<String, T> all, String path) {
    T found = all.get(path);
    if (found == null) {
      throw new IllegalStateException("nothing at " + path);
    }
    return found;
  }

  /** Learns what methods learn in one run; models of the source world are shared. */
  final class Learning {

    private final ExperimentContext context;
    private final Map<String, Supplier<Transitions>> recordings;
    private final long seed;
    private final Map<String, Path> sources = new HashMap<>();

    Learning(ExperimentContext context, Map<String, Supplier<Transitions>> recordings, long seed) {
      this.context = context;
      this.recordings = recordings;
      this.seed = seed;
    }

    /** Learns the target world's dynamics; empty if the method has none. */
    Optional<Path> dynamics(MethodConfig method) {
      return method
          .target()
          .map(
              target ->
                  adaptation(method)
                      .learnDynamics(
                          method.source().map(it -> source(method, it)), at(recordings, target)));
    }

    private Path source(MethodConfig method, String recording) {
      String path = method.sourceDynamics().or(method::dynamics).orElseThrow().path();
      String name = path.replace('.', '-') + "-on-" + recording;
      return sources.computeIfAbsent(
          name,
          it ->
              Adaptation.learnSource(
                  context, at(dynamics, path), it, at(recordings, recording), seed));
    }

    private Adaptation adaptation(MethodConfig method) {
      return new Adaptation(
          context,
          at(dynamics, method.dynamics().orElseThrow().path()),
          at(corrections, method.corrections().path()),
          method.name(),
          seed);
    }

    /** Learns all that a method learns, and returns what makes its policy. */
    Supplier<Policy> policy(MethodConfig method, ProprioceptiveTask home, Supplier<Policy> base) {
      return dynamics(method)
          .map(model -> corrected(method, model, home, base))
          .orElseGet(() -> own(method, base));
    }

    /** Learns corrections through a model that was learnt, and returns what makes the policy. */
    Supplier<Policy> corrected(
        MethodConfig method, Path model, ProprioceptiveTask home, Supplier<Policy> base) {
      Supplier<Policy> own = own(method, base);
      return Trials.corrected(own, adaptation(method).learnCorrections(model, home, own));
    }

    private Supplier<Policy> own(MethodConfig method, Supplier<Policy> base) {
      return bases.getOrDefault(method.name(), base);
    }

    /** Reads a model that was learnt. */
    DynamicsModel read(MethodConfig method, Path model) {
      return at(dynamics, method.dynamics().orElseThrow().path()).load(model);
    }
  }
}
