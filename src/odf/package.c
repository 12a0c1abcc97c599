/* SPDX-License-Identifier: EUPL-1.2
 *
 * The zipped form, in memory.  A package that arrives is hostile until its
 * entries have been counted, measured and named; one that leaves depends on
 * nothing but the document and the instant given.
 */
#include "config.h"

#include <stdio.h>
#include <string.h>
#include <zip.h>

#include "base/mem.h"
#include "base/xml.h"
#include "odf/inner.h"

#define DEFLATE_LEVEL 3 /* half the time of 6, a tenth larger */
#define MAX_ENTRIES 1000
#define MAX_UNPACKED ((zip_uint64_t)64 << 20)
#define MAX_RATIO 200
#define FREE_RATIO                                                             \
	((zip_uint64_t)1 << 20) /* smaller entries may shrink more             \
				 */

/* Where a picture stood in the package and what the tree calls it now. */
struct moved {
	const char *from, *to;
};

struct reader {
	struct odf *odf;
	zip_t *zip;
	xmlDoc *docs[ODF_FILES];
	VEC(struct moved) moved;
	struct kl_error *err;
};

/* Why a package is refused, each with the entry. */
static const char TOO_MANY[] = KL_N_(
    "The file was refused: it has too many parts (%s). Nothing was read. Open "
    "it in an office suite and save it again as .odt.");
static const char BROKEN[] = KL_N_(
    "The file was refused: a part of it is damaged (%s). Nothing was read. "
    "Open it in an office suite and save it again as .odt.");
static const char OUTSIDE[] = KL_N_(
    "The file was refused: it has a part with a path outside the file (%s). "
    "Nothing was read. Open it in an office suite and save it again as .odt.");
static const char ENCRYPTED[] = KL_N_(
    "The file was refused: a part of it is encrypted (%s). Nothing was read. "
    "Open it in an office suite and save it again as .odt, without a "
    "password.");
static const char TOO_LARGE[] = KL_N_(
    "The file was refused: it is too large when unpacked (%s). Nothing was "
    "read. Open it in an office suite, make its pictures smaller and save it "
    "again as .odt.");
static const char TOO_TIGHT[] = KL_N_(
    "The file was refused: a part of it is packed tighter than any text is "
    "(%s). Nothing was read. Open it in an office suite and save it again as "
    ".odt.");

static int
hostile(struct reader *r, const char *why, const char *entry)
{
	kl_error_set(r->err, KL_E_INPUT, "%s", entry);
	if (r->err != NULL)
		r->err->text = why;
	kl_error_where(r->err, r->odf->name, 0, NULL);
	return KL_E_INPUT;
}

static bool
is_safe_path(const char *path)
{
	const char *p;

	if (path[0] == '\0' || path[0] == '/' || strlen(path) > 255 ||
	    strchr(path, '\\') != NULL || strchr(path, ':') != NULL)
		return false;
	for (p = path; p != NULL; p = strchr(p, '/')) {
		p += *p == '/';
		if (p[0] == '.' && p[1] == '.' && (p[2] == '/' || p[2] == '\0'))
			return false;
	}
	return true;
}

/* Look at every entry before any is unpacked. */
static int
inspect(struct reader *r)
{
	zip_int64_t i, n = zip_get_num_entries(r->zip, 0);
	zip_uint64_t total = 0;
	zip_stat_t st;

	if (n > MAX_ENTRIES)
		return hostile(r, TOO_MANY, "zip");
	for (i = 0; i < n; i++) {
		if (zip_stat_index(r->zip, (zip_uint64_t)i, 0, &st) != 0 ||
		    (st.valid &
			(ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE)) !=
			(ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE))
			return hostile(r, BROKEN, "zip");
		if (!is_safe_path(st.name))
			return hostile(r, OUTSIDE, st.name);
		if ((st.valid & ZIP_STAT_ENCRYPTION_METHOD) &&
		    st.encryption_method != ZIP_EM_NONE)
			return hostile(r, ENCRYPTED, st.name);
		if (st.size > MAX_UNPACKED)
			return hostile(r, TOO_LARGE, st.name);
		if (st.size > FREE_RATIO && st.size / MAX_RATIO > st.comp_size)
			return hostile(r, TOO_TIGHT, st.name);
		total += st.size;
		if (total > MAX_UNPACKED)
			return hostile(r, TOO_LARGE, st.name);
	}
	return 0;
}

