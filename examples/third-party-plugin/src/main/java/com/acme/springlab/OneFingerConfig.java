package com.acme.springlab;

import org.dextwin.api.spi.Key;

/**
 * The keys of the hand.
 *
 * @param stiffnessNmPerRad position gain of its motors [N m/rad]
 */
record OneFingerConfig(
    @Key(doc = "Position gain of the motors.", byDefault = "0.5", above = 0, atMost = 10)
        double stiffnessNmPerRad) {}
