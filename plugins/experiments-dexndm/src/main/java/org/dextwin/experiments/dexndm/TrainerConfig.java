package org.dextwin.experiments.dexndm;

import org.dextwin.api.learning.DynamicsTrainer;
import org.dextwin.api.spi.ComponentRef;
import org.dextwin.api.spi.Key;

/**
 * A trainer of dynamics models.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param name its name in reports
 * @param trainer the trainer
 */
record TrainerConfig(
    @Key(doc = "Its name in reports, in kebab-case.") String name,
    @Key(doc = "The trainer.") ComponentRef<DynamicsTrainer> trainer) {}
