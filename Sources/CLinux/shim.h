// Calls of Linux that glibc declares only under _GNU_SOURCE, without which Swift imports it.
#include <sys/resource.h>
#include <sys/types.h>

int pipe2(int ends[2], int flags);
int memfd_create(const char *name, unsigned int flags);
int prlimit(pid_t process, int resource, const struct rlimit *bound, struct rlimit *former);
