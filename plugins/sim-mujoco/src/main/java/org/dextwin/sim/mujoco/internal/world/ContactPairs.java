package org.dextwin.sim.mujoco.internal.world;

import java.nio.DoubleBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dextwin.api.model.Material;
import org.dextwin.api.sim.Parameter.Kind;
import org.dextwin.mechanics.mjcf.MjcfContact;
import org.dextwin.mechanics.mjcf.MjcfContactPair;
import org.dextwin.sim.mujoco.internal.engine.NativeModel;

/**
 * The contact parameters of a scene, by pairs of bodies and robots; each has its pairs of geoms.
 *
 * <p><i>Thread safety</i>: confined.
 */
public final class ContactPairs {

  private static final double LARGEST_FRICTION = 100;
  private static final double SMALLEST_STIFFNESS = 1e-3;
  private static final double LARGEST = 1e12;
  private static final String SEPARATOR = ":";

  /** Numbers of friction and reference per pair. */
  private static final int FRICTION = 5;

  private static final int REFERENCE = 2;

  private final NativeModel model;
  private final double timeStep;
  private final Optional<Double> timeConstant;
  private final Map<String, Meeting> meetings = new LinkedHashMap<>();

  /** All pairs of geoms of two bodies or robots, which share a material. */
  private static final class Meeting {

    private final List<Integer> ids = new ArrayList<>();

    /** 1 / m_1 + 1 / m_2 of each pair [1/kg]. */
    private final List<Double> inverseMasses = new ArrayList<>();

    private final List<Double> weights = new ArrayList<>();

    private final boolean rough;
    private Material material;

    Meeting(Material material) {
      this.material = material;
      this.rough = MjcfContact.dimensions(material) > 1;
    }
  }

  /**
   * Finds the pairs of a scene.
   *
   * @param model the model
   * @param pairs what was written into it
   * @param timeStep time step [s]
   * @param timeConstant time constant of all contacts [s]; empty if they are as materials say
   */
  public ContactPairs(
      NativeModel model,
      List<MjcfContactPair> pairs,
      double timeStep,
      Optional<Double> timeConstant) {
    this.model = model;
    this.timeStep = timeStep;
    this.timeConstant = timeConstant;
    boolean found =
        model.layout().has("mjOBJ_PAIR")
            && model.struct().has("pair_friction")
            && model.struct().has("pair_solref");
    if (found) {
      for (MjcfContactPair pair : pairs) {
        Meeting meeting =
            meetings.computeIfAbsent(
                pair.first() + SEPARATOR + pair.second(), name -> new Meeting(pair.material()));
        meeting.ids.add(model.find("mjOBJ_PAIR", pair.name()));
        meeting.inverseMasses.add(1 / pair.reducedMass());
        meeting.weights.add(pair.weight());
      }
    }
  }

  void offer(ModelParameters parameters) {
    meetings.forEach(
        (name, meeting) -> {
          if (meeting.rough) { // else the pair was compiled without directions of friction
            parameters.add(
                name,
                Kind.FRICTION,
                0,
                LARGEST_FRICTION,
                () -> meeting.material.friction(),
                value ->
                    set(
                        meeting,
                        new Material(
                            value, meeting.material.stiffness(), meeting.material.damping())));
          }
          if (timeConstant.isPresent()) {
            return; // whatever the materials say
          }
          parameters.add(
              name,
              Kind.STIFFNESS,
              SMALLEST_STIFFNESS,
              LARGEST,
              () -> meeting.material.stiffness(),
              value ->
                  set(
                      meeting,
                      new Material(
                          meeting.material.friction(), value, meeting.material.damping())));
          parameters.add(
              name,
              Kind.DAMPING,
              0,
              LARGEST,
              () -> meeting.material.damping(),
              value ->
                  set(
                      meeting,
                      new Material(
                          meeting.material.friction(), meeting.material.stiffness(), value)));
        });
  }

  private void set(Meeting meeting, Material material) {
    meeting.material = material;
    int count = meetings.values().stream().mapToInt(it -> it.ids.size()).sum();
    DoubleBuffer friction = model.numbers("pair_friction", FRICTION * count);
    DoubleBuffer reference = model.numbers("pair_solref", REFERENCE * count);
    for (int i = 0; i < meeting.ids.size(); i++) {
      int id = meeting.ids.get(i);
      friction.put(FRICTION * id, MjcfContact.friction(material));
      double reducedMass = 1 / meeting.inverseMasses.get(i);
      double weight = meeting.weights.get(i);
      reference.put(
          REFERENCE * id,
          timeConstant
              .map(MjcfContact::solref)
              .orElseGet(() -> MjcfContact.solref(material, reducedMass, weight, timeStep)));
    }
  }

  /** Keeps stiffness and damping what they are: MuJoCo holds them per reduced mass. */
  void changeMass(String body, double from, double to) {
    meetings.forEach(
        (name, meeting) -> {
          if (name.startsWith(body + SEPARATOR) || name.endsWith(SEPARATOR + body)) {
            meeting.inverseMasses.replaceAll(inverse -> inverse - 1 / from + 1 / to);
            set(meeting, meeting.material);
          }
        });
  }
}
