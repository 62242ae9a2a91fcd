package org.dextwin.sim.mujoco.internal.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dextwin.sim.mujoco.internal.layout.Field;

/**
 * The addresses that a struct's pointers lead to. MuJoCo keeps all arrays of a model in one block
 * of memory, and those of data in two; so pointers that lie far apart are none.
 */
final class PointerRange {

  /** More than all the arrays of a tiny model. */
  private static final long LARGEST_BLOCK = 64L << 20;

  /** Below it no memory is ever mapped. */
  private static final long LOWEST_ADDRESS = 1 << 16;

  private final String struct;
  private final List<Long> addresses = new ArrayList<>();

  /** Makes the exception for what is wrong. */
  interface Refusal {
    RuntimeException of(String what, double found, String expected);
  }

  PointerRange(StructView view, String struct) {
    this.struct = struct;
    for (Map.Entry<String, Field> entry : view.layout().fields().entrySet()) {
      String name = entry.getKey();
      // contacts and forces of constraints live in a block of their own in 3.0 and later
      boolean movable = name.endsWith(".contact") || name.endsWith(".efc_force");
      if (entry.getValue().pointer() && name.startsWith(struct + ".") && !movable) {
        long address = view.arrayAddress(name.substring(struct.length() + 1));
        if (address != 0) {
          addresses.add(address);
        }
      }
    }
  }

  long lowest() {
    return addresses.stream().mapToLong(Long::longValue).min().orElse(0);
  }

  long highest() {
    return addresses.stream().mapToLong(Long::longValue).max().orElse(0);
  }

  void check(Refusal refusal) {
    if (lowest() < LOWEST_ADDRESS || highest() - lowest() > LARGEST_BLOCK) {
      throw refusal.of(
          "the extent of the arrays of " + struct, (double) (highest() - lowest()), "one block");
    }
  }
}
