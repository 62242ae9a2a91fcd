package org.dextwin.task.rotation;

import org.dextwin.api.model.Material;
import org.dextwin.api.spi.Key;

/**
 * How hand and objects answer contact (see {@link Material}).
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param friction Coulomb coefficient
 * @param stiffnessNPerM stiffness of a contact [N/m]
 * @param dampingNSPerM damping of a contact [N s/m]
 */
record ContactConfig(
    @Key(doc = "Coulomb coefficient.", byDefault = "1", above = 0, atMost = 10) double friction,
    @Key(
            doc = "Stiffness of a contact; engines may bound it by their time step.",
            byDefault = "1500",
            above = 0)
        double stiffnessNPerM,
    @Key(doc = "Damping of a contact.", byDefault = "2", atLeast = 0) double dampingNSPerM) {

  Material material() {
    return new Material(friction, stiffnessNPerM, dampingNSPerM);
  }
}
