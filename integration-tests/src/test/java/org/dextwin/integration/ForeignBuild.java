package org.dextwin.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Builds projects outside of DexTwin's own build: offline, against the artifacts of this build. For
 * that it makes a Maven repository of links into the real one, with this build's artifacts in place
 * of whatever is installed there.
 */
final class ForeignBuild implements AutoCloseable {

  private static final Path ARTIFACTS = Path.of(System.getProperty("dextwin.artifacts"));
  private static final String VERSION = System.getProperty("dextwin.version");
  private static final String GROUP = "dextwin";
  private static final long LONGEST_MINUTES = 10;

  private final Path repository;

  ForeignBuild(Path folder) throws IOException {
    repository = folder.resolve("repository");
    Path real = Path.of(System.getProperty("dextwin.repository"));
    linkAllBut("org", real, repository);
    linkAllBut(GROUP, real.resolve("org"), repository.resolve("org"));
    try (Stream<Path> artifacts = Files.list(ARTIFACTS)) {
      for (Path artifact : artifacts.toList()) {
        String file = artifact.getFileName().toString();
        String id = file.substring(0, file.indexOf("-" + VERSION));
        Path target =
            Files.createDirectories(
                repository.resolve("org/" + GROUP).resolve(id).resolve(VERSION));
        Files.copy(artifact, target.resolve(file));
      }
    }
  }

  private static void linkAllBut(String name, Path real, Path links) throws IOException {
    Files.createDirectories(links);
    try (Stream<Path> children = Files.list(real)) {
      for (Path child : children.toList()) {
        if (!child.getFileName().toString().equals(name)) {
          Files.createSymbolicLink(links.resolve(child.getFileName()), child);
        }
      }
    }
  }

  /** Builds and tests projects in one go; fails with what Maven says. */
  void verify(Path folder, List<String> modules) throws IOException, InterruptedException {
    StringBuilder pom = new StringBuilder("<project><modelVersion>4.0.0</modelVersion>\n");
    pom.append("<groupId>all</groupId><artifactId>all</artifactId><version>1</version>\n");
    pom.append("<packaging>pom</packaging><modules>\n");
    modules.forEach(module -> pom.append("<module>").append(module).append("</module>\n"));
    Files.writeString(folder.resolve("pom.xml"), pom.append("</modules></project>\n"));
    Path log = folder.resolve("maven.log");
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("dextwin.maven"), "bin", "mvn").toString(),
                "-B",
                "-o",
                "--fail-at-end",
                "-Dstyle.color=never",
                "-Dmaven.repo.local=" + repository,
                "verify")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    // Maven starts a JVM per project, each of which ends before the second compiler pays off.
    builder
        .environment()
        .merge("JAVA_TOOL_OPTIONS", String.join(" ", Dextwin.SHORT_LIVED), (a, b) -> a + " " + b);
    Process maven = builder.start();
    try {
      assertThat(maven.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)).as("Maven ends").isTrue();
      assertThat(maven.exitValue())
          .as("exit code of Maven, which says:%n%s", Files.readString(log))
          .isZero();
    } finally {
      maven.destroyForcibly();
    }
  }

  /** Deletes the links, and nothing that they lead to. */
  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.walk(repository)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
