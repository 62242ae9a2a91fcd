package org.dextwin.task.grasp.internal.world;

/**
 * What came of an attempt.
 *
 * @param cause how it ended
 * @param closedContacts fingers that touched when the hand had closed
 * @param fewestContacts fewest fingers that touched at any time of lift and hold
 * @param meanContacts mean number of fingers that touched during lift and hold
 * @param meanForce mean normal force of a touching finger during lift and hold [N]
 * @param peakForce largest sum of the hand's normal forces [N]
 * @param lifted height of the object above its start at the end [m]
 * @param slip how far the object moved in the palm from the lift on [m]
 * @param holdTime time that the object stayed in the hand after the lift [s]
 */
public record AttemptResult(
    Cause cause,
    int closedContacts,
    int fewestContacts,
    double meanContacts,
    double meanForce,
    double peakForce,
    double lifted,
    double slip,
    double holdTime) {

  /** Returns whether the object was held to the end. */
  public boolean held() {
    return cause == Cause.HELD;
  }

  /** How attempts end. */
  public enum Cause {
    /** Lifted, and in the hand to the end. */
    HELD("held"),
    /** The fingers never closed on the object. */
    NO_CONTACT("no-contact"),
    /** The closing hand threw the object off. */
    BOUNCE_OFF("bounce-off"),
    /** The object slid out of the hand, or too far in it. */
    SLIP("slip");

    private final String word;

    Cause(String word) {
      this.word = word;
    }

    /**
     * Returns the cause in kebab-case.
     *
     * @return the word
     */
    public String word() {
      return word;
    }
  }
}
