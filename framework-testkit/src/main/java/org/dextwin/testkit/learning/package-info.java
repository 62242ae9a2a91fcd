/**
 * The contracts of tasks, policies, dynamics models and their trainers and of motion planners, and
 * fakes of them.
 */
@NullMarked
package org.dextwin.testkit.learning;

import org.jspecify.annotations.NullMarked;
