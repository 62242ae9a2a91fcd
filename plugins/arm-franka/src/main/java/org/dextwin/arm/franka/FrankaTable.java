package org.dextwin.arm.franka;

import java.util.Collections;
import java.util.List;
import org.dextwin.api.math.SymmetricMatrix3;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.MassProperties;
import org.dextwin.mechanics.dynamics.PhysicalInertia;

/**
 * What the variants differ in.
 *
 * <p>Limits are those of Franka's control interface documentation. Mass properties are those of
 * frankaemika/franka_description ({@code inertials.yaml}); it has none of FER's base, which is
 * MuJoCo Menagerie's. No body has the inertia published for FER's link 4, whose largest principal
 * moment exceeds the sum of the others by 9 %; the nearest that a body can have is in its place.
 *
 * @param name name of the robot
 * @param lower smallest joint angles [rad]
 * @param upper largest joint angles [rad]
 * @param velocity largest joint speeds [rad/s]
 * @param acceleration largest joint accelerations [rad/s^2]
 * @param jerk largest joint jerks [rad/s^3]
 * @param links mass properties of the base and the seven links, in their frames
 */
record FrankaTable(
    String name,
    List<Double> lower,
    List<Double> upper,
    List<Double> velocity,
    List<Double> acceleration,
    List<Double> jerk,
    List<MassProperties> links) {

  static FrankaTable of(FrankaConfig.Variant variant) {
    return switch (variant) {
      case FER -> FER;
      case FR3 -> FR3;
    };
  }

  private static final FrankaTable FER =
      new FrankaTable(
          "franka-fer",
          List.of(-2.8973, -1.7628, -2.8973, -3.0718, -2.8973, -0.0175, -2.8973),
          List.of(2.8973, 1.7628, 2.8973, -0.0698, 2.8973, 3.7525, 2.8973),
          List.of(2.175, 2.175, 2.175, 2.175, 2.61, 2.61, 2.61),
          List.of(15.0, 7.5, 10.0, 12.5, 15.0, 20.0, 20.0),
          List.of(7500.0, 3750.0, 5000.0, 6250.0, 7500.0, 10000.0, 10000.0),
          List.of(
              body(
                  0.629769,
                  new Vec3(-0.041018, -0.00014, 0.049974),
                  new SymmetricMatrix3(3.15e-3, 3.88e-3, 4.285e-3, 8.2904e-7, 1.5e-4, 8.2299e-6)),
              body(
                  2.7907,
                  new Vec3(0.00033, -0.02204, -0.04762),
                  new SymmetricMatrix3(
                      0.01564782655,
                      0.01439883526,
                      0.00500443991,
                      0.00000531236,
                      -0.00003676721,
                      -0.00248480843)),
              body(
                  2.5420,
                  new Vec3(0.00038, -0.09211, 0.01908),
                  new SymmetricMatrix3(
                      0.01662427728,
                      0.00462501261,
                      0.01545124526,
                      0.00003086077,
                      0.00000835940,
                      0.00355899830)),
              body(
                  2.2513,
                  new Vec3(0.05152, 0.01696, -0.02971),
                  new SymmetricMatrix3(
                      0.00631741992,
                      0.00866285493,
                      0.00657804051,
                      0.00097309955,
                      0.00292525834,
                      0.00093469224)),
              body(
                  2.2037,
                  new Vec3(-0.05113, 0.05825, 0.01698),
                  new SymmetricMatrix3(
                      0.00784585566,
                      0.00649543136,
                      0.01003079917,
                      -0.00339591957,
                      0.00158704074,
                      -0.00181477884)),
              body(
                  2.2855,
                  new Vec3(-0.00005, 0.03730, -0.09280),
                  new SymmetricMatrix3(
                      0.02297014781,
                      0.02095060919,
                      0.00430606551,
                      -0.00000949345,
                      -0.00002063156,
                      0.00382345782)),
              body(
                  1.353,
                  new Vec3(0.06572, -0.00371, 0.00153),
                  new SymmetricMatrix3(
                      0.00087964522,
                      0.00277796968,
                      0.00286701969,
                      -0.00021487814,
                      -0.00011911662,
                      0.00001274322)),
              body(
                  0.35973,
                  new Vec3(0.00089, -0.00044, 0.05491),
                  new SymmetricMatrix3(
                      0.00019541063,
                      0.00019210361,
                      0.00017936256,
                      0.00000165231,
                      0.00000148826,
                      -0.00000131132))));

  private static final FrankaTable FR3 =
      new FrankaTable(
          "franka-fr3",
          List.of(-2.7437, -1.7837, -2.9007, -3.0421, -2.8065, 0.5445, -3.0159),
          List.of(2.7437, 1.7837, 2.9007, -0.1518, 2.8065, 4.5169, 3.0159),
          List.of(2.62, 2.62, 2.62, 2.62, 5.26, 4.18, 5.26),
          Collections.nCopies(7, 10.0),
          Collections.nCopies(7, 5000.0),
          List.of(
              body(
                  2.3966,
                  new Vec3(-0.0172, 0.0004, 0.0745),
                  new SymmetricMatrix3(0.0090, 0.0115, 0.0085, 0, 0.0020, 0)),
              body(
                  2.9274653454,
                  new Vec3(0.0000004128, -0.0181251324, -0.0386035970),
                  new SymmetricMatrix3(
                      0.023927316485,
                      0.022482161328,
                      0.006350098259,
                      0.000013317903,
                      -0.000114047749,
                      -0.001995032063)),
              body(
                  2.9355370338,
                  new Vec3(0.0031828864, -0.0743221644, 0.0088146084),
                  new SymmetricMatrix3(
                      0.041938946258,
                      0.025145148850,
                      0.061702144729,
                      0.000202573315,
                      0.004077784227,
                      -0.004225215801)),
              body(
                  2.2449013699,
                  new Vec3(0.0407015686, -0.0048200565, -0.0289730823),
                  new SymmetricMatrix3(
                      0.024101425472,
                      0.019740532667,
                      0.019044494482,
                      0.002404694559,
                      -0.002856269270,
                      -0.002104212684)),
              body(
                  2.6155955791,
                  new Vec3(-0.0459100965, 0.0630492960, -0.0085187868),
                  new SymmetricMatrix3(
                      0.034529983219,
                      0.028881621933,
                      0.041254711711,
                      0.013225522660,
                      0.010151429985,
                      -0.000976283387)),
              body(
                  2.3271207594,
                  new Vec3(-0.0016039605, 0.0292536262, -0.0972965990),
                  new SymmetricMatrix3(
                      0.051610278464,
                      0.047877297134,
                      0.016423625579,
                      -0.005715173388,
                      -0.003567316763,
                      0.010673985109)),
              body(
                  1.8170376524,
                  new Vec3(0.0597131221, -0.0410294666, -0.0101692726),
                  new SymmetricMatrix3(
                      0.005412333594,
                      0.014058329546,
                      0.016080817924,
                      0.006193456360,
                      0.001421928931,
                      -0.001314075374)),
              body(
                  0.6271432862,
                  new Vec3(0.0045225817, 0.0086261921, -0.0161633251),
                  new SymmetricMatrix3(
                      0.000210923892,
                      0.000177185680,
                      0.000059931906,
                      -0.000024332991,
                      0.000045644804,
                      0.000087440702))));

  private static MassProperties body(double mass, Vec3 center, SymmetricMatrix3 inertia) {
    return new MassProperties(mass, center, PhysicalInertia.nearest(inertia));
  }
}
