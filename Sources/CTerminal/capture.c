#define _GNU_SOURCE
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include "state.h"

enum { LIMIT = 1 << 20 };

/* Only a stderr that is a terminal can spoil the screen. The file cannot grow beyond its size, so a
   library that writes for days fills it and then fails to write. All writers share the offset,
   which is the number of bytes written. */
void cterm_capture_stderr(void) {
  cterm.real_stderr = -1;
  if (!isatty(STDERR_FILENO)) return;
  int file = memfd_create("stderr", MFD_CLOEXEC | MFD_ALLOW_SEALING);
  if (file >= 0
      && (ftruncate(file, LIMIT) != 0
          || fcntl(file, F_ADD_SEALS, F_SEAL_GROW | F_SEAL_SHRINK) != 0)) {
    close(file);
    file = -1;
  }
  if (file < 0) file = open("/dev/null", O_RDWR | O_CLOEXEC);
  if (file < 0) return;
  int kept = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  if (kept >= 0 && dup2(file, STDERR_FILENO) >= 0) {
    cterm.real_stderr = kept;
  } else if (kept >= 0) {
    close(kept);
  }
  close(file);
}

void cterm_release_stderr(void) {
  int kept = atomic_exchange(&cterm.real_stderr, -1);
  if (kept < 0) return;
  off_t length = lseek(STDERR_FILENO, 0, SEEK_CUR);
  char bytes[4096];
  off_t done = 0;
  while (done < length) {
    size_t wanted = sizeof bytes;
    if ((off_t)wanted > length - done) wanted = (size_t)(length - done);
    ssize_t count = pread(STDERR_FILENO, bytes, wanted, done);
    if (count <= 0 || !cterm_write_all(kept, bytes, (size_t)count)) break;
    done += count;
  }
  dup2(kept, STDERR_FILENO);
  close(kept);
}
