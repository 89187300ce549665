#ifndef MODELDEX_DEFLATE_H
#define MODELDEX_DEFLATE_H

#include <stddef.h>
#include <stdint.h>

/// The most bytes that `modeldex_deflate` makes of so many.
size_t modeldex_deflate_bound(size_t count);

/// Compresses `count` bytes, of which parts may be in the dictionary. Answers how many bytes it
/// wrote, or 0 if `capacity` is too small or memory is short.
size_t modeldex_deflate(const uint8_t *bytes, size_t count, const uint8_t *dictionary,
                        size_t dictionary_count, uint8_t *result, size_t capacity);

/// What undoing needs, to be used again and again; NULL if memory is short.
typedef struct modeldex_inflater modeldex_inflater;
modeldex_inflater *modeldex_inflater_make(void);
void modeldex_inflater_free(modeldex_inflater *inflater);

/// Undoes `modeldex_deflate` with the same dictionary. Answers 1 if `bytes` give exactly `size`
/// bytes; never writes more than those.
int modeldex_inflate(modeldex_inflater *inflater, const uint8_t *bytes, size_t count,
                     const uint8_t *dictionary, size_t dictionary_count, uint8_t *result,
                     size_t size);

#endif
