// Calls of Linux that glibc declares only under _GNU_SOURCE, without which Swift imports it.
#include <sys/resource.h>
#include <sys/types.h>

void *memmem(const void *text, size_t size, const void *words, size_t length);
int pipe2(int ends[2], int flags);
int memfd_create(const char *name, unsigned int flags);
int prlimit(pid_t process, int resource, const struct rlimit *bound, struct rlimit *former);
