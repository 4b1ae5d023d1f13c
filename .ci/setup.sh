#!/bin/sh
# Makes sure that there is a Swift toolchain, and libyaml with its header; installs the latter where apt-get can.
set -eu
swift=${1:-swift}

say() { echo "setup: $1" >&2; }

command -v "$swift" >/dev/null 2>&1 || {
    say "\`$swift\` not found: install a Swift toolchain, 6.2 or later, from https://www.swift.org/install"
    [ -z "${SUDO_USER-}" ] || say "or leave out sudo: it hides your own PATH, and is asked for only where it is needed"
    exit 1
}

pkg-config --exists yaml-0.1 2>/dev/null && exit 0

command -v apt-get >/dev/null 2>&1 || {
    say "pkg-config does not find \`yaml-0.1\`: install libyaml with its header, and pkg-config, for example"
    say "  dnf install libyaml-devel pkgconf-pkg-config    pacman -S libyaml pkgconf    zypper install libyaml-devel pkgconf"
    exit 1
}

if [ "$(id -u)" -eq 0 ]; then
    root=
elif command -v sudo >/dev/null 2>&1; then
    root=sudo
else
    say "libyaml-dev and pkg-config are missing; as root, run: apt-get install libyaml-dev pkg-config"
    exit 1
fi

echo "setup: installing libyaml-dev and pkg-config"
# A fresh machine may have no package lists yet; a list that cannot be renewed is no reason to stop.
$root apt-get update -qq || say "apt-get update failed; trying with the package lists that are here"
$root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq -o Dpkg::Use-Pty=0 --no-install-recommends libyaml-dev pkg-config >/dev/null
pkg-config --exists yaml-0.1 || {
    say "pkg-config still does not find \`yaml-0.1\`; is PKG_CONFIG_PATH or PKG_CONFIG_LIBDIR set?"
    exit 1
}
