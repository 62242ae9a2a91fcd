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
import org.dextwin.task.grasp.internal.world.GraspState;
import org.dextwin.task.grasp.internal.world.GraspWorld;
import org.jspecify.annotations.Nullable;

/**
 * An attempt. The first step closes the hand as the action says; those that follow lift and hold,
 * whatever their actions, since a grasp is decided once.
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
  private double grip;
  private double[] fingerForces = new double[0];
  private GraspWorld.@Nullable Play play;

  GraspEnvironment(GraspTask task) {
    this.task = task;
    this.statics = task.newStatics();
  }

  @Override
  public float[] reset(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    play = null;
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
    Map<String, Double> measures = new HashMap<>();
    measures.put("payload_kg", task.prepared().skill().payload());
    measures.put("mass_kg", mass);
    measures.put("told_mass_kg", told);
    measures.put("object_index", (double) object);
    if (play == null) {
      if (mass > task.prepared().skill().payload() || task.isBeyondHand(object)) {
        return beyondHand(measures);
      }
      play = begin(action);
    }
    boolean goesOn = play.goOn();
    measure(play.state(), measures);
    if (goesOn) {
      return new StepOutcome(observation.clone(), 0, Optional.empty(), measures);
    }
    AttemptResult result = play.result();
    measure(result, measures);
    return ended(new StepOutcome.Ending(result.held(), result.cause().word()), measures);
  }

  private GraspWorld.Play begin(float[] action) {
    double expected = task.layout().force(action) * task.prepared().skill().payload();
    double[] targets = task.layout().targets(action);
    GraspWorld world = worlds.computeIfAbsent(object, task::world);
    grip = statics.neededGrip(expected);
    fingerForces = world.fingerForces(targets, grip);
    return world.begin(world.attempt(targets, statics, expected, mass, attemptSeed));
  }

  private StepOutcome beyondHand(Map<String, Double> measures) {
    measures.put(GraspMeasures.CONTACTS, 0.0);
    measures.put(GraspMeasures.CONTACT_SUSTAINED, 0.0);
    measures.put(GraspMeasures.OBJECT_RETAINED, 0.0);
    measures.put(GraspMeasures.FORCE_TARGET, 1.0);
    return ended(new StepOutcome.Ending(false, BEYOND_THE_HAND), measures);
  }

  private static void measure(GraspState state, Map<String, Double> measures) {
    measures.put("time_s", state.time());
    measures.put("contacts_now", (double) state.contacts());
    measures.put("hand_force_n", state.handForce());
    measures.put("slip_m", state.slip());
    for (int i = 0; i < state.fingers().length; i++) {
      measures.put("finger_" + i + "_contact_n", state.fingers()[i]);
    }
  }

  /**
   * The force target is clip(m g n / f_max, 0, 1) with f_max the weight of the payload times the
   * fingers of the grasp, so that it is m / payload if all of them touch.
   */
  private void measure(AttemptResult result, Map<String, Double> measures) {
    int contacts = result.closedContacts();
    double most = task.prepared().skill().payload() * task.grasp(object).plan().fingers();
    double target = told * contacts / most;
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
    measures.put("grip_command_n", grip);
    // mu N / (m g): above 1, friction bears the weight that the policy was told of (D-REX, A.6)
    measures.put("slip_margin", statics.slipMargin(grip, told));
    for (int i = 0; i < fingerForces.length; i++) {
      measures.put("finger_" + i + "_force_n", fingerForces[i]);
    }
  }

  private StepOutcome ended(StepOutcome.Ending ending, Map<String, Double> measures) {
    object = -1;
    play = null;
    return new StepOutcome(
        observation.clone(), ending.success() ? 1 : 0, Optional.of(ending), measures);
  }

  @Override
  public void close() {
    worlds.values().forEach(GraspWorld::close);
    worlds.clear();
  }
}
