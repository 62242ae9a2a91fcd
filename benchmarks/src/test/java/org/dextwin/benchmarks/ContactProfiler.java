package org.dextwin.benchmarks;

import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.ScalarResult;

/** Puts the mean number of points of contact beside the time that JMH measures. */
public final class ContactProfiler implements InternalProfiler {

  static final String CONTACTS = "contacts";

  /** Of what this JVM measures: JMH makes profilers itself, and a JVM per set of parameters. */
  static double meanContacts;

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {}

  @Override
  public Collection<ScalarResult> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    return List.of(new ScalarResult(CONTACTS, meanContacts, "1/step", AggregationPolicy.AVG));
  }

  @Override
  public String getDescription() {
    return "mean number of points of contact per step";
  }
}
