package org.dextwin.experiments.drex.internal.retarget;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dextwin.api.learning.Retargeter;
import org.dextwin.api.perception.PoseTracker;
import org.dextwin.api.robot.Hand;
import org.dextwin.api.spi.ComponentRef;
import org.dextwin.api.spi.Key;
import org.dextwin.api.spi.PathKind;
import org.dextwin.mechanics.demonstration.FilterLimits;
import org.dextwin.mechanics.humanhand.HandFileOptions;

/**
 * Settings of the experiment that turns human demonstrations into robot ones.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param demonstrations human demonstrations
 * @param files how the files hold the hands
 * @param hand the robot hand
 * @param retargeter maps hands
 * @param object the object
 * @param limits what a demonstration may do at most
 * @param filterCheck measures the filter on demonstrations spoilt on purpose
 */
public record RetargetConfig(
    @Key(doc = "Human demonstrations.") List<Demonstration> demonstrations,
    @Key(doc = "How the files hold the hands.", byDefault = "{}") HandFileOptions files,
    @Key(doc = "The robot hand.") ComponentRef<Hand> hand,
    @Key(doc = "Maps human hands to the robot's.") ComponentRef<Retargeter> retargeter,
    @Key(doc = "The object; left out, nothing is checked for penetration.")
        Optional<ObjectConfig> object,
    @Key(doc = "What a demonstration may do at most.", byDefault = "{}") FilterLimits limits,
    @Key(doc = "Measures the filter on demonstrations that are spoilt on purpose.")
        Optional<FilterCheckConfig> filterCheck) {

  /**
   * Checks that results have names of their own.
   *
   * @param demonstrations human demonstrations
   * @param files how the files hold the hands
   * @param hand the robot hand
   * @param retargeter maps hands
   * @param object the object
   * @param limits what a demonstration may do at most
   * @param filterCheck measures the filter
   */
  public RetargetConfig {
    demonstrations = List.copyOf(demonstrations);
    if (demonstrations.isEmpty()) {
      throw new IllegalArgumentException("retarget needs a demonstration: { hand = FILE }");
    }
    Set<String> names = new HashSet<>();
    for (Demonstration demonstration : demonstrations) {
      if (!names.add(demonstration.name())) {
        throw new IllegalArgumentException(
            "two demonstrations are named '" + demonstration.name() + "'; rename a file");
      }
      boolean needsTracker = demonstration.objectPoses().isPresent();
      if (needsTracker && object.flatMap(ObjectConfig::tracker).isEmpty()) {
        throw new IllegalArgumentException(
            "demonstration '"
                + demonstration.name()
                + "' has object-poses, but object.tracker names no tracker to read them");
      }
    }
  }

  /**
   * A demonstration.
   *
   * @param hand file of the human hand
   * @param objectPoses folder of the object's poses, if the file lacks them
   */
  public record Demonstration(
      @Key(doc = "File of the human hand: .npz or JSON.", path = PathKind.FILE) Path hand,
      @Key(
              doc =
                  "Folder of the object's poses for object.tracker, beginning with the hand's first"
                      + " frame; left out, those in the hand's file.",
              path = PathKind.FOLDER)
          Optional<Path> objectPoses) {

    String name() {
      String file = String.valueOf(hand.getFileName());
      int dot = file.lastIndexOf('.');
      return dot > 0 ? file.substring(0, dot) : file;
    }
  }

  /**
   * The object.
   *
   * @param mesh its shape
   * @param tracker reads poses from folders
   */
  public record ObjectConfig(
      @Key(doc = "Its mesh, in the frame of its poses.", path = PathKind.FILE) Path mesh,
      @Key(doc = "Reads poses from folders, for demonstrations that have them.")
          Optional<ComponentRef<PoseTracker>> tracker) {}

  /**
   * A measurement of the filter.
   *
   * @param copies copies of the demonstrations that pass, half of which are spoilt
   */
  public record FilterCheckConfig(
      @Key(
              doc =
                  "Copies of demonstrations that pass: half are shaken a little, half are spoilt by"
                      + " penetration, a jump of a joint or a lost track.",
              byDefault = "120",
              atLeast = 2,
              atMost = 100_000)
          int copies) {}
}
