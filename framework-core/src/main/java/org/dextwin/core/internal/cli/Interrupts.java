package org.dextwin.core.internal.cli;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hears Ctrl-C and requests to terminate while it is open.
 *
 * <p>The JDK has no supported way to hear a signal, only shutdown hooks, which end the process with
 * a code of their own and are deaf to a second Ctrl-C. The class {@code sun.misc.Signal} of module
 * jdk.unsupported is called by reflection, because compilers warn of it; without it Ctrl-C ends the
 * process at once, which leaves a readable run too.
 */
final class Interrupts implements AutoCloseable {

  private static final List<String> SIGNALS = List.of("INT", "TERM", "HUP");

  /** A signal, and the handler that it had before. */
  private record Previous(Object signal, Object handler) {}

  private final List<Previous> previous = new ArrayList<>();

  private Interrupts() {}

  /** Calls an action, on another thread, for each signal. */
  static Interrupts on(Runnable action) {
    Interrupts interrupts = new Interrupts();
    for (String name : SIGNALS) {
      interrupts.hear(name, action);
    }
    return interrupts;
  }

  @Override
  public void close() {
    for (Previous signal : previous) {
      try {
        handle().invoke(null, signal.signal(), signal.handler());
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("a signal handler that was set cannot be set back", e);
      }
    }
    previous.clear();
  }

  private void hear(String name, Runnable action) {
    try {
      Object signal = signalClass().getConstructor(String.class).newInstance(name);
      Class<?> handlerClass = Class.forName("sun.misc.SignalHandler");
      Object handler =
          Proxy.newProxyInstance(
              Interrupts.class.getClassLoader(),
              new Class<?>[] {handlerClass},
              (proxy, method, arguments) -> answer(proxy, method, arguments, action));
      previous.add(new Previous(signal, handle().invoke(null, signal, handler)));
    } catch (InvocationTargetException | ClassNotFoundException e) {
      // The system has no such signal, or keeps it for itself.
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("sun.misc.Signal is not what it was", e);
    }
  }

  private static @Nullable Object answer(
      Object proxy, Method method, Object[] arguments, Runnable action) {
    return switch (method.getName()) {
      case "handle" -> {
        action.run();
        yield null;
      }
      case "hashCode" -> System.identityHashCode(proxy);
      case "equals" -> proxy == arguments[0];
      default -> "dextwin signal handler";
    };
  }

  private static Class<?> signalClass() throws ClassNotFoundException {
    return Class.forName("sun.misc.Signal");
  }

  private static Method handle() throws ReflectiveOperationException {
    return signalClass()
        .getMethod("handle", signalClass(), Class.forName("sun.misc.SignalHandler"));
  }
}
