package org.dextwin.task.grasp.internal.object;

import java.util.List;
import java.util.random.RandomGenerator;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Collider;
import org.dextwin.api.model.MassProperties;

/**
 * An object to grasp. It stands on the table on its lowest point, z up; all in its frame O.
 *
 * @param name its name
 * @param colliders its collision shapes
 * @param surface their surface
 * @param unitMass mass properties at 1 kg
 * @param masses the masses that it is given [kg]
 */
public record GraspObject(
    String name,
    List<Collider> colliders,
    Surface surface,
    MassProperties unitMass,
    Masses masses) {

  /**
   * The masses of an object.
   *
   * @param least smallest true mass [kg]
   * @param most largest true mass [kg]
   * @param believedRatio what the policy is told, by what is true
   */
  public record Masses(double least, double most, double believedRatio) {

    /**
     * Draws a mass, evenly over the logarithm.
     *
     * @param random source of randomness
     * @return true mass [kg]
     */
    public double draw(RandomGenerator random) {
      double u = random.nextDouble(); // drawn in any case, so that streams stay aligned
      return least == most ? least : least * Math.pow(most / least, u);
    }
  }

  /** Copies the list. */
  public GraspObject {
    colliders = List.copyOf(colliders);
  }

  /**
   * Returns the centre of mass.
   *
   * @return p_OC [m]
   */
  public Vec3 center() {
    return unitMass.centerOfMass();
  }

  /**
   * Draws points of the surface, which stand for the vertices of a mesh: those of a box would be
   * its eight corners.
   *
   * @param count how many
   * @param random source of randomness
   * @param out x, y, z of each [m], shape (3 count) or longer; overwritten
   */
  public void samplePoints(int count, RandomGenerator random, float[] out) {
    for (int i = 0; i < count; i++) {
      Vec3 p = surface.sample(random).position();
      out[3 * i] = (float) p.x();
      out[3 * i + 1] = (float) p.y();
      out[3 * i + 2] = (float) p.z();
    }
  }
}
