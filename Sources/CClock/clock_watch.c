#include "clock_watch.h"

#include <errno.h>
#include <stdint.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

int modeldex_clock_watch_renew(int watch) {
  uint64_t ignored;
  /* read() fails with ECANCELED when the clock was set. */
  if (read(watch, &ignored, sizeof ignored) >= 0) return 0;
  /* Far in the future, because the timer also fires at its date. */
  struct itimerspec never = {.it_value = {.tv_sec = (time_t)1 << 40}};
  const int flags = TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET;
  /* With ECANCELED the clock was set again meanwhile; the timer is armed nevertheless. */
  return timerfd_settime(watch, flags, &never, NULL) == 0 || errno == ECANCELED;
}

int modeldex_clock_watch_make(void) {
  int watch = timerfd_create(CLOCK_REALTIME, TFD_CLOEXEC | TFD_NONBLOCK);
  if (watch >= 0 && !modeldex_clock_watch_renew(watch)) {
    close(watch);
    return -1;
  }
  return watch;
}
