package org.dextwin.experiments.dexndm;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.dextwin.api.experiment.Experiment;
import org.dextwin.api.experiment.ExperimentContext;
import org.dextwin.api.experiment.Item;
import org.dextwin.api.experiment.Progress;
import org.dextwin.api.experiment.Table;
import org.dextwin.api.experiment.Table.Column;
import org.dextwin.api.learning.Policy;
import org.dextwin.api.learning.PolicyTrainer;
import org.dextwin.api.learning.Task;
import org.dextwin.experiments.dexndm.RotateConfig.CaseConfig;
import org.dextwin.experiments.dexndm.RotateConfig.GaitConfig;
import org.dextwin.experiments.dexndm.RotateConfig.GeneralistConfig;
import org.dextwin.experiments.dexndm.internal.gait.GaitStudy;
import org.dextwin.experiments.dexndm.internal.gait.GaitTrials;
import org.dextwin.experiments.dexndm.internal.gait.Generalist;
import org.dextwin.experiments.dexndm.internal.gait.Teacher;
import org.dextwin.learning.compute.Workers;
import org.dextwin.learning.evaluation.Evaluation;
import org.dextwin.learning.evaluation.Evaluator;
import org.dextwin.learning.proprioception.Proprioception;
import org.dextwin.learning.proprioception.ProprioceptiveTask;
import org.dextwin.learning.rotation.RotationMeasures;
import org.dextwin.learning.statistics.Bootstrap.Statistic;
import org.dextwin.learning.training.Seeds;

/** Searches for finger gaits and plays them where they were not searched for. */
final class Rotate implements Experiment {

  /** Seeds of the trials are those of no search. */
  private static final int TRIALS = 1;

  private static final int SEARCH = 2;
  private static final int GENERALIST = 3;

  /** Name of the generalist's median as a part of its teacher's. */
  private static final String SHARE = "share_of_teacher_pct";

  private final RotateConfig config;
  private final Map<String, ProprioceptiveTask> tasks;
  private final Optional<PolicyTrainer> trainer;
  private final long seed;

  Rotate(
      RotateConfig config,
      Map<String, ProprioceptiveTask> tasks,
      Optional<PolicyTrainer> trainer,
      long seed) {
    this.config = config;
    this.tasks = tasks;
    this.trainer = trainer;
    this.seed = seed;
  }

  private ProprioceptiveTask task(String path) {
    ProprioceptiveTask task = tasks.get(path);
    if (task == null) {
      throw new IllegalStateException("no task at " + path);
    }
    return task;
  }

  @Override
  public void run(ExperimentContext context) {
    Map<String, GaitStudy.Result> found = new HashMap<>();
    Map<String, Item> rows = new LinkedHashMap<>();
    for (int i = 0; i < config.gaits().size(); i++) {
      GaitConfig gait = config.gaits().get(i);
      ProprioceptiveTask task = task(gait.task().path());
      long own = Seeds.derive(Seeds.derive(seed, SEARCH), i);
      GaitStudy.Result result = found(context, gait, task, own);
      found.put(gait.name(), result);
      rows.put(
          gait.name(), report(context, gait.name(), () -> specialist(context, gait, task, result)));
    }
    for (CaseConfig each : config.cases()) {
      GaitStudy.Result result = found.get(each.gait());
      if (result != null) {
        ProprioceptiveTask task = task(each.task().path());
        rows.put(
            each.name(),
            report(context, each.name(), () -> elsewhere(context, each, task, result)));
      }
    }
    List<Item> all = new ArrayList<>(rows.values());
    config
        .generalist()
        .ifPresent(it -> all.addAll(generalist(context, it, trainer.orElseThrow(), found, rows)));
    context.table(table(all));
    config.cells().map(CellTable::new).ifPresent(it -> cells(context, it, rows));
  }

  private static void cells(
      ExperimentContext context, CellTable table, Map<String, Item> measured) {
    List<Item> rows = table.rows(measured);
    rows.forEach(row -> context.log("cells", row));
    context.table(table.table(rows));
  }

