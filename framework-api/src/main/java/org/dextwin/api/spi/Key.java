package org.dextwin.api.spi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Documents and restricts one component of a configuration record. The key is the component's name
 * in kebab-case ({@code timeStepS} is {@code time-step-s}); its unit is the name's suffix. A
 * component of type {@link java.util.Optional} may be missing, one with {@link #byDefault} has a
 * fallback, every other one is required.
 *
 * <p>Types: {@code double int long boolean String}, enums (constants in kebab-case), {@link
 * java.nio.file.Path} (see {@link #path}), {@link org.dextwin.api.math.Vec3} (a list of three
 * numbers), {@link org.dextwin.api.math.Quat} (a list of four, w first), {@link ComponentRef},
 * records, {@code List} and {@code Optional} of these, and {@code Map<String, X>} for blocks with
 * free keys.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Key {

  /** Stands for "no fallback: the key is required". */
  String REQUIRED = "\0required";

  /**
   * What the key means, in one or two sentences.
   *
   * @return the documentation
   */
  String doc();

  /**
   * The fallback, as it would be written in a configuration file.
   *
   * @return the fallback, or {@link #REQUIRED}
   */
  String byDefault() default REQUIRED;

  /**
   * Smallest number allowed.
   *
   * @return inclusive bound
   */
  double atLeast() default Double.NEGATIVE_INFINITY;

  /**
   * Largest number allowed.
   *
   * @return inclusive bound
   */
  double atMost() default Double.POSITIVE_INFINITY;

  /**
   * Number that must be exceeded.
   *
   * @return exclusive lower bound
   */
  double above() default Double.NEGATIVE_INFINITY;

  /**
   * Number that must not be reached.
   *
   * @return exclusive upper bound
   */
  double below() default Double.POSITIVE_INFINITY;

  /**
   * What a path must lead to; core checks it after the whole configuration is read.
   *
   * @return the kind of path
   */
  PathKind path() default PathKind.ANY;
}
