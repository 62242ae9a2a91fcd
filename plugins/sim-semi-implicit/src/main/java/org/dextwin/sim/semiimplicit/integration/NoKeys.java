package org.dextwin.sim.semiimplicit.integration;

/** The configuration of an integrator that has nothing to configure. */
record NoKeys() {}
