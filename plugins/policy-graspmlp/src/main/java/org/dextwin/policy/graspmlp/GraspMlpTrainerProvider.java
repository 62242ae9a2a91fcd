package org.dextwin.policy.graspmlp;

import org.dextwin.api.learning.PolicyTrainer;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.Settings;
import org.dextwin.learning.compute.Kernels;

/** Makes trainers of grasp policies. */
public final class GraspMlpTrainerProvider
    implements ComponentProvider<PolicyTrainer, GraspMlpConfig> {

  /** For the service loader. */
  public GraspMlpTrainerProvider() {}

  @Override
  public Class<PolicyTrainer> type() {
    return PolicyTrainer.class;
  }

  @Override
  public String name() {
    return GraspMlpPolicy.KIND;
  }

  @Override
  public GraspMlpConfig configure(Settings settings) {
    return settings.as(GraspMlpConfig.class);
  }

  @Override
  public PolicyTrainer create(GraspMlpConfig config, ComponentContext context) {
    return new GraspMlpTrainer(config, Kernels.best());
  }
}
