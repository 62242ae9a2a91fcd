package org.dextwin.export.lerobot;

/** No configuration. */
record NoKeys() {}