/* The bytes of entry ${name} into ${out}, which is initialised here.  Returns
 * 1 when there is no such entry. */
static int
unpack(struct reader *r, const char *name, struct buf *out)
{
	zip_int64_t at = zip_name_locate(r->zip, name, 0), got;
	zip_file_t *file = NULL;
	zip_stat_t st;
	char *bytes = NULL;
	int rc = KL_E_INPUT;

	buf_init(out, MAX_UNPACKED);
	if (at < 0)
		return 1;
	if (zip_stat_index(r->zip, (zip_uint64_t)at, 0, &st) != 0)
		return hostile(r, BROKEN, name);
	bytes = mem_alloc(st.size + 1);
	if (bytes == NULL)
		return kl_error_nomem(r->err);
	file = zip_fopen_index(r->zip, (zip_uint64_t)at, 0);
	if (file == NULL) {
		hostile(r, BROKEN, name);
		goto out;
	}
	/* One byte more than declared, to catch an entry that lies. */
	got = zip_fread(file, bytes, st.size + 1);
	if (got < 0 || (zip_uint64_t)got != st.size) {
		hostile(r, BROKEN, name);
		goto out;
	}
	buf_put(out, bytes, st.size);
	rc = buf_failed(out) ? kl_error_nomem(r->err) : 0;
out:
	if (file != NULL && zip_fclose(file) != 0 && rc == 0)
		rc = hostile(r, BROKEN, name);
	mem_free(bytes);
	return rc;
}

static int
check_type(struct reader *r)
{
	struct buf type;
	int rc = unpack(r, "mimetype", &type);

	if (rc == 0 && strncmp(type.data, ODF_TYPE, sizeof ODF_TYPE - 1) != 0)
		rc = 1;
	buf_free(&type);
	if (rc != 1)
		return rc;
	kl_error_set(r->err, KL_E_INPUT,
	    KL_N_("The file is not an OpenDocument text. Nothing was read. "
		  "Save it as .odt or .fodt and try again."));
	kl_error_where(r->err, r->odf->name, 0, NULL);
	return KL_E_INPUT;
}

static int
read_xml(struct reader *r, enum odf_file file)
{
	const char *name = odf_file_name(file);
	struct buf bytes;
	int rc = unpack(r, name, &bytes);

	if (rc == 0)
		rc = xml_parse(
		    bytes.data, bytes.len, name, &r->docs[file], r->err);
	if (rc == 1)
		rc = file == ODF_CONTENT ? hostile(r, "no content.xml", "zip")
					 : 0;
	buf_free(&bytes);
	return rc;
}

static int
read_pictures(struct reader *r)
{
	zip_int64_t i, n = zip_get_num_entries(r->zip, 0);
	struct arena *a = r->odf->arena;
	const char *name, *path;
	struct moved *moved;
	struct buf bytes;
	int rc = 0;

	for (i = 0; i < n && rc == 0; i++) {
		name = zip_get_name(r->zip, (zip_uint64_t)i, 0);
		/* Word calls the folder media. */
		if (name == NULL || (strncmp(name, "Pictures/", 9) != 0 &&
					strncmp(name, "media/", 6) != 0))
			continue;
		rc = unpack(r, name, &bytes);
		if (rc == 0) {
			path = odf_add_image(r->odf, bytes.data, bytes.len);
			moved = path == NULL ? NULL : vec_push(a, &r->moved);
			if (moved != NULL) {
				moved->from = arena_strdup(a, name);
				moved->to = path;
			}
			if (arena_failed(a))
				rc = kl_error_nomem(r->err);
		}
		buf_free(&bytes);
	}
	return rc;
}

