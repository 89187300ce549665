/* Exercises the C targets as the browser does, for memcheck, which cannot read Swift's debug
   information. Runs in a terminal; ends with `q`. */
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

extern char **environ;

#include "CTerminal.h"
#include "clock_watch.h"
#include "deflate.h"
#include "gzip.h"

static void compress(size_t count) {
  static const uint8_t dictionary[] = "the quick brown fox jumps over the lazy dog";
  uint8_t *plain = malloc(count + 1), *back = malloc(count + 1);
  for (size_t place = 0; place < count; place++) {
    plain[place] = place % 7 ? dictionary[place % sizeof dictionary] : (uint8_t)rand();
  }
  size_t capacity = modeldex_deflate_bound(count);
  uint8_t *packed = malloc(capacity);
  size_t length = modeldex_deflate(plain, count, dictionary, sizeof dictionary, packed, capacity);
  assert(length > 0);
  modeldex_inflater *inflater = modeldex_inflater_make();
  assert(modeldex_inflate(
      inflater, packed, length, dictionary, sizeof dictionary, back, count));
  assert(memcmp(plain, back, count) == 0);
  /* Too short, too long, and damaged. */
  assert(!modeldex_inflate(
      inflater, packed, length / 2, dictionary, sizeof dictionary, back, count));
  if (count > 0) {
    assert(!modeldex_inflate(
        inflater, packed, length, dictionary, sizeof dictionary, back, count - 1));
  }
  packed[length / 2] ^= 0x55;
  modeldex_inflate(inflater, packed, length, dictionary, sizeof dictionary, back, count);
  modeldex_inflater_free(inflater);

  size_t bound = modeldex_gzip_bound(count);
  uint8_t *gzipped = malloc(bound);
  assert(modeldex_gzip(plain, count, gzipped, bound, 6) > 0);
  assert(modeldex_gzip(plain, count, gzipped, 4, 6) == 0);
  free(gzipped);
  free(packed);
  free(back);
  free(plain);
}

static void draw(int round) {
  static const struct cterm_cell letters[] = {
    {.letter = 'a', .color = 2, .attributes = CTERM_BOLD, .width = 1},
    {.letter = 0x6F22, .color = -1, .attributes = CTERM_REVERSE, .width = 2},
    {.letter = 'e', .marks = {0x301, 0x302, 0x303, 0x304}, .color = 14, .width = 1},
    {.letter = 0x2502, .color = 8, .attributes = CTERM_DIM | CTERM_UNDERLINE, .width = 1},
    {.letter = 0x1FAE8, .color = 15, .width = 2},
  };
  struct cterm_cell line[600];
  for (int row = 0; row < cterm_rows(); row++) {
    for (int place = 0; place < 600; place++) line[place] = letters[(place + row + round) % 5];
    cterm_put(row, round % 3, line, 600);
  }
  cterm_put(-1, 0, line, 5);
  cterm_put(0, 100000, line, 5);
  cterm_present(round % 2 ? 0 : -1, 0);
}

int main(void) {
  for (size_t count = 0; count < 300000; count = count * 7 + 1) compress(count);
  int watch = modeldex_clock_watch_make();
  assert(watch >= 0 && modeldex_clock_watch_renew(watch));
  close(watch);

  cterm_adopt_locale();
  struct cterm_options options = {
    .type = getenv("TERM"), .fallback_type = "xterm-256color", .color = true, .mouse = true};
  assert(cterm_open(&options) == CTERM_OPENED);
  assert(cterm_open(&options) == CTERM_FAILED);
  int mailbox = cterm_make_event();
  uint64_t one = 1;
  for (int round = 0, ends = 0; !ends; round++) {
    draw(round);
    uint8_t bytes[64];
    size_t count;
    int reasons = cterm_wait(mailbox, 20, round % 5 == 0, bytes, sizeof bytes, &count);
    if (reasons & (CTERM_ENDED | CTERM_HUNG_UP)) ends = 1;
    if (reasons & CTERM_MAILBOX) assert(read(mailbox, &one, sizeof one) == sizeof one);
    for (size_t place = 0; place < count; place++) {
      switch (bytes[place]) {
        case 'c': {
          char *cat[] = {"cat", NULL}, *sleep[] = {"sleep", "0.1", NULL}, *none[] = {"no such", NULL};
          assert(cterm_run(cat, environ, "text", 4, 5000, true) == 0);
          /* Older versions of valgrind do not support pidfd_open, so that cterm_run waits for the
             end, and share no memory with a child, so that a missing program only shows in the
             exit status. */
          int ended = cterm_run(sleep, environ, NULL, 0, 10, true);
          assert(ended == CTERM_RUNNING || ended == 0);
          int missing = cterm_run(none, environ, NULL, 0, 10, true);
          assert(missing == CTERM_NOT_STARTED || missing == 127);
          break;
        }
        case 'e': assert(write(mailbox, &one, sizeof one) == sizeof one); break;
        case 'm': cterm_set_mouse(round % 2); break;
        case 'r': cterm_repaint(); break;
        case 'w': fprintf(stderr, "kept until the end\n"); break;
        case 'z': cterm_suspend(); break;
        case 'q': ends = 1; break;
        default: break;
      }
    }
  }
  close(mailbox);
  cterm_close();
  cterm_close();
  puts("all is done");
  return 0;
}
