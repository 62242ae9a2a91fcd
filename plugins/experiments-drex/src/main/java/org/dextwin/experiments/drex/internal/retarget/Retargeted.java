package org.dextwin.experiments.drex.internal.retarget;

import java.util.List;
import java.util.Map;
import org.dextwin.api.model.HandModel;
import org.dextwin.mechanics.demonstration.HandDemonstration;

/**
 * A demonstration of the robot.
 *
 * @param name its name
 * @param demonstration what the robot hand does
 * @param side which hand the human used
 * @param tipErrors distance of each fingertip from its target, per frame; NaN in gaps [m]
 * @param frames frames of the human motion
 * @param gaps frames without a hand
 * @param notes what was dropped or changed in reading
 */
record Retargeted(
    String name,
    HandDemonstration demonstration,
    HandModel.Side side,
    Map<String, double[]> tipErrors,
    int frames,
    int gaps,
    List<String> notes) {}
