#include <serd/serd.h>
#include <stdio.h>

// A SerdError carries a va_list, which Swift cannot read.
static inline int serd_error_message(const SerdError *error, char *buffer, size_t size) {
  return vsnprintf(buffer, size, error->fmt, *error->args);
}
