#!/bin/sh
# Puts one binary and the completions for three shells under a prefix, or removes them.
#   .ci/install.sh install PREFIX BINARY
#   .ci/install.sh uninstall PREFIX
set -eu
verb=$1
prefix=$2

bin=$prefix/bin/dualcrim
bash=$prefix/share/bash-completion/completions/dualcrim
zsh=$prefix/share/zsh/site-functions/_dualcrim
fish=$prefix/share/fish/vendor_completions.d/dualcrim.fish

# Asks for more rights only where the prefix, or the nearest folder above it that exists, is not ours to write.
nearest=$prefix
while [ ! -d "$nearest" ]; do nearest=$(dirname "$nearest"); done
root=
if [ ! -w "$nearest" ]; then
    command -v sudo >/dev/null 2>&1 || {
        echo "$verb: no right to write \`$nearest\`: choose another place with PREFIX=…" >&2
        exit 1
    }
    root=sudo
fi

case $verb in
install)
    binary=$3
    scratch=$(mktemp -d)
    trap 'rm -rf "$scratch"' EXIT
    for shell in bash zsh fish; do
        "$binary" --generate-completion-script "$shell" >"$scratch/$shell"
    done
    put() {
        $root mkdir -p "$(dirname "$3")"
        $root install -m "$1" "$2" "$3"
        echo "installed $3"
    }
    put 755 "$binary" "$bin"
    put 644 "$scratch/bash" "$bash"
    put 644 "$scratch/zsh" "$zsh"
    put 644 "$scratch/fish" "$fish"
    ;;
uninstall)
    for file in "$bin" "$bash" "$zsh" "$fish"; do
        if [ -e "$file" ]; then
            $root rm -f "$file"
            echo "removed $file"
        fi
    done
    ;;
*)
    echo "install: \`$verb\` is neither install nor uninstall" >&2
    exit 64
    ;;
esac
