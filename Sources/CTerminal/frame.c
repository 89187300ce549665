#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

#include "state.h"

/* Curses writes whenever it moves the cursor, some sixty times a frame, and wakes the terminal as
   often. So while it draws, its descriptor is that of a file in memory, whose content is then
   written at once. */
static int memory = -1;

static bool point(int output, int file) {
  while (dup3(file, output, O_CLOEXEC) < 0) {
    if (errno != EINTR && errno != EBUSY) return false;
  }
  return true;
}

/* A limit on the size of files (`ulimit -f`) holds for those in memory as well. */
static bool is_limited(void) {
  struct rlimit size;
  return getrlimit(RLIMIT_FSIZE, &size) != 0 || size.rlim_cur != RLIM_INFINITY;
}

bool cterm_collect_frame(int output) {
  if (is_limited()) return false;
  if (memory < 0) memory = memfd_create("frame", MFD_CLOEXEC);
  return memory >= 0 && point(output, memory);
}

void cterm_write_frame(int output) {
  point(output, cterm.tty);
  char bytes[16384];
  off_t left = lseek(memory, 0, SEEK_CUR);
  lseek(memory, 0, SEEK_SET);
  while (left > 0) {
    size_t part = left < (off_t)sizeof bytes ? (size_t)left : sizeof bytes;
    ssize_t count = read(memory, bytes, part);
    if (count <= 0 || !cterm_write_all(cterm.tty, bytes, (size_t)count)) break;
    left -= count;
  }
  lseek(memory, 0, SEEK_SET);
}
