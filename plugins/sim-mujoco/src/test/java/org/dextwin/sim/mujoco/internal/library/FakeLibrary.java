package org.dextwin.sim.mujoco.internal.library;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.dextwin.sim.mujoco.CCompiler;
import org.dextwin.sim.mujoco.internal.layout.Field;
import org.dextwin.sim.mujoco.internal.layout.Layout;

/**
 * A library in C that knows nothing but the model of the self-check, and keeps its structs as one
 * version of MuJoCo does; for versions that are not installed.
 */
final class FakeLibrary {

  /** Bytes of every array. */
  private static final int ARRAY = 4096;

  private final Layout layout;
  private final StringBuilder code = new StringBuilder();

  private FakeLibrary(Layout layout) {
    this.layout = layout;
  }

  /** Compiles a library with the structs of a layout that reports a version. */
  static Path compile(Path folder, Layout layout, int reportedVersion)
      throws IOException, InterruptedException {
    String source = new FakeLibrary(layout).source(reportedVersion);
    String name = "libmujoco-" + layout.version() + "-" + reportedVersion + ".so";
    return CCompiler.compile(folder, name, source, "-shared", "-fPIC");
  }

  private String source(int version) {
    line("#include <stdlib.h>");
    line("#include <string.h>");
    line("void (*mju_user_error)(const char*); void (*mju_user_warning)(const char*);");
    line("int mj_version(void) { return %d; }", version);
    line("#define AT(type, address) (*(type*)(address))");
    line("void mj_deleteModel(char* m) { free(m); }");
    line("void mj_deleteData(char* d) { free(d); }");
    line("void mj_setConst(char* m, char* d) {}");
    line("char* mj_copyData(char* t, char* m, char* d) { return t; }");
    line("const char* mj_id2name(char* m, int type, int id) { return 0; }");
    line("int mj_stateSize(char* m, int s) { return 0; }");
    line("void mj_getState(char* m, char* d, double* x, int s) {}");
    line("void mj_setState(char* m, char* d, double* x, int s) {}");
    line("int mj_name2id(char* m, int type, const char* name) {");
    line("  if (type == %d && !strcmp(name, \"arm\")) return 2;", layout.number("mjOBJ_BODY"));
    line(
        "  return type == %d && !strcmp(name, \"servo\") ? 0 : -1; }",
        layout.number("mjOBJ_ACTUATOR"));
    model();
    data();
    line("void mj_contactForce(char* m, char* d, int i, double* f) { f[0] = 1; }");
    return code.toString();
  }

  private void line(String format, Object... values) {
    code.append(String.format(java.util.Locale.ROOT, format, values)).append('\n');
  }

  private void model() {
    line("char* mj_loadXML(const char* file, void* vfs, char* error, int size) {");
    allocate("m", "mjModel");
    Map<String, Integer> counts =
        new TreeMap<>(
            Map.of("nq", 9, "nv", 8, "nu", 1, "nbody", 4, "njnt", 3, "ngeom", 4, "nuserdata", 5));
    counts.put("opt.iterations", 77);
    counts.put("opt.integrator", layout.number("mjINT_RK4"));
    counts.forEach((name, value) -> integer("m", "mjModel." + name, value));
    number("m", "mjModel.opt.timestep", 0, 0.0078125);
    number("m", "mjModel.opt.gravity", 2, -8);
    element("m", "mjModel.body_mass", "double", 1, 2);
    start("m", "mjModel.qpos0");
    element("m", "mjModel.body_jntadr", "int", 2, 1);
    element("m", "mjModel.body_dofnum", "int", 1, 6);
    element("m", "mjModel.jnt_bodyid", "int", 2, 3);
    element("m", "mjModel.jnt_qposadr", "int", 2, 8);
    element("m", "mjModel.jnt_range", "double", 3, 1.25);
    element("m", "mjModel.dof_damping", "double", 6, 0.125);
    element("m", "mjModel.dof_armature", "double", 6, 0.375);
    element("m", "mjModel.geom_bodyid", "int", 3, 3);
    element("m", "mjModel.geom_friction", "double", 3, 0.625);
    element("m", "mjModel.actuator_gainprm", "double", 0, 12.5);
    element("m", "mjModel.actuator_biasprm", "double", 1, -12.5);
    element("m", "mjModel.actuator_forcerange", "double", 1, 4.5);
    element("m", "mjModel.key_time", "double", 0, 0.75);
    line("  return m; }");
  }

  private void data() {
    line("void mj_resetData(char* m, char* d) {");
    number("d", "mjData.time", 0, 0);
    start("d", "mjData.qpos");
    line("}");
    line("char* mj_makeData(char* m) {");
    allocate("d", "mjData");
    line("  mj_resetData(m, d); return d; }");
    line("void mj_step(char* m, char* d) {");
    number("d", "mjData.time", 0, 0.0078125);
    element("d", "mjData.qvel", "double", 2, -8 * 0.0078125);
    element("d", "mjData.qpos", "double", 2, 3 - 4 * 0.0078125 * 0.0078125);
    line("}");
    line("void mj_forward(char* m, char* d) {");
    integer("d", "mjData.ncon", 1);
    line("  char* c = AT(char*, d + %d);", layout.field("mjData.contact").offset());
    number("c", "mjContact.dist", 0, -0.0625);
    number("c", "mjContact.frame", 2, 1);
    integer("c", "mjContact.geom2", 3);
    integer("c", "mjContact.dim", 3);
    line("}");
  }

  /** A struct and its arrays, in one block. */
  private void allocate(String variable, String struct) {
    Map<String, Field> pointers = new TreeMap<>();
    layout
        .fields()
        .forEach(
            (name, field) -> {
              if (field.pointer() && name.startsWith(struct + ".")) {
                pointers.put(name, field);
              }
            });
    int size = layout.number(struct);
    line("  char* %s = calloc(1, %d);", variable, size + 64 + ARRAY * pointers.size());
    int at = (size + 63) / 64 * 64;
    for (Field field : pointers.values()) {
      line("  AT(char*, %1$s + %2$d) = %1$s + %3$d;", variable, field.offset(), at);
      at += ARRAY;
    }
  }

  private void start(String variable, String array) {
    for (int i = 0; i < 3; i++) {
      element(variable, array, "double", i, i + 1);
    }
  }

  private void integer(String variable, String name, int value) {
    Field field = layout.field(name);
    String type = field.size() == Long.BYTES ? "long" : "int";
    line("  AT(%s, %s + %d) = %d;", type, variable, field.offset(), value);
  }

  private void number(String variable, String name, int index, double value) {
    int offset = layout.field(name).offset() + Double.BYTES * index;
    line("  AT(double, %s + %d) = %s;", variable, offset, Double.toString(value));
  }

  private void element(String variable, String name, String type, int index, double value) {
    int offset = layout.field(name).offset();
    line(
        "  AT(%1$s*, %2$s + %3$d)[%4$d] = %5$s;",
        type, variable, offset, index, Double.toString(value));
  }
}
