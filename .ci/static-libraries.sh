#!/bin/sh
# Fills a folder with links to static archives and nothing else: searched before all others, it makes the linker take
# libyaml.a and libstdc++.a where it would take the shared libraries. What is not installed is linked shared.
#   .ci/static-libraries.sh FOLDER
set -eu
folder=$1
mkdir -p "$folder"

for compiler in clang cc gcc; do
    command -v "$compiler" >/dev/null 2>&1 && break
done

# Prints where an archive is, or nothing.
archive() {
    if path=$("$compiler" -print-file-name="$1" 2>/dev/null) && [ -f "$path" ]; then echo "$path"; fi
}

yaml=$(archive libyaml.a)
if [ -z "$yaml" ]; then
    libdir=$(pkg-config --variable=libdir yaml-0.1 2>/dev/null || true)
    if [ -f "$libdir/libyaml.a" ]; then yaml=$libdir/libyaml.a; fi
fi

rm -f "$folder/libyaml.a" "$folder/libstdc++.a" "$folder/yaml-0.1.pc"
cxx=$(archive libstdc++.a)
if [ -n "$cxx" ]; then ln -s "$cxx" "$folder/libstdc++.a"; fi
if [ -n "$yaml" ]; then
    ln -s "$yaml" "$folder/libyaml.a"
    # The system's file names the system's folder, which would come first. This one names none.
    cat >"$folder/yaml-0.1.pc" <<PC
Name: LibYAML
Description: the static libyaml
Version: $(pkg-config --modversion yaml-0.1)
Cflags: $(pkg-config --cflags yaml-0.1)
Libs: -lyaml
PC
else
    echo "build: no libyaml.a here; the binary will need the shared libyaml" >&2
fi
