#ifndef MODELDEX_CLOCK_WATCH_H
#define MODELDEX_CLOCK_WATCH_H

/// A descriptor that becomes readable when the wall clock is set or the machine wakes from sleep.
/// It is not inherited. -1 on failure.
int modeldex_clock_watch_make(void);

/// Rearms it for the next change. Returns 0 if that fails.
int modeldex_clock_watch_renew(int watch);

#endif
