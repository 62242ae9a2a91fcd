package org.dextwin.api.spi;

/**
 * A checked reference to another block of the configuration.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param role the role of the component that is meant
 * @param path path of its block in the configuration, such as {@code hands.right}
 * @param <T> the role
 */
public record ComponentRef<T extends Component>(Class<T> role, String path) {}
