/* SPDX-License-Identifier: EUPL-1.2
 *
 * Files: read whole with a ceiling, written aside, synced and renamed, so that
 * a reader sees the old file or the new one and a crash loses neither.
 */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include <kansli/error.h>

/* file_open(path, max, fd, err): open a file of at most ${max} bytes to be
 * handed to another program; the caller closes ${fd}.  KL_E_ENV if it cannot be
 * read, KL_E_INPUT if it is larger. */
int file_open(const char *path, size_t max, int *fd, struct kl_error *err);

/* file_read(path, max, out, err): the whole file, at most ${max} bytes, into
 * ${out}, which is initialised here and freed by the caller (also on failure).
 * KL_E_ENV if it cannot be read, KL_E_INPUT if it is larger than ${max}. */
int file_read(
    const char *path, size_t max, struct buf *out, struct kl_error *err);

/* file_write(path, data, n, err): replace ${path} atomically (temporary file in
 * the same folder, fsync, rename).  On failure the old file is untouched. */
int file_write(
    const char *path, const void *data, size_t n, struct kl_error *err);

/* file_put(path, data, n, err): the same, but for the rename itself, which the
 * folder holds: after a power cut the old file may stand there.  For many files
 * in a folder, followed by file_sync_folder(dir), which waits for the disk once
 * and ignores what it cannot open. */
int file_put(
    const char *path, const void *data, size_t n, struct kl_error *err);
void file_sync_folder(const char *dir);

/* file_make_dirs(path, err): make the folder and the missing ones above it. */
int file_make_dirs(const char *path, struct kl_error *err);

/* file_exists(path): true if something can be stat'ed there. */
bool file_exists(const char *path);

#endif
