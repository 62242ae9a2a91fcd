package org.dextwin.experiments.dexndm;

import java.util.List;
import java.util.Optional;
import org.dextwin.api.learning.DynamicsTrainer;
import org.dextwin.api.learning.PolicyTrainer;
import org.dextwin.api.spi.ComponentRef;
import org.dextwin.api.spi.Key;

/**
 * A way to bring a policy into another world.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param name its name
 * @param base policy that it has in place of the base policy
 * @param dynamics learns the dynamics of the target world
 * @param sourceDynamics learns the dynamics of the source world, to begin with
 * @param corrections learns corrections through them
 * @param source recordings to learn from first
 * @param target recordings of the target world
 */
record MethodConfig(
    @Key(doc = "Its name, in kebab-case.") String name,
    @Key(
            doc =
                "The policy that is played, and corrected, in place of the base policy; left out,"
                    + " the base policy.")
        Optional<BaseConfig> base,
    @Key(doc = "Learns the dynamics of the target world; left out, the policy is played as it is.")
        Optional<ComponentRef<DynamicsTrainer>> dynamics,
    @Key(
            doc =
                "Learns the dynamics of the source world, to begin with; left out, the trainer of"
                    + " those of the target world.")
        Optional<ComponentRef<DynamicsTrainer>> sourceDynamics,
    @Key(doc = "Learns corrections through them.", byDefault = "policy-trainer")
        ComponentRef<PolicyTrainer> corrections,
    @Key(doc = "Name of the recordings of the source world to learn from first; left out, none.")
        Optional<String> source,
    @Key(doc = "Name of the recordings of the target world.") Optional<String> target) {

  /** Checks the names. */
  MethodConfig {
    Names.requireKebabCase(name);
    if (dynamics.isPresent() != target.isPresent()) {
      throw new IllegalArgumentException(
          "method '"
              + name
              + "' has "
              + (dynamics.isPresent() ? "dynamics, but no target" : "a target, but no dynamics")
              + "; a method that learns needs both");
    }
  }

  /** Checks that its recordings are among those with the known names. */
  void requireKnown(String role, List<String> known) {
    source.ifPresent(it -> requireKnown(role, known, it));
    target.ifPresent(it -> requireKnown(role, known, it));
  }

  private void requireKnown(String role, List<String> known, String recordings) {
    if (!known.contains(recordings)) {
      throw new IllegalArgumentException(
          role
              + " '"
              + name
              + "' learns from '"
              + recordings
              + "', but the recordings are "
              + known);
    }
  }
}
