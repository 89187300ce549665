#define _GNU_SOURCE
#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

#include "CTerminal.h"
#include "state.h"

/* Declared in term.h, whose macros redefine common words like `columns`. */
extern int setupterm(const char *type, int descriptor, int *found);

struct cterm_state cterm = {.tty = -1, .wake = {-1, -1}, .real_stderr = -1};

/* What curses reads, and what it writes to; not one, see frame.c. */
static FILE *input, *output;
static SCREEN *screen;
static int default_rows, default_columns;
static bool wants_mouse;
static bool shows_cursor;

/* A larger screen is not drawn in full: it would cost much and nobody could read it. */
enum { MOST_ROWS = 500, MOST_COLUMNS = 1000 };

#define MOUSE_ON "\033[?1000h\033[?1006h"
#define MOUSE_OFF "\033[?1006l\033[?1000l"
#define PASTE_ON "\033[?2004h"
#define PASTE_OFF "\033[?2004l"
/* Synchronised output of one frame, and no line wrapping where the terminal disagrees on a
   character's width. */
#define FRAME_BEGIN "\033[?2026h\033[?7l"
#define FRAME_END "\033[?7h\033[?2026l"

/* What a locale that is not installed here is called, as over ssh, is what the terminal is. */
static bool is_named_utf8(void) {
  const char *variables[] = {"LC_ALL", "LC_CTYPE", "LANG"};
  for (size_t index = 0; index < sizeof variables / sizeof *variables; index++) {
    const char *name = getenv(variables[index]);
    if (name && *name) return strcasestr(name, "utf-8") || strcasestr(name, "utf8");
  }
  return false;
}

bool cterm_adopt_locale(void) {
  bool is_installed = setlocale(LC_CTYPE, "") != NULL;
  if (strcasecmp(nl_langinfo(CODESET), "UTF-8") == 0 && is_installed) return true;
  setlocale(LC_CTYPE, "C.UTF-8");
  return !is_installed && is_named_utf8();
}

static void say(const char *bytes) { cterm_write_all(cterm.tty, bytes, strlen(bytes)); }

static int clamp(int value, int most) { return value < 1 ? 1 : value > most ? most : value; }

/* Asks the terminal itself for its size: curses would use exported LINES and COLUMNS. Returns
   whether the size changed. */
