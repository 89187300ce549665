#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "CTerminal.h"
#include "state.h"

/* The signals handled while the screen is open, with their previous actions. */
enum kind { NEWS, END, CRASH, STALL, IGNORED };

enum { NAMED = 25, MOST_SIGNALS = 64, SECONDS_TO_END = 2 };

static struct {
  int number;
  enum kind kind;
  bool is_installed;
  struct sigaction before;
} table[MOST_SIGNALS] = {
  {.number = SIGWINCH, .kind = NEWS}, {.number = SIGCONT, .kind = NEWS},
  {.number = SIGTSTP, .kind = NEWS},  {.number = SIGTERM, .kind = END},
  {.number = SIGINT, .kind = END},    {.number = SIGHUP, .kind = END},
  {.number = SIGQUIT, .kind = END},   {.number = SIGSEGV, .kind = CRASH},
  {.number = SIGBUS, .kind = CRASH},  {.number = SIGILL, .kind = CRASH},
  {.number = SIGTRAP, .kind = CRASH}, {.number = SIGABRT, .kind = CRASH},
  {.number = SIGFPE, .kind = CRASH},  {.number = SIGALRM, .kind = STALL},
  {.number = SIGPIPE, .kind = IGNORED},
  {.number = SIGUSR1, .kind = END},   {.number = SIGUSR2, .kind = END},
  {.number = SIGXCPU, .kind = END},   {.number = SIGXFSZ, .kind = END},
  {.number = SIGVTALRM, .kind = END}, {.number = SIGPROF, .kind = END},
  {.number = SIGPOLL, .kind = END},   {.number = SIGPWR, .kind = END},
  {.number = SIGSTKFLT, .kind = END}, {.number = SIGSYS, .kind = CRASH},
  /* Up to MOST_SIGNALS, the real-time signals: their numbers are known only at run time. */
};

static size_t signals = NAMED;

static void add_real_time_signals(void) {
  for (int number = SIGRTMIN; number <= SIGRTMAX && signals < MOST_SIGNALS; number++) {
    table[signals].number = number;
    table[signals].kind = END;
    signals++;
  }
}

static atomic_bool arrived[NSIG];

/* A stack overflow leaves no stack to handle it on. */
static char crash_stack[65536];

static void wake(int number) {
  arrived[number] = true;
  /* A full pipe wakes the loop as well, and the loop checks all of `arrived`. */
  ssize_t ignored = write(cterm.wake[1], "", 1);
  (void)ignored;
}

static void on_news(int number) {
  int error = errno;
  wake(number);
  errno = error;
}

static atomic_bool is_passed_on;

/* The kernel delivers a signal to any thread. While the drawing thread is blocked in a write, no
   other thread can write to the terminal, and only a signal to the drawing thread interrupts that
   write. So the signal is passed on to it, but only once: a second one is handled by the thread
   that gets it. */
static bool pass_on(int number) {
  if (pthread_equal(pthread_self(), cterm.thread)) return false;
  if (atomic_exchange(&is_passed_on, true)) return false;
  alarm(1);
  return pthread_kill(cterm.thread, number) == 0;
}

/* The loop may be blocked in a write to a stalled terminal and never read the pipe, so an alarm
   also ends the program after a while. A second signal ends it at once; SIGHUP does not count as a
   second one, because the kernel and the shell both send one for the same closed window. */
static void on_end(int number) {
  int error = errno;
  int none = 0;
  if (atomic_compare_exchange_strong(&cterm.ending, &none, number)) {
    alarm(SECONDS_TO_END);
  } else if (number != SIGHUP) {
    if (pass_on(number)) return;
    cterm_restore_now();
    _exit(128 + number);
  }
  wake(number);
  errno = error;
}

static void on_stall(int number) {
  if (pass_on(number)) return;
  cterm_restore_now();
  _exit(128 + (cterm.ending != 0 ? cterm.ending : SIGHUP));
}

/* Restores the terminal and the previous handler (perhaps Swift's backtraces), and lets the crash
   happen again: by returning to the faulty instruction, or by raising the signal if there is
   none. */
static void on_crash(int number, siginfo_t *info, void *context) {
  (void)context;
  cterm_restore_now();
  cterm_release_stderr();
  for (size_t index = 0; index < signals; index++) {
    if (table[index].number == number) sigaction(number, &table[index].before, NULL);
  }
  if (info->si_code <= 0 || number == SIGTRAP || number == SIGSYS) raise(number);
}

void cterm_restore_now(void) {
  if (!atomic_exchange(&cterm.is_open, false)) return;
  struct pollfd tty = {.fd = cterm.tty, .events = POLLOUT};
  if (poll(&tty, 1, 100) <= 0) tcflush(cterm.tty, TCOFLUSH);
  int flags = fcntl(cterm.tty, F_GETFL);
  if (flags >= 0) fcntl(cterm.tty, F_SETFL, flags | O_NONBLOCK);
  /* Another thread's write may keep the terminal busy for a moment. */
  for (int tries = 0; tries < 20; tries++) {
    if (cterm_write_all(cterm.tty, cterm.restoring, cterm.restoring_length)) break;
    poll(NULL, 0, 5);
  }
  tcsetattr(cterm.tty, TCSANOW, &cterm.before);
}

