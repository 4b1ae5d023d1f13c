#include "CBundledLaw.h"

#ifndef __has_embed
#error "this file needs #embed: build with the clang of the Swift toolchain (unset CC, or set it to that clang)"
#endif

// files.inc (made by `make bundle`) is read twice: first it becomes one array of bytes per file, then the table.
// Its #embed lines stand in the first reading only. The compiler lists each embedded file as a dependency of this one,
// so a changed YAML file is compiled in by the next `swift build`.
#pragma clang diagnostic ignored "-Wc23-extensions"

#define LAW_BYTES
#define LAW(id, path) static const unsigned char id[] = {
#define LAW_END 0};
#include "files.inc"
#undef LAW_BYTES
#undef LAW
#undef LAW_END

struct law_file {
    const char *path;
    const unsigned char *bytes;
    size_t size;
};

static const struct law_file law_files[] = {
#define LAW(id, path) {path, id, sizeof id - 1},
#define LAW_END
#include "files.inc"
};

size_t dualcrim_law_count(void) { return sizeof law_files / sizeof law_files[0]; }

const char *dualcrim_law_path(size_t index) {
    return index < dualcrim_law_count() ? law_files[index].path : NULL;
}

const void *dualcrim_law_bytes(size_t index, size_t *size) {
    if (index >= dualcrim_law_count()) {
        *size = 0;
        return NULL;
    }
    *size = law_files[index].size;
    return law_files[index].bytes;
}
