package org.dextwin.mechanics.log;

import java.util.Optional;
import org.dextwin.api.spi.Key;

/**
 * Which columns of a CSV file hold the joint readings. Every pattern contains <code>{}</code> once,
 * where the number of the joint stands.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param time column of the time
 * @param position pattern of the position columns
 * @param velocity pattern of the velocity columns
 * @param effort pattern of the effort columns
 * @param firstNumber number of the first joint in the patterns
 * @param order name of the order in which the joints are numbered
 */
public record JointColumns(
    @Key(doc = "Column of the time, in seconds since the epoch, UTC.", byDefault = "timestamp")
        String time,
    @Key(
            doc = "Pattern of the columns of joint positions in rad; {} is the joint's number.",
            byDefault = "\"position_{}\"")
        String position,
    @Key(
            doc = "Pattern of the columns of joint velocities in rad/s; {} is the joint's number.",
            byDefault = "\"velocity_{}\"")
        String velocity,
    @Key(
            doc = "Pattern of the columns of joint efforts; {} is the joint's number.",
            byDefault = "\"effort_{}\"")
        String effort,
    @Key(doc = "Number of the first joint.", byDefault = "0", atLeast = 0, atMost = 1)
        int firstNumber,
    @Key(
            doc =
                "Order in which the joints are numbered, such as motor, kinematic or isaac. Left out,"
                    + " it is what the file declares in a first line such as \"# joint-order:"
                    + " motor\", or the one order of a hand that has no other.")
        Optional<String> order) {

  /** The layout of the D-REX logs: {@code timestamp, position_0.., velocity_0.., effort_0..}. */
  public static final JointColumns DREX =
      new JointColumns("timestamp", "position_{}", "velocity_{}", "effort_{}", 0);

  private static final String PLACE = "{}";

  /**
   * Checks the patterns.
   *
   * @param time column of the time
   * @param position pattern of the position columns
   * @param velocity pattern of the velocity columns
   * @param effort pattern of the effort columns
   * @param firstNumber number of the first joint in the patterns
   * @param order name of the order in which the joints are numbered
   * @throws IllegalArgumentException if a pattern does not contain {@code {}} once
   */
  public JointColumns {
    requirePlace("position", position);
    requirePlace("velocity", velocity);
    requirePlace("effort", effort);
  }

  /**
   * Names columns whose order the file declares.
   *
   * @param time column of the time
   * @param position pattern of the position columns
   * @param velocity pattern of the velocity columns
   * @param effort pattern of the effort columns
   * @param firstNumber number of the first joint in the patterns
   * @throws IllegalArgumentException if a pattern does not contain {@code {}} once
   */
  public JointColumns(
      String time, String position, String velocity, String effort, int firstNumber) {
    this(time, position, velocity, effort, firstNumber, Optional.empty());
  }

  private static void requirePlace(String key, String pattern) {
    int place = pattern.indexOf(PLACE);
    if (place < 0 || pattern.indexOf(PLACE, place + 1) >= 0) {
      throw new IllegalArgumentException(
          key + " = \"" + pattern + "\" needs {} once, where the joint's number stands");
    }
  }

  /**
   * Returns the column of one joint.
   *
   * @param pattern one of the patterns
   * @param joint index of the joint, from zero
   * @return name of the column
   */
  String column(String pattern, int joint) {
    return pattern.replace(PLACE, Integer.toString(firstNumber + joint));
  }
}
