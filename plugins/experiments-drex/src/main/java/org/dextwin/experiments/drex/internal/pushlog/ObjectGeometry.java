package org.dextwin.experiments.drex.internal.pushlog;

import org.dextwin.api.math.Quat;
import org.dextwin.api.spi.Key;

/**
 * Geometry that a lab knows of an object: nothing but a rotation.
 *
 * @param trackerToMesh R_MT, from the tracker's object frame T to the mesh frame M
 */
public record ObjectGeometry(
    @Key(doc = "Rotation from the tracker's object frame to the mesh's, as [w, x, y, z].")
        Quat trackerToMesh) {}
