/* SPDX-License-Identifier: EUPL-1.2
 *
 * Whole files, safely.
 */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/mem.h"

bool
file_exists(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0;
}

static int
cannot_read(struct kl_error *err, const char *path)
{
	int e = errno;

	if (e == ENOENT || e == ENOTDIR)
		return kl_error_set(err, KL_E_ENV,
		    KL_N_("The file %s does not exist. Check the name."), path);
	return kl_error_set(err, KL_E_ENV,
	    KL_N_("The file %s cannot be read (%s). Check that it is a file "
		  "and that you may read it."),
	    path, strerror(e));
}

static int
too_large(struct kl_error *err, const char *path, size_t max)
{
	return kl_error_set(err, KL_E_INPUT,
	    KL_N_("The file %s is larger than %zu megabytes, which is "
		  "the limit here. It was not read."),
	    path, max >> 20);
}

int
file_open(const char *path, size_t max, int *fd, struct kl_error *err)
{
	struct stat st;
	int rc = 0;

	*fd = open(path, O_RDONLY | O_CLOEXEC);
	if (*fd < 0)
		return cannot_read(err, path);
	if (fstat(*fd, &st) != 0)
		rc = cannot_read(err, path);
	else if (S_ISDIR(st.st_mode)) {
		errno = EISDIR;
		rc = cannot_read(err, path);
	} else if (st.st_size > 0 && (size_t)st.st_size > max)
		rc = too_large(err, path, max);
	if (rc != 0) {
		close(*fd);
		*fd = -1;
	}
	return rc;
}

int
file_read(const char *path, size_t max, struct buf *out, struct kl_error *err)
{
	char chunk[65536];
	ssize_t n = 0;
	int fd, rc = KL_E_ENV;

	buf_init(out, max);
	fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return cannot_read(err, path);
	while (!buf_failed(out) && (n = read(fd, chunk, sizeof chunk)) > 0)
		buf_put(out, chunk, (size_t)n);
	if (n < 0)
		rc = cannot_read(err, path);
	else if (buf_failed(out) && out->len + (size_t)n > max)
		rc = too_large(err, path, max);
	else if (buf_failed(out))
		rc = kl_error_nomem(err);
	else
		rc = 0;
	close(fd);
	return rc;
}

static int
write_all(int fd, const char *p, size_t n)
{
	ssize_t w;

	while (n > 0) {
		if (mem_fault_io()) {
			errno = ENOSPC;
			return -1;
		}
		w = write(fd, p, n);
		if (w < 0 && errno == EINTR)
			continue;
		if (w <= 0)
			return -1;
		p += w;
		n -= (size_t)w;
	}
	return mem_fault_io() ? (errno = EIO, -1) : fsync(fd);
}

static int
cannot_write(struct kl_error *err, const char *path)
{
	return kl_error_set(err, KL_E_ENV,
	    KL_N_("The file %s could not be written (%s). The old file, if "
		  "there was one, is untouched. Check the space on the disk "
		  "and that you may write there."),
	    path, strerror(errno));
}

void
file_sync_folder(const char *dir)
{
	int fd = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	if (fd >= 0) {
		fsync(fd);
		close(fd);
	}
}

/* Make the rename to ${path} last. */
static void
sync_parent(const char *path)
{
	char dir[4096];
	char *slash;

	if (snprintf(dir, sizeof dir, "%s", path) >= (int)sizeof dir)
		return;
	slash = strrchr(dir, '/');
	if (slash == NULL)
		memcpy(dir, ".", sizeof ".");
	else
		slash[slash == dir ? 1 : 0] = '\0';
	file_sync_folder(dir);
}

int
file_put(const char *path, const void *data, size_t n, struct kl_error *err)
{
	char tmp[4096];
	int fd, failed;

	if (snprintf(tmp, sizeof tmp, "%s.XXXXXX", path) >= (int)sizeof tmp) {
		errno = ENAMETOOLONG;
		return cannot_write(err, path);
	}
	fd = mkostemp(tmp, O_CLOEXEC);
	if (fd < 0)
		return cannot_write(err, path);
	failed = write_all(fd, data, n) != 0 || fchmod(fd, 0644) != 0;
	failed = close(fd) != 0 || failed;
	if (failed || rename(tmp, path) != 0) {
		cannot_write(err, path);
		unlink(tmp);
		return KL_E_ENV;
	}
	return 0;
}

int
file_write(const char *path, const void *data, size_t n, struct kl_error *err)
{
	int rc = file_put(path, data, n, err);

	if (rc == 0)
		sync_parent(path);
	return rc;
}

int
file_make_dirs(const char *path, struct kl_error *err)
{
	char part[4096];
	size_t i, n = strlen(path);

	if (n >= sizeof part) {
		errno = ENAMETOOLONG;
		return cannot_write(err, path);
	}
	memcpy(part, path, n + 1);
	for (i = 1; i <= n; i++) {
		if (part[i] != '/' && part[i] != '\0')
			continue;
		part[i] = '\0';
		if (mkdir(part, 0777) != 0 && errno != EEXIST)
			return kl_error_set(err, KL_E_ENV,
			    KL_N_("The folder %s could not be made (%s). "
				  "Nothing was written."),
			    part, strerror(errno));
		part[i] = path[i];
	}
	return 0;
}
