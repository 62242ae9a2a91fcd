package org.dextwin.experiments.drex.internal.grasp;

import java.util.Optional;
import org.dextwin.api.learning.PolicyTrainer;
import org.dextwin.api.learning.Task;
import org.dextwin.api.robot.Hand;
import org.dextwin.api.spi.ComponentRef;
import org.dextwin.api.spi.Key;
import org.dextwin.experiments.drex.internal.grasp.StudyConfig.Scale;
import org.dextwin.experiments.drex.internal.pushlog.PushLogConfig;

/**
 * Settings of the whole chain, from a push log to currents of a hand.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param pushLog pushes of the object
 * @param take the take that names the object's mass
 * @param acceptUnidentified whether a mass without the verdict identified is gone on with
 * @param trainer trains the policy
 * @param task what it is trained on
 * @param grasp the grasp of the object with its true mass
 * @param hand the hand that is sent the grasp
 * @param scale how many trials are played
 * @param trials the same as a number
 * @param leastSlipMargin by how much friction must outweigh the object before anything is sent
 * @param closeS how long the hand takes to close [s]
 * @param rateHz commands per second [Hz]
 */
public record FullChainConfig(
    @Key(doc = "Pushes of the object.") PushLogConfig pushLog,
    @Key(doc = "The take that names the object's mass.") String take,
    @Key(
            doc = "Whether a mass is gone on with whose verdict is not identified.",
            byDefault = "false")
        boolean acceptUnidentified,
    @Key(doc = "Trains the policy.", byDefault = "policy-trainer")
        ComponentRef<PolicyTrainer> trainer,
    @Key(doc = "What the policy is trained on, over a range of masses.") ComponentRef<Task> task,
    @Key(doc = "The grasp of the object with its true mass.") ComponentRef<Task> grasp,
    @Key(doc = "The hand that is sent the grasp; its twin, or itself.") ComponentRef<Hand> hand,
    @Key(doc = "How many trials are played: smoke, 20, or paper, 100.", byDefault = "smoke")
        Scale scale,
    @Key(doc = "Trials, in place of those of the scale.", atLeast = 1, atMost = 1e6)
        Optional<Integer> trials,
    @Key(
            doc =
                "By how much friction must outweigh the identified mass, mu N / (m g), before"
                    + " anything is sent (D-REX, A.6).",
            byDefault = "1",
            atLeast = 0)
        double leastSlipMargin,
    @Key(doc = "How long the hand takes to close.", byDefault = "2", above = 0) double closeS,
    @Key(doc = "Commands per second.", byDefault = "20", above = 0) double rateHz) {

  int trialsPlayed() {
    return trials.orElse(scale.trials());
  }
}
