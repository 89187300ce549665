#ifndef CTERMINAL_STATE_H
#define CTERMINAL_STATE_H

#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <termios.h>

/* What the signal handlers read. The kernel runs them on whichever thread it likes, beside the one
   that draws: so what changes is atomic, and the rest is read only by whoever took `is_open` away,
   or written before the handlers are installed. */
struct cterm_state {
  atomic_bool is_open;
  _Atomic pthread_t thread; /* the one that draws */
  int tty; /* our own description of /dev/tty, so that its flags are ours alone */
  /* Signal handlers write, cterm_wait reads. Made once and never closed: a handler that another
     thread is in when all are taken away would write into whatever got the number next. */
  atomic_int wake[2];
  struct termios before;
  char restoring[512]; /* what to send to a terminal that curses can't be trusted with */
  size_t restoring_length;
  atomic_int real_stderr; /* -1 while fd 2 is the real one */
  atomic_int ending;
};

extern struct cterm_state cterm;

/* signals.c */
bool cterm_install_handlers(void);
void cterm_remove_handlers(void);
bool cterm_take_signal(int number);
bool cterm_may_stop(void);
void cterm_stop_group(void);

/* Async-signal-safe: the terminal as it was, without curses. */
void cterm_restore_now(void);

/* capture.c: keeps stderr off the screen. The second one is async-signal-safe. */
void cterm_capture_stderr(void);
void cterm_release_stderr(void);

/* wait.c; async-signal-safe. */
bool cterm_write_all(int descriptor, const char *bytes, size_t count);

/* screen.c */
bool cterm_adopt_size(void);
void cterm_leave(void);
void cterm_return(void);

#endif
