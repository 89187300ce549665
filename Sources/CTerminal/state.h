#ifndef CTERMINAL_STATE_H
#define CTERMINAL_STATE_H

#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <termios.h>

/* The state that the signal handlers read. They run on any thread, concurrently with the drawing
   thread: so members that change are atomic, and the others are written before the handlers are
   installed, or read only by the thread that cleared `is_open`. */
struct cterm_state {
  atomic_bool is_open;
  _Atomic pthread_t thread; /* the drawing thread */
  int tty; /* our own open file description of /dev/tty, so that its flags are not shared */
  /* Signal handlers write, cterm_wait reads. Created once and never closed: a handler that is still
     running on another thread when the handlers are removed would write into whatever reuses the
     descriptor. */
  atomic_int wake[2];
  struct termios before;
  char restoring[512]; /* the sequences that restore the terminal without curses */
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
bool cterm_stop_group(void); /* whether a shell has stopped and continued it */

/* Stops in the background (`&`, `bg`), where the terminal is the shell's, until the shell brings the
   program to the foreground; false if nothing can do that. */
bool cterm_wait_for_foreground(void);

/* Restores the terminal without curses; async-signal-safe. */
void cterm_restore_now(void);

/* capture.c: keeps stderr off the screen. cterm_release_stderr is async-signal-safe. */
void cterm_capture_stderr(void);
void cterm_release_stderr(void);

/* wait.c; async-signal-safe. */
bool cterm_write_all(int descriptor, const char *bytes, size_t count);

/* frame.c: what is written to a descriptor of the terminal between the two calls arrives at once.
   cterm_collect_frame returns false, and changes nothing, if there is no memory for it. */
bool cterm_collect_frame(int output);
void cterm_write_frame(int output);

/* screen.c */
bool cterm_adopt_size(void);
void cterm_leave(void);
void cterm_return(void);

#endif
