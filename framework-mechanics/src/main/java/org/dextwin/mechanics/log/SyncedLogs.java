package org.dextwin.mechanics.log;

import java.time.ZoneOffset;
import org.dextwin.api.perception.PoseTrack;
import org.dextwin.api.robot.JointLog;

/**
 * A joint log and a pose track on one clock.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param joints the joint log
 * @param poses the pose track; its clock is UTC
 * @param zone zone of the pose track's local time; UTC if its clock was UTC
 * @param start first time that both cover [s since the epoch, UTC]
 * @param end last time that both cover [s since the epoch, UTC]
 */
public record SyncedLogs(
    JointLog joints, PoseTrack poses, ZoneOffset zone, double start, double end) {}
