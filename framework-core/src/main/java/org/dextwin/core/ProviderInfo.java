package org.dextwin.core;

import java.util.List;
import org.dextwin.api.spi.KeyDoc;
import org.dextwin.api.spi.Role;
import org.dextwin.core.internal.plugin.Offer;

/**
 * A provider that a plugin offers.
 *
 * <p><i>Thread safety</i>: immutable.
 */
public final class ProviderInfo {

  private final Offer offer;

  ProviderInfo(Offer offer) {
    this.offer = offer;
  }

  /**
   * Returns the role it fills, such as {@code simulator}.
   *
   * @return name of the role
   */
  public String role() {
    return offer.roleName();
  }

  /**
   * Returns the name that configurations select it by.
   *
   * @return its name
   */
  public String name() {
    return offer.name();
  }

  /**
   * Returns the name of its class.
   *
   * @return the class name
   */
  public String className() {
    return offer.provider().getClass().getName();
  }

  /**
   * Describes the keys of its sub-block.
   *
   * @return the keys; empty if the provider does not read a record
   */
  public List<KeyDoc> keys() {
    return offer.configuration().map(KeyDoc::of).orElse(List.of());
  }

  /**
   * Describes the keys that all providers of its role have in common.
   *
   * @return the keys of the role's block
   */
  public List<KeyDoc> roleKeys() {
    return KeyDoc.of(offer.role().getAnnotation(Role.class).options());
  }
}