/* Let the draw:images name the pictures as the tree does. */
static int
move_pictures(struct reader *r)
{
	xmlNode *root = xmlDocGetRootElement(r->odf->doc), *n;
	const char *href;
	size_t i;

	for (n = root->children; n != NULL; n = odf_walk(n, root)) {
		if (!odf_is(n, "draw:image"))
			continue;
		href = odf_attr(n, "xlink:href");
		if (href != NULL && strncmp(href, "./", 2) == 0)
			href += 2;
		for (i = 0; href != NULL && i < r->moved.n; i++) {
			if (strcmp(r->moved.v[i].from, href) != 0)
				continue;
			if (odf_set(n, "xlink:href", r->moved.v[i].to) != 0)
				return kl_error_nomem(r->err);
			break;
		}
	}
	return 0;
}

int
odf_read_package(
    struct odf *odf, const void *bytes, size_t n, struct kl_error *err)
{
	struct reader r = { .odf = odf, .err = err };
	zip_source_t *source;
	zip_error_t why;
	size_t file;
	int rc;

	zip_error_init(&why);
	source = zip_source_buffer_create(bytes, n, 0, &why);
	if (source != NULL)
		r.zip = zip_open_from_source(source, ZIP_RDONLY, &why);
	if (r.zip == NULL) {
		zip_source_free(source);
		rc = hostile(&r, zip_error_strerror(&why), "zip");
		goto out;
	}
	rc = inspect(&r);
	if (rc == 0)
		rc = check_type(&r);
	for (file = 0; file < ODF_FILES && rc == 0; file++)
		rc = read_xml(&r, (enum odf_file)file);
	if (rc == 0)
		rc = read_pictures(&r);
	if (rc == 0)
		rc = odf_join_files(odf, r.docs, err);
	if (rc == 0)
		rc = move_pictures(&r);
out:
	for (file = 0; file < ODF_FILES; file++)
		xmlFreeDoc(r.docs[file]);
	if (r.zip != NULL)
		zip_discard(r.zip);
	zip_error_fini(&why);
	return rc;
}

/* ---- writing ---- */

struct writer {
	zip_t *zip;
	zip_uint16_t time, date; /* as MS-DOS writes them */
};

/* The digits of an ISO 8601 instant as an MS-DOS time; 1980 when there is none,
 * which is where that calendar begins. */
static void
dos_time(struct writer *w, const char *instant)
{
	int y = 1980, mo = 1, d = 1, h = 0, mi = 0, s = 0;

	if (instant == NULL ||
	    sscanf(instant, "%4d-%2d-%2dT%2d:%2d:%2d", &y, &mo, &d, &h, &mi,
		&s) < 3 ||
	    y < 1980 || y > 2107) {
		y = 1980;
		mo = d = 1;
		h = mi = s = 0;
	}
	w->date = (zip_uint16_t)((y - 1980) << 9 | (mo & 15) << 5 | (d & 31));
	w->time =
	    (zip_uint16_t)((h & 31) << 11 | (mi & 63) << 5 | (s & 63) / 2);
}

static int
pack(struct writer *w, const char *name, const void *bytes, size_t n,
    bool compress)
{
	zip_source_t *source = zip_source_buffer(w->zip, bytes, n, 0);
	zip_int64_t at;

	if (source == NULL)
		return KL_E_NOMEM;
	at = zip_file_add(w->zip, name, source, ZIP_FL_ENC_UTF_8);
	if (at < 0) {
		zip_source_free(source);
		return KL_E_NOMEM;
	}
	if (zip_set_file_compression(w->zip, (zip_uint64_t)at,
		compress ? ZIP_CM_DEFLATE : ZIP_CM_STORE,
		compress ? DEFLATE_LEVEL : 0) != 0 ||
	    zip_file_set_dostime(
		w->zip, (zip_uint64_t)at, w->time, w->date, 0) != 0)
		return KL_E_NOMEM;
	return 0;
}

