#ifndef MODELDEX_GZIP_H
#define MODELDEX_GZIP_H

#include <stddef.h>
#include <stdint.h>

/// The maximum size of the output of `modeldex_gzip` for `count` bytes.
size_t modeldex_gzip_bound(size_t count);

/// Compresses `count` bytes into one gzip member without a name or a time, so that equal input
/// gives equal output. Returns the number of bytes written, or 0 if `capacity` is too small or
/// memory is short.
size_t modeldex_gzip(const uint8_t *bytes, size_t count, uint8_t *result, size_t capacity,
                     int level);

#endif
