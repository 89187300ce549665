#ifndef MODELDEX_CLOCK_WATCH_H
#define MODELDEX_CLOCK_WATCH_H

/// A descriptor that can be read as soon as the wall clock was set, or the machine woke from sleep;
/// it is not inherited. -1 where there is none.
int modeldex_clock_watch_make(void);

/// Makes it wait for the next time. Answers 0 if it no longer can.
int modeldex_clock_watch_renew(int watch);

#endif
