package org.dextwin.testkit;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/** Replaces one method of an object behind an interface. */
public final class Intercept {

  private Intercept() {}

  /** What happens in place of the method. */
  @FunctionalInterface
  public interface Behaviour {
    @Nullable Object of(Call call) throws Throwable;
  }

  /** A call that was intercepted. */
  public static final class Call {

    private final Object target;
    private final Method method;
    private final @Nullable Object[] arguments;

    Call(Object target, Method method, @Nullable Object[] arguments) {
      this.target = target;
      this.method = method;
      this.arguments = arguments;
    }

    /** Returns what was called. */
    public Object target() {
      return target;
    }

    /** Returns what it was called with. */
    public @Nullable Object[] arguments() {
      return arguments;
    }

    /** An argument. */
    public <A> A argument(int index, Class<A> type) {
      return type.cast(arguments[index]);
    }

    /** Does what the method does. */
    public @Nullable Object proceed() throws Throwable {
      return proceedWith(arguments);
    }

    /** Does what the method does with other arguments. */
    public @Nullable Object proceedWith(@Nullable Object... changed) throws Throwable {
      try {
        return method.invoke(target, changed);
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
    }
  }

  /** Returns an object whose method behaves otherwise; the others are those of the target. */
  public static <T> T method(Class<T> type, T target, String name, Behaviour behaviour) {
    InvocationHandler handler =
        (proxy, method, arguments) -> {
          Call call = new Call(target, method, arguments == null ? new Object[0] : arguments);
          return method.getName().equals(name) ? behaviour.of(call) : call.proceed();
        };
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
