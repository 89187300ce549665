#include "gzip.h"

#include <limits.h>
#include <string.h>
#include <zlib.h>

// 15 bits of window; adding 16 makes zlib write a gzip header and trailer.
static const int gzip_window = 15 + 16;

static int begin(z_stream *stream, int level) {
  memset(stream, 0, sizeof *stream);
  return deflateInit2(stream, level, Z_DEFLATED, gzip_window, 8, Z_DEFAULT_STRATEGY);
}

size_t modeldex_gzip_bound(size_t count) {
  // zlib's own bound for the worst settings, plus the gzip header and trailer.
  return count + (count >> 3) + (count >> 8) + 64;
}

size_t modeldex_gzip(const uint8_t *bytes, size_t count, uint8_t *result, size_t capacity,
                     int level) {
  if (count > UINT_MAX || capacity > UINT_MAX) return 0;
  z_stream stream;
  if (begin(&stream, level) != Z_OK) return 0;
  stream.next_in = (Bytef *)bytes;
  stream.avail_in = (uInt)count;
  stream.next_out = result;
  stream.avail_out = (uInt)capacity;
  int outcome = deflate(&stream, Z_FINISH);
  size_t written = capacity - stream.avail_out;
  deflateEnd(&stream);
  return outcome == Z_STREAM_END ? written : 0;
}
