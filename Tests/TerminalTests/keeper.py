"""Runs a command as a shell runs a job, and continues it whenever it is stopped.

A person would type `fg`. Shells that do so automatically adopt the terminal modes that they find
in the meantime, so this program replaces the shell: keeper.py COMMAND [ARGUMENT]...

Echo is off throughout: tmux 3.3a can crash on a resize while its other screen has a wrapped line,
and echoed input to a stopped program could be one.
"""

import os
import signal
import sys
import termios

TERMINAL = 0
SHELL_SIGNALS = (signal.SIGINT, signal.SIGQUIT, signal.SIGTSTP, signal.SIGTTIN, signal.SIGTTOU)


def change_echo(is_on):
    """Switches echo on or off, changes no other mode, and returns the modes."""
    modes = termios.tcgetattr(TERMINAL)
    modes[3] = modes[3] | termios.ECHO if is_on else modes[3] & ~termios.ECHO
    termios.tcsetattr(TERMINAL, termios.TCSANOW, modes)
    return modes


def start(command):
    child = os.fork()
    if child == 0:
        os.setpgid(0, 0)
        os.tcsetpgrp(TERMINAL, os.getpid())
        for number in SHELL_SIGNALS:
            signal.signal(number, signal.SIG_DFL)
        os.execvp(command[0], command)
    return child


def main():
    modes = change_echo(False)
    for number in SHELL_SIGNALS:
        signal.signal(number, signal.SIG_IGN)
    child = start(sys.argv[1:])
    while True:
        _, status = os.waitpid(child, os.WUNTRACED)
        os.tcsetpgrp(TERMINAL, os.getpgrp())
        if not os.WIFSTOPPED(status):
            change_echo(True)
            code = os.waitstatus_to_exitcode(status)
            sys.exit(code if code >= 0 else 128 - code)
        termios.tcsetattr(TERMINAL, termios.TCSANOW, modes)
        os.tcsetpgrp(TERMINAL, child)
        os.killpg(child, signal.SIGCONT)


main()
