#!/bin/sh
# Makes sure that there is a z3; installs it where apt-get can.
set -eu

say() { echo "prove: $1" >&2; }

command -v z3 >/dev/null 2>&1 && exit 0

command -v apt-get >/dev/null 2>&1 || {
    say "\`z3\` not found: install it (the package is called z3 nearly everywhere), or name another solver with"
    say "  make prove PROVE=\"--solver PATH\""
    exit 1
}

sh "$(dirname "$0")/apt.sh" prove z3
command -v z3 >/dev/null 2>&1 || {
    say "z3 is installed, but PATH does not find it"
    exit 1
}
