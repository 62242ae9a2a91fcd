/**
 * Neural dynamics of a hand, factorised by joint or by finger or of the hand as a whole, and
 * policies that compensate with them for what a simulator lacks.
 *
 * <p><i>References</i>: Liu et al., DexNDM: closing the reality gap for dexterous in-hand rotation
 * via joint-wise neural dynamics model, 2025.
 */
@NullMarked
package org.dextwin.dynamics.jointwise;

import org.jspecify.annotations.NullMarked;
