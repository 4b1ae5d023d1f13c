#!/bin/sh
# Installs Debian packages: sh .ci/apt.sh WHO PACKAGE…, where WHO stands before what is said. For machines with apt-get.
set -eu
who=$1
shift

say() { echo "$who: $1" >&2; }

if [ "$(id -u)" -eq 0 ]; then
    root=
elif command -v sudo >/dev/null 2>&1; then
    root=sudo
else
    say "missing; as root, run: apt-get install $*"
    exit 1
fi

echo "$who: installing $*"
# A fresh machine may have no package lists yet; a list that cannot be renewed is no reason to stop.
$root apt-get update -qq || say "apt-get update failed; trying with the package lists that are here"
$root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq -o Dpkg::Use-Pty=0 --no-install-recommends "$@" >/dev/null
