#!/usr/bin/env python3
"""Times the browser from outside, on a pseudo-terminal, compared with tig and fzf.

    swift build -c release --static-swift-stdlib -Xlinker -s --product modeldex
    python3 Tests/Benchmarks/Browser/browser.py ../shared/captures/openrouter-20260821.json

Needs tig, fzf and git. Every figure is a median; each pair is measured alternately in one run.
With --json it prints the medians alone, for Tests/Benchmarks/compare.py.
"""
import fcntl, http.server, json, os, pty, re, select, shutil, signal, statistics, struct, subprocess
import sys, tempfile, termios, threading, time

PROGRAM = os.environ.get("MODELDEX", ".build/release/modeldex")
WANTS_JSON = "--json" in sys.argv
ESCAPES = re.compile(rb"\x1b(\[[0-?]*[ -/]*[@-~]|\][^\x07]*\x07|[()].|[=>78])")


class Run:
    """A program on a terminal of 120 by 36."""

    def __init__(self, command, environment):
        self.start = time.perf_counter()
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 36, 120, 0, 0))
            os.execvpe(command[0], command, environment)

    def read(self, limit):
        if not select.select([self.terminal], [], [], limit)[0]:
            return b""
        try:
            return os.read(self.terminal, 1 << 16)
        except OSError:
            return b""

    def until(self, wanted, limit=10):
        """Seconds from the start to the first glyph, and to the text that is wanted."""
        seen, first, end = b"", None, time.perf_counter() + limit
        while time.perf_counter() < end:
            seen += self.read(0.5)
            now = time.perf_counter() - self.start
            plain = ESCAPES.sub(b"", seen)
            if first is None and plain.strip(b"\r\n\x00 "):
                first = now
            if wanted in plain:
                return first, now
        raise SystemExit(f"{wanted!r} never appeared in {plain[-300:]!r}")

    def settle(self, quiet=0.3):
        while self.read(quiet):
            pass

    def key(self, text):
        """Seconds from a key to the last byte of the answer."""
        start = time.perf_counter()
        os.write(self.terminal, text)
        last = None
        while self.read(0.15):
            last = time.perf_counter() - start
        return last

    def cpu(self):
        fields = open(f"/proc/{self.process}/stat").read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def precise_cpu(self):
        total = 0
        for task in os.listdir(f"/proc/{self.process}/task"):
            total += int(open(f"/proc/{self.process}/task/{task}/schedstat").read().split()[0])
        return total / 1e9

    def wakes(self):
        total = 0
        for task in os.listdir(f"/proc/{self.process}/task"):
            status = open(f"/proc/{self.process}/task/{task}/status").read()
            total += int(re.search(r"nonvoluntary_ctxt_switches:\s+(\d+)", status)[1])
            total += int(re.search(r"\nvoluntary_ctxt_switches:\s+(\d+)", status)[1])
        return total

    def memory(self):
        status = open(f"/proc/{self.process}/status").read()
        return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024

    def end(self):
        os.kill(self.process, signal.SIGTERM)
        while self.read(0.5):
            pass
        os.waitpid(self.process, 0)
        os.close(self.terminal)


# The medians of what was printed: {name: {program: value}}.
FIGURES = {}


def record(name, **values):
    FIGURES[name] = {program: statistics.median(found) for program, found in values.items()}


def median(values, unit=1000):
    values = sorted(values)
    return f"{statistics.median(values) * unit:.1f} ({values[0] * unit:.1f}..{values[-1] * unit:.1f})"


def say(text):
    if not WANTS_JSON:
        print(text, flush=True)


def serve(body):
    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}/api/v1"


def main():
    body = open(sys.argv[1], "rb").read()
    count = len(json.loads(body)["data"])
    home = tempfile.mkdtemp()
    environment = dict(os.environ, TERM="xterm-256color", LC_ALL="C.UTF-8", XDG_STATE_HOME=home)
    environment.pop("NO_COLOR", None)
    upstream = serve(body)
    environment.update(MODELDEX_UPSTREAM=upstream, MODELDEX_CACHE_DIR=home + "/cache")
    command = [os.path.abspath(PROGRAM)]
    full = f"{count} OpenRouter".encode()

    prime = Run(command, environment)
    prime.until(b"live")
    prime.end()

    repository = home + "/repository"
    git = ["git", "-C", repository, "-c", "user.name=a", "-c", "user.email=a@b"]
    subprocess.run(["git", "init", "-q", repository], check=True)
    subprocess.run(git + ["commit", "-q", "--allow-empty", "-m", "only one"], check=True)
    ours, theirs = [], []
    for _ in range(21):
        run = Run(command, environment)
        ours.append(run.until(full))
        run.settle(0.1)
        run.end()
        os.chdir(repository)
        run = Run(["tig"], environment)
        theirs.append(run.until(b"only one"))
        run.settle(0.1)
        run.end()
        os.chdir("/")
    first, whole = [pair[0] for pair in ours], [pair[1] for pair in ours]
    record("start to the first character, ms", modeldex=[t * 1000 for t in first],
           tig=[pair[0] * 1000 for pair in theirs])
    record("start to the full list, ms", modeldex=[t * 1000 for t in whole],
           tig=[pair[1] * 1000 for pair in theirs])
    say(f"start, first character: modeldex {median(first)} ms, tig {median([p[0] for p in theirs])} ms")
    say(f"start, full list:   modeldex {median(whole)} ms, tig {median([p[1] for p in theirs])} ms")

    lines = home + "/lines"
    with open(lines, "w") as file:
        for row in json.loads(body)["data"]:
            file.write(f"{row['id']}\t{row['name']}\t{' '.join(row['description'].split())}\n")
    browser = Run(command, environment)
    browser.until(full)
    browser.settle()
    browser.key(b"/")
    finder = Run(["sh", "-c", f"fzf < {lines}"], environment)
    finder.settle(1)
    ours, theirs = [], []
    for _ in range(5):
        for key in [b"c", b"l", b"a", b"u", b"d", b"e"]:
            ours.append(browser.key(key))
            theirs.append(finder.key(key))
        browser.key(b"\x15")
        finder.key(b"\x15")
    finder.end()
    record("a key to the repainted list, ms", modeldex=[t * 1000 for t in ours],
           fzf=[t * 1000 for t in theirs])
    say(f"a key to the repainted list: modeldex {median(ours)} ms, fzf {median(theirs)} ms")

    browser.key(b"\r")
    browser.key(b"\x1b")
    cpu = []
    for _ in range(7):
        before = browser.precise_cpu()
        os.write(browser.terminal, b"r")
        browser.settle(1)
        cpu.append(browser.precise_cpu() - before)
    record("one refresh, ms of CPU", modeldex=[t * 1000 for t in cpu])
    say(f"one refresh of {len(body)} bytes: {median(cpu)} ms of CPU")
    browser.settle(8)
    record("memory after refreshes, MB", modeldex=[browser.memory()])
    say(f"memory: {browser.memory():.1f} MB resident")
    before, wakes = browser.precise_cpu(), browser.wakes()
    written = len(browser.read(30))
    spent, wakes = (browser.precise_cpu() - before) * 1000, browser.wakes() - wakes
    record("30 s idle, ms of CPU", modeldex=[spent])
    record("30 s idle, wake-ups", modeldex=[wakes])
    say(f"30 s idle: {spent:.1f} ms of CPU, {wakes} wake-ups, {written} bytes written")
    browser.end()
    shutil.rmtree(home)
    if WANTS_JSON:
        print(json.dumps(FIGURES))


main()
