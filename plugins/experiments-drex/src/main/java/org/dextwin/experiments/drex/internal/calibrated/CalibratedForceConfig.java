package org.dextwin.experiments.drex.internal.calibrated;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.sim.Simulator;
import org.dextwin.api.spi.ComponentRef;
import org.dextwin.api.spi.Key;
import org.dextwin.api.spi.PathKind;

/**
 * Settings of the calibrated-force method.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param world engine in which the pushes happen
 * @param engines engines in which the mass is identified
 * @param objects bodies of the first table
 * @param replicas bodies of one shape and several masses, of the second table
 * @param push the known force
 * @param tracker the tracker that watches
 */
public record CalibratedForceConfig(
    @Key(doc = "Engine in which the pushes happen; finer than those that identify.")
        ComponentRef<Simulator> world,
    @Key(doc = "Engines in which the mass is identified, one column each.")
        List<ComponentRef<Simulator>> engines,
    @Key(doc = "Bodies of the table of integrators (D-REX Table 5).") List<PushedObject> objects,
    @Key(doc = "One shape with several masses (D-REX Table 2).") Optional<Replicas> replicas,
    @Key(doc = "The known force.") Push push,
    @Key(doc = "What the pose tracker makes of the motion.") TrackerModel tracker) {

  /**
   * A body to identify.
   *
   * @param name name in tables
   * @param mesh its shape
   * @param massKg its true mass [kg]
   * @param paperKg what the paper identified for its object of this mass [kg]
   */
  public record PushedObject(
      @Key(doc = "Name in tables.") String name,
      @Key(doc = "Mesh of the body, in metres.", path = PathKind.FILE) Path mesh,
      @Key(doc = "True mass.", above = 0, atMost = 100) double massKg,
      @Key(doc = "What D-REX identified for its object of this mass, printed beside ours.")
          Optional<Double> paperKg) {}

  /**
   * Bodies of one shape with several masses.
   *
   * @param name name in tables
   * @param mesh the common shape
   * @param massesKg true masses [kg]
   * @param paperKg what the paper identified for each [kg]
   */
  public record Replicas(
      @Key(doc = "Name in tables.") String name,
      @Key(doc = "Mesh of the bodies, in metres.", path = PathKind.FILE) Path mesh,
      @Key(doc = "True masses.", above = 0, atMost = 100) List<Double> massesKg,
      @Key(doc = "What D-REX identified for each, printed beside ours.") List<Double> paperKg) {}

  /**
   * A half-sine pulse of force, straight up at a point of the body.
   *
   * @param peakN largest force [N]
   * @param durationS length of the pulse [s]
   * @param offsetM contact point from the centre of mass, in the mesh frame at the start [m]
   * @param watchS how long the body is watched [s]
   */
  public record Push(
      @Key(doc = "Largest force of the half-sine pulse.", above = 0) double peakN,
      @Key(doc = "Length of the pulse.", above = 0) double durationS,
      @Key(doc = "Contact point from the centre of mass, at the start.") Vec3 offsetM,
      @Key(doc = "How long the body is watched.", above = 0, atMost = 60) double watchS) {}

  /**
   * Rate and noise of a pose tracker.
   *
   * @param rateHz poses per second [Hz]
   * @param positionNoiseM standard deviation of each coordinate [m]
   * @param rotationNoiseRad standard deviation of each rotation-vector coordinate [rad]
   */
  public record TrackerModel(
      @Key(doc = "Poses per second.", above = 0) double rateHz,
      @Key(doc = "Standard deviation of each coordinate.", above = 0) double positionNoiseM,
      @Key(doc = "Standard deviation of each coordinate of the rotation vector.", above = 0)
          double rotationNoiseRad) {}
}
