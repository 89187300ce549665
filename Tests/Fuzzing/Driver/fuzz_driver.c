#include "fuzz_driver.h"

/* Part of libFuzzer, but declared in no header of the toolchain. */
int LLVMFuzzerRunDriver(int *argc, char ***argv,
                        int (*test)(const uint8_t *bytes, size_t count));
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t count);

static int (*chosen)(const uint8_t *bytes, size_t count);

/* libFuzzer's own main function is linked although not used, and needs a function of this name. */
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t count) { return chosen(bytes, count); }

int fuzz(int argc, char **argv, int (*test)(const uint8_t *bytes, size_t count)) {
  chosen = test;
  return LLVMFuzzerRunDriver(&argc, &argv, LLVMFuzzerTestOneInput);
}
