package @package@;

import java.util.ArrayList;
import java.util.List;
import org.dextwin.api.model.MassProperties;
import org.dextwin.api.model.SceneBody;
import org.dextwin.api.sim.Parameter;
import org.dextwin.api.sim.Parameters;

/**
 * The masses of the bodies, which can be set; a body's inertia scales with its mass.
 *
 * <p><i>Thread safety</i>: confined to one thread.
 */
final class @Class@Masses implements Parameters {

  private static final double LEAST = 1e-9; // [kg]
  private static final double MOST = 1e9;

  private final List<Parameter> parameters = new ArrayList<>();
  private final List<MassProperties> masses = new ArrayList<>();

  @Class@Masses(List<SceneBody> bodies) {
    for (SceneBody body : bodies) {
      parameters.add(new Parameter(body.name(), Parameter.Kind.MASS, LEAST, MOST));
      masses.add(body.mass().orElseThrow());
    }
  }

  MassProperties of(int body) {
    return masses.get(body);
  }

  @Override
  public List<Parameter> all() {
    return List.copyOf(parameters);
  }

  @Override
  public double get(String name) {
    return masses.get(indexOf(name)).mass();
  }

  @Override
  public void set(String name, double value) {
    int index = indexOf(name);
    if (!(value >= LEAST && value <= MOST)) {
      throw new IllegalArgumentException(
          name + " = " + value + " is not between " + LEAST + " and " + MOST);
    }
    MassProperties old = masses.get(index);
    masses.set(
        index,
        new MassProperties(
            value, old.centerOfMass(), old.inertia().times(value / old.mass())));
  }

  private int indexOf(String name) {
    for (int i = 0; i < parameters.size(); i++) {
      if (parameters.get(i).name().equals(name)) {
        return i;
      }
    }
    throw new IllegalArgumentException(
        "no parameter '"
            + name
            + "'; there are "
            + parameters.stream().map(Parameter::name).toList());
  }
}
