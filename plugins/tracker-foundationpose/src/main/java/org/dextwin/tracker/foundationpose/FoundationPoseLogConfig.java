package org.dextwin.tracker.foundationpose;

import org.dextwin.api.spi.Key;

/**
 * How to read the pose logs of D-REX.
 *
 * @param repair what counts as a bad pose
 */
record FoundationPoseLogConfig(
    @Key(doc = "What counts as a bad pose.", byDefault = "{}") RepairConfig repair) {}