  private GaitStudy.Result found(
      ExperimentContext context, GaitConfig gait, ProprioceptiveTask task, long own) {
    GaitStudy study = new GaitStudy(context, config.usedSearch(gait), gait.aim());
    return gait.file()
        .map(file -> GaitStudy.known(file, task.proprioception()))
        .orElseGet(() -> study.find(gait.name(), task, gait.start(), own));
  }

  /** Clones all gaits that turn and plays the clone where they were searched for. */
  private List<Item> generalist(
      ExperimentContext context,
      GeneralistConfig of,
      PolicyTrainer learner,
      Map<String, GaitStudy.Result> found,
      Map<String, Item> specialists) {
    List<Teacher> shown = new ArrayList<>();
    for (GaitConfig gait : config.gaits().stream().filter(GaitConfig::turns).toList()) {
      GaitStudy.Result result = Objects.requireNonNull(found.get(gait.name()));
      shown.add(new Teacher(gait.name(), task(gait.task().path()), result.gait(), of.noise()));
    }
    Generalist clone =
        new Generalist(
            context,
            learner,
            config.usedEpisodes(of),
            config.usedRounds(of),
            Seeds.derive(seed, GENERALIST));
    Optional<Path> checkpoints = clone.train(shown);
    if (checkpoints.isEmpty()) {
      context.note(
          "Generalist",
          "No gait held its object to the end of any episode, so there was nothing to clone: its"
              + " trials were not run. Search longer, such as with scale = paper-shape.");
    }
    List<Item> rows = new ArrayList<>();
    double shares = 0;
    for (Teacher teacher : shown) {
      Item specialist = Objects.requireNonNull(specialists.get(teacher.name()));
      double own = specialist.number(GaitTrials.MEDIAN).orElse(Double.NaN);
      Item row =
          report(
              context,
              "generalist-" + teacher.name(),
              () ->
                  checkpoints
                      .map(folder -> clonedTrials(context, teacher, learner, folder, own))
                      .orElseGet(() -> notRun(teacher)));
      shares += row.number(SHARE).orElse(Double.NaN);
      rows.add(row);
    }
    context.metric("generalist_" + SHARE, shares / shown.size());
    return rows;
  }

  private static Item notRun(Teacher teacher) {
    return Item.empty()
        .with("case", "generalist-" + teacher.name())
        .with("gait", teacher.name())
        .with(GaitTrials.MEDIAN, Item.NOT_RUN)
        .with(SHARE, Item.NOT_RUN);
  }

  private Item clonedTrials(
      ExperimentContext context,
      Teacher teacher,
      PolicyTrainer learner,
      Path checkpoints,
      double own) {
    try (Workers workers = Workers.ofThisMachine()) {
      GaitTrials trials = trials(workers, context);
      String name = "generalist-" + teacher.name();
      Evaluation played =
          play(
              context,
              trials,
              name,
              teacher.task(),
              () -> learner.load(checkpoints, teacher.task().spec()));
      return trials
          .describe(Item.empty().with("case", name).with("gait", teacher.name()), played)
          .with(SHARE, 100 * median(played) / own);
    }
  }

  private static Item report(ExperimentContext context, String name, Supplier<Item> work) {
    Item item = context.stage("case-" + name, work);
    context.item(item);
    item.number(GaitTrials.MEDIAN)
        .ifPresent(it -> context.metric(name.replace('-', '_') + "_" + GaitTrials.MEDIAN, it));
    item.number(GaitTrials.FULL)
        .ifPresent(it -> context.metric(name.replace('-', '_') + "_" + GaitTrials.FULL, it));
    return item;
  }

