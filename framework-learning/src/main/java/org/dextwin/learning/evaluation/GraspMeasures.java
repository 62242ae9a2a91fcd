package org.dextwin.learning.evaluation;

/**
 * Names of what grasping tasks measure and learners of grasps need, in the measures of the last
 * step of an episode.
 *
 * <p><i>References</i>: D-REX, Eq. 10 and 11, Algorithm 2, line 19.
 */
public final class GraspMeasures {

  /** Number of active contacts between hand and object, as the force target counts them. */
  public static final String CONTACTS = "contacts";

  /** 1 if there were at least N_min active contacts all through the horizon, otherwise 0. */
  public static final String CONTACT_SUSTAINED = "contact_sustained";

  /** 1 if the object was in the hand at the end, otherwise 0. */
  public static final String OBJECT_RETAINED = "object_retained";

  /** Normalised grasp force clip(m g contacts / f_max, 0, 1). */
  public static final String FORCE_TARGET = "force_target";

  private GraspMeasures() {}
}
