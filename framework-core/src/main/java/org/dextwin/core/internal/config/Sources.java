package org.dextwin.core.internal.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sources of one configuration. Typesafe Config only carries texts as origins, and joins those
 * of a concatenation to one text, first piece first. So each source has a mark as its text, from
 * which the source and the line are read back.
 */
final class Sources {

  private static final Pattern MARK = Pattern.compile("\u2983(\\d+)\u2984(?:: (\\d+))?");

  private final List<Source> sources = new ArrayList<>();

  Source add(String label, Path folder, boolean hasLines) {
    Source source = new Source(sources.size(), label, folder, hasLines);
    sources.add(source);
    return source;
  }

  String mark(Source source) {
    return "\u2983" + source.rank() + "\u2984";
  }

  /** Returns the first origin that a description names. */
  Optional<Origin> first(String description) {
    Matcher matcher = MARK.matcher(description);
    return matcher.find() ? Optional.of(origin(matcher)) : Optional.empty();
  }

  /** Returns the first file that a description names: a block is where its file opens it. */
  Optional<Origin> firstWithLine(String description) {
    return MARK.matcher(description)
        .results()
        .map(this::origin)
        .filter(origin -> origin.source().hasLines())
        .findFirst()
        .or(() -> first(description));
  }

  /** Replaces the marks in a message by the places they stand for. */
  String readable(String message) {
    return MARK.matcher(message)
        .replaceAll(match -> Matcher.quoteReplacement(origin(match).toString()));
  }

  private Origin origin(MatchResult matcher) {
    Source source = sources.get(Integer.parseInt(matcher.group(1)));
    String line = matcher.group(2);
    return new Origin(source, line == null ? 0 : Integer.parseInt(line));
  }
}
