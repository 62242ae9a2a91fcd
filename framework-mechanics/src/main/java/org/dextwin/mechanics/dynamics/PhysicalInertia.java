package org.dextwin.mechanics.dynamics;

import org.dextwin.api.math.SymmetricMatrix3;
import org.dextwin.api.math.Vec3;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * Mends inertias that no distribution of mass has: in published models the largest principal moment
 * is now and then larger than the sum of the others.
 *
 * <p><i>Thread safety</i>: thread-safe; holds no state. <i>References</i>: Wensing, Kim and Slotine
 * 2018, "Linear matrix inequalities for physically consistent inertial parameter identification":
 * the second moment of mass, tr(I)/2 1 - I, has no negative eigenvalue.
 */
public final class PhysicalInertia {

  private PhysicalInertia() {}

  /**
   * Returns by what share the largest principal moment exceeds the sum of the others.
   *
   * @param inertia inertia about the centre of mass [kg m^2]
   * @return the excess over that sum; zero or negative if a body can have the inertia
   */
  public static double excess(SymmetricMatrix3 inertia) {
    double largest = largest(inertia).moment();
    double others = trace(inertia) - largest;
    return (largest - others) / others;
  }

  /**
   * Returns the nearest inertia that a body can have: the second moment of mass without its
   * negative part. The smaller two principal moments grow by the same amount; the principal axes
   * stay.
   *
   * @param inertia inertia about the centre of mass [kg m^2]
   * @return the same if a body can have it
   */
  public static SymmetricMatrix3 nearest(SymmetricMatrix3 inertia) {
    Principal largest = largest(inertia);
    double missing = largest.moment() - trace(inertia) / 2;
    if (missing <= 0) {
      return inertia;
    }
    // I + missing (1 - v v^T) = I + missing [v]x^T [v]x
    return inertia.plus(SymmetricMatrix3.ofPoint(largest.axis()).times(missing));
  }

  private static double trace(SymmetricMatrix3 m) {
    return m.xx() + m.yy() + m.zz();
  }

  private record Principal(double moment, Vec3 axis) {}

  private static Principal largest(SymmetricMatrix3 m) {
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(3, true, true);
    boolean found =
        eigen.decompose(
            new DMatrixRMaj(
                new double[][] {
                  {m.xx(), m.xy(), m.xz()}, {m.xy(), m.yy(), m.yz()}, {m.xz(), m.yz(), m.zz()}
                }));
    if (!found) {
      throw new IllegalArgumentException("inertia " + m + " has no principal axes");
    }
    int largest = 0;
    for (int i = 1; i < 3; i++) {
      if (eigen.getEigenvalue(i).getReal() > eigen.getEigenvalue(largest).getReal()) {
        largest = i;
      }
    }
    DMatrixRMaj v = eigen.getEigenVector(largest);
    return new Principal(
        eigen.getEigenvalue(largest).getReal(),
        new Vec3(v.get(0), v.get(1), v.get(2)).normalized());
  }
}
