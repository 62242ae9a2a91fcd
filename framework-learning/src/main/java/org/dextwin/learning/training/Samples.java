package org.dextwin.learning.training;

/**
 * Pairs of inputs and targets, by number; they may be cut out of larger recordings on demand.
 *
 * <p><i>Thread safety</i>: thread-safe.
 */
public interface Samples {

  /**
   * Returns how many samples there are.
   *
   * @return number of samples
   */
  int size();

  /**
   * Copies a sample.
   *
   * @param index its number
   * @param inputs where to write the inputs
   * @param inputsAt first index to write
   * @param targets where to write the targets
   * @param targetsAt first index to write
   */
  void read(int index, float[] inputs, int inputsAt, float[] targets, int targetsAt);

  /**
   * Returns samples held in arrays.
   *
   * @param size number of samples
   * @param inputs row-major, shape (size, inputs); not copied
   * @param targets row-major, shape (size, targets); not copied
   * @return the samples
   */
  static Samples of(int size, float[] inputs, float[] targets) {
    int inputWidth = size == 0 ? 0 : inputs.length / size;
    int targetWidth = size == 0 ? 0 : targets.length / size;
    if (inputWidth * size != inputs.length || targetWidth * size != targets.length) {
      throw new IllegalArgumentException(
          size + " samples do not divide " + inputs.length + " and " + targets.length + " numbers");
    }
    return new Samples() {
      @Override
      public int size() {
        return size;
      }

      @Override
      public void read(
          int index, float[] toInputs, int inputsAt, float[] toTargets, int targetsAt) {
        System.arraycopy(inputs, index * inputWidth, toInputs, inputsAt, inputWidth);
        System.arraycopy(targets, index * targetWidth, toTargets, targetsAt, targetWidth);
      }
    };
  }

  /**
   * Returns some of the samples.
   *
   * @param indices their numbers
   * @return a view
   */
  default Samples subset(int[] indices) {
    Samples all = this;
    return new Samples() {
      @Override
      public int size() {
        return indices.length;
      }

      @Override
      public void read(int index, float[] inputs, int inputsAt, float[] targets, int targetsAt) {
        all.read(indices[index], inputs, inputsAt, targets, targetsAt);
      }
    };
  }
}
