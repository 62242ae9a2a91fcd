package org.dextwin.task.grasp.internal.object;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dextwin.api.spi.Key;
import org.dextwin.api.spi.PathKind;

/**
 * An object to grasp, standing on the table with z up, of uniform density.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param name its name
 * @param mesh its mesh
 * @param shapes its parts
 * @param massKg its true mass [kg]
 * @param massRangeKg least and largest true mass [kg]
 * @param toldMassKg what the policy is told in place of the true mass [kg]
 * @param mass what was identified
 */
public record ObjectConfig(
    @Key(doc = "Its name.", byDefault = "object") String name,
    @Key(
            doc =
                "Its mesh, in metres and with z up: OBJ, STL or PLY. It is touched as its convex"
                    + " hull; give shapes for what is hollow.",
            path = PathKind.FILE)
        Optional<Path> mesh,
    @Key(doc = "Its parts, in place of a mesh; they may overlap.", byDefault = "[]")
        List<ShapeConfig> shapes,
    @Key(doc = "Its true mass; left out, the identified one is true.", above = 0)
        Optional<Double> massKg,
    @Key(
            doc = "Least and largest true mass, in place of mass-kg; an episode draws one.",
            byDefault = "[]",
            above = 0)
        List<Double> massRangeKg,
    @Key(
            doc = "What the policy is told in place of the true mass; for objects of one mass.",
            above = 0)
        Optional<Double> toldMassKg,
    @Key(doc = "What identify-mass found; the policy is told that.")
        Optional<IdentifiedMass> mass) {

  /**
   * A mass in a result of identify-mass.
   *
   * @param result the run's result.json
   * @param object the object's name there, or that of its take
   * @param acceptUnidentified whether other verdicts than identified are taken
   */
  public record IdentifiedMass(
      @Key(doc = "The result.json of a run of identify-mass.", path = PathKind.FILE) Path result,
      @Key(doc = "Name of the object, or of the take, in that result.") String object,
      @Key(doc = "Whether a mass is taken whose verdict is not identified.", byDefault = "false")
          boolean acceptUnidentified) {}

  /** Checks that shape and mass are given once. */
  public ObjectConfig {
    shapes = List.copyOf(shapes);
    massRangeKg = List.copyOf(massRangeKg);
    if (mesh.isPresent() != shapes.isEmpty()) {
      throw new IllegalArgumentException(
          "object '" + name + "' needs a mesh or shapes" + (shapes.isEmpty() ? "" : ", not both"));
    }
    if (!massRangeKg.isEmpty()
        && (massRangeKg.size() != 2 || massRangeKg.get(0) > massRangeKg.get(1))) {
      throw new IllegalArgumentException(
          "mass-range-kg of object '"
              + name
              + "' is "
              + massRangeKg
              + "; it must be [least, largest]");
    }
    boolean told = toldMassKg.isPresent() || mass.isPresent();
    if (massRangeKg.isEmpty() ? massKg.isEmpty() && mass.isEmpty() : massKg.isPresent() || told) {
      throw new IllegalArgumentException(
          "object '"
              + name
              + "' needs one of mass-kg, mass { result, object } and mass-range-kg; only with the"
              + " first two it has one mass, of which a policy can be told another");
    }
    if (toldMassKg.isPresent() && mass.isPresent()) {
      throw new IllegalArgumentException(
          "object '" + name + "' has told-mass-kg and mass, which say the same; keep one");
    }
  }
}
