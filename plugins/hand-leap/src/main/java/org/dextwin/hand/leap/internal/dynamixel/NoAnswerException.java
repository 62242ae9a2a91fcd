package org.dextwin.hand.leap.internal.dynamixel;

import java.util.List;

/** Thrown when servos do not answer, however often they are asked. */
public final class NoAnswerException extends Exception {

  private static final long serialVersionUID = 1L;

  /** Ids of the silent servos. */
  private final transient List<Integer> ids;

  /** Names the servos. */
  NoAnswerException(List<Integer> ids, int garbled) {
    super(
        (ids.size() == 1 ? "servo " + ids.get(0) + " does" : "servos " + ids + " do")
            + " not answer"
            + (garbled == 0 ? "" : "; " + garbled + " answers had a wrong checksum"));
    this.ids = List.copyOf(ids);
  }

  /** Returns the ids of the silent servos. */
  public List<Integer> ids() {
    return ids;
  }
}
