package org.dextwin.sim.mujoco.internal.library;

import com.sun.jna.Native;
import java.io.IOException;
import java.io.InputStream;
import java.nio.DoubleBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dextwin.api.spi.ComponentUnavailableException;
import org.dextwin.sim.mujoco.internal.layout.Layout;
import org.jspecify.annotations.Nullable;

/**
 * Loads a small model with known numbers and steps it, before a layout is trusted: a wrong one
 * would end the process at some later time, or give wrong numbers. Inline fields come first,
 * because to follow a wrong pointer may be fatal; pointers are followed only if all of them lie
 * together.
 */
final class SelfCheck {

  private static final String MODEL = "self-check.xml";

  // What self-check.xml says.
  private static final double TIME_STEP = 0.0078125;
  private static final double GRAVITY = -8;
  private static final double[] BALL_AT = {1, 2, 3};
  private static final double TOUCH_DEPTH = 0.0625;

  /**
   * What the check finds out besides.
   *
   * @param layout the layout, with the fields that only probing finds
   * @param dampsSaturated whether implicit integrators damp servos that are at their limit
   */
  record Findings(Layout layout, boolean dampsSaturated) {}

  private final Path path;
  private final Layout layout;
  private final EngineCalls calls;

  private SelfCheck(Path path, Layout layout, EngineCalls calls) {
    this.path = path;
    this.layout = layout;
    this.calls = calls;
  }

  /**
   * Checks a layout.
   *
   * @return what was found out about the library
   * @throws ComponentUnavailableException if it does not fit the library
   */
  static Findings run(Path path, EngineCalls calls, Layout layout) {
    try {
      return NativeThread.call(() -> new SelfCheck(path, layout, calls).run());
    } catch (EngineError e) {
      throw refused(path, layout, "it failed with '" + e.text() + "'");
    } catch (ArithmeticException e) { // a count was read together with its neighbour
      throw refused(path, layout, "a count is too large");
    }
  }

  private Findings run() {
    long address = load();
    StructView model = new StructView(layout, "mjModel", address);
    checkCounts(model);
    checkModel(model);
    long dataAddress = calls.mj_makeData(address);
    StructView data = new StructView(layout, "mjData", dataAddress);
    checkStart(data);
    calls.mj_step(address, dataAddress);
    checkStep(data);
    checkContact(model, data);
    Findings findings = new Findings(FieldProbe.extend(model, calls), dampsSaturated(model, data));
    calls.mj_deleteData(dataAddress);
    calls.mj_deleteModel(address);
    return findings;
  }

  /**
   * Whether the implicit integrators foresee the damping of a servo whose force is at its limit,
   * and so does not damp: then such a servo moves too little. Older versions do.
   */
  private boolean dampsSaturated(StructView model, StructView data) {
    if (!layout.has("mjINT_IMPLICIT")) {
      return false;
    }
    model.setInteger("opt.integrator", layout.number("mjINT_IMPLICIT"));
    DoubleBuffer bias = model.numbers("actuator_biasprm", 10);
    double damped = speedAtTheLimit(model, data);
    bias.put(2, 0);
    return damped != speedAtTheLimit(model, data);
  }

  private double speedAtTheLimit(StructView model, StructView data) {
    calls.mj_resetData(model.address(), data.address());
    data.numbers("ctrl", 1).put(0, 1e3);
    calls.mj_step(model.address(), data.address());
    return data.numbers("qvel", 8).get(6);
  }

  private long load() {
    byte[] error = new byte[1000];
    Path file = null;
    try (InputStream in = SelfCheck.class.getResourceAsStream(MODEL)) {
      if (in == null) {
        throw new IllegalStateException("the plugin lacks its resource " + MODEL);
      }
      file = Files.createTempFile("dextwin-mujoco-", ".xml");
      Files.write(file, in.readAllBytes());
      long model = calls.mj_loadXML(file.toString(), 0, error, error.length);
      if (model == 0) {
        throw refused(path, layout, "it refused a model: " + text(error));
      }
      return model;
    } catch (IOException e) {
      throw new ComponentUnavailableException(
          "no temporary file could be written, which MuJoCo is checked with: " + e,
          "make room in the folder " + System.getProperty("java.io.tmpdir"));
    } finally {
      delete(file);
    }
  }

