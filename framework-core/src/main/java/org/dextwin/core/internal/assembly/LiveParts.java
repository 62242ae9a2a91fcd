package org.dextwin.core.internal.assembly;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.random.RandomGenerator;
import org.dextwin.api.spi.Component;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentProvider;
import org.dextwin.api.spi.ComponentRef;
import org.dextwin.api.spi.ComponentUnavailableException;
import org.dextwin.api.spi.InvalidInputException;
import org.jspecify.annotations.Nullable;

/** The components of a plan: all of them, or none. */
public final class LiveParts implements AutoCloseable {

  private final Plan plan;
  private final Findings findings;
  private final Map<String, Component> made = new LinkedHashMap<>();
  private final Map<String, Part> parts = new LinkedHashMap<>();

  /** Paths of the components that asked for random streams. */
  private final Set<String> random = new HashSet<>();

  private LiveParts(Plan plan, Findings findings) {
    this.plan = plan;
    this.findings = findings;
  }

  /**
   * Makes the components of a plan in their order. If one cannot be made, those before it are
   * closed in reverse order.
   *
   * @param plan the plan
   * @param findings where they keep what they find out
   * @throws ComponentUnavailableException if this machine lacks something
   * @throws InvalidInputException if an input file is wrong
   * @throws CreationException if a component fails otherwise
   */
  public static LiveParts of(Plan plan, Findings findings) {
    LiveParts live = new LiveParts(plan, findings);
    try {
      plan.parts().forEach(live::make);
      return live;
    } catch (Throwable failure) {
      live.closeAll().forEach(failure::addSuppressed);
      throw failure;
    }
  }

  private void make(Part part) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    // Libraries inside a plugin look for their services in its loader, not in the host's.
    thread.setContextClassLoader(part.offer().provider().getClass().getClassLoader());
    try {
      Component component = create(part.offer().provider(), part);
      if (!part.offer().role().isInstance(component)) {
        throw new CreationException(part.label() + " made " + component);
      }
      made.put(part.path(), component);
      parts.put(part.path(), part);
    } catch (ComponentUnavailableException
        | InvalidInputException
        | CancellationException
        | CreationException e) {
      throw e; // says all there is to say
    } catch (RuntimeException | LinkageError e) {
      throw new CreationException(part.label() + " cannot be made: " + e, e);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** The configuration was made by the same provider, so its type fits. */
  @SuppressWarnings("unchecked")
  private <C> @Nullable Component create(ComponentProvider<?, C> provider, Part part) {
    return provider.create((C) part.configuration(), new Context(part));
  }

  private Part part(String path) {
    return Objects.requireNonNull(parts.get(path));
  }

  /** Returns the components by path, in the order of their creation. */
  public Map<String, Component> byPath() {
    return made;
  }

  /** Closes the components in reverse order, all of them even if one fails. */
  @Override
  public void close() {
    List<Throwable> failures = closeAll();
    if (!failures.isEmpty()) {
      CreationException first =
          new CreationException(String.valueOf(failures.get(0).getMessage()), failures.get(0));
      failures.subList(1, failures.size()).forEach(first::addSuppressed);
      throw first;
    }
  }

  private List<Throwable> closeAll() {
    List<Throwable> failures = new ArrayList<>();
    List<String> paths = new ArrayList<>(made.keySet());
    for (int i = paths.size() - 1; i >= 0; i--) {
      Component component = made.remove(paths.get(i));
      try {
        if (component != null) {
          component.close();
        }
      } catch (RuntimeException | LinkageError e) {
        failures.add(new CreationException(paths.get(i) + " cannot be closed: " + e, e));
      }
    }
    return failures;
  }

  /** What one component may ask for while it is made. */
  private final class Context implements ComponentContext {

    private final Part part;

    Context(Part part) {
      this.part = part;
    }

    @Override
    public <D extends Component> D resolve(ComponentRef<D> reference) {
      Component component = Objects.requireNonNull(made.get(requireReferred(reference)));
      if (!reference.role().isInstance(component)) {
        Part target = parts.get(reference.path());
        throw new CreationException(
            part.label()
                + " needs a "
                + reference.role().getSimpleName()
                + ", which "
                + (target == null ? reference.path() : target.label())
                + " is not; choose another provider");
      }
      return reference.role().cast(component);
    }

    private String requireReferred(ComponentRef<?> reference) {
      String path = reference.path();
      if (!made.containsKey(path) || !part.references().contains(path)) {
        throw new CreationException(
            part.label()
                + " asks for '"
                + path
                + "', but its configuration only refers to "
                + part.references());
      }
      return path;
    }

    @Override
    public RandomGenerator random(String stream) {
      random.add(part.path());
      return RandomStreams.of(plan.seed(), part.path(), stream);
    }

    @Override
    public Optional<Path> findings(List<ComponentRef<?>> references) {
      List<Part> on =
          references.stream().map(this::requireReferred).map(LiveParts.this::part).toList();
      return findings.folder(plan, part, on, random);
    }
  }
}
