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

if [ "$(id -u)" -eq 0 ]; then
    root=
elif command -v sudo >/dev/null 2>&1; then
    root=sudo
else
    say "z3 is missing; as root, run: apt-get install z3"
    exit 1
fi

echo "prove: installing z3"
# A fresh machine may have no package lists yet; a list that cannot be renewed is no reason to stop.
$root apt-get update -qq || say "apt-get update failed; trying with the package lists that are here"
$root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq -o Dpkg::Use-Pty=0 --no-install-recommends z3 >/dev/null
command -v z3 >/dev/null 2>&1 || {
    say "z3 is installed, but PATH does not find it"
    exit 1
}
