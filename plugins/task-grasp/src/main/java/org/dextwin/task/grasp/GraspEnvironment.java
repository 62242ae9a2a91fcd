package org.dextwin.task.grasp;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.dextwin.api.learning.Environment;
import org.dextwin.api.learning.StepOutcome;
import org.dextwin.learning.evaluation.GraspMeasures;
import org.dextwin.task.grasp.internal.control.GripStatics;
import org.dextwin.task.grasp.internal.object.GraspObject;
import org.dextwin.task.grasp.internal.world.AttemptResult;
import org.dextwin.task.grasp.internal.world.GraspWorld;

/**
 * Episodes of one step, which is a whole attempt.
 *
 * <p><i>Thread safety</i>: confined.
 */
final class GraspEnvironment implements Environment {

  /** Cause of the ending when the object is heavier than the payload; such are not scored. */
  static final String BEYOND_THE_HAND = "beyond-the-hand";

  private final GraspTask task;
  private final GripStatics statics;
  private final Map<Integer, GraspWorld> worlds = new HashMap<>();
  private float[] observation = new float[0];
  private int object = -1;
  private double mass;
  private double told;
  private long attemptSeed;

  GraspEnvironment(GraspTask task) {
    this.task = task;
    this.statics = task.newStatics();
  }

  @Override
  public float[] reset(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    object = random.nextInt(task.objects().size());
    GraspObject it = task.objects().get(object);
    mass = it.masses().draw(random);
    told = mass * it.masses().believedRatio();
    attemptSeed = random.nextLong();
    observation = observe(it, told, random, task.config().vertices());
    return observation.clone();
  }

  /** What a policy sees: points of the surface in the object's frame [m], and the mass [kg]. */
  static float[] observe(GraspObject object, double told, SplittableRandom random, int vertices) {
    float[] observation = new float[3 * vertices + 1];
    object.samplePoints(vertices, random, observation);
    observation[3 * vertices] = (float) told;
    return observation;
  }

  @Override
  public StepOutcome step(float[] action) {
    task.layout().require(action);
    if (object < 0) {
      throw new IllegalStateException("no episode is under way; call reset first");
    }
    int grasped = object;
    object = -1;
    double payload = task.prepared().skill().payload();
    Map<String, Double> measures = new HashMap<>();
    measures.put("payload_kg", payload);
    measures.put("mass_kg", mass);
    measures.put("told_mass_kg", told);
    measures.put("object_index", (double) grasped);
    if (mass > payload || task.isBeyondHand(grasped)) {
      measures.put(GraspMeasures.CONTACTS, 0.0);
      measures.put(GraspMeasures.CONTACT_SUSTAINED, 0.0);
      measures.put(GraspMeasures.OBJECT_RETAINED, 0.0);
      measures.put(GraspMeasures.FORCE_TARGET, 1.0);
      return outcome(new StepOutcome.Ending(false, BEYOND_THE_HAND), measures);
    }
    double force = task.layout().force(action);
    GraspWorld world = worlds.computeIfAbsent(grasped, task::world);
    AttemptResult result =
        world.play(
            world.attempt(
                task.layout().targets(action), statics, force * payload, mass, attemptSeed));
    measure(result, grasped, payload, measures);
    measures.put("grip_command_n", statics.neededGrip(force * payload));
    return outcome(new StepOutcome.Ending(result.held(), result.cause().word()), measures);
  }

  /**
   * The force target is clip(m g n / f_max, 0, 1) with f_max the weight of the payload times the
   * fingers of the grasp, so that it is m / payload if all of them touch.
   */
  private void measure(
      AttemptResult result, int grasped, double payload, Map<String, Double> measures) {
    int contacts = result.closedContacts();
    double target = told * contacts / (payload * task.grasp(grasped).plan().fingers());
    boolean sustained = result.held() && result.fewestContacts() >= task.config().minContacts();
    measures.put(GraspMeasures.CONTACTS, (double) contacts);
    measures.put(GraspMeasures.CONTACT_SUSTAINED, sustained ? 1.0 : 0.0);
    measures.put(GraspMeasures.OBJECT_RETAINED, result.held() ? 1.0 : 0.0);
    measures.put(GraspMeasures.FORCE_TARGET, Math.max(0, Math.min(1, target)));
    measures.put("contacts_mean", result.meanContacts());
    measures.put("contact_force_n", result.meanForce());
    measures.put("peak_grip_n", result.peakForce());
    measures.put("lifted_height_m", result.lifted());
    measures.put("slip_m", result.slip());
    measures.put("hold_time_s", result.holdTime());
  }

  private StepOutcome outcome(StepOutcome.Ending ending, Map<String, Double> measures) {
    return new StepOutcome(
        observation.clone(), ending.success() ? 1 : 0, Optional.of(ending), measures);
  }

  @Override
  public void close() {
    worlds.values().forEach(GraspWorld::close);
    worlds.clear();
  }
}
