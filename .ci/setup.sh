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

sh "$(dirname "$0")/apt.sh" setup libyaml-dev pkg-config
pkg-config --exists yaml-0.1 || {
    say "pkg-config still does not find \`yaml-0.1\`; is PKG_CONFIG_PATH or PKG_CONFIG_LIBDIR set?"
    exit 1
}
