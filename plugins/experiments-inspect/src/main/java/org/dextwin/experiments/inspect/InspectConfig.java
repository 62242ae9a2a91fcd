package org.dextwin.experiments.inspect;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dextwin.api.learning.DynamicsModel;
import org.dextwin.api.learning.DynamicsTrainer;
import org.dextwin.api.learning.MotionPlanner;
import org.dextwin.api.learning.Policy;
import org.dextwin.api.learning.PolicyTrainer;
import org.dextwin.api.learning.Retargeter;
import org.dextwin.api.learning.Task;
import org.dextwin.api.perception.PoseTracker;
import org.dextwin.api.robot.Arm;
import org.dextwin.api.robot.Hand;
import org.dextwin.api.spi.ComponentRef;
import org.dextwin.api.spi.Key;
import org.dextwin.api.spi.PathKind;

/**
 * Settings of the experiment: what is looked at.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param track a recorded track
 * @param policy a policy
 * @param task a task
 * @param training a trainer of policies
 * @param dynamics a dynamics model
 * @param dynamicsTraining a trainer of dynamics models
 * @param retarget a retargeter
 * @param plan a motion planner
 */
record InspectConfig(
    @Key(doc = "A recorded track: how long, how dense, how far.") Optional<Track> track,
    @Key(doc = "A policy: what it does with observations drawn at random.")
        Optional<PolicyBlock> policy,
    @Key(doc = "A task: what actions drawn at random achieve.") Optional<TaskBlock> task,
    @Key(doc = "A trainer of policies: what it learns of a task.") Optional<Training> training,
    @Key(doc = "A dynamics model: how it predicts simple servos.") Optional<Dynamics> dynamics,
    @Key(doc = "A trainer of dynamics models: what it learns of simple servos.")
        Optional<DynamicsTraining> dynamicsTraining,
    @Key(doc = "A retargeter: how a robot hand follows a human one that closes.")
        Optional<Retarget> retarget,
    @Key(doc = "A motion planner: how it moves an arm that nothing hinders.") Optional<Plan> plan) {

  /** Checks that there is something to look at. */
  InspectConfig {
    boolean nothing =
        List.of(track, policy, task, training, dynamics, dynamicsTraining, retarget, plan).stream()
            .allMatch(Optional::isEmpty);
    if (nothing) {
      throw new IllegalArgumentException("there is nothing to inspect; add a block such as track");
    }
  }

  /**
   * A recorded track.
   *
   * @param tracker who reads it
   * @param folder where its files are
   * @param object name of the tracked object
   */
  record Track(
      @Key(doc = "Who reads the track.") ComponentRef<PoseTracker> tracker,
      @Key(doc = "Folder of the tracker's files.", path = PathKind.FOLDER) Path folder,
      @Key(doc = "Name of the tracked object.") String object) {}

  /**
   * A policy.
   *
   * @param policy the policy
   * @param observations how many observations it is shown
   */
  record PolicyBlock(
      @Key(doc = "The policy.") ComponentRef<Policy> policy,
      @Key(doc = "How many observations it is shown.", byDefault = "200", atLeast = 1)
          int observations) {}

  /**
   * A task.
   *
   * @param task the task
   * @param episodes how many are played
   * @param longestEpisode actions after which an episode is ended
   */
  record TaskBlock(
      @Key(doc = "The task.") ComponentRef<Task> task,
      @Key(doc = "How many episodes are played.", byDefault = "10", atLeast = 1) int episodes,
      @Key(doc = "Actions after which an episode is ended.", byDefault = "1000", atLeast = 1)
          int longestEpisode) {}

  /**
   * A trainer and the task that it learns.
   *
   * @param trainer the trainer
   * @param task the task
   * @param evaluationEpisodes how many episodes are played before and after
   * @param longestEpisode actions after which an episode is ended
   */
  record Training(
      @Key(doc = "The trainer.") ComponentRef<PolicyTrainer> trainer,
      @Key(doc = "The task.") ComponentRef<Task> task,
      @Key(doc = "Episodes that are played before and after.", byDefault = "20", atLeast = 1)
          int evaluationEpisodes,
      @Key(doc = "Actions after which an episode is ended.", byDefault = "1000", atLeast = 1)
          int longestEpisode) {}

  /**
   * A dynamics model.
   *
   * @param model the model
   * @param steps how many steps it predicts
   */
  record Dynamics(
      @Key(doc = "The model.") ComponentRef<DynamicsModel> model,
      @Key(doc = "How many steps it predicts.", byDefault = "500", atLeast = 10) int steps) {}

  /**
   * A trainer of dynamics models.
   *
   * @param trainer the trainer
   * @param joints how many servos there are
   * @param steps how many steps are learned from, and as many predicted
   */
  record DynamicsTraining(
      @Key(doc = "The trainer.") ComponentRef<DynamicsTrainer> trainer,
      @Key(doc = "How many servos there are.", byDefault = "2", atLeast = 1, atMost = 100)
          int joints,
      @Key(
              doc = "How many steps are learned from, and as many predicted.",
              byDefault = "500",
              atLeast = 10)
          int steps) {}

  /**
   * A retargeter and the hand that follows.
   *
   * @param retargeter the retargeter
   * @param hand the robot hand
   * @param frames how many poses the human hand takes, 30 a second
   */
  record Retarget(
      @Key(doc = "The retargeter.") ComponentRef<Retargeter> retargeter,
      @Key(doc = "The robot hand.") ComponentRef<Hand> hand,
      @Key(doc = "Poses of the human hand, 30 a second.", byDefault = "60", atLeast = 2)
          int frames) {}

  /**
   * A planner and the arm that it moves.
   *
   * @param planner the planner
   * @param arm the arm
   * @param range share of its range that each joint moves
   */
  record Plan(
      @Key(doc = "The planner.") ComponentRef<MotionPlanner> planner,
      @Key(doc = "The arm.") ComponentRef<Arm> arm,
      @Key(
              doc = "Share of its range that each joint moves, about the middle.",
              byDefault = "0.2",
              above = 0,
              atMost = 1)
          double range) {}
}
