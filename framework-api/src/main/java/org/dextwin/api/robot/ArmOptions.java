package org.dextwin.api.robot;

import java.util.Optional;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.spi.ComponentRef;
import org.dextwin.api.spi.Key;

/**
 * Keys of every arm block.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param tool the hand on the flange
 * @param toolPositionM where its mounting face is, in the frame of the flange [m]
 * @param toolRotationDeg roll, pitch and yaw of its mounting face in the flange [degrees]
 */
public record ArmOptions(
    @Key(doc = "The hand on the flange, such as tool = hand; left out, the arm carries none.")
        Optional<ComponentRef<Hand>> tool,
    @Key(
            doc = "Origin of the hand's mounting face in the frame of the flange.",
            byDefault = "[0, 0, 0]")
        Vec3 toolPositionM,
    @Key(
            doc =
                "Roll, pitch and yaw of the hand's mounting face: turns about the flange's x, then"
                    + " y, then z.",
            byDefault = "[0, 0, 0]")
        Vec3 toolRotationDeg) {}
