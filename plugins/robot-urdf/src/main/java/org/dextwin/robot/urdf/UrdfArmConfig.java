package org.dextwin.robot.urdf;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dextwin.api.robot.ArmOptions;
import org.dextwin.api.spi.Key;
import org.dextwin.api.spi.PathKind;
import org.dextwin.mechanics.urdf.UrdfOptions;

/**
 * Configuration of an arm from a URDF file.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param options keys of every arm
 * @param model the file
 * @param base the link that becomes the root
 * @param flange the link whose frame is that of the flange
 * @param motors the motors
 * @param mimicJoints what becomes of joints that follow others
 * @param jointOrders orders of other programs
 * @param without links to leave out
 * @param packages folders of meshes
 * @param missingMeshes what to do without a mesh
 * @param densityKgPerM3 density of links without mass [kg/m^3]
 * @param armatureKgM2 rotor inertia [kg m^2]
 */
record UrdfArmConfig(
    ArmOptions options,
    @Key(doc = KeyText.MODEL, path = PathKind.FILE) Path model,
    @Key(
            doc =
                "The link that becomes the root of the arm; what carries it is left out. Left out,"
                    + " the root of the file.")
        Optional<String> base,
    @Key(
            doc =
                "The link whose frame is that of the flange, z out of the arm; left out, the frame"
                    + " at the end of the chain, by preference one called flange or tool0.")
        Optional<String> flange,
    @Key(doc = KeyText.MOTORS, byDefault = "{}") MotorsConfig motors,
    @Key(doc = KeyText.MIMIC_JOINTS, byDefault = "own-motors") MimicJoints mimicJoints,
    @Key(doc = KeyText.JOINT_ORDERS, byDefault = "{}") Map<String, List<String>> jointOrders,
    @Key(doc = KeyText.WITHOUT, byDefault = "[]") List<String> without,
    @Key(doc = KeyText.PACKAGES, byDefault = "[]", path = PathKind.FOLDER) List<Path> packages,
    @Key(doc = KeyText.MISSING_MESHES, byDefault = "leave-out")
        UrdfOptions.MissingMeshes missingMeshes,
    @Key(doc = KeyText.DENSITY, above = 0) Optional<Double> densityKgPerM3,
    @Key(doc = KeyText.ARMATURE, byDefault = "0", atLeast = 0) double armatureKgM2) {

  UrdfImport.Source source() {
    return new UrdfImport.Source(
        model,
        new UrdfOptions(packages, missingMeshes),
        base,
        without,
        densityKgPerM3,
        armatureKgM2,
        motors,
        mimicJoints,
        jointOrders);
  }
}
