package org.dextwin.sim.semiimplicit;

import org.dextwin.sim.semiimplicit.internal.contact.ContactOptions;
import org.dextwin.sim.semiimplicit.internal.dynamics.JointOptions;

/**
 * Numerical choices of the engine.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param contact choices of contacts
 * @param joint choices of joints
 */
record EngineOptions(ContactOptions contact, JointOptions joint) {}
