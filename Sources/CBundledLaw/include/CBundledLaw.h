#ifndef DUALCRIM_BUNDLED_LAW_H
#define DUALCRIM_BUNDLED_LAW_H

#include <stddef.h>

/// How many files of Rules/ and Jurisdictions/ this binary carries.
size_t dualcrim_law_count(void);

/// The path of a file from the top of the project, in ascending order of bytes; NULL when there is no such index.
const char *dualcrim_law_path(size_t index);

/// The bytes of a file and, in *size, how many there are; NULL when there is no such index. They live as long as the
/// program does, and a NUL that does not count follows them.
const void *dualcrim_law_bytes(size_t index, size_t *size);

#endif
