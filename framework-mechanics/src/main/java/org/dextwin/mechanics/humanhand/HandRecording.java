package org.dextwin.mechanics.humanhand;

import java.util.Optional;
import org.dextwin.api.learning.HumanHandMotion;
import org.dextwin.api.perception.PoseTrack;

/**
 * What a file tells of a demonstration.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param motion the hand, in the frame {@code camera}
 * @param object the object in the same frame and on the same clock, if the file has it
 */
public record HandRecording(HumanHandMotion motion, Optional<PoseTrack> object) {}
