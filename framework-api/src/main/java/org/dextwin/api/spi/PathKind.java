package org.dextwin.api.spi;

/** What a path of the configuration must lead to. */
public enum PathKind {
  /** An existing, readable file. */
  FILE,
  /** An existing, readable folder. */
  FOLDER,
  /** An existing, readable file or folder. */
  FILE_OR_FOLDER,
  /** Anything, also nothing yet. */
  ANY
}
