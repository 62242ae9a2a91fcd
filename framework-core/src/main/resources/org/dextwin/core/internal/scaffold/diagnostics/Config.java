package @package@;

/** Diagnostics run without a configuration, so there are no keys. */
record @Class@Config() {}
