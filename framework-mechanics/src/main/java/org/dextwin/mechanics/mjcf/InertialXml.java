package org.dextwin.mechanics.mjcf;

import org.dextwin.api.math.Quat;
import org.dextwin.api.math.SymmetricMatrix3;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.MassProperties;
import org.dextwin.mechanics.xml.XmlText;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * Writes mass properties, the inertia by its principal moments and axes: MuJoCo would find them
 * itself, but to an absolute 1e-12 kg m^2 only, which is coarse for the tip of a finger.
 */
final class InertialXml {

  /** Mass of a moving link without any [kg]: MuJoCo refuses less than 1e-15. */
  static final double TRACE_MASS = 1e-12;

  /** Its moments of inertia [kg m^2]. */
  private static final double TRACE_INERTIA = 1e-14;

  /** Share of a moment by which rounding may break the triangle inequality. */
  private static final double ROUNDING = 1e-9;

  private InertialXml() {}

  /**
   * Writes the properties.
   *
   * @param owner what has them, for messages
   * @throws IllegalArgumentException if no distribution of mass has that inertia
   */
  static void write(XmlText xml, String owner, MassProperties mass) {
    xml.open("inertial").attribute("pos", mass.centerOfMass()).attribute("mass", mass.mass());
    SymmetricMatrix3 inertia = mass.inertia();
    if (inertia.xy() == 0 && inertia.xz() == 0 && inertia.yz() == 0) {
      double[] moments = {inertia.xx(), inertia.yy(), inertia.zz()};
      xml.attribute("diaginertia", physical(owner, moments));
    } else {
      EigenDecomposition_F64<DMatrixRMaj> eigen = principal(inertia);
      double[] moments = new double[3];
      for (int i = 0; i < 3; i++) {
        moments[i] = eigen.getEigenvalue(i).getReal();
      }
      xml.attribute("quat", axes(eigen)).attribute("diaginertia", physical(owner, moments));
    }
    xml.close();
  }

  /** Writes the least mass that MuJoCo takes, for a moving link that has none of its own. */
  static void writeTrace(XmlText xml) {
    xml.open("inertial")
        .attribute("pos", Vec3.ZERO)
        .attribute("mass", TRACE_MASS)
        .attribute("diaginertia", TRACE_INERTIA, TRACE_INERTIA, TRACE_INERTIA)
        .close();
  }

  private static EigenDecomposition_F64<DMatrixRMaj> principal(SymmetricMatrix3 m) {
    DMatrixRMaj matrix =
        new DMatrixRMaj(
            new double[][] {
              {m.xx(), m.xy(), m.xz()}, {m.xy(), m.yy(), m.yz()}, {m.xz(), m.yz(), m.zz()}
            });
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(3, true, true);
    if (!eigen.decompose(matrix)) {
      throw new IllegalArgumentException("inertia " + m + " has no principal axes");
    }
    return eigen;
  }

  /** R_BP of the principal axes P, right-handed. */
  private static Quat axes(EigenDecomposition_F64<DMatrixRMaj> eigen) {
    Vec3 x = vector(eigen.getEigenVector(0)).normalized();
    Vec3 y = vector(eigen.getEigenVector(1)).normalized();
    Vec3 z = x.cross(y);
    return Quat.fromMatrix(
        new double[] {x.x(), y.x(), z.x(), x.y(), y.y(), z.y(), x.z(), y.z(), z.z()});
  }

  private static Vec3 vector(DMatrixRMaj column) {
    return new Vec3(column.get(0), column.get(1), column.get(2));
  }

  /** No moment is larger than the sum of the others; MuJoCo insists, to the last digit. */
  private static double[] physical(String owner, double[] moments) {
    double[] checked = moments.clone();
    for (int i = 0; i < 3; i++) {
      double others = moments[(i + 1) % 3] + moments[(i + 2) % 3];
      if (moments[i] > others * (1 + ROUNDING)) {
        throw new IllegalArgumentException(
            "'"
                + owner
                + "' has the principal moments of inertia "
                + moments[0]
                + ", "
                + moments[1]
                + " and "
                + moments[2]
                + " kg m^2; none can be larger than the sum of the others; compute them from the"
                + " shape");
      }
      checked[i] = Math.min(moments[i], others);
    }
    return checked;
  }
}
