package org.dextwin.core.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressDisplayTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final AtomicLong nanos = new AtomicLong();

  @Test
  void saysAPlainLineNowAndThen() {
    try (var progress = display(false)) {
      for (int i = 0; i < 100; i++) {
        seconds(0.25);
        progress.advance(2);
      }
    }

    assertThat(err.toString().lines())
        .containsExactly(
            "simulate: 80/200 (40 %), 8.0/s, 15 s left",
            "simulate: 160/200 (80 %), 8.0/s, 5.0 s left",
            "simulate: 200/200 (100 %) in 25 s, 8.0/s");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void keepsQuietAboutShortWork() {
    try (var progress = display(false)) {
      seconds(0.5);
      progress.advance(200);
    }

    assertThat(err.toString()).isEmpty();
  }

  @Test
  void redrawsABarOnATerminal() {
    Terminal terminal = terminal(true);
    var progress = new ProgressDisplay("simulate", 200, terminal, nanos::get);
    seconds(1);
    progress.advance(50);
    progress.advance(1); // too early to draw again
    terminal.say("note");
    terminal.result("table\n");
    seconds(1);
    progress.close();
    progress.close();

    assertThat(err.toString())
        .isEqualTo(
            "simulate [------------------------] 0/200 (0 %)"
                + "\r\u001b[Ksimulate [######------------------] 50/200 (25 %), 50.0/s, 3.0 s left"
                + "\r\u001b[Knote\n"
                + "simulate [######------------------] 50/200 (25 %), 50.0/s, 3.0 s left"
                + "\r\u001b[K"
                + "simulate [######------------------] 50/200 (25 %), 50.0/s, 3.0 s left"
                + "\r\u001b[K"
                + "simulate: 51/200 (25 %) in 2.0 s, 25.5/s\n");
    assertThat(out.toString()).isEqualTo("table\n");
  }

  @Test
  void countsWorkOfUnknownLength() {
    try (var progress = new ProgressDisplay("collect", 0, terminal(false), nanos::get)) {
      seconds(20);
      progress.advance(5);
    }

    assertThat(err.toString()).startsWith("collect: 5, 4.0 s each\n");
  }

  @ParameterizedTest
  @CsvSource({"0.04, 0.0 s", "9.96, 10.0 s", "59.6, 1 min 00 s", "200, 3 min 20 s"})
  void saysTimesShort(double seconds, String text) {
    assertThat(ProgressDisplay.duration(seconds)).isEqualTo(text);
  }

  @Test
  void saysLongTimesInHours() {
    assertThat(ProgressDisplay.duration(2 * 3600 + 5 * 60)).isEqualTo("2 h 05 min");
  }

  private ProgressDisplay display(boolean interactive) {
    return new ProgressDisplay("simulate", 200, terminal(interactive), nanos::get);
  }

  private Terminal terminal(boolean interactive) {
    return new Terminal(new PrintWriter(out), new PrintWriter(err), interactive, 120);
  }

  private void seconds(double seconds) {
    nanos.addAndGet((long) (seconds * 1e9));
  }
}
