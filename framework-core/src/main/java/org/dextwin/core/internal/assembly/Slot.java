package org.dextwin.core.internal.assembly;

import java.util.ArrayList;
import java.util.List;
import org.dextwin.api.spi.Component;
import org.dextwin.core.internal.config.Node;
import org.dextwin.core.internal.config.Origin;
import org.jspecify.annotations.Nullable;

/** A block of the configuration that stands for a component. */
final class Slot {

  /** A reference to another slot. */
  record Edge(String target, String key, Origin at) {}

  final String path;
  final Class<? extends Component> role;
  final Node node;

  /** True if the component is only needed by providers that are not selected. */
  final boolean idle;

  final List<Edge> edges = new ArrayList<>();

  /** What is made of the block; null if it has faults. */
  @Nullable Part part;

  /** The keys that the role itself declares; null if they have faults. */
  @Nullable Record options;

  Slot(String path, Class<? extends Component> role, Node node, boolean idle) {
    this.path = path;
    this.role = role;
    this.node = node;
    this.idle = idle;
  }

  String roleName() {
    return Roles.nameOf(role);
  }
}