bool cterm_adopt_size(void) {
  struct winsize size;
  int rows = default_rows, columns = default_columns;
  if (ioctl(cterm.tty, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 && size.ws_col > 0) {
    rows = size.ws_row;
    columns = size.ws_col;
  }
  rows = clamp(rows, MOST_ROWS);
  columns = clamp(columns, MOST_COLUMNS);
  if (rows == LINES && columns == COLS) return false;
  resize_term(rows, columns);
  werase(stdscr);
  clearok(curscr, TRUE);
  return true;
}

/* Skips padding for old terminals: $<2>. */
static void append(const char *text) {
  if (text == NULL || text == (const char *)-1) return;
  for (; *text; text++) {
    if (text[0] == '$' && text[1] == '<') {
      const char *end = strchr(text, '>');
      if (end) {
        text = end;
        continue;
      }
    }
    if (cterm.restoring_length + 1 < sizeof cterm.restoring) {
      cterm.restoring[cterm.restoring_length++] = *text;
    }
  }
}

static void prepare_restoring(void) {
  cterm.restoring_length = 0;
  append(FRAME_END MOUSE_OFF PASTE_OFF);
  append(tigetstr("cnorm"));
  append(tigetstr("sgr0"));
  append(tigetstr("rmcup"));
  append("\r\n");
}

/* Pairs 1 to 8 are the colours of the palette on the default background. */
enum { PALETTE = 8, MOST_COLORS = 256, MOST_PAIRS = 65536 };

static bool colors_are_on;

/* Curses makes tables as large as the terminal's description claims: with 2^24 colours they take 480
   MB, with 2^31 it never ends. A terminal with direct colours needs no such table. */
static bool has_plausible_colors(void) {
  bool is_direct = tigetflag("RGB") > 0 || tigetnum("RGB") > 0
      || (tigetstr("RGB") != NULL && tigetstr("RGB") != (char *)-1);
  int colors = tigetnum("colors"), pairs = tigetnum("pairs");
  return colors >= PALETTE && pairs <= MOST_PAIRS
      && colors <= (is_direct ? 1 << 24 : MOST_COLORS);
}

static void prepare_colors(bool wanted) {
  colors_are_on = wanted && has_plausible_colors() && start_color() == OK;
  if (!colors_are_on) return;
  short background = use_default_colors() == OK ? -1 : COLOR_BLACK;
  for (short color = 0; color < PALETTE; color++) {
    init_pair((short)(color + 1), color, background);
  }
}

static bool make_pipe(void) {
  if (cterm.wake[0] >= 0) return true;
  int ends[2];
  if (pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0) return false;
  cterm.wake[0] = ends[0];
  cterm.wake[1] = ends[1];
  return true;
}

static FILE *open_output(void) {
  int descriptor = fcntl(cterm.tty, F_DUPFD_CLOEXEC, 3);
  FILE *opened = descriptor < 0 ? NULL : fdopen(descriptor, "w");
  if (!opened && descriptor >= 0) close(descriptor);
  return opened;
}

static void close_files(void) {
  if (output) fclose(output);
  if (input) {
    fclose(input);
  } else if (cterm.tty >= 0) {
    close(cterm.tty);
  }
  input = output = NULL;
  cterm.tty = -1;
}

static int give_up(int reason) {
  if (screen) {
    endwin();
    delscreen(screen);
    screen = NULL;
  }
  cterm_remove_handlers();
  if (cterm.tty >= 0) tcsetattr(cterm.tty, TCSANOW, &cterm.before);
  close_files();
  return reason;
}

static bool has(const char *capability) {
  const char *text = tigetstr(capability);
  return text != NULL && text != (const char *)-1;
}

static bool is_small(const char *name, long most) {
  const char *text = getenv(name);
  return text == NULL || strtol(text, NULL, 10) <= most;
}

/* Curses creates its first screen in the size that the environment or the terminal claims, however
   large; we resize it afterwards. A terminal type without a size of its own needs one of the two:
   the terminal's if it is plausible; if it reports none, the environment's, or else 24 by 80. */
static void choose_first_size(void) {
  struct winsize claimed = {0};
  ioctl(cterm.tty, TIOCGWINSZ, &claimed);
  bool fits = claimed.ws_row <= MOST_ROWS && claimed.ws_col <= MOST_COLUMNS;
  bool is_told = claimed.ws_row > 0 && claimed.ws_col > 0;
  use_tioctl(fits && is_told ? TRUE : FALSE);
  bool asks_environment = fits && !is_told && is_small("LINES", MOST_ROWS)
      && is_small("COLUMNS", MOST_COLUMNS);
  use_env(asks_environment ? TRUE : FALSE);
}

int cterm_open(const struct cterm_options *options) {
  if (cterm.is_open) return CTERM_FAILED;
  cterm.thread = pthread_self();
  cterm.tty = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
  if (cterm.tty < 0) return CTERM_NO_TERMINAL;
  if (tcgetattr(cterm.tty, &cterm.before) != 0) {
    close_files();
    return CTERM_NO_TERMINAL;
  }
  input = fdopen(cterm.tty, "r");
  output = open_output();
  /* Before newterm, because curses keeps existing handlers. */
  if (!input || !output || !make_pipe() || !cterm_install_handlers()) return give_up(CTERM_FAILED);
  if (!cterm_wait_for_foreground()) {
    /* The terminal is another program's: its modes are not ours to restore. */
    cterm_remove_handlers();
    close_files();
    return CTERM_NO_TERMINAL;
  }
  /* The shell may have changed the modes in the meantime. */
  tcgetattr(cterm.tty, &cterm.before);

  choose_first_size();
  screen = newterm(options->type, output, input);
  if (!screen && options->fallback_type) {
    screen = newterm(options->fallback_type, output, input);
  }
  if (!screen) {
    /* newterm fails for a terminal without a size as well as for an unknown one. */
    int found = 0;
    if (setupterm(options->type, cterm.tty, &found) != OK) return give_up(CTERM_UNKNOWN_TYPE);
    return give_up(has("cup") && has("clear") ? CTERM_NO_SIZE : CTERM_TOO_SIMPLE);
  }
  if (!has("cup") || !has("clear")) return give_up(CTERM_TOO_SIMPLE);

  default_rows = options->default_rows > 0 ? options->default_rows : tigetnum("lines");
  default_columns = options->default_columns > 0 ? options->default_columns : tigetnum("cols");
  if (default_rows < 1) default_rows = 24;
  if (default_columns < 1) default_columns = 80;
  raw();
  noecho();
  nonl();
  prepare_colors(options->color);
  cterm_adopt_size();
  prepare_restoring();
  cterm_capture_stderr();
  cterm.is_open = true;
  shows_cursor = true;
  wants_mouse = options->mouse;
  cterm_return();
  return CTERM_OPENED;
}

/* Curses enters its screen at the next refresh; this sets the modes that it does not know. */
void cterm_return(void) {
  cterm_adopt_size();
  reset_prog_mode();
  clearok(curscr, TRUE);
  shows_cursor = curs_set(0) == ERR;
  say(PASTE_ON);
  if (wants_mouse) say(MOUSE_ON);
}

/* Between cterm_return and the first frame curses has set its modes, but isendwin() still returns
   true. */
void cterm_leave(void) {
  say(PASTE_OFF MOUSE_OFF);
  if (!isendwin()) {
    endwin();
    return;
  }
  curs_set(1);
  reset_shell_mode();
}

void cterm_suspend(void) {
  if (!cterm_may_stop()) return;
  cterm_leave();
  cterm_stop_group();
  cterm_wait_for_foreground();
  cterm_take_signal(SIGCONT);
  if (cterm_ending_signal() == 0) cterm_return();
}

/* A stalled terminal is restored without curses, which cannot block. */
void cterm_close(void) {
  if (!cterm.is_open) return;
  alarm(2);
  struct pollfd tty = {.fd = cterm.tty, .events = POLLOUT};
  if (poll(&tty, 1, 1000) > 0 && !(tty.revents & (POLLHUP | POLLERR))) {
    cterm_leave();
    cterm.is_open = false;
  } else {
    cterm_restore_now();
  }
  cterm_release_stderr();
  cterm_remove_handlers();
  delscreen(screen);
  screen = NULL;
  close_files();
}

int cterm_rows(void) { return LINES; }

int cterm_columns(void) { return COLS; }

static attr_t attributes_of(const struct cterm_cell *cell, short *pair) {
  attr_t result = A_NORMAL;
  if (cell->attributes & CTERM_BOLD) result |= A_BOLD;
  if (cell->attributes & CTERM_DIM) result |= A_DIM;
  if (cell->attributes & CTERM_UNDERLINE) result |= A_UNDERLINE;
  if (cell->attributes & CTERM_REVERSE) result |= A_REVERSE;
  *pair = 0;
  if (colors_are_on && cell->color >= 0 && cell->color < PALETTE) {
    *pair = (short)(cell->color + 1);
  }
  return result;
}

/* A character to which the C library gives another width would shift what follows it: it is
   replaced by as many question marks as it has columns. */
static int make(const struct cterm_cell *cell, cchar_t *made) {
  short pair;
  attr_t attributes = attributes_of(cell, &pair);
  wchar_t text[CTERM_MARKS + 2] = {(wchar_t)cell->letter};
  if (wcwidth(text[0]) != cell->width) {
    text[0] = L'?';
    for (int column = 0; column < cell->width; column++) {
      setcchar(&made[column], text, attributes, pair, NULL);
    }
    return cell->width;
  }
  int length = 1;
  for (int mark = 0; mark < CTERM_MARKS && cell->marks[mark]; mark++) {
    if (wcwidth((wchar_t)cell->marks[mark]) == 0) text[length++] = (wchar_t)cell->marks[mark];
  }
  if (setcchar(made, text, attributes, pair, NULL) == ERR) {
    setcchar(made, L" ", attributes, pair, NULL);
  }
  return 1;
}

void cterm_put(int row, int column, const struct cterm_cell *cells, size_t count) {
  if (row < 0 || row >= LINES || column < 0 || column >= COLS) return;
  cchar_t line[MOST_COLUMNS + 2];
  int made = 0;
  for (size_t index = 0; index < count && made < COLS; index++) {
    made += make(&cells[index], &line[made]);
  }
  mvwadd_wchnstr(stdscr, row, column, line, made);
}

void cterm_present(int cursor_row, int cursor_column) {
  bool shows = cursor_row >= 0;
  int descriptor = fileno(output);
  /* At the first refresh curses sets modes, for which it needs the terminal itself. */
  bool is_collected = !isendwin() && cterm_collect_frame(descriptor);
  cterm_write_all(descriptor, FRAME_BEGIN, strlen(FRAME_BEGIN));
  if (shows != shows_cursor && curs_set(shows ? 1 : 0) != ERR) shows_cursor = shows;
  leaveok(stdscr, !shows);
  if (shows) wmove(stdscr, cursor_row, cursor_column);
  wnoutrefresh(stdscr);
  doupdate();
  cterm_write_all(descriptor, FRAME_END, strlen(FRAME_END));
  if (is_collected) cterm_write_frame(descriptor);
}

void cterm_repaint(void) { clearok(curscr, TRUE); }

bool cterm_is_writable(void) {
  struct pollfd tty = {.fd = cterm.tty, .events = POLLOUT};
  return poll(&tty, 1, 0) > 0 && (tty.revents & POLLOUT);
}

bool cterm_send(const char *bytes, size_t count) {
  return cterm_is_writable() && cterm_write_all(cterm.tty, bytes, count);
}

void cterm_set_mouse(bool on) {
  wants_mouse = on;
  say(on ? MOUSE_ON : MOUSE_OFF);
}
