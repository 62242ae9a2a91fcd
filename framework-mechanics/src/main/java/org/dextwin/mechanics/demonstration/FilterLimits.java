package org.dextwin.mechanics.demonstration;

import org.dextwin.api.spi.Key;

/**
 * What a demonstration may do at most.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param penetrationM how deep the hand may be in the object [m]
 * @param jointSpeedRadPerS how fast joints may turn [rad/s]
 * @param palmSpeedMPerS how fast the palm may go [m/s]
 * @param objectSpeedMPerS how fast the object may go [m/s]
 * @param gapS how long hand or object may be out of sight [s]
 * @param missingShare share of the moments without hand or object
 */
public record FilterLimits(
    @Key(
            doc =
                "How deep the hand may be in the object; fingers that touch where a human's softer"
                    + " ones did are a few millimetres deep.",
            byDefault = "0.008",
            above = 0)
        double penetrationM,
    @Key(doc = "How fast joints may turn.", byDefault = "12", above = 0) double jointSpeedRadPerS,
    @Key(
            doc = "How fast the palm may go; faster, the hand was mistaken for another one.",
            byDefault = "3",
            above = 0)
        double palmSpeedMPerS,
    @Key(doc = "How fast the object may go.", byDefault = "3", above = 0) double objectSpeedMPerS,
    @Key(doc = "How long hand or object may be out of sight.", byDefault = "0.25", above = 0)
        double gapS,
    @Key(
            doc = "Share of the moments that may lack hand or object.",
            byDefault = "0.2",
            atLeast = 0,
            atMost = 1)
        double missingShare) {

  /** As the defaults of the keys. */
  public static final FilterLimits DEFAULT = new FilterLimits(0.008, 12, 3, 3, 0.25, 0.2);
}
