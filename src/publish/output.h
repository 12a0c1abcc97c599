/* SPDX-License-Identifier: EUPL-1.2
 *
 * The site's folder: writes what changed, keeps a list of what it wrote (the
 * manifest, in the form of sha256sum), and removes what an earlier site left.
 */
#ifndef PUBLISH_OUTPUT_H
#define PUBLISH_OUTPUT_H

#include "base/arena.h"
#include "base/hash.h"
#include <kansli/error.h>

#define OUTPUT_MANIFEST "manifest.txt"

struct output_file {
	const char *path; /* relative, with slashes */
	char sha[HASH_HEX];
};

struct output {
	struct arena *a;
	const char *dir;
	VEC(struct output_file) files; /* written now */
	text_list before;	       /* paths in the manifest found */
};

/* output_open(a, dir, out, err): make ${dir} and read its manifest, if any. */
int output_open(
    struct arena *a, const char *dir, struct output *out, struct kl_error *err);

/* output_put(out, path, data, n, err): write ${path} (relative) unless it is
 * there with these bytes.  KL_E_INPUT if ${path} would leave the folder. */
int output_put(struct output *out, const char *path, const void *data, size_t n,
    struct kl_error *err);

/* output_close(out, err): remove the files that the manifest before named and
 * that were not written now, with folders that became empty, then write the
 * manifest.  Whoever does not call it leaves old files and manifest.
 * KL_E_INPUT, with nothing removed, if a path was written twice. */
int output_close(struct output *out, struct kl_error *err);

#endif
