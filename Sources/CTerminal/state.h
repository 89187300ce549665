#ifndef CTERMINAL_STATE_H
#define CTERMINAL_STATE_H

#include <pthread.h>
#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <termios.h>

/* What the signal handlers read. It is complete before they are installed and not touched until
   they are gone, but for the sig_atomic_t ones. */
struct cterm_state {
  volatile sig_atomic_t is_open;
  pthread_t thread; /* the one that draws */
  int tty;     /* our own description of /dev/tty, so that its flags are ours alone */
  int wake[2]; /* signal handlers write, cterm_wait reads */
  struct termios before;
  char restoring[512]; /* what to send to a terminal that curses can't be trusted with */
  size_t restoring_length;
  int real_stderr; /* -1 while fd 2 is the real one */
  volatile sig_atomic_t ending;
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
