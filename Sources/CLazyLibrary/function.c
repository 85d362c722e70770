#include "lazy_library.h"

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>

void *lazy_function(const char *const libraries[], const char *name) {
  void *library = nullptr;
  for (int place = 0; !library && libraries[place]; place++) library = dlopen(libraries[place], RTLD_LAZY | RTLD_LOCAL);
  void *function = library ? dlsym(library, name) : nullptr;
  if (!function) {
    fprintf(stderr, "error: %s (it comes with the package of the library, which must be installed)\n", dlerror());
    exit(127);
  }
  return function;
}
