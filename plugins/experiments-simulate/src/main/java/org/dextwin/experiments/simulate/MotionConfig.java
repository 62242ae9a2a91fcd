package org.dextwin.experiments.simulate;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dextwin.api.spi.Key;
import org.dextwin.api.spi.PathKind;
import org.dextwin.mechanics.log.JointColumns;

/**
 * What the motors do: one of the motions; blocks of the others may stay.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param type which motion it is
 * @param close settings of close
 * @param sine settings of sine
 * @param log settings of log
 */
record MotionConfig(
    @Key(
            doc =
                "hold: targets stay where the joints start (at zero in a model file); close, sine,"
                    + " log: as in the block of that name.",
            byDefault = "hold")
        Type type,
    @Key(doc = "Joints close to a part of their range.") Optional<Close> close,
    @Key(doc = "Joints swing about where they start.") Optional<Sine> sine,
    @Key(doc = "Joints follow a recorded log.") Optional<Log> log) {

  /** Checks that the motion has its block. */
  MotionConfig {
    boolean has =
        switch (type) {
          case HOLD -> true;
          case CLOSE -> close.isPresent();
          case SINE -> sine.isPresent();
          case LOG -> log.isPresent();
        };
    if (!has) {
      throw new IllegalArgumentException("motion " + type.word() + " needs a block " + type.word());
    }
  }

  /** Kinds of motion. */
  enum Type {
    /** Nothing moves by itself. */
    HOLD,
    /** The hand closes. */
    CLOSE,
    /** Joints swing. */
    SINE,
    /** Joints follow a log. */
    LOG;

    /** The word for it in a configuration. */
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Joints close to a part of their range, along a minimum-jerk path.
   *
   * @param startS when they begin [s]
   * @param timeS how long they take [s]
   * @param fraction part of the range, from the lower limit to the upper one
   * @param joints other parts, by joint
   */
  record Close(
      @Key(doc = "When it begins.", byDefault = "0", atLeast = 0) double startS,
      @Key(doc = "How long it takes.", above = 0) double timeS,
      @Key(
              doc = "Part of every joint's range, from its lower (0) to its upper limit (1).",
              atLeast = 0,
              atMost = 1)
          double fraction,
      @Key(
              doc = "Other parts, by joint, such as those that spread the fingers.",
              byDefault = "{}",
              atLeast = 0,
              atMost = 1)
          Map<String, Double> joints) {}

  /**
   * Joints swing about where they start.
   *
   * @param amplitudeRad amplitude [rad]
   * @param frequencyHz frequency [Hz]
   * @param joints which of them; all if empty
   */
  record Sine(
      @Key(doc = "Amplitude; targets stay within a hand's joint limits.", above = 0)
          double amplitudeRad,
      @Key(doc = "Frequency.", above = 0) double frequencyHz,
      @Key(doc = "Joints (actuators, in a model file) by name; all if empty.", byDefault = "[]")
          List<String> joints) {}

  /**
   * Joints follow a recorded log; its last reading is held.
   *
   * @param file the log
   * @param columns its columns
   */
  record Log(
      @Key(
              doc = "Joint log as CSV, joints numbered in the order of the hand's motors.",
              path = PathKind.FILE)
          Path file,
      @Key(doc = "Columns of the log.", byDefault = "{}") JointColumns columns) {}
}
