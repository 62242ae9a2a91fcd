package org.dextwin.core.internal.cli;

import java.io.Console;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/** The program {@code dextwin}. */
public final class Main {

  private static final int DEFAULT_WIDTH = 80;

  private Main() {}

  /**
   * Runs a command and ends the process with its exit code.
   *
   * @param arguments words of the command line
   */
  public static void main(String[] arguments) {
    if (System.getProperty("java.awt.headless") == null) {
      System.setProperty("java.awt.headless", "true");
    }
    Environment environment =
        new Environment(
            writer(System.out), writer(System.err), isInteractive(), width(), Path.of(""));
    // What plugins print is no result of a command.
    System.setOut(System.err);
    // Plugins may have left threads behind, so returning would not end the process.
    System.exit(CommandTree.execute(environment, arguments));
  }

  /** UTF-8 wherever the console is not known to want something else. */
  @SuppressWarnings("SystemConsoleNull") // null is the one sign that older versions give
  private static PrintWriter writer(OutputStream stream) {
    Console console = System.console();
    boolean windows = System.getProperty("os.name", "").startsWith("Windows");
    Charset charset = windows && console != null ? console.charset() : StandardCharsets.UTF_8;
    return new PrintWriter(new OutputStreamWriter(stream, charset), true);
  }

  /** Newer Java versions have a console even where there is no terminal, and a method to tell. */
  @SuppressWarnings("SystemConsoleNull") // null is the one sign that older versions give
  private static boolean isInteractive() {
    Console console = System.console();
    if (console == null || System.getenv().getOrDefault("TERM", "").equals("dumb")) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }

  private static int width() {
    String columns = System.getenv().getOrDefault("COLUMNS", "").toLowerCase(Locale.ROOT);
    return columns.matches("[1-9][0-9]{1,3}") ? Integer.parseInt(columns) : DEFAULT_WIDTH;
  }
}
