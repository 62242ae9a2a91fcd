package org.dextwin.experiments.dexndm.internal.gait;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dextwin.api.learning.Demonstration;
import org.dextwin.api.learning.Environment;
import org.dextwin.api.learning.Policy;
import org.dextwin.experiments.dexndm.RatchetTask;
import org.dextwin.learning.proprioception.Proprioception;
import org.junit.jupiter.api.Test;

/** A teacher shows what it would do, whoever plays. */
class TeacherTest {

  private static final RatchetTask TASK = new RatchetTask();
  private static final Proprioception BODY = TASK.proprioception();

  /** The first joint goes up and down by 0.3 rad about its offset, the second stays at its own. */
  private static Gait gait(double first, double second) {
    return new Gait(new double[] {first, second, 0.3, 0, 0, 0, 0.4});
  }

  private static Teacher.Lesson show(Teacher teacher, Optional<Policy> learner) {
    try (Environment knob = TASK.open()) {
      return teacher.show(knob, learner, 3);
    }
  }

  private static float target(Demonstration step, int joint) {
    return step.observation()[BODY.targetAt(BODY.window() - 1, joint)];
  }

  @Test
  void whatATeacherPlaysIsDisturbedAndWhatItShowsIsTheWayBack() {
    Teacher exact = new Teacher("exact", TASK, gait(0, 0), 0);
    assertThat(show(exact, Optional.empty()).steps())
        .hasSize(60)
        .allSatisfy(it -> assertThat(it.action()[1]).isZero());
    Teacher noisy = new Teacher("noisy", TASK, gait(0, 0), 1);
    List<Demonstration> pushed = show(noisy, Optional.empty()).steps();
    assertThat(pushed)
        .allSatisfy(it -> assertThat(it.action()[1] * target(it, 1)).isLessThanOrEqualTo(0))
        .anySatisfy(it -> assertThat(it.action()[1]).isNotZero());
  }

  @Test
  void whoLearnsPlaysByTurnsAndIsShownTheWayBack() {
    Teacher teacher = new Teacher("up", TASK, gait(0, 0), 1);
    // it moves the second joint away, where the teacher alone would not, and is undisturbed
    Policy learner = new GaitPolicy(gait(0, 0.5).still(), BODY);
    Set<Float> strays = new HashSet<>();
    for (long seed = 0; seed < 20; seed++) {
      try (Environment knob = TASK.open()) {
        Demonstration later = teacher.show(knob, Optional.of(learner), seed).steps().get(39);
        strays.add(target(later, 1));
        assertThat(later.action()[1]).isEqualTo(target(later, 1) == 0 ? 0 : -1);
      }
    }
    assertThat(strays)
        .as("the first turn is the teacher's or the learner's")
        .containsOnly(0f, 0.5f);
  }

  @Test
  void aDropIsNoSuccess() {
    Teacher teacher = new Teacher("far", TASK, gait(0, 0.9), 0);
    assertThat(show(teacher, Optional.empty()).success()).isFalse();
  }
}