  private static void delete(@Nullable Path file) {
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      file.toFile().deleteOnExit();
    }
  }

  /** The text in front of the first zero byte. */
  static String text(byte[] error) {
    return Native.toString(error, StandardCharsets.UTF_8.name()).strip();
  }

  private void checkCounts(StructView model) {
    require("nq", model.integer("nq"), 9);
    require("nv", model.integer("nv"), 8);
    require("nu", model.integer("nu"), 1);
    require("na", model.integer("na"), 0);
    require("nbody", model.integer("nbody"), 4);
    require("njnt", model.integer("njnt"), 3);
    require("ngeom", model.integer("ngeom"), 4);
    require("nmocap", model.integer("nmocap"), 0);
    require("nuserdata", model.integer("nuserdata"), 5);
    require("opt.timestep", model.number("opt.timestep"), TIME_STEP);
    require("opt.gravity", model.inlineNumbers("opt.gravity").get(2), GRAVITY);
    require("opt.iterations", model.integer("opt.iterations"), 77);
    require("opt.integrator", model.integer("opt.integrator"), layout.number("mjINT_RK4"));
  }

  private void checkModel(StructView model) {
    new PointerRange(model, "mjModel").check(this::wrong);
    require("body_mass", model.numbers("body_mass", 4).get(1), 2);
    requireAll("qpos0", model.numbers("qpos0", 3), BALL_AT);
    require("body_jntadr", model.integers("body_jntadr", 4).get(2), 1);
    require("body_dofnum", model.integers("body_dofnum", 4).get(1), 6);
    require("jnt_bodyid", model.integers("jnt_bodyid", 3).get(2), 3);
    require("jnt_qposadr", model.integers("jnt_qposadr", 3).get(2), 8);
    require("jnt_range", model.numbers("jnt_range", 6).get(3), 1.25);
    require("dof_damping", model.numbers("dof_damping", 8).get(6), 0.125);
    require("dof_armature", model.numbers("dof_armature", 8).get(6), 0.375);
    require("geom_bodyid", model.integers("geom_bodyid", 4).get(3), 3);
    require("geom_friction", model.numbers("geom_friction", 12).get(3), 0.625);
    require("actuator_gainprm", model.numbers("actuator_gainprm", 10).get(0), 12.5);
    require("actuator_biasprm", model.numbers("actuator_biasprm", 10).get(1), -12.5);
    require("actuator_forcerange", model.numbers("actuator_forcerange", 2).get(1), 4.5);
    require("key_time", model.numbers("key_time", 1).get(0), 0.75);
    int body = layout.number("mjOBJ_BODY");
    int actuator = layout.number("mjOBJ_ACTUATOR");
    require("name of a body", calls.mj_name2id(model.address(), body, "arm"), 2);
    require("name of an actuator", calls.mj_name2id(model.address(), actuator, "servo"), 0);
  }

  private void checkStart(StructView data) {
    require("time", data.number("time"), 0);
    new PointerRange(data, "mjData").check(this::wrong);
    requireAll("qpos", data.numbers("qpos", 3), BALL_AT);
  }

  /** Free fall over one step: v = g h; the order of the integrator decides on the position. */
  private void checkStep(StructView data) {
    require("time after a step", data.number("time"), TIME_STEP);
    DoubleBuffer v = data.numbers("qvel", 8);
    near("speed after a step", v.get(2), GRAVITY * TIME_STEP);
    near("height after a step", data.numbers("qpos", 3).get(2), 3 + fall());
    require(
        "warnings",
        data.inline("warning").getInt(layout.field("mjWarningStat.number").offset()),
        0);
  }

  private static double fall() {
    return GRAVITY * TIME_STEP * TIME_STEP / 2;
  }

  private void checkContact(StructView model, StructView data) {
    calls.mj_resetData(model.address(), data.address());
    calls.mj_forward(model.address(), data.address());
    require("number of contacts", data.integer("ncon"), 1);
    StructView contact = data.element("contact", "mjContact", 0);
    near("contact.dist", contact.number("dist"), -TOUCH_DEPTH);
    near("contact.frame", contact.inlineNumbers("frame").get(2), 1);
    require("contact.geom1", contact.integer("geom1"), 0);
    require("contact.geom2", contact.integer("geom2"), 3);
    require("contact.dim", contact.integer("dim"), 3);
    double[] wrench = new double[6];
    calls.mj_contactForce(model.address(), data.address(), 0, wrench);
    if (!(wrench[0] > 0)) {
      throw wrong("contact force", wrench[0], "more than 0");
    }
  }

  private void require(String what, double found, double expected) {
    if (found != expected) {
      throw wrong(what, found, String.valueOf(expected));
    }
  }

  private void near(String what, double found, double expected) {
    if (!(Math.abs(found - expected) < 1e-9)) {
      throw wrong(what, found, String.valueOf(expected));
    }
  }

  private void requireAll(String what, DoubleBuffer found, double[] expected) {
    for (int i = 0; i < expected.length; i++) {
      require(what + "[" + i + "]", found.get(i), expected[i]);
    }
  }

  private ComponentUnavailableException wrong(String what, double found, String expected) {
    return refused(path, layout, what + " was read as " + found + " instead of " + expected);
  }

  private static ComponentUnavailableException refused(Path path, Layout layout, String reason) {
    return new ComponentUnavailableException(
        "the MuJoCo library "
            + path
            + " does not behave as version "
            + layout.version()
            + ", which it says it is: "
            + reason,
        "it may be a development build or modified; use a released library: "
            + LibrarySearch.REMEDY);
  }
}
