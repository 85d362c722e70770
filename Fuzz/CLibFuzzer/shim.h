// libFuzzer's entry for programs that keep their own main (compiler-rt, FuzzerInterface.h). The toolchain ships the library
// without this header.
#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*callback)(const uint8_t *data, size_t size));
