#include "fuzz_driver.h"

/* Of libFuzzer; no header of the toolchain declares it. */
int LLVMFuzzerRunDriver(int *argc, char ***argv,
                        int (*test)(const uint8_t *bytes, size_t count));
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t count);

static int (*chosen)(const uint8_t *bytes, size_t count);

/* libFuzzer's own main function, which is not used, is linked with it and wants one by this name. */
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t count) { return chosen(bytes, count); }

int fuzz(int argc, char **argv, int (*test)(const uint8_t *bytes, size_t count)) {
  chosen = test;
  return LLVMFuzzerRunDriver(&argc, &argv, LLVMFuzzerTestOneInput);
}
