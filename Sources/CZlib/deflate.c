#include "deflate.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

// A negative window size makes zlib use a raw stream, without a header or a checksum.
static const int raw_window = -15;

size_t modeldex_deflate_bound(size_t count) {
  // zlib's own bound for the worst settings.
  return count + (count >> 3) + (count >> 8) + 32;
}

size_t modeldex_deflate(const uint8_t *bytes, size_t count, const uint8_t *dictionary,
                        size_t dictionary_count, uint8_t *result, size_t capacity) {
  if (count > UINT_MAX || capacity > UINT_MAX || dictionary_count > UINT_MAX) return 0;
  z_stream stream;
  memset(&stream, 0, sizeof stream);
  if (deflateInit2(&stream, 9, Z_DEFLATED, raw_window, 8, Z_DEFAULT_STRATEGY) != Z_OK) return 0;
  stream.next_in = (Bytef *)bytes;
  stream.avail_in = (uInt)count;
  stream.next_out = result;
  stream.avail_out = (uInt)capacity;
  int outcome = deflateSetDictionary(&stream, dictionary, (uInt)dictionary_count);
  if (outcome == Z_OK) outcome = deflate(&stream, Z_FINISH);
  size_t written = capacity - stream.avail_out;
  deflateEnd(&stream);
  return outcome == Z_STREAM_END ? written : 0;
}

struct modeldex_inflater {
  z_stream stream;
};

modeldex_inflater *modeldex_inflater_make(void) {
  modeldex_inflater *inflater = calloc(1, sizeof *inflater);
  if (inflater && inflateInit2(&inflater->stream, raw_window) != Z_OK) {
    free(inflater);
    return NULL;
  }
  return inflater;
}

void modeldex_inflater_free(modeldex_inflater *inflater) {
  if (!inflater) return;
  inflateEnd(&inflater->stream);
  free(inflater);
}

int modeldex_inflate(modeldex_inflater *inflater, const uint8_t *bytes, size_t count,
                     const uint8_t *dictionary, size_t dictionary_count, uint8_t *result,
                     size_t size) {
  if (count > UINT_MAX || size > UINT_MAX || dictionary_count > UINT_MAX) return 0;
  z_stream *stream = &inflater->stream;
  if (inflateReset(stream) != Z_OK) return 0;
  stream->next_in = (Bytef *)bytes;
  stream->avail_in = (uInt)count;
  stream->next_out = result;
  stream->avail_out = (uInt)size;
  if (inflateSetDictionary(stream, dictionary, (uInt)dictionary_count) != Z_OK) return 0;
  return inflate(stream, Z_FINISH) == Z_STREAM_END && stream->avail_out == 0 &&
         stream->avail_in == 0;
}
