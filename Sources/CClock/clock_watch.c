#include "clock_watch.h"

#include <errno.h>
#include <stdint.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

int modeldex_clock_watch_renew(int watch) {
  uint64_t ignored;
  /* Says that it was cancelled; that is what it is there for. */
  if (read(watch, &ignored, sizeof ignored) >= 0) return 0;
  /* Far beyond any date, for the date itself would be told too. */
  struct itimerspec never = {.it_value = {.tv_sec = (time_t)1 << 40}};
  const int flags = TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET;
  /* The clock may have been set once more since: then it is armed all the same. */
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
