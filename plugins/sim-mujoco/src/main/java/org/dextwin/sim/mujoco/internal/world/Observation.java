package org.dextwin.sim.mujoco.internal.world;

import java.nio.DoubleBuffer;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dextwin.api.math.Pose;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Twist;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.sim.ContactReport;
import org.dextwin.sim.mujoco.internal.engine.NativeData;
import org.dextwin.sim.mujoco.internal.engine.NativeModel;
import org.dextwin.sim.mujoco.internal.library.StructView;

/**
 * Poses, velocities and contacts of a state. After a step, MuJoCo's data holds those of the state
 * before it, and to evaluate them anew would change the warm start of the next step; so this works
 * on a copy, and looking changes nothing.
 *
 * <p><i>Thread safety</i>: confined.
 */
public final class Observation implements AutoCloseable {

  private final WorldMap map;
  private final NativeData data;
  private final int[] roots;
  private final IntBuffer geomBodies;
  private final DoubleBuffer position;
  private final DoubleBuffer rotation;
  private final DoubleBuffer velocity;
  private final DoubleBuffer subtreeCenter;

  /**
   * Makes a work space.
   *
   * @param map what is where
   * @param model the model
   */
  public Observation(WorldMap map, NativeModel model) {
    this.map = map;
    this.data = new NativeData(model);
    int nbody = model.count("nbody");
    IntBuffer parents = model.integers("body_parentid", nbody);
    this.roots = new int[nbody];
    for (int body = 0; body < nbody; body++) {
      roots[body] = parents.get(body) == 0 ? body : roots[parents.get(body)];
    }
    this.geomBodies = model.integers("geom_bodyid", model.count("ngeom"));
    this.position = data.numbers("xpos", 3 * nbody);
    this.rotation = data.numbers("xquat", 4 * nbody);
    this.velocity = data.numbers("cvel", 6 * nbody);
    this.subtreeCenter = data.numbers("subtree_com", 3 * nbody);
  }

  /**
   * Looks at a state.
   *
   * @param state the data to look at; not changed
   * @param wrenches what acts on it from outside
   */
  public void observe(NativeData state, Wrenches wrenches) {
    data.guarded(
        () -> {
          data.copy(state);
          wrenches.apply(data);
          data.forward();
        });
  }

  /**
   * Returns the pose of a body.
   *
   * @param name name of a body or link
   * @return X_WB
   */
  public Pose pose(String name) {
    int body = map.body(name);
    double[] q = new double[4];
    rotation.get(4 * body, q);
    return Pose.inWorld(name, vector(position, 3 * body), Quat.of(q, 0));
  }

  /**
   * Returns the velocity of a body: MuJoCo's is that of the point of the body which is at the
   * centre of mass of its whole tree.
   *
   * @param name name of a body or link
   * @return V_WB_W
   */
  public Twist twist(String name) {
    int body = map.body(name);
    Vec3 angular = vector(velocity, 6 * body);
    Vec3 atCenter = vector(velocity, 6 * body + 3);
    Vec3 arm = vector(position, 3 * body).minus(vector(subtreeCenter, 3 * roots[body]));
    return new Twist(Pose.WORLD, name, angular, atCenter.plus(angular.cross(arm)));
  }

  /**
   * Returns the contacts. MuJoCo's normal points from its first geom to its second, and its force
   * acts on the second; so the second is the first here.
   *
   * @return the contacts
   */
  public ContactReport contacts() {
    int count = data.struct().integer("ncon");
    double[] wrenches = new double[NativeData.WRENCH * count];
    if (count > 0) {
      data.guarded(() -> readForces(count, wrenches));
    }
    List<ContactReport.Contact> contacts = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      StructView contact = data.struct().element("contact", "mjContact", i);
      contacts.add(contact(contact, Vec3.of(wrenches, NativeData.WRENCH * i)));
    }
    return new ContactReport(contacts);
  }

  private void readForces(int count, double[] wrenches) {
    double[] wrench = new double[NativeData.WRENCH];
    for (int i = 0; i < count; i++) {
      Arrays.fill(wrench, 0);
      data.contactForce(i, wrench);
      System.arraycopy(wrench, 0, wrenches, NativeData.WRENCH * i, NativeData.WRENCH);
    }
  }

  /** The rows of the frame are the normal and two tangents; force = frame^T f. */
  private ContactReport.Contact contact(StructView contact, Vec3 f) {
    DoubleBuffer frame = contact.inlineNumbers("frame");
    Vec3 normal = vector(frame, 0);
    Vec3 force =
        normal.times(f.x()).plus(vector(frame, 3).times(f.y())).plus(vector(frame, 6).times(f.z()));
    return new ContactReport.Contact(
        owner(contact.integer("geom2")),
        owner(contact.integer("geom1")),
        vector(contact.inlineNumbers("pos"), 0),
        normal,
        -contact.number("dist"),
        force);
  }

  /** Soft bodies of 3.0 and later touch without a geom. */
  private String owner(int geom) {
    return geom < 0 ? "flex" : map.bodyName(geomBodies.get(geom));
  }

  private static Vec3 vector(DoubleBuffer numbers, int i) {
    return new Vec3(numbers.get(i), numbers.get(i + 1), numbers.get(i + 2));
  }

  @Override
  public void close() {
    data.close();
  }
}
