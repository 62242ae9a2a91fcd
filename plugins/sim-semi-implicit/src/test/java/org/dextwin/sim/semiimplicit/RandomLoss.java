package org.dextwin.sim.semiimplicit;

import java.util.Random;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.sim.ConfigurationSpace;
import org.dextwin.api.sim.ControlSequence;
import org.dextwin.api.sim.DifferentiableSimulation;
import org.dextwin.api.sim.MotionState;
import org.dextwin.api.sim.ParameterGradient;
import org.dextwin.api.sim.Sensitivities;
import org.dextwin.api.sim.SimulationState;
import org.dextwin.api.sim.StateCotangents;
import org.dextwin.api.sim.Trajectory;

/**
 * A loss that weighs every number of every so many states at random: the displacement of q from a
 * fixed configuration, and v.
 */
final class RandomLoss {

  private final ConfigurationSpace space;
  private final double[][] weights;
  private final MotionState state;

  RandomLoss(ConfigurationSpace space, int samples, int stride) {
    this.space = space;
    this.state = new MotionState(space);
    this.weights = new double[samples][2 * space.nv()];
    var random = new Random(11);
    for (int sample = 0; sample < samples; sample += stride) {
      weights[sample] = random.doubles(2L * space.nv(), -1, 1).toArray();
    }
  }

  double value(
      DifferentiableSimulation simulation, SimulationState start, ControlSequence controls) {
    simulation.restore(start);
    return value(simulation.rollout(controls));
  }

  /** Sum of weights times (body-fixed image of a vector, position, joint) and velocities. */
  double value(Trajectory trajectory) {
    double sum = 0;
    for (int sample = 0; sample < trajectory.samples(); sample++) {
      trajectory.read(sample, state);
      double[] w = weights[sample];
      for (int b = 0; b < space.bodies(); b++) {
        double[] image = image(b);
        for (int i = 0; i < 3; i++) {
          sum += w[6 * b + i] * image[i] + w[6 * b + 3 + i] * state.q()[7 * b + 4 + i];
        }
      }
      for (int j = 0; j < space.joints(); j++) {
        sum += w[6 * space.bodies() + j] * state.q()[7 * space.bodies() + j];
      }
      for (int i = 0; i < space.nv(); i++) {
        sum += w[space.nv() + i] * state.v()[i];
      }
    }
    return sum;
  }

  ParameterGradient gradient(DifferentiableSimulation simulation, ControlSequence controls) {
    Trajectory trajectory = simulation.rollout(controls);
    var cotangents = new StateCotangents(trajectory);
    for (int sample = 0; sample < trajectory.samples(); sample++) {
      trajectory.read(sample, state);
      for (int i = 0; i < space.nv(); i++) {
        cotangents.addPosition(sample, i, positionWeight(sample, i));
        cotangents.addVelocity(sample, i, weights[sample][space.nv() + i]);
      }
    }
    return simulation.backward(trajectory, cotangents);
  }

  /** Derivative of the loss along one parameter. */
  double along(Sensitivities sensitivities, int parameter) {
    double sum = 0;
    Trajectory trajectory = sensitivities.trajectory();
    for (int sample = 0; sample < trajectory.samples(); sample++) {
      trajectory.read(sample, state);
      for (int i = 0; i < space.nv(); i++) {
        sum += positionWeight(sample, i) * sensitivities.position(sample, parameter, i);
        sum += weights[sample][space.nv() + i] * sensitivities.velocity(sample, parameter, i);
      }
    }
    return sum;
  }

  /** d(w . R x) = (R x) x w along a rotation vector on the left. */
  private double positionWeight(int sample, int i) {
    double[] w = weights[sample];
    if (i >= 6 * space.bodies() || i % 6 >= 3) {
      return w[i];
    }
    int b = i / 6;
    double[] image = image(b);
    int j = (i % 6 + 1) % 3;
    int k = (i % 6 + 2) % 3;
    return image[j] * w[6 * b + k] - image[k] * w[6 * b + j];
  }

  private double[] image(int body) {
    double[] image = new double[3];
    Quat.of(state.q(), 7 * body).rotate(new Vec3(0.5, -0.3, 0.8)).copyTo(image, 0);
    return image;
  }
}
