package org.dextwin.experiments.drex.internal.retarget;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dextwin.api.learning.HumanHandMotion;
import org.dextwin.api.learning.HumanHandPose;
import org.dextwin.api.learning.RetargetedPose;
import org.dextwin.api.learning.Retargeter;
import org.dextwin.api.learning.RetargetingSession;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Finger;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.perception.PoseTrack;
import org.dextwin.api.perception.RecordedTracker;
import org.dextwin.mechanics.demonstration.HandDemonstration;
import org.dextwin.mechanics.humanhand.HandFileOptions;
import org.dextwin.mechanics.humanhand.HandMotionReader;
import org.dextwin.mechanics.humanhand.HandRecording;
import org.dextwin.mechanics.kinematics.KinematicTree;
import org.dextwin.mechanics.kinematics.LinkPoses;

/** Reads a human demonstration and has the robot hand follow it. */
final class Demonstrator {

  /** Object poses farther from a frame than this share of the frames' distance are none of it. */
  private static final double SAME_FRAME = 0.5;

  private static final String OBJECT = "object";

  private final HandModel hand;
  private final Retargeter retargeter;
  private final HandFileOptions files;
  private final Optional<RecordedTracker> tracker;
  private final KinematicTree tree;
  private final LinkPoses poses;

  Demonstrator(
      HandModel hand,
      Retargeter retargeter,
      HandFileOptions files,
      Optional<RecordedTracker> tracker) {
    this.hand = hand;
    this.retargeter = retargeter;
    this.files = files;
    this.tracker = tracker;
    tree = new KinematicTree(hand.robot());
    poses = tree.newPoses();
  }

  Retargeted demonstrate(RetargetConfig.Demonstration source) {
    HandRecording recording = HandMotionReader.read(source.hand(), files);
    HumanHandMotion motion = recording.motion();
    List<HumanHandMotion.Frame> frames = motion.frames();
    List<Optional<Pose>> objects = objects(source, recording);
    RetargetingSession session = retargeter.open(hand);
    List<HandDemonstration.Moment> moments = new ArrayList<>();
    Map<String, double[]> errors = new TreeMap<>();
    for (int i = 0; i < frames.size(); i++) {
      Optional<HumanHandPose> human = frames.get(i).hand();
      Optional<RetargetedPose> pose = human.map(session::retarget);
      if (human.isEmpty()) {
        session.restart();
      }
      int frame = i;
      pose.ifPresent(it -> measure(it, frame, frames.size(), errors));
      moments.add(
          new HandDemonstration.Moment(
              frames.get(i).time(),
              pose.map(it -> new HandDemonstration.Hand(it.positions(), it.palm())),
              objects.get(i)));
    }
    HandModel.Side side =
        frames.stream()
            .flatMap(frame -> frame.hand().stream())
            .map(HumanHandPose::side)
            .findFirst()
            .orElse(hand.side());
    return new Retargeted(
        source.name(),
        new HandDemonstration(source.hand().toString(), moments),
        side,
        errors,
        frames.size(),
        motion.gapFrames(),
        motion.notes());
  }

  /** Compares each fingertip with its target, by forward kinematics. */
  private void measure(RetargetedPose pose, int frame, int frames, Map<String, double[]> errors) {
    tree.forward(pose.positions().in(tree.order()), poses);
    for (Finger finger : hand.fingers()) {
      Vec3 target = pose.fingertipTargets().get(finger.name());
      if (target != null) {
        double[] all =
            errors.computeIfAbsent(
                finger.name(),
                name -> {
                  double[] none = new double[frames];
                  Arrays.fill(none, Double.NaN);
                  return none;
                });
        Vec3 tip = poses.point(tree.linkIndex(finger.tipLink()), finger.tip());
        all[frame] = tip.distanceTo(target);
      }
    }
  }

  private List<Optional<Pose>> objects(
      RetargetConfig.Demonstration source, HandRecording recording) {
    List<HumanHandMotion.Frame> frames = recording.motion().frames();
    double start = frames.get(0).time();
    Optional<PoseTrack> track = recording.object();
    double shift = 0;
    if (source.objectPoses().isPresent()) {
      track = Optional.of(tracker.orElseThrow().read(source.objectPoses().get(), OBJECT));
      shift = track.get().samples().isEmpty() ? 0 : start - track.get().samples().get(0).time();
    }
    double period =
        frames.size() > 1
            ? (frames.get(frames.size() - 1).time() - start) / (frames.size() - 1)
            : 1;
    List<Optional<Pose>> objects = new ArrayList<>();
    for (HumanHandMotion.Frame frame : frames) {
      double time = frame.time() - shift;
      objects.add(track.flatMap(it -> nearest(it, time, SAME_FRAME * period)));
    }
    return objects;
  }

  private static Optional<Pose> nearest(PoseTrack track, double time, double reach) {
    Optional<PoseTrack.Sample> nearest = Optional.empty();
    double least = reach;
    for (PoseTrack.Sample sample : track.samples()) {
      double away = Math.abs(sample.time() - time);
      boolean isUsable = sample.quality() != PoseTrack.Quality.OUTLIER;
      if (isUsable && away <= least) {
        least = away;
        nearest = Optional.of(sample);
      }
    }
    return nearest
        .map(PoseTrack.Sample::pose)
        .map(pose -> pose.named(HandMotionReader.CAMERA, OBJECT));
  }
}
