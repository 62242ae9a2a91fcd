package org.dextwin.experiments.dexndm.internal.efficiency;

/** On what errors are measured, and the names of a cell's results. */
enum Errors {
  /** Other recordings of the kind that is learnt from. */
  IN_DOMAIN("in_domain", "the same distribution"),
  /** What the models are used for. */
  SHIFTED("shifted", "the shifted distribution");

  static final String FACTORISATION = "factorisation";
  static final String TRANSITIONS = "transitions";
  static final String DISTRIBUTION = "distribution";

  private final String prefix;
  private final String words;

  Errors(String prefix, String words) {
    this.prefix = prefix;
    this.words = words;
  }

  String oneStep() {
    return prefix + "_error";
  }

  String openLoop() {
    return prefix + "_open_loop_error";
  }

  String words() {
    return words;
  }
}
