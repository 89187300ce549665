#ifndef CTERMINAL_H
#define CTERMINAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* One terminal at a time. Every function but the ones under "Any thread" belongs to the thread
   that called cterm_open: curses keeps its state in globals. */

/* What cterm_open answers. */
enum {
  CTERM_OPENED,
  CTERM_NO_TERMINAL,   /* there is no /dev/tty to open */
  CTERM_UNKNOWN_TYPE,  /* terminfo knows neither `type` nor `fallback_type` */
  CTERM_TOO_SIMPLE,    /* it can't move its cursor or clear its screen */
  CTERM_NO_SIZE,       /* neither it nor its description tells one that a screen can have */
  CTERM_FAILED         /* no descriptors or memory, or one is open already */
};

struct cterm_options {
  const char *type;
  const char *fallback_type; /* or NULL */
  int default_rows;          /* for terminals that don't tell their size; 0 asks terminfo */
  int default_columns;
  bool color;
  bool mouse;
};

/* Sets the character type locale; false if the person's isn't UTF-8 and C.UTF-8 stands in. */
bool cterm_adopt_locale(void);

int cterm_open(const struct cterm_options *options);

/* Gives the terminal, the signals and stderr back. Does nothing when none is open. */
void cterm_close(void);

int cterm_rows(void);
int cterm_columns(void);

/* Colours that can be shown: 0, 8, 16 or more. */
int cterm_colors(void);

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
  int8_t color;                /* 0 to 15, or -1 for the default */
  uint8_t attributes;
  uint8_t width; /* columns: 1 or 2 */
};

/* Puts cells side by side into the next frame. */
void cterm_put(int row, int column, const struct cterm_cell *cells, size_t count);

/* Sends what differs from the last frame. A negative row hides the cursor. */
void cterm_present(int cursor_row, int cursor_column);

/* The next frame is sent whole. */
void cterm_repaint(void);

/* Whether a write would not block now. */
bool cterm_is_writable(void);

/* Sends bytes past curses, for what it has no word for; false if the terminal can't take them. */
bool cterm_send(const char *bytes, size_t count);

void cterm_set_mouse(bool on);

/* Gives the terminal back, stops the process group, and takes the terminal again on SIGCONT. */
void cterm_suspend(void);

/* Why cterm_wait returned: several at once, or nothing after a signal without news. */
enum {
  CTERM_INPUT = 1,
  CTERM_MAILBOX = 2,
  CTERM_WRITABLE = 4,
  CTERM_RESIZED = 8,
  CTERM_RESUMED = 16,
  CTERM_ENDED = 32,  /* a signal asks to end: see cterm_ending_signal */
  CTERM_HUNG_UP = 64, /* the terminal is gone */
  CTERM_TIME_UP = 128
};

/* Sleeps until something happens. `mailbox` may be -1; `milliseconds` -1 waits for ever.
   Suspends and resumes by itself when SIGTSTP comes from outside. */
int cterm_wait(
    int mailbox, int milliseconds, bool wants_to_write, uint8_t *bytes, size_t capacity,
    size_t *count);

/* The signal that asked to end, or 0. */
int cterm_ending_signal(void);

/* Any thread. */

/* A nonblocking eventfd that isn't inherited, or -1. */
int cterm_make_event(void);

enum { CTERM_RUNNING = -1, CTERM_NOT_STARTED = -2 };

/* Runs a program found on PATH in its own session with `input` as stdin and nothing else open,
   signals as they were at login. Returns its exit status (128 + n for a signal),
   CTERM_NOT_STARTED with errno set, or CTERM_RUNNING after `milliseconds`: then it is killed if
   `kills`, and otherwise left alone and its end collected in the background. */
int cterm_run(
    char *const arguments[], const char *input, size_t length, int milliseconds, bool kills);

#endif