  private Item specialist(
      ExperimentContext context,
      GaitConfig gait,
      ProprioceptiveTask task,
      GaitStudy.Result result) {
    Proprioception body = task.proprioception();
    try (Workers workers = Workers.ofThisMachine()) {
      GaitTrials trials = trials(workers, context);
      Evaluation played = play(context, trials, gait.name(), task, () -> result.policy(body));
      Item item =
          trials.describe(Item.empty().with("case", gait.name()).with("gait", gait.name()), played);
      double median = median(played);
      if (gait.turns()) {
        Evaluation still =
            play(context, trials, gait.name() + " held still", task, () -> result.still(body));
        double nothing = median(still);
        item = item.with("null_median_rad", nothing).with("net_median_rad", median - nothing);
      }
      if (gait.fine().isPresent()) {
        ProprioceptiveTask fine = task(gait.fine().get().path());
        Evaluation finely =
            play(context, trials, gait.name() + " in fine steps", fine, () -> result.policy(body));
        double kept = gait.turns() ? 100 * median(finely) / median : Double.NaN;
        item =
            item.with("fine_median_rad", median(finely))
                .with("fine_kept_pct", kept)
                .with("fine_full_episodes", GaitTrials.full(finely));
      }
      return item.with("attempts", result.attempts()).with("search_seconds", result.seconds());
    }
  }

  private Item elsewhere(
      ExperimentContext context,
      CaseConfig each,
      ProprioceptiveTask task,
      GaitStudy.Result result) {
    try (Workers workers = Workers.ofThisMachine()) {
      GaitTrials trials = trials(workers, context);
      Evaluation played =
          play(context, trials, each.name(), task, () -> result.policy(task.proprioception()));
      return trials.describe(
          Item.empty().with("case", each.name()).with("gait", each.gait()), played);
    }
  }

  private GaitTrials trials(Workers workers, ExperimentContext context) {
    return new GaitTrials(
        new Evaluator(workers, context::checkCancelled),
        config.usedTrials(),
        Seeds.derive(seed, TRIALS));
  }

  private Evaluation play(
      ExperimentContext context,
      GaitTrials trials,
      String what,
      Task task,
      Supplier<Policy> policies) {
    try (Progress progress = context.progress(what, trials.trials())) {
      return trials.play(task, policies, progress);
    }
  }

  private static double median(Evaluation played) {
    return Statistic.MEDIAN.of(GaitTrials.last(played, RotationMeasures.ROT));
  }

  private static Table table(List<Item> rows) {
    List<Column> columns =
        List.of(
            Column.of("case", "case"),
            Column.of("trials", "n"),
            new Column(GaitTrials.MEDIAN, "turned [rad]", 1, 2),
            new Column("rot_low_rad", "low", 1, 2),
            new Column("rot_high_rad", "high", 1, 2),
            new Column("rot_least_rad", "least", 1, 2),
            Column.of(GaitTrials.FULL, "without a drop"),
            Column.of("fine_full_episodes", "in fine steps"),
            new Column("null_median_rad", "null [rad]", 1, 2),
            new Column(SHARE, "of its teacher [%]", 1, 0),
            new Column("fine_kept_pct", "kept in fine steps [%]", 1, 0),
            new Column("ttf", "TTF", 1, 2),
            new Column("rotr", "RotR", 1, 1),
            new Column("rotp", "RotP", 1, 2),
            new Column("penetration_mean_m", "penetration, mean [mm]", 1000, 2),
            new Column("penetration_worst_m", "worst [mm]", 1000, 1),
            new Column("self_overlap_mean_m", "hand in itself, mean [mm]", 1000, 1),
            new Column("self_overlap_worst_m", "worst [mm]", 1000, 1),
            new Column("search_seconds", "search [s]", 1, 0));
    return new Table(
        "Rotation within the hand",
        "Angle turned about the axis, median of all trials with a 95 % interval (bootstrap); the"
            + " null holds still where the gait moves about; trials differ in the object's place"
            + " and turn and the joints' start, none of which the search has seen.",
        columns.stream().filter(column -> isHeld(rows, column)).toList(),
        rows);
  }

  /** What was not asked for, such as a generalist, has no column. */
  private static boolean isHeld(List<Item> rows, Column column) {
    return rows.stream().anyMatch(row -> row.values().containsKey(column.key()));
  }

  @Override
  public void close() {
    // Tasks belong to the assembly.
  }
}
