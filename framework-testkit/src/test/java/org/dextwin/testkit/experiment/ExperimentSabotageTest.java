package org.dextwin.testkit.experiment;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.dextwin.api.experiment.Experiment;
import org.dextwin.api.experiment.ExperimentContext;
import org.dextwin.api.experiment.Item;
import org.dextwin.api.experiment.Plot;
import org.dextwin.api.experiment.Progress;
import org.dextwin.api.experiment.Table;
import org.dextwin.testkit.FakeProvider;
import org.dextwin.testkit.Intercept;
import org.dextwin.testkit.Intercept.Behaviour;
import org.dextwin.testkit.Sabotage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every test of the experiment contract sees the fault that it is there for. */
class ExperimentSabotageTest {

  @TestFactory
  Stream<DynamicTest> faultsAreSeen() {
    return Sabotage.tests(FakeExperimentTest.class, all());
  }

  @Test
  void everyTestHasASabotage() {
    Sabotage.assertAllSabotaged(ExperimentContract.class, all());
  }

  private static List<Sabotage> all() {
    AtomicInteger clock = new AtomicInteger();
    return List.of(
        running("resultsAreReported", "does nothing", call -> nothing()),
        reporting(
            "sameSeedGivesTheSameResults",
            "a time among the results",
            "item",
            call ->
                call.proceedWith(
                    call.argument(0, Item.class).with("time", clock.incrementAndGet()))),
        reporting(
            "sameSeedGivesTheSameResults",
            "a metric of its own seed",
            "metric",
            call -> call.proceedWith(call.arguments()[0], (double) clock.incrementAndGet())),
        reporting("cancellingStopsTheRun", "never looks", "checkCancelled", call -> nothing()),
        running(
            "cancellingStopsTheRun",
            "ends as if done",
            call -> {
              try {
                return call.proceed();
              } catch (CancellationException swallowed) {
                return nothing();
              }
            }),
        running("resumedRunGivesTheSameResults", "reports only new stages", call -> onlyNew(call)),
        reporting(
            "progressAddsUpAndEnds",
            "announces one unit too many",
            "progress",
            call -> call.proceedWith(call.arguments()[0], (long) call.arguments()[1] + 1)),
        reporting(
            "progressAddsUpAndEnds",
            "display left open",
            "progress",
            call ->
                Intercept.method(
                    Progress.class, (Progress) call.proceed(), "close", close -> nothing())),
        reporting(
            "tablesShowWhatTheirRowsHold",
            "a column of a misspelled value",
            "table",
            call -> {
              Table table = call.argument(0, Table.class);
              return call.proceedWith(
                  new Table(
                      table.title(),
                      table.caption(),
                      List.of(Table.Column.of("pip", "pips")),
                      table.rows()));
            }),
        reporting(
            "plotsAreDistinctAndDrawn",
            "two plots of one name",
            "plot",
            call -> {
              call.proceed();
              return call.proceed();
            }),
        reporting(
            "plotsAreDistinctAndDrawn",
            "nothing drawn",
            "plot",
            call -> {
              Plot p = call.argument(0, Plot.class);
              return call.proceedWith(
                  new Plot(p.name(), p.title(), p.xLabel(), p.yLabel(), p.yScale(), List.of()));
            }),
        running(
            "filesStayInTheRunFolder",
            "a file beside the run folder",
            call -> {
              ExperimentContext context = call.argument(0, ExperimentContext.class);
              Files.writeString(context.folder().resolveSibling("stray.txt"), "stray");
              return call.proceed();
            }));
  }

  private static @Nullable Object nothing() {
    return null;
  }

  private static Sabotage running(String test, String fault, Behaviour behaviour) {
    return new Sabotage(
        test,
        fault,
        FakeProvider.like(new FakeExperimentProvider())
            .withFault(
                experiment -> Intercept.method(Experiment.class, experiment, "run", behaviour)));
  }

  /** Changes what the experiment asks of its context. */
  private static Sabotage reporting(String test, String fault, String method, Behaviour behaviour) {
    return running(
        test,
        fault,
        call ->
            call.proceedWith(
                Intercept.method(
                    ExperimentContext.class,
                    call.argument(0, ExperimentContext.class),
                    method,
                    behaviour)));
  }

  /** Reports the items of stages that were worked in this run, and leaves out the others. */
  private static @Nullable Object onlyNew(Intercept.Call run) throws Throwable {
    List<Item> worked = new ArrayList<>();
    ExperimentContext context = run.argument(0, ExperimentContext.class);
    ExperimentContext watching =
        Intercept.method(
            ExperimentContext.class,
            context,
            "stage",
            call -> {
              Supplier<?> work = call.argument(1, Supplier.class);
              Supplier<Item> watched =
                  () -> {
                    Item item = (Item) work.get();
                    worked.add(item);
                    return item;
                  };
              return call.proceedWith(call.arguments()[0], watched);
            });
    return run.proceedWith(
        Intercept.method(
            ExperimentContext.class,
            watching,
            "item",
            call -> worked.contains(call.argument(0, Item.class)) ? call.proceed() : nothing()));
  }
}
