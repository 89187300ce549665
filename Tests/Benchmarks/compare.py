#!/usr/bin/env python3
"""Measures the release build and compares every figure with the last recorded one.

    swift build -c release --static-swift-stdlib -Xlinker -s --product modeldex
    apt-get install tig fzf git nginx-light wrk nodejs
    python3 Tests/Benchmarks/compare.py BODY [--record] [--program MODELDEX]

BODY is a saved body of OpenRouter's list. It fails for no figure: it prints the ratio to the recorded
one, so that a lost optimisation is seen. Where another program is measured beside modeldex in the same
run, the ratio is that of the two quotients, which a slow or busy machine changes least. --record
writes the figures, with the date, into recorded.json, from which the README has its table.
"""
import argparse, datetime, json, os, re, resource, statistics, subprocess, sys, tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
RECORDED = os.path.join(HERE, "recorded.json")


def browser(body, program):
    output = subprocess.run(
        [sys.executable, os.path.join(HERE, "Browser/browser.py"), body, "--json"],
        env=dict(os.environ, MODELDEX=program), check=True, capture_output=True, text=True).stdout
    return json.loads(output)


def process(command, environment):
    """Milliseconds of CPU of a command, in a run."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    # Not in a checkout, whose cache the program would use.
    subprocess.run(
        command, env=environment, cwd=environment["HOME"], stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) * 1000


def commands(body, program):
    with tempfile.TemporaryDirectory() as home:
        os.makedirs(home + "/.cache/modeldex")
        with open(body, "rb") as source, open(
            home + "/.cache/modeldex/openrouter_models.json", "wb"
        ) as target:
            target.write(source.read())
        environment = {"HOME": home, "PATH": os.environ["PATH"], "LANG": "C.UTF-8"}
        figures = {}
        for name, arguments in {
            "--version, ms of CPU": ["--version"],
            "list 'claude sort:price', ms of CPU": ["list", "claude sort:price"],
        }.items():
            pairs = [
                (process([program] + arguments, environment), process(["true"], environment))
                for _ in range(21)
            ]
            figures[name] = {
                "modeldex": statistics.median(pair[0] for pair in pairs),
                "true": statistics.median(pair[1] for pair in pairs),
            }
        return figures


def server(body, program):
    output = subprocess.run(
        [os.path.join(HERE, "Server/run.sh"), body, program],
        env=dict(os.environ, SECONDS_EACH="3", ROUNDS="3", REQUESTS="1"), check=True,
        capture_output=True, text=True).stdout
    figures = {}
    for path, name, rate in re.findall(r"^(/\S+)\s+(modeldex|nginx|node)\s+(\d+)", output, re.M):
        figures.setdefault(f"GET {path}, requests a second", {})[name] = float(rate)
    return figures


def quotient(values):
    """Ours by the first program beside it; ours alone if there is none."""
    others = [value for name, value in values.items() if name != "modeldex" and name != "true"]
    return values["modeldex"] / others[0] if others else values["modeldex"]


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("body")
    parser.add_argument("--program", default=".build/release/modeldex")
    parser.add_argument("--record", action="store_true")
    options = parser.parse_args()
    body, program = os.path.abspath(options.body), os.path.abspath(options.program)
    figures = {**browser(body, program), **commands(body, program), **server(body, program)}
    figures = {
        name: {program: round(value, 2) for program, value in values.items()}
        for name, values in figures.items()
    }
    recorded = {"date": "nothing recorded", "figures": {}}
    if os.path.exists(RECORDED):
        with open(RECORDED) as file:
            recorded = json.load(file)
    print(f"{'':44}{'now':>40}   to {recorded['date']}")
    for name, values in figures.items():
        text = ", ".join(f"{program} {value:g}" for program, value in values.items())
        last = recorded["figures"].get(name)
        ratio = f"x {quotient(values) / quotient(last):.2f}" if last else "new"
        print(f"{name:44}{text:>40}   {ratio}")
    if options.record:
        with open(RECORDED, "w") as file:
            json.dump(
                {"date": datetime.date.today().isoformat(), "figures": figures}, file, indent=2)
            file.write("\n")


main()
