/* Rollouts of a scene in C alone, for the benchmark mujoco-vs-c. The structs of MuJoCo are reached by
   offsets, so that no headers are needed and any version serves.

   With the library as only argument it prints mj_version(). Otherwise the arguments are those of main,
   and standard input gives one command a line: "run THREADS ROLLOUTS" makes so many rollouts of all
   steps in so many threads and prints wall and processor seconds; "qpos" prints the last state. */
#include <dlfcn.h>
#include <math.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { MAX_THREADS = 64, PARAMETERS = 10 };

static void *(*load_xml)(const char *, const void *, char *, int);
static void *(*make_data)(const void *);
static void (*reset)(const void *, void *, int);
static void (*step)(const void *, void *);

static int nq, nv, nu, steps, mends;
static const double *controls; /* shape (steps, nu) */
static const double *speeds;   /* shape (nu) */

/* One thread's world. Its model is its own, since the servos' parameters change. */
typedef struct {
  void *model, *data;
  double *time, *qpos, *qvel, *warmstart, *ctrl;
  double *start; /* qpos, qvel, warmstart */
  const double *gains, *limits;
  double *biases, *dampings, *record;
  const int *joints, *positions, *velocities;
  int *saturated;
  int rollouts;
} world;

static void *field(void *structure, const char *offset) {
  return *(void **)((char *)structure + atol(offset));
}

static void *function(void *library, const char *name) {
  void *address = dlsym(library, name);
  if (!address) {
    fprintf(stderr, "%s\n", dlerror());
    exit(2);
  }
  return address;
}

/* What the plugin does before every step: the servos' limits of speed, and, where the engine damps
   servos at their limit of torque, a constant torque in their place. */
static void drive(world *w, const double *targets) {
  for (int i = 0; i < nu; i++) {
    int joint = w->joints[2 * i];
    double q = w->qpos[w->positions[joint]], v = w->qvel[w->velocities[joint]];
    double kp = w->gains[PARAMETERS * i], kd = w->dampings[i], limit = w->limits[2 * i + 1];
    double target = targets[i];
    if (speeds[i] < INFINITY) {
      double reach = kp > 0 ? kd * speeds[i] / kp : 0, way = target - q;
      target = q + (way < -reach ? -reach : way > reach ? reach : way);
    }
    if (mends) {
      double pull = kp * (target - q), torque = pull - kd * v;
      int beyond = limit > 0 && (torque > limit || torque < -limit) && torque * pull > 0 &&
                   (pull >= limit || pull <= -limit);
      if (beyond != w->saturated[i]) {
        w->saturated[i] = beyond;
        w->biases[PARAMETERS * i + 2] = beyond ? 0 : -kd;
      }
    }
    w->ctrl[i] = target;
  }
}

static void save(world *w) {
  memcpy(w->start, w->qpos, nq * sizeof *w->start);
  memcpy(w->start + nq, w->qvel, nv * sizeof *w->start);
  memcpy(w->start + nq + nv, w->warmstart, nv * sizeof *w->start);
}

/* Much faster than MuJoCo's own reset, which clears all buffers: that is not to be timed. */
static void restore(world *w) {
  memcpy(w->qpos, w->start, nq * sizeof *w->start);
  memcpy(w->qvel, w->start + nq, nv * sizeof *w->start);
  memcpy(w->warmstart, w->start + nq + nv, nv * sizeof *w->start);
  *w->time = 0;
}

static void *roll_out(void *argument) {
  world *w = argument;
  for (int k = 0; k < w->rollouts; k++) {
    restore(w);
    double *to = w->record;
    for (int i = 0; i < steps; i++) {
      drive(w, controls + (size_t)nu * i);
      step(w->model, w->data);
      memcpy(to, w->qpos, nq * sizeof *to);
      memcpy(to + nq, w->qvel, nv * sizeof *to);
      to += nq + nv;
    }
  }
  return NULL;
}

static double now(clockid_t clock) {
  struct timespec t;
  clock_gettime(clock, &t);
  return t.tv_sec + 1e-9 * t.tv_nsec;
}

