package org.dextwin.policy.graspmlp;

import java.util.List;
import org.dextwin.api.learning.Demonstration;
import org.dextwin.learning.checkpoint.Checkpoint;
import org.dextwin.learning.training.Normalisation;

/**
 * Brings observations to numbers of order one: vertices by the largest coordinate of the
 * demonstrated objects, so that they stay in proportion, the mass by its mean and deviation.
 *
 * @param length largest coordinate [m]
 * @param mass mean and deviation of the masses [kg]
 */
record Scaling(float length, Normalisation mass) {

  static Scaling of(GraspShape shape, List<Demonstration> demonstrations) {
    float largest = 0;
    float[] masses = new float[demonstrations.size()];
    for (int n = 0; n < masses.length; n++) {
      float[] observation = demonstrations.get(n).observation();
      for (int i = 0; i < shape.coordinates(); i++) {
        largest = Math.max(largest, Math.abs(observation[i]));
      }
      masses[n] = observation[shape.coordinates()];
    }
    return new Scaling(largest > 0 ? largest : 1, Normalisation.of(masses.length, 1, masses));
  }

  void apply(GraspShape shape, float[] observation, int at) {
    for (int i = 0; i < shape.coordinates(); i++) {
      observation[at + i] /= length;
    }
    mass.apply(observation, at + shape.coordinates());
  }

  void save(Checkpoint.Builder file) {
    file.numbers("scaling", new float[] {length, mass.mean()[0], mass.scale()[0]});
  }

  static Scaling read(Checkpoint file) {
    float[] numbers = file.numbers("scaling", 3);
    return new Scaling(
        numbers[0], new Normalisation(new float[] {numbers[1]}, new float[] {numbers[2]}));
  }
}
