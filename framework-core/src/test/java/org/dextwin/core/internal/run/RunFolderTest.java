package org.dextwin.core.internal.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.dextwin.core.internal.run.RunFolder.Existing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {

  private static final LocalDateTime NOON = LocalDateTime.of(2026, 1, 2, 12, 0, 5);

  @TempDir private Path temp;

  @Test
  void makesMissingFoldersAndTakesExistingOnes() throws Exception {
    Path missing = temp.resolve("a/b/c");
    try (RunFolder folder = open(missing, Existing.REFUSE)) {
      assertThat(folder.path()).isEqualTo(missing).isDirectory();
      assertThat(folder.isResumed()).isFalse();
      Files.writeString(missing.resolve("notes.txt"), "mine");
    }
    try (RunFolder folder = open(missing, Existing.REFUSE)) {
      assertThat(folder.kept()).containsExactly("notes.txt");
    }
  }

  @Test
  void givesEachNewRunAFolderOfItsOwn() {
    Path first = RunFolder.fresh(temp, "probe", NOON);
    Path second = RunFolder.fresh(temp, "probe", NOON);

    assertThat(temp.relativize(first)).hasToString("runs/20260102-120005-probe");
    assertThat(temp.relativize(second)).hasToString("runs/20260102-120005-probe-2");
  }

  @Test
  void findsTheNewestRunOfAName() throws Exception {
    run(RunFolder.fresh(temp, "probe", NOON));
    Path newer = RunFolder.fresh(temp, "probe", NOON.plusDays(1));
    run(newer);
    run(RunFolder.fresh(temp, "other", NOON.plusDays(2)));
    RunFolder.fresh(temp, "probe", NOON.plusDays(3)); // holds no run yet

    assertThat(RunFolder.newest(temp, "probe")).contains(newer);
    assertThat(RunFolder.newest(temp, "missing")).isEmpty();
  }

  @Test
  void refusesAnEarlierRunAndNamesTheWaysOut() throws Exception {
    run(temp);

    assertThatThrownBy(() -> open(temp, Existing.REFUSE))
        .isInstanceOf(RunFolderException.class)
        .hasMessageContainingAll("already holds a run (done)", "--resume", "--overwrite", "--out");
  }

  @Test
  void doesNotReplaceFilesOfTheUser() throws Exception {
    Files.writeString(temp.resolve("config.conf"), "mine = 1");

    assertThatThrownBy(() -> open(temp, Existing.OVERWRITE))
        .isInstanceOf(RunFolderException.class)
        .hasMessageContaining("config.conf");
    assertThat(temp.resolve("config.conf")).hasContent("mine = 1");
  }

  @Test
  void overwritesTheRunAndNothingElse() throws Exception {
    Files.writeString(temp.resolve("notes.txt"), "mine");
    run(temp);
    Files.createDirectories(temp.resolve("plots"));
    Files.writeString(temp.resolve("plots/a.png"), "x");
    Files.writeString(temp.resolve("checkpoint.bin"), "of the experiment");

    try (RunFolder folder = open(temp, Existing.OVERWRITE)) {
      assertThat(folder.isResumed()).isFalse();
      assertThat(temp).isDirectoryNotContaining("glob:**/{plots,checkpoint.bin,result.json}");
      assertThat(temp.resolve("notes.txt")).hasContent("mine");
    }
  }

  @Test
  void doesNotDeleteWhatTheRunNeeds() throws Exception {
    run(temp);
    Path config = Files.writeString(temp.resolve("box.conf"), "x");

    assertThatThrownBy(() -> RunFolder.open(temp, Existing.OVERWRITE, List.of(config)))
        .isInstanceOf(RunFolderException.class)
        .hasMessageContaining("box.conf");
    assertThat(config).exists();
    assertThat(temp.resolve("result.json")).exists();
  }

  @Test
  void doesNotGuessWhatToDeleteWithoutProvenance() throws Exception {
    run(temp);
    Files.writeString(temp.resolve("provenance.json"), "{ torn");

    assertThatThrownBy(() -> open(temp, Existing.OVERWRITE))
        .isInstanceOf(RunFolderException.class)
        .hasMessageContaining("provenance.json");
  }

  @Test
  void letsOneAtATimeIn() throws Exception {
    try (RunFolder folder = open(temp, Existing.REFUSE)) {
      assertThat(FolderLock.isHeld(folder.path())).isTrue();
      assertThatThrownBy(() -> open(temp, Existing.RESUME))
          .isInstanceOf(RunFolderException.class)
          .hasMessageContaining("in use");
      assertThat(FolderLock.isHeld(folder.path())).isTrue();
    }
    assertThat(FolderLock.isHeld(temp)).isFalse();
    open(temp, Existing.REFUSE).close();
  }

  @Test
  void removesWhatItMadeForARunThatDidNotBegin() throws Exception {
    Path missing = temp.resolve("a");
    open(missing, Existing.REFUSE).close();
    assertThat(missing).doesNotExist();
    RunFolder fresh = RunFolder.openFresh(temp, "probe", NOON, List.of());
    assertThat(fresh.path()).isDirectory();
    fresh.close();
    assertThat(temp.resolve("runs")).isEmptyDirectory();

    open(temp, Existing.REFUSE).close();
    assertThat(temp).isDirectory();
    try (RunFolder folder = open(missing, Existing.REFUSE)) {
      Files.writeString(folder.path().resolve("notes.txt"), "of somebody");
    }
    assertThat(missing.resolve("notes.txt")).exists();
  }

  @Test
  void refusesAFile() throws Exception {
    Path file = Files.writeString(temp.resolve("file"), "x");

    assertThatThrownBy(() -> open(file, Existing.REFUSE))
        .isInstanceOf(RunFolderException.class)
        .hasMessageContaining("is a file");
  }

  private static RunFolder open(Path folder, Existing existing) {
    return RunFolder.open(folder, existing, List.of());
  }

  private static void run(Path path) {
    try (TestRun run = TestRun.in(path)) {
      run.execute(context -> {});
    }
  }
}
