/* SPDX-License-Identifier: EUPL-1.2
 *
 * What a document was made with, to be kept beside it: the program and the font
 * files, each by its hash.  With the record and the template, whose hashes
 * stand there too, the same bytes can be made again.
 */
#include "config.h"

#include <string.h>

#include "base/file.h"
#include "office/office_private.h"

#define FONT_MAX ((size_t)64 << 20) /* bytes of a font file */
#define FACES_MAX 64		    /* of a document */

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

/* "OpenSans-Regular.ttf 3f1c…" */
static const char *
describe_file(struct work *w, const char *path, struct kl_error *err)
{
	const char *slash = strrchr(path, '/');
	char sha[HASH_HEX];
	struct buf bytes;
	int rc = file_read(path, FONT_MAX, &bytes, err);

	if (rc == 0)
		hash_of(bytes.data, bytes.len, sha);
	buf_free(&bytes);
	return rc != 0 ? NULL
		       : arena_printf(w->arena, "%s %s",
			     slash == NULL ? path : slash + 1, sha);
}

int
office_made_with(struct work *w, const struct laid_out *laid, const char **text,
    struct kl_error *err)
{
	struct faces faces = { .n = 0 };
	const char *all = PACKAGE_STRING, *one;
	size_t i;

	gather_faces(laid, &faces);
	for (i = 0; i < faces.n && all != NULL; i++) {
		err->code = 0;
		one = describe_file(w, faces.v[i]->path, err);
		if (one == NULL)
			return err->code != 0 ? err->code : kl_error_nomem(err);
		all = arena_printf(w->arena, "%s; %s", all, one);
	}
	*text = all;
	return all == NULL ? kl_error_nomem(err) : 0;
}