/* exit() was called on some thread outside the loop: curses must not be used. */
static void on_exit_call(void) {
  if (!cterm.is_open) return;
  cterm_restore_now();
  cterm_release_stderr();
}

/* A signal that was ignored before (nohup, a shell without job control) stays ignored. */
static bool stays_ignored(enum kind kind, const struct sigaction *before) {
  bool is_ignored = !(before->sa_flags & SA_SIGINFO) && before->sa_handler == SIG_IGN;
  return is_ignored && (kind == NEWS || kind == END);
}

bool cterm_install_handlers(void) {
  static bool is_registered = false;
  if (!is_registered) {
    if (atexit(on_exit_call) != 0) return false;
    add_real_time_signals();
  }
  is_registered = true;
  cterm.ending = 0;
  is_passed_on = false;
  for (int number = 0; number < NSIG; number++) arrived[number] = false;

  stack_t stack;
  if (sigaltstack(NULL, &stack) == 0 && (stack.ss_flags & SS_DISABLE)) {
    stack = (stack_t){.ss_sp = crash_stack, .ss_size = sizeof crash_stack};
    sigaltstack(&stack, NULL);
  }

  sigset_t ours;
  sigemptyset(&ours);
  for (size_t index = 0; index < signals; index++) {
    sigaddset(&ours, table[index].number);
    struct sigaction action;
    memset(&action, 0, sizeof action);
    sigemptyset(&action.sa_mask);
    action.sa_flags = SA_RESTART | SA_ONSTACK;
    switch (table[index].kind) {
      case NEWS: action.sa_handler = on_news; break;
      case END: action.sa_handler = on_end; break;
      case STALL: action.sa_handler = on_stall; break;
      case IGNORED: action.sa_handler = SIG_IGN; break;
      case CRASH:
        action.sa_sigaction = on_crash;
        action.sa_flags = SA_SIGINFO | SA_ONSTACK;
        break;
    }
    int number = table[index].number;
    table[index].is_installed = sigaction(number, NULL, &table[index].before) == 0
        && !stays_ignored(table[index].kind, &table[index].before)
        && sigaction(number, &action, NULL) == 0;
  }
  /* A thread started from a thread pool inherits the pool's mask, which blocks all signals. */
  return pthread_sigmask(SIG_UNBLOCK, &ours, NULL) == 0;
}

void cterm_remove_handlers(void) {
  alarm(0);
  for (size_t index = 0; index < signals; index++) {
    if (table[index].is_installed) sigaction(table[index].number, &table[index].before, NULL);
    table[index].is_installed = false;
  }
}

bool cterm_take_signal(int number) { return atomic_exchange(&arrived[number], false); }

int cterm_ending_signal(void) { return cterm.ending; }

bool cterm_may_stop(void) {
  for (size_t index = 0; index < signals; index++) {
    if (table[index].number == SIGTSTP) return table[index].is_installed;
  }
  return false;
}

static long milliseconds_now(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1000L + now.tv_nsec / 1000000L;
}

/* Stops the whole group, so that a wrapper command stops too and the shell takes over.

   With several threads kill() may return before the stop takes effect, so this waits for SIGCONT. A
   group without a shell to continue it is not stopped by the kernel at all, hence the time limit. */
bool cterm_stop_group(void) {
  struct sigaction plain, ours;
  memset(&plain, 0, sizeof plain);
  plain.sa_handler = SIG_DFL;
  if (sigaction(SIGTSTP, &plain, &ours) != 0) return false;
  cterm_take_signal(SIGCONT);
  kill(0, SIGTSTP);
  long deadline = milliseconds_now() + 200;
  bool is_second_wait = false;
  while (!arrived[SIGCONT] && !cterm.ending) {
    long left = deadline - milliseconds_now();
    if (left <= 0) {
      /* After a stop this thread may run before the one that gets the SIGCONT. */
      if (is_second_wait) break;
      is_second_wait = true;
      deadline = milliseconds_now() + 200;
      continue;
    }
    struct pollfd pipe = {.fd = cterm.wake[0], .events = POLLIN};
    if (poll(&pipe, 1, (int)left) > 0) {
      char bytes[64];
      while (read(cterm.wake[0], bytes, sizeof bytes) > 0) continue;
    }
  }
  sigaction(SIGTSTP, &ours, NULL);
  cterm_take_signal(SIGTSTP);
  return arrived[SIGCONT];
}

bool cterm_wait_for_foreground(void) {
  while (tcgetpgrp(cterm.tty) != getpgrp() && !cterm.ending) {
    if (!cterm_may_stop() || !cterm_stop_group()) return false;
  }
  return true;
}
