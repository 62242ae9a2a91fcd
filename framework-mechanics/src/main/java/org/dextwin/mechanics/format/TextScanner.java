package org.dextwin.mechanics.format;

import java.nio.charset.StandardCharsets;
import org.dextwin.api.spi.InvalidInputException;

/** Walks through the lines of a text file and the words of each line. */
final class TextScanner {

  /** Longest line that is read; a polygon of a few thousand corners fits. */
  static final int MAX_LINE_BYTES = 1 << 16;

  private final MeshSource source;
  private final byte[] bytes;
  private int line;
  private int lineStart;
  private int lineEnd;
  private int next;
  private int position;

  TextScanner(MeshSource source, int start, int firstLine) {
    this.source = source;
    this.bytes = source.bytes();
    this.next = start;
    this.line = firstLine - 1;
  }

  /** Moves to the next line; lines end with LF, CR LF or CR. */
  boolean nextLine() {
    if (next >= bytes.length) {
      return false;
    }
    line++;
    lineStart = next;
    int end = next;
    while (end < bytes.length && bytes[end] != '\n' && bytes[end] != '\r') {
      end++;
    }
    if (end - lineStart > MAX_LINE_BYTES) {
      throw problem(
          "the line has "
              + (end - lineStart)
              + " bytes; at most "
              + MAX_LINE_BYTES
              + " are read; is this a text file?");
    }
    next = end + 1;
    if (end + 1 < bytes.length && bytes[end] == '\r' && bytes[end + 1] == '\n') {
      next = end + 2;
    }
    lineEnd = end;
    position = lineStart;
    return true;
  }

  /** Returns the next word of the line; empty at its end. */
  String word() {
    while (position < lineEnd && isBlank(bytes[position])) {
      position++;
    }
    int start = position;
    while (position < lineEnd && !isBlank(bytes[position])) {
      position++;
    }
    return new String(bytes, start, position - start, StandardCharsets.ISO_8859_1);
  }

  private static boolean isBlank(byte c) {
    return c == ' ' || c == '\t' || c == '\f' || c == 0x0b;
  }

  /** Returns the next word of the file, moving on to later lines; empty at the end of the file. */
  String wordAcrossLines() {
    String word = word();
    while (word.isEmpty() && nextLine()) {
      word = word();
    }
    return word;
  }

  /** Returns the next word of the line as a finite number. */
  double number(String what) {
    return number(word(), what);
  }

  double number(String word, String what) {
    double value;
    try {
      value = Double.parseDouble(word);
    } catch (NumberFormatException e) {
      throw problem("found " + quoted(word) + "; expected " + what + ", a number");
    }
    char last = word.charAt(word.length() - 1);
    if (!Double.isFinite(value) || !(Character.isDigit(last) || last == '.')) {
      throw problem("found " + quoted(word) + "; expected " + what + ", a finite number");
    }
    return value;
  }

  int line() {
    return line;
  }

  /** Returns the offset of the first byte that is not read yet. */
  int offset() {
    return position;
  }

  /** Returns the offset of the first byte after the current line. */
  int nextOffset() {
    return next;
  }

  InvalidInputException problem(String message) {
    return problemIn(Math.max(1, line), message);
  }

  InvalidInputException problemIn(int line, String message) {
    return source.problemInLine(line, message);
  }

  static String quoted(String word) {
    if (word.isEmpty()) {
      return "the end of the line";
    }
    StringBuilder shown = new StringBuilder("'");
    for (int i = 0; i < Math.min(40, word.length()); i++) {
      char c = word.charAt(i);
      shown.append(c > ' ' && c < 127 ? c : '?');
    }
    return shown.append(word.length() > 40 ? "...'" : "'").toString();
  }
}
