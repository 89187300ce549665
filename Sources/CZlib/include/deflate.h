#ifndef MODELDEX_DEFLATE_H
#define MODELDEX_DEFLATE_H

#include <stddef.h>
#include <stdint.h>

/// The maximum size of the output of `modeldex_deflate` for `count` bytes.
size_t modeldex_deflate_bound(size_t count);

/// Compresses `count` bytes, which may refer to the dictionary. Returns the number of bytes
/// written, or 0 if `capacity` is too small or memory is short.
size_t modeldex_deflate(const uint8_t *bytes, size_t count, const uint8_t *dictionary,
                        size_t dictionary_count, uint8_t *result, size_t capacity);

/// A reusable decompressor; NULL if memory is short.
typedef struct modeldex_inflater modeldex_inflater;
modeldex_inflater *modeldex_inflater_make(void);
void modeldex_inflater_free(modeldex_inflater *inflater);

/// Decompresses the output of `modeldex_deflate` with the same dictionary. Returns 1 if the result
/// has exactly `size` bytes; never writes more.
int modeldex_inflate(modeldex_inflater *inflater, const uint8_t *bytes, size_t count,
                     const uint8_t *dictionary, size_t dictionary_count, uint8_t *result,
                     size_t size);

#endif
