/* SPDX-License-Identifier: EUPL-1.2
 *
 * Files of the site.  The manifest found is not trusted: a path in it that does
 * not look like one of ours is never removed.
 */
#include "config.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "publish/output.h"

#define MANIFEST_MAX (32u << 20)
#define PATH_MAX_LENGTH 1024

/* A path that stays inside: parts of letters, digits and ._-, none beginning
 * with a dot. */
static bool
path_ok(const char *path)
{
	const char *p = path;

	if (*p == '\0' || strlen(path) > PATH_MAX_LENGTH)
		return false;
	for (; *p != '\0'; p++) {
		if (p == path || p[-1] == '/') {
			if (*p == '.' || *p == '/')
				return false;
		}
		if (strchr("abcdefghijklmnopqrstuvwxyz"
			   "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-/",
			*p) == NULL)
			return false;
	}
	return p[-1] != '/';
}

/* Take the paths out of a manifest: 64 digits, two spaces, path. */
static int
read_manifest(struct output *out, char *text)
{
	char *line, *rest = NULL;

	for (line = strtok_r(text, "\n", &rest); line != NULL;
	     line = strtok_r(NULL, "\n", &rest)) {
		if (strspn(line, "0123456789abcdef") != 64 ||
		    strncmp(line + 64, "  ", 2) != 0 || !path_ok(line + 66))
			continue;
		if (text_add(out->a, &out->before, line + 66) != 0)
			return -1;
	}
	return 0;
}

int
output_open(
    struct arena *a, const char *dir, struct output *out, struct kl_error *err)
{
	struct buf b;
	char *path;
	int rc;

	memset(out, 0, sizeof *out);
	out->a = a;
	out->dir = arena_strdup(a, dir);
	path = arena_printf(a, "%s/%s", dir, OUTPUT_MANIFEST);
	if (out->dir == NULL || path == NULL)
		return kl_error_nomem(err);
	rc = file_make_dirs(dir, err);
	if (rc != 0 || !file_exists(path))
		return rc;
	rc = file_read(path, MANIFEST_MAX, &b, err);
	if (rc == 0 && read_manifest(out, b.data) != 0)
		rc = kl_error_nomem(err);
	buf_free(&b);
	return rc;
}

/* True if ${path} holds exactly these bytes. */
static bool
is_there(const char *path, const void *data, size_t n)
{
	struct stat st;
	struct buf b;
	bool equal;

	if (lstat(path, &st) != 0 || !S_ISREG(st.st_mode) ||
	    (size_t)st.st_size != n)
		return false;
	equal = file_read(path, n, &b, NULL) == 0 && b.len == n &&
		memcmp(b.data, data, n) == 0;
	buf_free(&b);
	return equal;
}

static int
make_folder(const char *path, struct kl_error *err)
{
	char dir[4096];
	char *slash;

	if (snprintf(dir, sizeof dir, "%s", path) >= (int)sizeof dir)
		return kl_error_set(err, KL_E_INPUT,
		    KL_N_("The path %s is too long. Choose a folder nearer to "
			  "the root."),
		    path);
	slash = strrchr(dir, '/');
	if (slash == NULL || slash == dir)
		return 0;
	*slash = '\0';
	return file_make_dirs(dir, err);
}

static int
write_file(struct output *out, const char *path, const void *data, size_t n,
    struct kl_error *err)
{
	char *full = arena_printf(out->a, "%s/%s", out->dir, path);
	int rc;

	if (full == NULL)
		return kl_error_nomem(err);
	if (is_there(full, data, n))
		return 0;
	rc = make_folder(full, err);
	return rc != 0 ? rc : file_write(full, data, n, err);
}

int
output_put(struct output *out, const char *path, const void *data, size_t n,
    struct kl_error *err)
{
	struct output_file *f;
	int rc;

	if (!path_ok(path) || strcmp(path, OUTPUT_MANIFEST) == 0)
		return kl_error_set(err, KL_E_INPUT,
		    KL_N_("The file %s cannot be put on the site: use letters "
			  "a-z, digits, hyphens and dots. The site was not "
			  "finished."),
		    path);
	f = vec_push(out->a, &out->files);
	if (f == NULL)
		return kl_error_nomem(err);
	f->path = arena_strdup(out->a, path);
	if (f->path == NULL)
		return kl_error_nomem(err);
	hash_of(data, n, f->sha);
	rc = write_file(out, path, data, n, err);
	if (rc != 0)
		out->files.n--;
	return rc;
}

static int
compare_files(const void *x, const void *y)
{
	const struct output_file *f = x, *g = y;

	return strcmp(f->path, g->path);
}

/* Remove ${path} and the folders above it that are empty now. */
static void
remove_file(const struct output *out, const char *path)
{
	char *full = arena_printf(out->a, "%s/%s", out->dir, path);
	char *slash;
	size_t stop;

	if (full == NULL || unlink(full) != 0)
		return;
	stop = strlen(out->dir);
	while ((slash = strrchr(full, '/')) != NULL &&
	       (size_t)(slash - full) > stop) {
		*slash = '\0';
		if (rmdir(full) != 0)
			break;
	}
}

static int
write_manifest(struct output *out, struct kl_error *err)
{
	struct buf b;
	size_t i;
	int rc;

	buf_init(&b, MANIFEST_MAX);
	for (i = 0; i < out->files.n; i++)
		buf_printf(
		    &b, "%s  %s\n", out->files.v[i].sha, out->files.v[i].path);
	rc = buf_failed(&b)
		 ? kl_error_nomem(err)
		 : write_file(out, OUTPUT_MANIFEST, b.data, b.len, err);
	buf_free(&b);
	return rc;
}

int
output_close(struct output *out, struct kl_error *err)
{
	struct output_file key;
	size_t i;
	int rc;

	if (out->files.n > 1)
		qsort(out->files.v, out->files.n, sizeof *out->files.v,
		    compare_files);
	for (i = 1; i < out->files.n; i++)
		if (compare_files(&out->files.v[i - 1], &out->files.v[i]) == 0)
			return kl_error_set(err, KL_E_INPUT,
			    KL_N_("The file %s was to be written twice on the "
				  "site. Give one of them another name."),
			    out->files.v[i].path);
	/* stale files go first: what a failed run leaves is then still named
	 * by a manifest */
	for (i = 0; i < out->before.n; i++) {
		key.path = out->before.v[i];
		if (out->files.n == 0 ||
		    bsearch(&key, out->files.v, out->files.n,
			sizeof *out->files.v, compare_files) == NULL)
			remove_file(out, key.path);
	}
	rc = write_manifest(out, err);
	return rc;
}
