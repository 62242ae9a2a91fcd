package org.dextwin.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.dextwin.api.spi.Diagnostics;
import org.junit.jupiter.api.Test;

/**
 * What every diagnosis keeps: it needs no configuration, works on any machine, and says what to do
 * about what it finds missing.
 *
 * <p><i>Thread safety</i>: confined; JUnit makes one instance per test.
 *
 * @param <C> the configuration record
 */
public abstract class DiagnosticsContract<C> extends ProviderContract<Diagnostics, C> {

  /** For subclasses. */
  protected DiagnosticsContract() {}

  @Override
  protected final Map<String, Object> validSettings() {
    return Map.of();
  }

  @Test
  final void somethingIsExamined() {
    assertThat(create().examine()).as("findings").isNotEmpty();
  }

  @Test
  final void findingsSayWhatWasFound() {
    for (Diagnostics.Finding finding : create().examine()) {
      assertThat(finding.subject()).as("subject of %s", finding).isNotBlank();
      assertThat(finding.detail()).as("detail of %s", finding).isNotBlank();
    }
  }

  @Test
  final void remedyIsGivenWhereNeeded() {
    for (Diagnostics.Finding finding : create().examine()) {
      boolean healthy = finding.health() == Diagnostics.Health.OK;
      assertThat(finding.remedy().isBlank()).as("%s has no remedy", finding).isEqualTo(healthy);
    }
  }

  @Test
  final void examiningChangesNothing() {
    Diagnostics diagnostics = create();
    List<Diagnostics.Finding> first = diagnostics.examine();
    assertThat(diagnostics.examine()).as("second look").isEqualTo(first);
  }
}
