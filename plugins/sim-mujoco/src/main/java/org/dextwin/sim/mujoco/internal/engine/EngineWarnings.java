package org.dextwin.sim.mujoco.internal.engine;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dextwin.sim.mujoco.internal.layout.Layout;

/**
 * The warnings that MuJoCo counts in its data instead of stopping: bad numbers, after which it has
 * already put the simulation back to its start, and full buffers, from which it has dropped
 * contacts.
 *
 * <p><i>Thread safety</i>: confined.
 */
public final class EngineWarnings {

  /** Kinds of warnings that make a step worthless. */
  public enum Kind {
    /** The mass matrix is singular; the index is a velocity. */
    INERTIA("mjWARN_INERTIA"),
    /** Contacts were dropped; the index is their limit. */
    CONTACT_FULL("mjWARN_CONTACTFULL"),
    /** Constraints were dropped; the index is their limit. */
    CONSTRAINT_FULL("mjWARN_CNSTRFULL"),
    /** A position is not finite or huge; the index is that of q. */
    BAD_POSITION("mjWARN_BADQPOS"),
    /** A velocity is not finite or huge; the index is that of v. */
    BAD_VELOCITY("mjWARN_BADQVEL"),
    /** An acceleration is not finite or huge; the index is that of v. */
    BAD_ACCELERATION("mjWARN_BADQACC"),
    /** A control is not finite or huge; the index is that of the actuator. */
    BAD_CONTROL("mjWARN_BADCTRL");

    private final String constant;

    Kind(String constant) {
      this.constant = constant;
    }
  }

  /**
   * A warning.
   *
   * @param kind what happened
   * @param index what it happened to; see the kind
   */
  public record Warning(Kind kind, int index) {}

  private final ByteBuffer statistics;
  private final Map<Kind, Integer> places = new LinkedHashMap<>();
  private final int[] counters;
  private final int infoOffset;
  private final int numberOffset;

  /**
   * Watches data.
   *
   * @param data the data
   */
  public EngineWarnings(NativeData data) {
    Layout layout = data.model().layout();
    this.statistics = data.struct().inline("warning");
    this.infoOffset = layout.field("mjWarningStat.lastinfo").offset();
    this.numberOffset = layout.field("mjWarningStat.number").offset();
    for (Kind kind : Kind.values()) {
      if (layout.has(kind.constant)) {
        places.put(kind, layout.number(kind.constant) * layout.number("mjWarningStat"));
      }
    }
    this.counters = places.values().stream().mapToInt(place -> place + numberOffset).toArray();
  }

  /**
   * Says whether MuJoCo has warned since {@link #clear}.
   *
   * @return true if there is a warning
   */
  public boolean any() {
    int sum = 0;
    for (int counter : counters) {
      sum |= statistics.getInt(counter);
    }
    return sum != 0;
  }

  /**
   * Returns the first warning.
   *
   * @return it
   * @throws IllegalStateException if there is none
   */
  public Warning first() {
    for (Map.Entry<Kind, Integer> entry : places.entrySet()) {
      if (statistics.getInt(entry.getValue() + numberOffset) != 0) {
        return new Warning(entry.getKey(), statistics.getInt(entry.getValue() + infoOffset));
      }
    }
    throw new IllegalStateException("MuJoCo has not warned");
  }

  /** Forgets all warnings. */
  public void clear() {
    for (int place : places.values()) {
      statistics.putInt(place + infoOffset, 0);
      statistics.putInt(place + numberOffset, 0);
    }
  }
}
