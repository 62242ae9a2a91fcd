package org.dextwin.core.internal.cli;

import picocli.CommandLine.IVersionProvider;

/** The version of DexTwin, as its jar says. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {"dextwin " + current()};
  }

  static String current() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