static void
print_manifest(const struct odf *odf, struct buf *out)
{
	const char *path;
	size_t i;

	buf_puts(out,
	    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	    "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:"
	    "opendocument:xmlns:manifest:1.0\" manifest:version=\"1.3\">\n"
	    " <manifest:file-entry manifest:full-path=\"/\" "
	    "manifest:version=\"1.3\" manifest:media-type=\"" ODF_TYPE
	    "\"/>\n");
	for (i = 0; i < ODF_FILES; i++)
		buf_printf(out,
		    " <manifest:file-entry manifest:full-path=\"%s\" "
		    "manifest:media-type=\"text/xml\"/>\n",
		    odf_file_name((enum odf_file)i));
	for (i = 0; i < odf->images.n; i++) {
		path = odf->images.v[i].path;
		buf_printf(out,
		    " <manifest:file-entry manifest:full-path=\"%s\" "
		    "manifest:media-type=\"image/%s\"/>\n",
		    path, strstr(path, ".png") != NULL ? "png" : "jpeg");
	}
	buf_puts(out, "</manifest:manifest>\n");
}

/* What libzip left in ${source}, appended to ${out}. */
static int
collect(zip_source_t *source, struct buf *out)
{
	char chunk[16384];
	zip_int64_t n;

	if (zip_source_open(source) != 0)
		return KL_E_NOMEM;
	while ((n = zip_source_read(source, chunk, sizeof chunk)) > 0)
		buf_put(out, chunk, (size_t)n);
	zip_source_close(source);
	return n < 0 || buf_failed(out) ? KL_E_NOMEM : 0;
}

static int
pack_all(struct odf *odf, struct writer *w, struct buf files[ODF_FILES + 1])
{
	struct buf *manifest = &files[ODF_FILES];
	size_t i;

	if (pack(w, "mimetype", ODF_TYPE, sizeof ODF_TYPE - 1, false) != 0)
		return KL_E_NOMEM;
	for (i = 0; i < ODF_FILES; i++) {
		odf_print_file(odf, (enum odf_file)i, &files[i]);
		if (buf_failed(&files[i]) ||
		    pack(w, odf_file_name((enum odf_file)i), files[i].data,
			files[i].len, true) != 0)
			return KL_E_NOMEM;
	}
	for (i = 0; i < odf->images.n; i++)
		if (pack(w, odf->images.v[i].path, odf->images.v[i].bytes,
			odf->images.v[i].n, false) != 0)
			return KL_E_NOMEM;
	print_manifest(odf, manifest);
	if (buf_failed(manifest))
		return KL_E_NOMEM;
	return pack(
	    w, "META-INF/manifest.xml", manifest->data, manifest->len, true);
}

int
odf_write(
    struct odf *odf, const char *instant, struct buf *out, struct kl_error *err)
{
	struct buf files[ODF_FILES + 1];
	struct writer w = { 0 };
	zip_source_t *source = NULL;
	zip_error_t why;
	size_t i;
	int rc = KL_E_NOMEM;

	zip_error_init(&why);
	for (i = 0; i <= ODF_FILES; i++)
		buf_init(&files[i], MAX_UNPACKED);
	dos_time(&w, instant);
	source = zip_source_buffer_create(NULL, 0, 0, &why);
	if (source == NULL)
		goto out;
	zip_source_keep(source);
	w.zip = zip_open_from_source(source, ZIP_TRUNCATE, &why);
	if (w.zip == NULL) {
		zip_source_free(source);
		goto out;
	}
	if (pack_all(odf, &w, files) != 0)
		goto out;
	if (zip_close(w.zip) != 0)
		goto out;
	w.zip = NULL;
	rc = collect(source, out);
out:
	if (rc != 0)
		kl_error_nomem(err);
	if (w.zip != NULL)
		zip_discard(w.zip);
	zip_source_free(source);
	for (i = 0; i <= ODF_FILES; i++)
		buf_free(&files[i]);
	zip_error_fini(&why);
	return rc;
}
