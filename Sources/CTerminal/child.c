#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "CTerminal.h"

/* stdin for the child: a file in memory, so that no thread has to write to a pipe. */
static int make_input(const char *input, size_t length) {
  if (length == 0) return open("/dev/null", O_RDONLY | O_CLOEXEC);
  int file = memfd_create("input", MFD_CLOEXEC);
  if (file < 0) return -1;
  size_t done = 0;
  while (done < length) {
    ssize_t count = write(file, input + done, length - done);
    if (count > 0) {
      done += (size_t)count;
    } else if (errno != EINTR) {
      close(file);
      return -1;
    }
  }
  lseek(file, 0, SEEK_SET);
  return file;
}

static int spawn(
    pid_t *child, char *const arguments[], char *const environment[], int input) {
  posix_spawn_file_actions_t files;
  posix_spawnattr_t attributes;
  sigset_t none, all;
  sigemptyset(&none);
  sigfillset(&all);
  int error = posix_spawn_file_actions_init(&files);
  if (error != 0) return error;
  error = posix_spawnattr_init(&attributes);
  if (error != 0) {
    posix_spawn_file_actions_destroy(&files);
    return error;
  }
  if (error == 0) error = posix_spawn_file_actions_adddup2(&files, input, STDIN_FILENO);
  if (error == 0) {
    error = posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  }
  if (error == 0) {
    error = posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  }
  if (error == 0) error = posix_spawn_file_actions_addclosefrom_np(&files, 3);
  if (error == 0) error = posix_spawnattr_setsigmask(&attributes, &none);
  if (error == 0) error = posix_spawnattr_setsigdefault(&attributes, &all);
  if (error == 0) {
    error = posix_spawnattr_setflags(
        &attributes, POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  }
  if (error == 0) {
    error = posix_spawnp(child, arguments[0], &files, &attributes, arguments, environment);
  }
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&files);
  return error;
}

static int collect(pid_t child) {
  int status = 0;
  while (waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) return 127;
  }
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

static void *collect_later(void *child) {
  collect((pid_t)(intptr_t)child);
  return NULL;
}

static void collect_in_background(pid_t child) {
  pthread_t thread;
  if (pthread_create(&thread, NULL, collect_later, (void *)(intptr_t)child) == 0) {
    pthread_detach(thread);
  }
}

/* Whether the child ended in time; without pidfd (Linux before 5.3) always true, and the caller
   waits. */
static bool ends_within(pid_t child, int milliseconds) {
  int handle = (int)syscall(SYS_pidfd_open, child, 0);
  if (handle < 0) return true;
  struct pollfd entry = {.fd = handle, .events = POLLIN};
  int ready;
  do {
    ready = poll(&entry, 1, milliseconds);
  } while (ready < 0 && errno == EINTR);
  close(handle);
  return ready > 0;
}

int cterm_run(
    char *const arguments[], char *const environment[], const char *input, size_t length,
    int milliseconds, bool kills) {
  int file = make_input(input, length);
  if (file < 0) return CTERM_NOT_STARTED;
  pid_t child;
  int error = spawn(&child, arguments, environment, file);
  close(file);
  if (error != 0) {
    errno = error;
    return CTERM_NOT_STARTED;
  }
  if (ends_within(child, milliseconds)) return collect(child);
  if (kills) {
    kill(-child, SIGKILL);
    collect(child);
  } else {
    collect_in_background(child);
  }
  return CTERM_RUNNING;
}
