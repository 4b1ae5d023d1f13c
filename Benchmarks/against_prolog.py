#!/usr/bin/env python3
"""Compares the whole process of `dualcrim check` with that of a Prolog adviser on the same question.

Usage: python3 Benchmarks/against_prolog.py [--runs N] BINARY

The question is the surrender of Benchmarks/prolog/fr-de.yaml: may Germany, or must it, refuse a European arrest warrant from
France? The peer is Benchmarks/prolog/eaw.pl under SWI-Prolog (Debian: swi-prolog-nox), once loaded from its source and once
as a saved state that SWI-Prolog compiled before. First both must give the same answer on every ground that they share; then
they run alternately, in rounds of one run each, at least 30 rounds after one that is thrown away. The ratio is that of the
median wall times. Without SWI-Prolog nothing is measured, and that is said.
"""

import argparse
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile

import process

HERE = pathlib.Path(__file__).resolve().parent / "prolog"
ADVISER, FACTS, REQUEST = (str(HERE / name) for name in ("eaw.pl", "fr-de.facts", "fr-de.yaml"))
LEAST_RUNS = 30
TARGET = 0.1
# The adviser's name of each ground, and the ground of dualcrim that says the same.
GROUNDS = {
    "penalty_threshold": "penalty-threshold",
    "sentence_threshold": "sentence-threshold",
    "amnesty": "amnesty",
    "final_judgment_executing": "final-judgment-requested",
    "final_judgment_member": "final-judgment-requesting",
    "final_judgment_third": "final-judgment-third",
    "age_of_responsibility": "age-of-responsibility",
    "dual_criminality": "dual-criminality",
    "pending_proceedings": "pending-proceedings",
    "discontinued": "discontinued-requested",
    "lapse_of_time": "lapse-of-time",
    "territoriality": "territoriality",
    "extraterritoriality": "extraterritoriality",
    "in_absentia": "in-absentia",
}


def different(binary, swipl):
    """The shared grounds on which the two do not say the same."""
    lines = subprocess.run([swipl, ADVISER, FACTS], capture_output=True, text=True, check=False).stdout.splitlines()
    advised = {line.split()[0]: line[28:38].strip().replace(" ", "-") for line in lines if " art " in line}
    result = subprocess.run([binary, "check", "--format", "json", REQUEST], capture_output=True, text=True, check=False)
    findings = json.loads(result.stdout)["findings"]
    found = {finding["ground"]: finding["outcome"] for finding in findings if finding["basis"] == "eaw"}
    return [name for name, ground in GROUNDS.items() if advised.get(name) is None or advised[name] != found.get(ground)]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=LEAST_RUNS, help=f"rounds, at least {LEAST_RUNS} ({LEAST_RUNS})")
    parser.add_argument("binary", help="the release binary")
    options = parser.parse_args()
    swipl = shutil.which("swipl")
    if swipl is None:
        print("skipped: SWI-Prolog is not installed (Debian: apt-get install swi-prolog-nox)")
        return
    binary = os.path.abspath(options.binary)
    wrong = different(binary, swipl)
    if wrong:
        sys.exit(f"against_prolog.py: the two answer differently on {', '.join(wrong)}")
    with tempfile.TemporaryDirectory() as folder:
        state = os.path.join(folder, "eaw")
        subprocess.run([swipl, "-o", state, "-c", ADVISER], capture_output=True, check=True)
        cases = [
            ("dualcrim --version", [binary, "--version"], {0}),
            ("dualcrim check", [binary, "check", REQUEST], {0, 1, 2, 3}),
            ("swipl, bare start", [swipl, "-f", "none", "-g", "halt"], {0}),
            ("adviser, from source", [swipl, ADVISER, FACTS], {0}),
            ("adviser, saved state", [state, FACTS], {0}),
        ]
        figures = {name: [] for name, _, _ in cases}
        runs = max(LEAST_RUNS, options.runs)
        for turn in range(runs + 1):
            for name, command, codes in cases:
                figure = process.run(command, codes)
                if turn > 0:
                    figures[name].append(figure)
    show(figures, runs)


def show(figures, runs):
    own = statistics.median(wall for wall, _ in figures["dualcrim check"])
    print(f"Whole process, {runs} runs of each in turn; x is the median wall time of `dualcrim check` to that of the case.\n")
    print("| case | median ms | min-max ms | processor ms | x |")
    print("| --- | ---: | ---: | ---: | ---: |")
    for name, all_figures in figures.items():
        walls = [wall for wall, _ in all_figures]
        middle = statistics.median(walls)
        processor = statistics.median(figure[1] for figure in all_figures)
        print(f"| {name} | {middle:.1f} | {min(walls):.1f}-{max(walls):.1f} | {processor:.1f} | {own / middle:.2f} |")
    ratio = own / statistics.median(wall for wall, _ in figures["adviser, from source"])
    print(f"\n`dualcrim check` takes {ratio:.2f} times as long as the adviser; the target is at most {TARGET:.2f}:"
          f" {'reached' if ratio <= TARGET else 'not reached'}.")


if __name__ == "__main__":
    main()
