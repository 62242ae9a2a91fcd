package org.dextwin.core.internal.report;

/**
 * The style sheet of the report: follows the reader's light or dark setting, and prints on white.
 */
final class PageStyle {

  static final String CSS =
      """
      :root { color-scheme: light dark; --ink: #222; --paper: #fff; --soft: #666; --line: #ddd;
        --good: #1a7f4b; --bad: #b3261e; --warn: #8a5a00; --shade: #f6f6f6; }
      @media screen and (prefers-color-scheme: dark) {
        :root { --ink: #e6e6e6; --paper: #17191c; --soft: #a0a0a0; --line: #3a3d42;
          --good: #5cc98f; --bad: #ff8a80; --warn: #e6b450; --shade: #202327; } }
      body { margin: 0; background: var(--paper); color: var(--ink);
        font: 16px/1.5 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
      main { max-width: 72rem; margin: 0 auto; padding: 1.5rem 1.25rem 4rem; }
      h1 { font-size: 1.8rem; margin: 0 0 .3rem; }
      h2 { font-size: 1.2rem; margin: 0 0 .4rem; }
      header { border-bottom: 1px solid var(--line); margin-bottom: 1.5rem; }
      section, details { margin: 0 0 2rem; }
      p { margin: 0 0 .7rem; white-space: pre-line; }
      .status { font-weight: 600; margin-right: .6rem; color: var(--warn); }
      .status.done { color: var(--good); }
      .status.failed { color: var(--bad); }
      .error { border-left: 4px solid var(--bad); background: var(--shade);
        padding: .7rem 1rem; margin-bottom: 2rem; }
      .error pre { white-space: pre-wrap; margin: 0; }
      .wide { overflow-x: auto; }
      table { border-collapse: collapse; font-variant-numeric: tabular-nums; font-size: .95rem; }
      th, td { text-align: left; vertical-align: top; padding: .3rem .9rem .3rem 0;
        border-bottom: 1px solid var(--line); }
      thead th { color: var(--soft); font-weight: 600; border-bottom-width: 2px; }
      tbody th { font-weight: 600; white-space: nowrap; }
      td { overflow-wrap: break-word; }
      td.number, th.number { text-align: right; white-space: nowrap; }
      figure { margin: 0; background: #fff; border: 1px solid var(--line); border-radius: 4px; }
      figure svg { display: block; width: 100%; height: auto; }
      summary { cursor: pointer; font-size: 1.2rem; font-weight: 600; margin-bottom: .5rem; }
      details pre { background: var(--shade); padding: .8rem; overflow-x: auto; font-size: .85rem; }
      @media print {
        body { font-size: 10.5pt; } main { max-width: none; padding: 0; }
        section, figure, tr { break-inside: avoid; } .wide { overflow: visible; } }
      """;

  private PageStyle() {}
}
