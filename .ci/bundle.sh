#!/bin/sh
# Writes Sources/CBundledLaw/files.inc, the list of the YAML files that are compiled into the binary.
#   .ci/bundle.sh           writes it if it changed
#   .ci/bundle.sh --check   writes nothing; fails if it is out of date
set -eu
LC_ALL=C
export LC_ALL
cd "$(dirname "$0")/.."
list=Sources/CBundledLaw/files.inc

refuse() {
    echo "bundle: $1" >&2
    exit 1
}

# Names are kept plain so that no quoting is needed anywhere: in C, in make, in a citation.
odd=$(find Rules Jurisdictions -type f \( -name '*.yaml' -o -name '*.yml' \) | grep -v '^[A-Za-z0-9/_-]*\.yaml$' || true)
[ -z "$odd" ] || refuse "rename these files: letters, digits, \`-\` and \`_\` only, ending in \`.yaml\`
$odd"

new=$(mktemp)
trap 'rm -f "$new"' EXIT
{
    echo '// Made by `make bundle` from the files of Rules/ and Jurisdictions/; do not edit. See CBundledLaw.c.'
    # Distinct paths give distinct names: `_`, `-`, `/` and `.` become __, _m, _s and _d.
    find Rules Jurisdictions -type f -name '*.yaml' | sort | awk '{
        id = $0
        gsub(/_/, "__", id); gsub(/-/, "_m", id); gsub(/\//, "_s", id); gsub(/\./, "_d", id)
        printf "LAW(%s, \"%s\")\n#ifdef LAW_BYTES\n#embed \"../../%s\" suffix(,)\n#endif\nLAW_END\n", id, $0, $0
    }'
} >"$new"
grep -q '^LAW(' "$new" || refuse "no YAML file in Rules/ or Jurisdictions/"

if cmp -s "$new" "$list"; then exit 0; fi
if [ "${1-}" = --check ]; then
    refuse "$list is out of date: run \`make bundle\` and commit it
$(diff "$list" "$new" | sed -n 's/^\([<>]\) LAW(.*, "\(.*\)")$/\1 \2/p' | sed -e 's/^</removed/' -e 's/^>/added  /')"
fi
cat "$new" >"$list"
echo "bundle: wrote $list ($(grep -c '^LAW(' "$list") files)"
