#ifndef CTERMINAL_H
#define CTERMINAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* One terminal at a time. All functions except those under "Any thread" must be called on the
   thread that called cterm_open: curses keeps its state in globals. */

/* The results of cterm_open. */
enum {
  CTERM_OPENED,
  CTERM_NO_TERMINAL,   /* there is no /dev/tty to open */
  CTERM_UNKNOWN_TYPE,  /* terminfo knows neither `type` nor `fallback_type` */
  CTERM_TOO_SIMPLE,    /* it can't move its cursor or clear its screen */
  CTERM_NO_SIZE,       /* neither the terminal nor terminfo gives a usable size */
  CTERM_FAILED         /* no descriptors or memory, or a terminal is open already */
};

struct cterm_options {
  const char *type;
  const char *fallback_type; /* or NULL */
  int default_rows;          /* for terminals that report no size; 0 asks terminfo */
  int default_columns;
  bool color;
  bool mouse;
};

/* Sets the LC_CTYPE locale; false if the user's is not UTF-8, so that C.UTF-8 is used instead. */
bool cterm_adopt_locale(void);

int cterm_open(const struct cterm_options *options);

/* Restores the terminal, the signal handlers and stderr. Does nothing if none is open. */
void cterm_close(void);

int cterm_rows(void);
int cterm_columns(void);

enum {
  CTERM_BOLD = 1,
  CTERM_DIM = 2,
  CTERM_UNDERLINE = 4,
  CTERM_REVERSE = 8
};

enum { CTERM_MARKS = 4 };

struct cterm_cell {
  uint32_t letter;
  uint32_t marks[CTERM_MARKS]; /* combining; 0 ends them */
  int8_t color;                /* 0 to 7, or -1 for the default */
  uint8_t attributes;
  uint8_t width; /* columns: 1 or 2 */
};

/* Puts adjacent cells into the next frame. */
void cterm_put(int row, int column, const struct cterm_cell *cells, size_t count);

/* Sends the difference from the last frame. A negative row hides the cursor. */
void cterm_present(int cursor_row, int cursor_column);

/* Makes the next frame be sent completely. */
void cterm_repaint(void);

/* Whether a write would not block now. */
bool cterm_is_writable(void);

/* Sends bytes without curses, for sequences that it does not know; false if they cannot be
   written. */
bool cterm_send(const char *bytes, size_t count);

void cterm_set_mouse(bool on);

/* Restores the terminal, stops the process group, and opens the screen again on SIGCONT. */
void cterm_suspend(void);

/* Why cterm_wait returned, as flags; none after a signal that needs no action. */
enum {
  CTERM_INPUT = 1,
  CTERM_MAILBOX = 2,
  CTERM_WRITABLE = 4,
  CTERM_RESIZED = 8,
  CTERM_RESUMED = 16,
  CTERM_ENDED = 32,  /* a signal asks the program to end: see cterm_ending_signal */
  CTERM_HUNG_UP = 64, /* the terminal was closed */
  CTERM_TIME_UP = 128
};

/* Sleeps until something happens. `mailbox` may be -1; `milliseconds` -1 waits without a limit.
   Suspends and resumes by itself after a SIGTSTP from another process. */
int cterm_wait(
    int mailbox, int milliseconds, bool wants_to_write, uint8_t *bytes, size_t capacity,
    size_t *count);

/* The signal that asked the program to end, or 0. */
int cterm_ending_signal(void);

/* Any thread. */

/* A nonblocking eventfd that isn't inherited, or -1. */
int cterm_make_event(void);

enum { CTERM_RUNNING = -1, CTERM_NOT_STARTED = -2 };

/* Runs a program found on PATH in its own session, with `input` as stdin, stdout and stderr on
   /dev/null, no other descriptors, that environment, and default signal handling. Returns its exit
   status (128 + n for a signal), CTERM_NOT_STARTED with errno set, or CTERM_RUNNING after
   `milliseconds`: then it is killed if `kills`, and otherwise keeps running and is reaped in the
   background. */
int cterm_run(
    char *const arguments[], char *const environment[], const char *input, size_t length,
    int milliseconds, bool kills);

#endif
