/* SPDX-License-Identifier: EUPL-1.2
 *
 * What a document was made with, to be kept beside it: the program, the font
 * files and the dictionaries that divided its words, each by its hash.  With
 * the record and the template, whose hashes stand there too, the same bytes can
 * be made again.
 */
#include "config.h"

#include <string.h>

#include "base/file.h"
#include "layout/hyphen.h"
#include "office/office_private.h"

#define FONT_MAX ((size_t)64 << 20) /* bytes of a font file */
#define FACES_MAX 64		    /* of a document */
#define DIGEST "blake2b:"	    /* how they are named */

struct faces {
	const struct font_face *v[FACES_MAX];
	size_t n;
};

static void
add_face(struct faces *faces, const struct font_face *face)
{
	size_t i;

	if (face == NULL || faces->n == FACES_MAX)
		return;
	for (i = 0; i < faces->n; i++)
		if (strcmp(faces->v[i]->path, face->path) == 0)
			return;
	faces->v[faces->n++] = face;
}

/* The font files that the pages use, in the order of their first letter. */
static void
gather_faces(const struct laid_out *laid, struct faces *faces)
{
	const struct font_face *last = NULL;
	const struct laid_page *page;
	size_t i, j;

	for (i = 0; i < laid->pages.n; i++) {
		page = &laid->pages.v[i];
		for (j = 0; j < page->pieces.n; j++) {
			if (page->pieces.v[j].face == last)
				continue;
			last = page->pieces.v[j].face;
			add_face(faces, last);
		}
	}
}

static const char *
file_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash == NULL ? path : slash + 1;
}

/* The hash of a font file, read once in the life of the office. */
static int
file_hash(struct kl_office *o, const char *path, const char **digest,
    struct kl_error *err)
{
	struct font_hash *known;
	struct buf bytes;
	size_t i;
	int rc;

	for (i = 0; i < o->font_hashes.n; i++)
		if (strcmp(o->font_hashes.v[i].path, path) == 0) {
			*digest = o->font_hashes.v[i].digest;
			return 0;
		}
	rc = file_read(path, FONT_MAX, &bytes, err);
	if (rc == 0 &&
	    ((known = vec_push(o->arena, &o->font_hashes)) == NULL ||
		(known->path = arena_strdup(o->arena, path)) == NULL))
		rc = kl_error_nomem(err);
	if (rc == 0) {
		digest_of(bytes.data, bytes.len, known->digest);
		*digest = known->digest;
	}
	buf_free(&bytes);
	return rc;
}

/* "OpenSans-Regular.ttf blake2b:3f1c…" */
static const char *
describe_file(struct work *w, const char *path, struct kl_error *err)
{
	const char *digest;

	if (file_hash(w->o, path, &digest, err) != 0)
		return NULL;
	return arena_printf(
	    w->arena, "%s " DIGEST "%s", file_name(path), digest);
}

int
office_made_with(struct work *w, const struct laid_out *laid, const char **text,
    struct kl_error *err)
{
	struct faces faces = { .n = 0 };
	const char *all = PACKAGE_STRING, *one;
	const struct hyphens_source *source;
	size_t i;

	gather_faces(laid, &faces);
	for (i = 0; i < faces.n && all != NULL; i++) {
		err->code = 0;
		one = describe_file(w, faces.v[i]->path, err);
		if (one == NULL)
			return err->code != 0 ? err->code : kl_error_nomem(err);
		all = arena_printf(w->arena, "%s; %s", all, one);
	}
	for (i = 0; (source = hyphens_source(w->o->tools.hyphens, i)) != NULL &&
		    all != NULL;
	     i++)
		all = arena_printf(w->arena, "%s; %s " DIGEST "%s", all,
		    file_name(source->path), source->digest);
	*text = all;
	return all == NULL ? kl_error_nomem(err) : 0;
}
