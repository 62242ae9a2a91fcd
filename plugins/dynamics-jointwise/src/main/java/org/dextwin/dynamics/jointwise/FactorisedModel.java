package org.dextwin.dynamics.jointwise;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.dextwin.api.learning.DifferentiableDynamicsModel;
import org.dextwin.api.learning.DynamicsSpec;
import org.dextwin.kernels.DenseKernel;
import org.dextwin.learning.checkpoint.Checkpoint;
import org.dextwin.learning.checkpoint.TrainingFile;
import org.dextwin.learning.compute.Kernels;
import org.dextwin.learning.network.Weights;

/** One network per group of joints. */
final class FactorisedModel implements DifferentiableDynamicsModel {

  /** What checkpoints of models and of trainings are called. */
  static final String KIND = "dynamics-jointwise";

  private final DynamicsShape shape;
  private final DenseKernel kernel;
  private final List<GroupModel> groups = new ArrayList<>();

  private FactorisedModel(DynamicsShape shape, Kernels kernels) {
    this.shape = shape;
    kernel = kernels.open();
  }

  /** Puts a model together of the parts of each group. */
  FactorisedModel(
      DynamicsShape shape,
      IntFunction<GroupScaling> scalings,
      IntFunction<Weights> weights,
      Kernels kernels) {
    this(shape, kernels);
    List<List<Integer>> parts = shape.groups();
    for (int g = 0; g < parts.size(); g++) {
      groups.add(new GroupModel(shape, parts.get(g), scalings.apply(g), weights.apply(g), kernel));
    }
  }

  static FactorisedModel read(Path file, Kernels kernels) {
    return of(TrainingFile.readDone(file, KIND), kernels);
  }

  /** The model that stands in a checkpoint, of whatever kind. */
  static FactorisedModel of(Checkpoint checkpoint, Kernels kernels) {
    DynamicsShape shape = DynamicsShape.read(checkpoint);
    FactorisedModel model = new FactorisedModel(shape, kernels);
    List<List<Integer>> parts = shape.groups();
    for (int g = 0; g < parts.size(); g++) {
      model.groups.add(GroupModel.read(checkpoint, prefix(g), shape, parts.get(g), model.kernel));
    }
    return model;
  }

  void save(Checkpoint.Builder file) {
    shape.save(file);
    for (int g = 0; g < groups.size(); g++) {
      groups.get(g).save(file, prefix(g));
    }
  }

  private static String prefix(int group) {
    return "model." + group + ".";
  }

  DynamicsShape shape() {
    return shape;
  }

  GroupModel group(int index) {
    return groups.get(index);
  }

  @Override
  public DynamicsSpec spec() {
    return shape.spec();
  }

  @Override
  public float[] predict(float[] histories, int count) {
    Histories.require(spec(), histories, count);
    float[] next = new float[count * spec().joints().size()];
    groups.forEach(group -> group.predict(histories, count, next));
    return next;
  }

  @Override
  public float[] pullBack(float[] histories, float[] cotangents, int count) {
    Histories.require(spec(), histories, count);
    Histories.requireCotangents(spec(), cotangents, count);
    float[] pulled = new float[count * spec().historySize()];
    groups.forEach(group -> group.pullBack(histories, cotangents, count, pulled));
    return pulled;
  }

  @Override
  public void close() {
    kernel.close();
  }
}
