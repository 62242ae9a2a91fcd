package org.dextwin.testkit.sim;

import java.util.Arrays;

/** All states of a rollout in dual numbers, samples one after another. */
final class Rollout {

  private final Dual[] allQ;
  private final Dual[] allV;
  private final int nq;
  private final int nv;

  /** Takes over the arrays without copying. */
  Rollout(Dual[] allQ, Dual[] allV, int nq, int nv) {
    this.allQ = allQ;
    this.allV = allV;
    this.nq = nq;
    this.nv = nv;
  }

  Dual[] allQ() {
    return allQ;
  }

  Dual[] allV() {
    return allV;
  }

  int nq() {
    return nq;
  }

  int nv() {
    return nv;
  }

  Dual[] lastQ() {
    return Arrays.copyOfRange(allQ, allQ.length - nq, allQ.length);
  }

  Dual[] lastV() {
    return Arrays.copyOfRange(allV, allV.length - nv, allV.length);
  }
}
