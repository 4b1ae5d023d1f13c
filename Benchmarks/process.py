#!/usr/bin/env python3
"""Measures what one whole run of the command costs: wall time and peak memory of the release binary.

Usage: python3 Benchmarks/process.py [--runs N] [--json FILE] BINARY

Every case runs N times, in rounds: each round runs every case once, so that a slow moment of the machine falls on all of
them alike; one round before the first is thrown away. Beside `check` on each example of Docs/examples run `--version`
(the cost of starting the binary) and, as peers, `true` (the cost of starting any process) and the bare start of
interpreters that are installed: this Python, and SWI-Prolog (Debian: swi-prolog-nox). Wall time is taken around spawn
and wait; processor time is what the system reports for the process, and hardly moves when other programs compete for
the cores. Memory is the peak resident set that GNU time (Debian: time) reports in three further runs: what the system
reports to this program would include its own. Needs Linux or macOS and nothing but Python's standard library; without
GNU time memory is not measured.
"""

import argparse
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import time

TARGET_MILLISECONDS = 15
TARGET_MEGABYTES = 60
EXAMPLES = pathlib.Path(__file__).resolve().parent.parent / "Docs" / "examples"


def run(command, codes):
    """Runs a command once, its output thrown away; returns wall and processor milliseconds."""
    discard = [(os.POSIX_SPAWN_OPEN, number, os.devnull, os.O_RDWR, 0) for number in (0, 1, 2)]
    start = time.perf_counter()
    process = os.posix_spawn(command[0], command, os.environ, file_actions=discard)
    _, status, usage = os.wait4(process, 0)
    elapsed = (time.perf_counter() - start) * 1000
    code = os.waitstatus_to_exitcode(status)
    if code not in codes:
        sys.exit(f"process.py: `{' '.join(command)}` ended with code {code}")
    return elapsed, (usage.ru_utime + usage.ru_stime) * 1000


def peak(command):
    """The peak memory of one run in megabytes, or None where GNU time is missing."""
    timer = shutil.which("time")
    if timer is None:
        return None
    result = subprocess.run(
        [timer, "--quiet", "--format=%M", *command], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False
    )
    lines = result.stderr.decode("utf-8", "replace").split()
    return int(lines[-1]) * 1024 / 1e6 if lines and lines[-1].isdigit() else None


def peers():
    """Programs to compare with, as far as they are installed and work."""
    candidates = [
        ("true", [shutil.which("true")]),
        ("python3, bare start", [os.path.realpath(sys.executable), "-I", "-S", "-c", "pass"]),
        ("swipl, bare start", [shutil.which("swipl"), "-f", "none", "-g", "halt"]),
    ]
    for name, command in candidates:
        if command[0] and subprocess.run(command, capture_output=True, check=False).returncode == 0:
            yield name, command, {0}


def cases(binary):
    yield from peers()
    yield "dualcrim --version", [binary, "--version"], {0}
    for path in sorted(EXAMPLES.glob("*.yaml")):
        # Codes 0 to 3 are verdicts; anything else is a failure.
        yield f"check {path.stem}", [binary, "check", str(path)], {0, 1, 2, 3}


def measure(binary, runs):
    """Each case as (name, [(wall milliseconds, processor milliseconds)], megabytes or None)."""
    results = [(name, command, codes, []) for name, command, codes in cases(binary)]
    for turn in range(runs + 1):
        for _, command, codes, figures in results:
            figure = run(command, codes)
            if turn > 0:
                figures.append(figure)
    return [
        (name, figures, max((size for _ in range(3) if (size := peak(command)) is not None), default=None))
        for name, command, _, figures in results
    ]


def show(results, runs):
    def median(figures, column):
        return statistics.median(figure[column] for figure in figures)

    base = next(median(figures, 0) for name, figures, _ in results if name == "dualcrim --version")
    print(f"Whole process, {runs} runs of each; x is the ratio of median wall times to `dualcrim --version`.\n")
    print("| case | median ms | min-max ms | x | processor ms | peak MB |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    for name, figures, size in results:
        walls = [figure[0] for figure in figures]
        print(
            f"| {name} | {median(figures, 0):.1f} | {min(walls):.1f}-{max(walls):.1f} | {median(figures, 0) / base:.1f}"
            f" | {median(figures, 1):.1f} | {'-' if size is None else f'{size:.1f}'} |"
        )
    checks = [result for result in results if result[0].startswith("check ")]
    slow = [name for name, figures, _ in checks if median(figures, 0) >= TARGET_MILLISECONDS]
    large = [name for name, _, size in checks if size is None or size >= TARGET_MEGABYTES]
    print(
        f"\nUnder {TARGET_MILLISECONDS} ms (median): {len(checks) - len(slow)} of {len(checks)} examples;"
        f" under {TARGET_MEGABYTES} MB (peak): {len(checks) - len(large)} of {len(checks)}."
    )
    for name in sorted(set(slow + large)):
        print(f"Missed: {name}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=25, help="runs of each case (25)")
    parser.add_argument("--json", help="write every single measurement to this file as well")
    parser.add_argument("binary", help="the release binary")
    options = parser.parse_args()
    results = measure(os.path.abspath(options.binary), max(1, options.runs))
    if options.json:
        named = {
            name: {"wall-ms": [f[0] for f in figures], "processor-ms": [f[1] for f in figures], "peak-mb": size}
            for name, figures, size in results
        }
        pathlib.Path(options.json).write_text(json.dumps(named, indent=1) + "\n", encoding="utf-8")
    show(results, options.runs)


if __name__ == "__main__":
    main()
