package org.dextwin.robot.urdf;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.HandModel;
import org.dextwin.api.spi.Key;
import org.dextwin.api.spi.PathKind;
import org.dextwin.mechanics.urdf.UrdfOptions;

/**
 * Configuration of a hand from a URDF file.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param model the file
 * @param side right or left
 * @param palm the link that becomes the root
 * @param fingers the fingers, in the order of the motors
 * @param motors the motors
 * @param mimicJoints what becomes of joints that follow others
 * @param jointOrders orders of other programs
 * @param mountPositionM the mounting face in the palm [m]
 * @param mountRotationDeg its roll, pitch and yaw [degrees]
 * @param without links to leave out
 * @param packages folders of meshes
 * @param missingMeshes what to do without a mesh
 * @param densityKgPerM3 density of links without mass [kg/m^3]
 * @param armatureKgM2 rotor inertia [kg m^2]
 */
record UrdfHandConfig(
    @Key(doc = KeyText.MODEL, path = PathKind.FILE) Path model,
    @Key(doc = "Which hand it is: right or left.", byDefault = "right") HandModel.Side side,
    @Key(
            doc =
                "The link that becomes the root of the hand; what carries it is left out. Left out,"
                    + " the root of the file.")
        Optional<String> palm,
    @Key(
            doc =
                "The fingers, in the order of the motors; left out, every branch of moving joints is"
                    + " one.",
            byDefault = "[]")
        List<FingerConfig> fingers,
    @Key(doc = KeyText.MOTORS, byDefault = "{}") MotorsConfig motors,
    @Key(doc = KeyText.MIMIC_JOINTS, byDefault = "own-motors") MimicJoints mimicJoints,
    @Key(doc = KeyText.JOINT_ORDERS, byDefault = "{}") Map<String, List<String>> jointOrders,
    @Key(
            doc = "Origin of the face that is bolted on an arm, in the frame of the palm.",
            byDefault = "[0, 0, 0]")
        Vec3 mountPositionM,
    @Key(
            doc =
                "Roll, pitch and yaw of that face in the frame of the palm; its z points from the"
                    + " arm to the fingers.",
            byDefault = "[0, 0, 0]")
        Vec3 mountRotationDeg,
    @Key(doc = KeyText.WITHOUT, byDefault = "[]") List<String> without,
    @Key(doc = KeyText.PACKAGES, byDefault = "[]", path = PathKind.FOLDER) List<Path> packages,
    @Key(doc = KeyText.MISSING_MESHES, byDefault = "leave-out")
        UrdfOptions.MissingMeshes missingMeshes,
    @Key(doc = KeyText.DENSITY, above = 0) Optional<Double> densityKgPerM3,
    @Key(doc = KeyText.ARMATURE, byDefault = "0", atLeast = 0) double armatureKgM2) {

  /**
   * A finger.
   *
   * @param name its name
   * @param tipLink the link with the tip
   * @param tipM centre of the tip in that link [m]
   * @param tipRadiusM radius of the tip [m]
   */
  record FingerConfig(
      @Key(doc = "Its name, such as index.") String name,
      @Key(doc = "The link with the tip.") String tipLink,
      @Key(
              doc =
                  "Centre of the round tip in the frame of that link; left out, found by the link's"
                      + " collision shapes.")
          Optional<Vec3> tipM,
      @Key(
              doc = "Radius of the tip; left out, found by the link's collision shapes.",
              above = 0,
              atMost = 0.1)
          Optional<Double> tipRadiusM) {}

  UrdfImport.Source source() {
    return new UrdfImport.Source(
        model,
        new UrdfOptions(packages, missingMeshes),
        palm,
        without,
        densityKgPerM3,
        armatureKgM2,
        motors,
        mimicJoints,
        jointOrders);
  }
}
