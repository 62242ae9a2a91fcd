package org.dextwin.sim.mujoco.internal.library;

import org.jspecify.annotations.Nullable;

/**
 * The functions of MuJoCo that are needed, under their own names; models and data are addresses.
 * They trust their arguments: a wrong one ends the process. All but {@code mj_version} may end in
 * an engine error, so they are called on a {@link NativeThread} alone.
 *
 * <p><i>Thread safety</i>: as MuJoCo's: one thread at a time for one data; any number share a model
 * that none changes.
 */
@SuppressWarnings("checkstyle:MethodName")
public interface EngineCalls {

  /**
   * Returns the version of the library.
   *
   * @return see {@link org.dextwin.sim.mujoco.internal.layout.EngineVersion}
   */
  int mj_version();

  /**
   * Reads and compiles a model.
   *
   * @param file path of the MJCF or URDF file
   * @param vfs 0
   * @param error overwritten by a message that ends with a zero byte
   * @param size length of error
   * @return address of the model, or 0
   */
  long mj_loadXML(String file, long vfs, byte[] error, int size);

  /**
   * Releases a model.
   *
   * @param model its address
   */
  void mj_deleteModel(long model);

  /**
   * Makes data of a model, at its start.
   *
   * @param model its address
   * @return address of the data, or 0
   */
  long mj_makeData(long model);

  /**
   * Releases data.
   *
   * @param data its address
   */
  void mj_deleteData(long data);

  /**
   * Puts data back to the start.
   *
   * @param model address of the model
   * @param data address of the data
   */
  void mj_resetData(long model, long data);

  /**
   * Copies data.
   *
   * @param target address of the data to overwrite
   * @param model address of the model of both
   * @param source address of the data to copy
   * @return target
   */
  long mj_copyData(long target, long model, long source);

  /**
   * Advances by one step.
   *
   * @param model address of the model
   * @param data address of the data
   */
  void mj_step(long model, long data);

  /**
   * Evaluates everything at the present state.
   *
   * @param model address of the model
   * @param data address of the data
   */
  void mj_forward(long model, long data);

  /**
   * Computes what the model holds for its initial configuration again.
   *
   * @param model address of the model
   * @param data address of data to work in; overwritten
   */
  void mj_setConst(long model, long data);

  /**
   * Finds a thing by name.
   *
   * @param model address of the model
   * @param type value of a {@code mjOBJ_} constant
   * @param name its name
   * @return its index, or -1
   */
  int mj_name2id(long model, int type, String name);

  /**
   * Returns the name of a thing.
   *
   * @param model address of the model
   * @param type value of a {@code mjOBJ_} constant
   * @param id its index
   * @return its name, or null if it has none
   */
  @Nullable String mj_id2name(long model, int type, int id);

  /**
   * Returns the force and torque of a contact in its frame.
   *
   * @param model address of the model
   * @param data address of the data
   * @param contact index of the contact
   * @param wrench force, then torque; shape (6); overwritten
   */
  void mj_contactForce(long model, long data, int contact, double[] wrench);
}
