/* The same steps as ParityTest, without Java: model, steps, then controls on standard input.
   Prints qpos of the last state as hexadecimal numbers. */
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef void *(*load_xml)(const char *, const void *, char *, int);
typedef void *(*make_data)(const void *);
typedef void (*step)(const void *, void *);

/* arguments: library, model, steps, offsets of ctrl and qpos in mjData, nu, nq */
int main(int argc, char **argv) {
  char error[1000] = "";
  void *library = dlopen(argv[1], RTLD_NOW | RTLD_LOCAL);
  if (argc != 8 || !library) {
    fprintf(stderr, "%s\n", dlerror());
    return 2;
  }
  load_xml mj_loadXML = (load_xml)dlsym(library, "mj_loadXML");
  make_data mj_makeData = (make_data)dlsym(library, "mj_makeData");
  step mj_step = (step)dlsym(library, "mj_step");
  void *model = mj_loadXML(argv[2], NULL, error, sizeof error);
  if (!model) {
    fprintf(stderr, "%s\n", error);
    return 3;
  }
  char *data = mj_makeData(model);
  int steps = atoi(argv[3]), nu = atoi(argv[6]), nq = atoi(argv[7]);
  double *ctrl = *(double **)(data + atoi(argv[4]));
  double *qpos = *(double **)(data + atoi(argv[5]));
  for (int i = 0; i < steps; i++) {
    for (int k = 0; k < nu; k++) {
      if (scanf("%lf", &ctrl[k]) != 1) return 4;
    }
    mj_step(model, data);
  }
  for (int k = 0; k < nq; k++) printf("%a\n", qpos[k]);
  return 0;
}
