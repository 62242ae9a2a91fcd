package org.dextwin.tracker.foundationpose;

import org.dextwin.api.spi.Key;

/**
 * What counts as a bad pose. The fallbacks suit objects of hand size at 10 to 30 poses a second:
 * pushed over on a table, such objects turned by up to 35 degrees and jumped by up to 6 cm from one
 * pose to the next, while at rest the tracker's noise was up to 2 mm in depth and 2 degrees.
 *
 * @param rotationTolerance how far a rotation matrix may be from orthonormal
 * @param flipToleranceDeg how far from a half turn a sudden rotation may be and still be a flip
 * @param depthOutlierM jump in depth that is mended
 * @param positionOutlierM distance from the neighbours that is flagged
 * @param rotationOutlierDeg angle from the neighbours that is flagged
 * @param sigmas how many standard deviations of its window a bad pose is off
 * @param neighbours how many poses on either side a pose is compared with
 * @param gapS pause after which poses are not compared
 */
record RepairConfig(
    @Key(
            doc =
                "Largest entry of R^T R - I up to which a rotation matrix is taken as rounded and"
                    + " made orthonormal; poses beyond it are dropped. Four decimals give 2e-4, two"
                    + " give 2e-2.",
            byDefault = "1e-3",
            above = 0,
            atMost = 0.1)
        double rotationTolerance,
    @Key(
            doc =
                "A turn between two neighbouring poses that is a half turn to within this angle is"
                    + " undone as a flip of the tracker. It must exceed what the object really turns"
                    + " between two poses. 0 undoes none.",
            byDefault = "30",
            atLeast = 0,
            atMost = 80)
        double flipToleranceDeg,
    @Key(
            doc =
                "A depth that differs from the median of its neighbours by more than this, and by"
                    + " more than the sigmas, is replaced by that median along the camera ray. The"
                    + " fallback is five times the largest noise of a tracked object at rest.",
            byDefault = "0.01",
            above = 0)
        double depthOutlierM,
    @Key(
            doc =
                "A position that is farther than this from the median of its neighbours, and by"
                    + " more than the sigmas, is flagged as an outlier.",
            byDefault = "0.02",
            above = 0)
        double positionOutlierM,
    @Key(
            doc =
                "A rotation that is farther than this from its neighbours, and by more than the"
                    + " sigmas, is flagged as an outlier.",
            byDefault = "30",
            above = 0,
            atMost = 180)
        double rotationOutlierDeg,
    @Key(
            doc =
                "A pose is bad only if it is off by this many robust standard deviations of its"
                    + " window, so that motion passes.",
            byDefault = "3",
            above = 0)
        double sigmas,
    @Key(
            doc =
                "Poses on either side with which a pose is compared; as many bad ones in a row"
                    + " are found.",
            byDefault = "2",
            atLeast = 1,
            atMost = 50)
        int neighbours,
    @Key(
            doc = "Poses on either side of a longer pause than this are not compared.",
            byDefault = "0.5",
            above = 0)
        double gapS) {

  /** The fallbacks of all keys. */
  static final RepairConfig DEFAULT = new RepairConfig(1e-3, 30, 0.01, 0.02, 30, 3, 2, 0.5);
}
