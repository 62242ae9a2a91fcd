package org.dextwin.sim.mujoco.internal.library;

import org.jspecify.annotations.Nullable;

/**
 * The functions, bound by JNA's direct mapping. Such a class is bound to one library for ever, so
 * {@link CallBinding} defines it anew for each.
 */
final class DirectEngineCalls implements EngineCalls {

  DirectEngineCalls() {}

  @Override
  public native int mj_version();

  @Override
  public native long mj_loadXML(String file, long vfs, byte[] error, int size);

  @Override
  public native void mj_deleteModel(long model);

  @Override
  public native long mj_makeData(long model);

  @Override
  public native void mj_deleteData(long data);

  @Override
  public native void mj_resetData(long model, long data);

  @Override
  public native long mj_copyData(long target, long model, long source);

  @Override
  public native void mj_step(long model, long data);

  @Override
  public native void mj_forward(long model, long data);

  @Override
  public native void mj_setConst(long model, long data);

  @Override
  public native int mj_name2id(long model, int type, String name);

  @Override
  public native @Nullable String mj_id2name(long model, int type, int id);

  @Override
  public native void mj_contactForce(long model, long data, int contact, double[] wrench);
}
