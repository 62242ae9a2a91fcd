package org.dextwin.testkit.sim;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dextwin.api.sim.ConfigurationSpace;
import org.dextwin.api.sim.ControlSequence;
import org.dextwin.api.sim.DifferentiableSimulation;
import org.dextwin.api.sim.Parameter;
import org.dextwin.api.sim.ParameterGradient;
import org.dextwin.api.sim.Sensitivities;
import org.dextwin.api.sim.SimulationState;
import org.dextwin.api.sim.StateCotangents;
import org.dextwin.api.sim.Trajectory;

/** A world with gradients: one rollout in dual numbers for each direction. */
final class DifferentiableFakeSimulation extends FakeSimulation
    implements DifferentiableSimulation {

  DifferentiableFakeSimulation(FakeWorld world, double dt) {
    super(world, dt);
  }

  @Override
  public ParameterGradient backward(Trajectory trajectory, StateCotangents cotangents) {
    ControlSequence controls = trajectory.controls();
    Dual[] q = constants(trajectory.start().q());
    Dual[] v = constants(trajectory.start().v());
    int nv = v.length;

    Map<String, Double> parameters = new HashMap<>();
    for (Parameter parameter : world.parameters()) {
      Rollout rollout = rollOut(controls, q, v, direction(parameter.name()), -1);
      parameters.put(parameter.name(), pair(rollout, cotangents, trajectory.samples()));
    }
    double[] initialPosition = new double[nv];
    double[] initialVelocity = new double[nv];
    for (int i = 0; i < nv; i++) {
      Rollout moved = rollOut(controls, displaced(q, i), v, theta(), -1);
      initialPosition[i] = pair(moved, cotangents, trajectory.samples());
      Dual[] pushed = v.clone();
      pushed[i] = new Dual(v[i].value(), 1);
      initialVelocity[i] =
          pair(rollOut(controls, q, pushed, theta(), -1), cotangents, trajectory.samples());
    }
    double[] targets = new double[controls.steps() * controls.actuators()];
    for (int i = 0; i < targets.length; i++) {
      targets[i] = pair(rollOut(controls, q, v, theta(), i), cotangents, trajectory.samples());
    }
    return new ParameterGradient(parameters, initialPosition, initialVelocity, targets);
  }

  @Override
  public Sensitivities sensitivities(ControlSequence controls, List<String> parameters) {
    SimulationState start = state();
    int nv = start.v().length;
    Dual[] q = constants(start.q());
    Dual[] v = constants(start.v());
    int samples = controls.steps() + 1;
    double[] dq = new double[samples * parameters.size() * nv];
    double[] dv = new double[samples * parameters.size() * nv];
    for (int p = 0; p < parameters.size(); p++) {
      Rollout rollout = rollOut(controls, q, v, direction(parameters.get(p)), -1);
      for (int sample = 0; sample < samples; sample++) {
        int at = (sample * parameters.size() + p) * nv;
        System.arraycopy(tangent(rollout, sample), 0, dq, at, nv);
        for (int i = 0; i < nv; i++) {
          dv[at + i] = rollout.allV()[sample * nv + i].slope();
        }
      }
    }
    return new Sensitivities(rollout(controls), parameters, dq, dv);
  }

  private Dual[] direction(String parameter) {
    Dual[] theta = theta();
    int index = indexOf(parameter);
    theta[index] = new Dual(theta[index].value(), 1);
    return theta;
  }

  /** q with the slope of one tangent direction, rotations applied on the left. */
  private Dual[] displaced(Dual[] q, int index) {
    Dual[] out = q.clone();
    int bodies = world.free().size();
    int body = index / ConfigurationSpace.BODY_NV;
    if (body >= bodies) {
      int at = ConfigurationSpace.BODY_NQ * bodies + index - ConfigurationSpace.BODY_NV * bodies;
      out[at] = new Dual(q[at].value(), 1);
      return out;
    }
    int iq = ConfigurationSpace.BODY_NQ * body;
    int axis = index % ConfigurationSpace.BODY_NV;
    if (axis >= 3) {
      out[iq + 1 + axis] = new Dual(q[iq + 1 + axis].value(), 1);
      return out;
    }
    Dual[] rotation = {Dual.ZERO, Dual.ZERO, Dual.ZERO};
    rotation[axis] = new Dual(0, 1);
    DualQuat.exp(DualVec3.of(rotation, 0)).times(DualQuat.of(q, iq)).copyTo(out, iq);
    return out;
  }

  /** Derivative of a loss along the direction of a rollout: the sum of cotangent times tangent. */
  private static double pair(Rollout rollout, StateCotangents cotangents, int samples) {
    int nv = rollout.nv();
    double sum = 0;
    for (int sample = 0; sample < samples; sample++) {
      double[] qBar = new double[nv];
      double[] vBar = new double[nv];
      cotangents.accumulate(sample, qBar, vBar);
      double[] dq = tangent(rollout, sample);
      for (int i = 0; i < nv; i++) {
        sum += qBar[i] * dq[i] + vBar[i] * rollout.allV()[sample * nv + i].slope();
      }
    }
    return sum;
  }

  private static double[] tangent(Rollout rollout, int sample) {
    int nq = rollout.nq();
    int nv = rollout.nv();
    int bodies = nq - nv;
    double[] tangent = new double[nv];
    for (int body = 0; body < bodies; body++) {
      int iq = sample * nq + ConfigurationSpace.BODY_NQ * body;
      int iv = ConfigurationSpace.BODY_NV * body;
      System.arraycopy(DualQuat.of(rollout.allQ(), iq).leftTangent(), 0, tangent, iv, 3);
      for (int axis = 0; axis < 3; axis++) {
        tangent[iv + 3 + axis] = rollout.allQ()[iq + 4 + axis].slope();
      }
    }
    for (int i = ConfigurationSpace.BODY_NV * bodies; i < nv; i++) {
      tangent[i] = rollout.allQ()[sample * nq + bodies + i].slope();
    }
    return tangent;
  }
}
