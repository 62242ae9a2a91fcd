package org.dextwin.sim.mujoco.internal.library;

import com.sun.jna.Pointer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.dextwin.sim.mujoco.internal.layout.Field;
import org.dextwin.sim.mujoco.internal.layout.Layout;

/**
 * Finds fields of {@code mjModel} that the tables do not hold, by the numbers that the model of the
 * self-check puts there. A field that is not found without doubt is left out; what depends on it is
 * then not offered.
 */
final class FieldProbe {

  private static final int WORD = Long.BYTES;

  private final StructView model;
  private final Map<String, Field> found = new HashMap<>();

  private FieldProbe(StructView model) {
    this.model = model;
  }

  /** Returns the layout with the fields that were found. */
  static Layout extend(StructView model, EngineCalls calls) {
    Layout layout = model.layout();
    FieldProbe probe = new FieldProbe(model);
    probe.array("dof_frictionloss", 0, 0, 0, 0, 0, 0, 0.28125, 0);
    probe.array("body_pos", 0, 0, 0, 1, 2, 3, 4, 5, 6.5, 0.25, 0.5, 0.1875);
    probe.array("body_quat", 1, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 1, 0, 0, 0);
    probe.array("pair_friction", 0.71875, 0.71875, 0.0625, 0.03125, 0.03125);
    probe.array("pair_solref", -1100, -17.5);
    probe.inline("opt.tolerance", 0.0009765625);
    probe.inline("opt.impratio", 1.65625);
    Map<String, Field> fields = new HashMap<>(layout.fields());
    fields.putAll(probe.found);
    Map<String, Integer> numbers = new HashMap<>(layout.numbers());
    // the type of pairs follows that of materials wherever three lie between these and equalities
    int pair = layout.number("mjOBJ_MATERIAL") + 1;
    if (calls.mj_name2id(model.address(), pair, "touch") == 0) {
      numbers.put("mjOBJ_PAIR", pair);
    }
    return new Layout(layout.version(), fields, numbers);
  }

  /** Looks at every word of the struct that may be a pointer into the block of arrays. */
  private void array(String name, double... expected) {
    PointerRange range = new PointerRange(model, "mjModel");
    long end = range.highest() - (long) expected.length * Double.BYTES;
    Pointer struct = new Pointer(model.address());
    int match = -1;
    int matches = 0;
    for (int offset = 0; offset + WORD <= size(); offset += WORD) {
      long address = struct.getLong(offset);
      boolean inside = address >= range.lowest() && address <= end && address % WORD == 0;
      if (inside
          && Arrays.equals(new Pointer(address).getDoubleArray(0, expected.length), expected)) {
        match = offset;
        matches++;
      }
    }
    if (matches == 1) {
      found.put("mjModel." + name, new Field(match, Double.BYTES, true));
    }
  }

  /** Looks at every word of the options. */
  private void inline(String name, double expected) {
    int start = model.layout().field("mjModel.opt.timestep").offset();
    int end = start + model.layout().number("mjOption");
    Pointer struct = new Pointer(model.address());
    int match = -1;
    int matches = 0;
    for (int offset = start; offset + WORD <= end; offset += WORD) {
      if (struct.getDouble(offset) == expected) {
        match = offset;
        matches++;
      }
    }
    if (matches == 1) {
      found.put("mjModel." + name, new Field(match, Double.BYTES, false));
    }
  }

  private int size() {
    return model.layout().number("mjModel");
  }
}
