#ifndef FUZZ_DRIVER_H
#define FUZZ_DRIVER_H

#include <stddef.h>
#include <stdint.h>

/* Runs libFuzzer with these arguments on the test; returns the exit status. */
int fuzz(int argc, char **argv, int (*test)(const uint8_t *bytes, size_t count));

#endif
