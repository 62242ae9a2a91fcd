package org.dextwin.api.spi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an interface as a role of the system and names its block in configurations. A role block
 * holds {@code type}, the keys of {@link #options}, and one sub-block for each provider of the
 * role:
 *
 * <pre>{@code
 * simulator { type = semi-implicit, time-step-s = 0.002
 *   semi-implicit { integrator { type = rk4 } } }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Role {

  /**
   * Name of the role's own block, in kebab-case.
   *
   * @return the name
   */
  String value();

  /**
   * The record of keys that the role itself declares, the same for all its providers.
   *
   * @return a record class; {@link NoOptions} if there are none
   */
  Class<? extends Record> options() default NoOptions.class;

  /** The options of a role that declares none. */
  record NoOptions() {}
}