static double *read_numbers(const char *path, size_t count) {
  double *numbers = malloc(count * sizeof *numbers);
  FILE *file = fopen(path, "rb");
  if (!file || fread(numbers, sizeof *numbers, count, file) != count) {
    fprintf(stderr, "%s does not hold %zu numbers\n", path, count);
    exit(2);
  }
  fclose(file);
  return numbers;
}

static void open_world(world *w, char **argv) {
  char error[1000] = "";
  w->model = load_xml(argv[2], NULL, error, sizeof error);
  w->data = w->model ? make_data(w->model) : NULL;
  if (!w->data) {
    fprintf(stderr, "%s\n", error);
    exit(3);
  }
  w->time = (double *)((char *)w->data + atol(argv[9]));
  w->qpos = field(w->data, argv[10]);
  w->qvel = field(w->data, argv[11]);
  w->warmstart = field(w->data, argv[12]);
  w->ctrl = field(w->data, argv[13]);
  w->gains = field(w->model, argv[14]);
  w->biases = field(w->model, argv[15]);
  w->limits = field(w->model, argv[16]);
  w->joints = field(w->model, argv[17]);
  w->positions = field(w->model, argv[18]);
  w->velocities = field(w->model, argv[19]);
  w->start = malloc((nq + 2 * nv) * sizeof *w->start);
  w->dampings = malloc(nu * sizeof *w->dampings);
  w->saturated = calloc(nu, sizeof *w->saturated);
  w->record = malloc((size_t)steps * (nq + nv) * sizeof *w->record);
  for (int i = 0; i < nu; i++) w->dampings[i] = -w->biases[PARAMETERS * i + 2];
  reset(w->model, w->data, 0);
  save(w);
}

/* arguments: library, model, speeds and controls, steps, nq, nv, nu, whether to mend servos at their
   limit, then the offsets of time, qpos, qvel, qacc_warmstart, ctrl in mjData and of
   actuator_gainprm, actuator_biasprm, actuator_forcerange, actuator_trnid, jnt_qposadr, jnt_dofadr in
   mjModel */
int main(int argc, char **argv) {
  static world worlds[MAX_THREADS];
  int threads = 0, rollouts, open = 0;
  char line[100];
  void *library = argc > 1 ? dlopen(argv[1], RTLD_NOW | RTLD_LOCAL) : NULL;
  if (!library || (argc != 2 && argc != 20)) {
    fprintf(stderr, "%s\n", library ? "wrong number of arguments" : dlerror());
    return 2;
  }
  if (argc == 2) {
    int (*version)(void) = function(library, "mj_version");
    printf("%d\n", version());
    return 0;
  }
  load_xml = function(library, "mj_loadXML");
  make_data = function(library, "mj_makeData");
  reset = function(library, "mj_resetDataKeyframe");
  step = function(library, "mj_step");
  steps = atoi(argv[4]), nq = atoi(argv[5]), nv = atoi(argv[6]), nu = atoi(argv[7]);
  mends = atoi(argv[8]);
  speeds = read_numbers(argv[3], (size_t)nu * (steps + 1));
  controls = speeds + nu;
  while (fgets(line, sizeof line, stdin)) {
    if (sscanf(line, "run %d %d", &threads, &rollouts) == 2 && threads >= 1 &&
        threads <= MAX_THREADS) {
      pthread_t handles[MAX_THREADS];
      for (; open < threads; open++) open_world(&worlds[open], argv);
      double wall = now(CLOCK_MONOTONIC), busy = now(CLOCK_PROCESS_CPUTIME_ID);
      for (int i = 0; i < threads; i++) {
        worlds[i].rollouts = rollouts / threads + (i < rollouts % threads);
        if (i > 0) pthread_create(&handles[i], NULL, roll_out, &worlds[i]);
      }
      roll_out(&worlds[0]);
      for (int i = 1; i < threads; i++) pthread_join(handles[i], NULL);
      printf("%.9f %.9f\n", now(CLOCK_MONOTONIC) - wall, now(CLOCK_PROCESS_CPUTIME_ID) - busy);
    } else {
      for (int i = 0; i < nq && open; i++) printf("%a ", worlds[0].qpos[i]);
      printf("\n");
    }
    fflush(stdout);
  }
  return 0;
}
