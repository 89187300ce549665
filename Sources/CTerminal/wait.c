#define _GNU_SOURCE
#include <errno.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include "CTerminal.h"
#include "state.h"

bool cterm_write_all(int descriptor, const char *bytes, size_t count) {
  while (count > 0) {
    ssize_t done = write(descriptor, bytes, count);
    if (done > 0) {
      bytes += done;
      count -= (size_t)done;
    } else if (done == 0 || errno != EINTR) {
      return false;
    }
  }
  return true;
}

static void empty_pipe(void) {
  char bytes[64];
  while (read(cterm.wake[0], bytes, sizeof bytes) > 0) continue;
}

/* Handles the signals since the last call. */
static int news(void) {
  int result = 0;
  if (cterm.ending != 0) result |= CTERM_ENDED;
  if (cterm_take_signal(SIGTSTP)) {
    cterm_suspend();
    result |= CTERM_RESUMED;
  }
  /* After SIGSTOP the shell has used the terminal in the meantime. */
  if (cterm_take_signal(SIGCONT)) {
    cterm_wait_for_foreground();
    cterm_leave();
    cterm_return();
    result |= CTERM_RESUMED;
  }
  if (cterm_take_signal(SIGWINCH) && cterm_adopt_size()) result |= CTERM_RESIZED;
  return result;
}

int cterm_wait(
    int mailbox, int milliseconds, bool wants_to_write, uint8_t *bytes, size_t capacity,
    size_t *count) {
  *count = 0;
  enum { TTY, PIPE, MAILBOX, PLACES };
  struct pollfd places[PLACES] = {
    [TTY] = {.fd = cterm.tty, .events = (short)(POLLIN | (wants_to_write ? POLLOUT : 0))},
    [PIPE] = {.fd = cterm.wake[0], .events = POLLIN},
    [MAILBOX] = {.fd = mailbox, .events = POLLIN},
  };
  int ready = poll(places, PLACES, milliseconds);
  if (ready < 0 && errno != EINTR) return CTERM_HUNG_UP;
  empty_pipe();
  int result = news();
  if (ready <= 0) return ready == 0 && result == 0 ? CTERM_TIME_UP : result;

  if (places[MAILBOX].revents) result |= CTERM_MAILBOX;
  short tty = places[TTY].revents;
  if (tty & (POLLHUP | POLLERR | POLLNVAL)) return result | CTERM_HUNG_UP;
  if (tty & POLLOUT) result |= CTERM_WRITABLE;
  /* A shell that had the terminal in the meantime may have read the bytes, so that read() would
     block: the next poll will report whether there are any. */
  if ((tty & POLLIN) && !(result & CTERM_RESUMED)) {
    ssize_t done = read(cterm.tty, bytes, capacity);
    if (done > 0) {
      *count = (size_t)done;
      result |= CTERM_INPUT;
    } else if (done == 0 || (errno != EINTR && errno != EAGAIN)) {
      result |= CTERM_HUNG_UP;
    }
  }
  return result;
}

int cterm_make_event(void) { return eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC); }
