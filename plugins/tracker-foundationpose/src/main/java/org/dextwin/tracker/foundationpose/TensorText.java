package org.dextwin.tracker.foundationpose;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Collects the numbers of a tensor that Python printed over several lines, such as {@code
 * tensor([[[ 1.0000e+00, -0.5, ...]]], device='cuda:0')}. What follows the last bracket (device,
 * type, gradient) is no number of it.
 */
final class TensorText {

  private static final Pattern TOKEN =
      Pattern.compile(
          "[\\[\\]]|[-+]?(?:nan|inf|(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?)|[^\\s,]");

  private static final String OPENING = "tensor(";

  private final List<Double> numbers = new ArrayList<>();
  private int depth;
  private boolean opened;

  /**
   * Reads one line.
   *
   * @param line the line
   * @return what is wrong with it; empty if nothing is
   */
  String add(String line) {
    String text = line.strip();
    if (!opened && text.indexOf('[') < 0) {
      return ""; // some other line before the tensor
    }
    if (!opened && text.startsWith(OPENING)) {
      text = text.substring(OPENING.length());
    }
    Matcher tokens = TOKEN.matcher(text);
    while (!isComplete() && tokens.find()) {
      String token = tokens.group();
      switch (token) {
        case "[" -> {
          depth++;
          opened = true;
        }
        case "]" -> depth--;
        default -> {
          if (depth <= 0 || !isNumber(token)) {
            return "'" + token + "' in '" + line.strip() + "' is not part of a matrix";
          }
          numbers.add(number(token));
        }
      }
    }
    return "";
  }

  /** Says whether the last bracket was closed. */
  boolean isComplete() {
    return opened && depth <= 0;
  }

  List<Double> numbers() {
    return numbers;
  }

  private static boolean isNumber(String token) {
    char last = token.charAt(token.length() - 1);
    return Character.isDigit(last) || last == '.' || token.endsWith("nan") || token.endsWith("inf");
  }

  private static double number(String token) {
    if (token.endsWith("nan")) {
      return Double.NaN;
    }
    if (token.endsWith("inf")) {
      return token.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    return Double.parseDouble(token);
  }
}
