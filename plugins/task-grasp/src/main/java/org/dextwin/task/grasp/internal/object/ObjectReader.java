package org.dextwin.task.grasp.internal.object;

import java.util.ArrayList;
import java.util.List;
import org.dextwin.api.model.Collider;
import org.dextwin.api.model.MassProperties;
import org.dextwin.api.model.Shape;
import org.dextwin.api.model.TriangleMesh;
import org.dextwin.mechanics.format.MeshReader;
import org.dextwin.mechanics.mesh.SolidMass;
import org.dextwin.task.grasp.internal.object.GraspObject.Masses;

/** Makes objects of their configuration. */
public final class ObjectReader {

  private ObjectReader() {}

  /**
   * Reads meshes and identified masses.
   *
   * @param config the object
   * @return the object
   * @throws org.dextwin.api.spi.InvalidInputException if a file is wrong, or names no usable mass
   */
  public static GraspObject read(ObjectConfig config) {
    List<Collider> colliders = new ArrayList<>();
    MassProperties unit;
    if (config.mesh().isPresent()) {
      TriangleMesh mesh = MeshReader.read(config.mesh().get());
      colliders.add(Collider.centred("mesh", new Shape.Mesh(mesh)));
      unit = SolidMass.uniformOrHull(mesh, 1);
    } else {
      for (ShapeConfig shape : config.shapes()) {
        colliders.add(shape.collider("shape-" + colliders.size()));
      }
      unit = ofParts(config.shapes());
    }
    return new GraspObject(config.name(), colliders, new Surface(colliders), unit, masses(config));
  }

  /** Parts that overlap count twice where they do. */
  private static MassProperties ofParts(List<ShapeConfig> shapes) {
    MassProperties sum = null;
    for (ShapeConfig shape : shapes) {
      Collider part = shape.collider("part");
      MassProperties own =
          SolidMass.of(shape.shape(), shape.volume()).inFrame(part.position(), part.rotation());
      sum = sum == null ? own : sum.plus(own);
    }
    if (sum == null) {
      throw new IllegalArgumentException("an object needs a shape");
    }
    return sum.withMass(1);
  }

  private static Masses masses(ObjectConfig config) {
    if (!config.massRangeKg().isEmpty()) {
      return new Masses(config.massRangeKg().get(0), config.massRangeKg().get(1), 1);
    }
    double told =
        config
            .toldMassKg()
            .or(() -> config.mass().map(MassResult::read))
            .or(config::massKg)
            .orElseThrow(() -> new IllegalArgumentException("an object needs a mass"));
    double mass = config.massKg().orElse(told);
    return new Masses(mass, mass, told / mass);
  }
}
