package org.dextwin.experiments.drex.internal.pushlog;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How good the estimate of one object is, beside two guesses that use no push: the mean mass of the
 * other objects, and the mean density of the other objects times the volume of its mesh.
 *
 * @param object name of the object
 * @param identified whether a take of it is {@code identified}
 * @param mass mean of its scored takes [kg]; empty if none is scored
 * @param truth true mass [kg]
 * @param constantGuess mean true mass of the others [kg]; empty if there are none
 * @param volumeGuess mean density of the others times its volume [kg]; empty if there are none
 */
record ObjectScore(
    String object,
    boolean identified,
    OptionalDouble mass,
    OptionalDouble truth,
    OptionalDouble constantGuess,
    OptionalDouble volumeGuess) {

  /** Error of a mass, where both it and the truth are known [%]. */
  Optional<Double> errorPercent(OptionalDouble estimate) {
    return estimate.isPresent() && truth.isPresent()
        ? Optional.of(100 * (estimate.getAsDouble() / truth.getAsDouble() - 1))
        : Optional.empty();
  }

  /** Says whether this object counts: it has an estimate and a truth. */
  boolean isScored() {
    return mass.isPresent() && truth.isPresent();
  }
}
