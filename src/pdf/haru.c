/* SPDX-License-Identifier: EUPL-1.2
 *
 * The door to libharu, and the one file that uses its inner headers: objects,
 * cross references and pages are libharu's;
 * dictionaries are written as text through its hook for dictionaries that write
 * themselves, which costs a tenth of the memory of its own name and number
 * objects. It must not know what the objects mean.
 */
#include "config.h"

#include <ctype.h>
#include <stdbool.h>
#include <string.h>
#include <hpdf.h>

#include "base/file.h"
#include "base/mem.h"
#include "pdf/haru.h"
#include "pdf/pack.h"
#include "pdf/subset.h"

#define MAX_FONTS 64
#define FONT_MAX ((size_t)64 << 20)
#define OBJECT_NUMBER 0x00ffffffu

/* The hook of one dictionary. */
struct body {
	haru_body write;
	const void *context;
	bool packed; /* its stream is */
	struct haru *h;
	struct body *next;
};

/* A font file in memory, and where libharu reads in it. */
struct file {
	struct buf bytes;
	size_t at;
};

struct haru {
	HPDF_Doc doc;
	struct body *bodies;
	HPDF_FontDef fonts[MAX_FONTS];
	struct file files[MAX_FONTS]; /* where they are read from */
	size_t nfonts;
	struct buf scratch;
	struct packer *packer;
	HPDF_STATUS status, detail; /* the first failure */
	bool nomem;
};

static void
on_error(HPDF_STATUS status, HPDF_STATUS detail, void *user)
{
	struct haru *h = user;

	if (h->status == 0) {
		h->status = status;
		h->detail = detail;
	}
}

/* libharu tells of a failed allocation in many ways; this is the one to ask.
 * One document is written at a time in a thread. */
static _Thread_local bool ran_out;

static void *
give(HPDF_UINT size)
{
	void *p = mem_alloc(size);

	ran_out |= p == NULL;
	return p;
}

static void
take_back(void *p)
{
	mem_free(p);
}

int
haru_open(struct haru **out, struct kl_error *err)
{
	struct haru *h = mem_alloc(sizeof *h);

	if (h == NULL)
		return kl_error_nomem(err);
	buf_init(&h->scratch, HARU_MAX);
	ran_out = false;
	h->doc = HPDF_NewEx(on_error, give, take_back, 0, h);
	h->packer = packer_new();
	if (h->doc == NULL || h->packer == NULL) {
		haru_close(h);
		return kl_error_nomem(err);
	}
	h->doc->pdf_version = HPDF_VER_17;
	*out = h;
	return 0;
}

void
haru_close(struct haru *h)
{
	struct body *next;
	size_t i;

	if (h == NULL)
		return;
	for (i = 0; i < h->nfonts; i++) {
		HPDF_FontDef_Free(h->fonts[i]);
		buf_free(&h->files[i].bytes);
	}
	if (h->doc != NULL)
		HPDF_Free(h->doc);
	for (; h->bodies != NULL; h->bodies = next) {
		next = h->bodies->next;
		mem_free(h->bodies);
	}
	packer_free(h->packer);
	buf_free(&h->scratch);
	mem_free(h);
}

bool
haru_starved(const struct haru *h)
{
	return h->nomem || ran_out;
}

bool
haru_failed(const struct haru *h)
{
	return h->status != 0 || haru_starved(h);
}

/* libharu calls this while it writes the dictionary. */
static HPDF_STATUS
write_body(HPDF_Dict dict, HPDF_Stream stream)
{
	const struct body *b = dict->attr;

	buf_reset(&b->h->scratch);
	if (b->write != NULL)
		b->write(&b->h->scratch, b->context);
	if (b->packed)
		buf_puts(&b->h->scratch, "/Filter/FlateDecode\n");
	if (buf_failed(&b->h->scratch)) {
		b->h->nomem = true;
		return HPDF_FAILD_TO_ALLOC_MEM;
	}
	return HPDF_Stream_Write(stream, (const HPDF_BYTE *)b->h->scratch.data,
	    (HPDF_UINT)b->h->scratch.len);
}

static struct body *
body_new(struct haru *h, haru_body write, const void *context)
{
	struct body *b = mem_alloc(sizeof *b);

	if (b == NULL) {
		h->nomem = true;
		return NULL;
	}
	*b = (struct body){ write, context, false, h, h->bodies };
	h->bodies = b;
	return b;
}

/* Let ${write} add entries to a dictionary that has no hook of its own. */
static void
hook(struct haru *h, HPDF_Dict dict, haru_body write, const void *context)
{
	if (dict == NULL || (dict->attr = body_new(h, write, context)) == NULL)
		return;
	dict->write_fn = write_body;
}

/* As ${write}, and say that the stream is packed. */
static void
hook_packed(
    struct haru *h, HPDF_Dict dict, haru_body write, const void *context)
{
	hook(h, dict, write, context);
	if (dict->attr != NULL)
		((struct body *)dict->attr)->packed = true;
}

static unsigned
number_of(HPDF_Dict dict)
{
	return dict == NULL ? 0 : dict->header.obj_id & OBJECT_NUMBER;
}

unsigned
haru_object(struct haru *h, haru_body body, const void *context)
{
	HPDF_Dict dict;

	if (haru_failed(h))
		return 0;
	dict = HPDF_Dict_New(h->doc->mmgr);
	if (dict == NULL || HPDF_Xref_Add(h->doc->xref, dict) != HPDF_OK)
		return 0;
	hook(h, dict, body, context);
	return number_of(dict);
}

/* Entries that came as a text, kept with their hook. */
static void
write_text(struct buf *out, const void *context)
{
	buf_puts(out, context);
}

static bool
stream_put(void *stream, const void *data, size_t n)
{
	return n == 0 ||
	       HPDF_Stream_Write(stream, data, (HPDF_UINT)n) == HPDF_OK;
}

static bool
stream_fill(
    struct haru *h, HPDF_Dict dict, const void *data, size_t n, bool pack)
{
	if (n > HARU_MAX) {
		h->nomem = true;
		return false;
	}
	if (!pack)
		return stream_put(dict->stream, data, n);
	pack_begin(h->packer, stream_put, dict->stream);
	pack_add(h->packer, data, n);
	return pack_end(h->packer);
}

unsigned
haru_stream(
    struct haru *h, const char *entries, const void *data, size_t n, bool pack)
{
	haru_body write = entries == NULL ? NULL : write_text;
	HPDF_Dict dict;

	if (haru_failed(h))
		return 0;
	dict = HPDF_DictStream_New(h->doc->mmgr, h->doc->xref);
	if (dict == NULL || !stream_fill(h, dict, data, n, pack))
		return 0;
	if (pack)
		hook_packed(h, dict, write, entries);
	else if (entries != NULL)
		hook(h, dict, write, entries);
	return number_of(dict);
}

/* A page keeps its state where other dictionaries keep their hook, so the hook
 * comes after that state. */
struct page_attr {
	HPDF_PageAttr_Rec rec; /* must be first */
	struct body *body;
};

static HPDF_STATUS
write_page(HPDF_Dict page, HPDF_Stream stream)
{
	struct page_attr *attr = page->attr;
	HPDF_Dict_Rec probe = { .attr = attr->body };

	return write_body(&probe, stream);
}

static bool
hook_page(struct haru *h, HPDF_Page page, haru_body write, const void *context)
{
	struct page_attr *attr =
	    HPDF_GetMem(h->doc->mmgr, (HPDF_UINT)sizeof *attr);

	if (attr == NULL)
		return false;
	attr->rec = *(HPDF_PageAttr)page->attr;
	attr->body = body_new(h, write, context);
	HPDF_FreeMem(h->doc->mmgr, page->attr);
	page->attr = attr;
	page->write_fn = write_page;
	return attr->body != NULL;
}

unsigned
haru_page(struct haru *h, double width, double height, const void *data,
    size_t n, haru_body body, const void *context)
{
	HPDF_Dict contents;
	HPDF_Page page;

	if (haru_failed(h) || (page = HPDF_AddPage(h->doc)) == NULL)
		return 0;
	HPDF_Page_SetWidth(page, (HPDF_REAL)width);
	HPDF_Page_SetHeight(page, (HPDF_REAL)height);
	HPDF_Dict_RemoveElement(page, "Resources");
	contents = ((HPDF_PageAttr)page->attr)->contents;
	if (!stream_fill(h, contents, data, n, true) ||
	    !hook_page(h, page, body, context))
		return 0;
	hook_packed(h, contents, NULL, NULL);
	return number_of(page);
}

void
haru_root(struct haru *h, haru_body body, const void *context)
{
	hook(h, h->doc->catalog, body, context);
}

void
haru_info(struct haru *h, haru_body body, const void *context)
{
	if (h->doc->info == NULL)
		HPDF_SetInfoAttr(h->doc, HPDF_INFO_PRODUCER, "");
	if (h->doc->info == NULL)
		return;
	HPDF_Dict_RemoveElement(h->doc->info, "Producer");
	hook(h, h->doc->info, body, context);
}

void
haru_trailer(struct haru *h, haru_body body, const void *context)
{
	hook(h, h->doc->trailer, body, context);
}

/* A PostScript name, of the signs alone that a PDF name takes unescaped;
 * libharu adds a style after a comma. */
static void
copy_name(char *dst, size_t size, const char *src)
{
	for (; *src != '\0' && *src != ',' && size > 1; src++) {
		if (!isalnum((unsigned char)*src) &&
		    strchr("-_.", *src) == NULL)
			continue;
		*dst++ = *src;
		size--;
	}
	*dst = '\0';
}

static HPDF_STATUS
file_step(HPDF_Stream stream, HPDF_BYTE *to, HPDF_UINT *n)
{
	struct file *f = stream->attr;
	size_t rest = f->bytes.len - f->at;
	HPDF_STATUS status = HPDF_OK;

	if (*n > rest) {
		*n = (HPDF_UINT)rest;
		status = HPDF_STREAM_EOF;
	}
	memcpy(to, f->bytes.data + f->at, *n);
	f->at += *n;
	return status;
}

static HPDF_STATUS
file_seek(HPDF_Stream stream, HPDF_INT by, HPDF_WhenceMode whence)
{
	struct file *f = stream->attr;
	size_t from = whence == HPDF_SEEK_SET	? 0
		      : whence == HPDF_SEEK_CUR ? f->at
						: f->bytes.len;

	if (by < 0 ? (size_t) - (long)by > from
		   : (size_t)by > f->bytes.len - from)
		return HPDF_FILE_IO_ERROR;
	f->at = from + (size_t)by;
	return HPDF_OK;
}

static HPDF_INT32
file_tell(HPDF_Stream stream)
{
	return (HPDF_INT32)((struct file *)stream->attr)->at;
}

static HPDF_UINT32
file_size(HPDF_Stream stream)
{
	return (HPDF_UINT32)((struct file *)stream->attr)->bytes.len;
}

bool
haru_font_open(
    struct haru *h, const char *path, int index, struct haru_font *font)
{
	struct file *f = &h->files[h->nfonts];
	HPDF_Stream stream = NULL;
	HPDF_TTFontDefAttr attr;
	HPDF_FontDef def = NULL;

	if (haru_failed(h) || h->nfonts == MAX_FONTS)
		return false;
	/* libharu looks for each glyph by itself: hundreds of places */
	if (file_read(path, FONT_MAX, &f->bytes, NULL) == 0)
		stream = HPDF_CallbackReader_New(h->doc->mmgr, file_step,
		    file_seek, file_tell, file_size, f);
	/* the stream belongs to the definition from here on */
	f->at = 0;
	if (stream != NULL)
		def = index > 0 ? HPDF_TTFontDef_Load2(h->doc->mmgr, stream,
				      (HPDF_UINT)index, HPDF_TRUE)
				: HPDF_TTFontDef_Load(
				      h->doc->mmgr, stream, HPDF_TRUE);
	if (def == NULL) {
		buf_free(&f->bytes);
		return false;
	}
	h->fonts[h->nfonts] = def;
	attr = def->attr;
	*font = (struct haru_font){
		.nglyphs = attr->num_glyphs,
		.ascent = def->ascent,
		.descent = def->descent,
		.cap_height = def->cap_height,
		.italic_angle = def->italic_angle,
		.stem = def->stemv,
		.box = { (int)def->font_bbox.left, (int)def->font_bbox.bottom,
		    (int)def->font_bbox.right, (int)def->font_bbox.top },
		.flags = def->flags,
		.number = (int)h->nfonts++,
		.index = index,
	};
	copy_name(font->name, sizeof font->name, attr->base_font);
	return true;
}

/* Hand on what libharu has written to memory, without copying it. */
static bool
hand_on(HPDF_Stream from, pack_sink sink, void *context)
{
	HPDF_UINT i, n = 0, count = HPDF_MemStream_GetBufCount(from);
	const HPDF_BYTE *bytes;

	for (i = 0; i < count; i++) {
		bytes = HPDF_MemStream_GetBufPtr(from, i, &n);
		if (bytes == NULL || !sink(context, bytes, n))
			return false;
	}
	return true;
}

/* Where a font goes: through the packer, counted. */
struct font_sink {
	struct packer *packer;
	size_t size;
};

static bool
pack_font(void *context, const void *data, size_t n)
{
	struct font_sink *sink = context;

	pack_add(sink->packer, data, n);
	sink->size += n;
	return true;
}

unsigned
haru_font_save(
    struct haru *h, const struct haru_font *font, const uint32_t *used)
{
	struct font_sink sink = { h->packer, 0 };
	const struct buf *bytes = &h->files[font->number].bytes;
	HPDF_Dict dict;

	if (haru_failed(h))
		return 0;
	dict = HPDF_DictStream_New(h->doc->mmgr, h->doc->xref);
	if (dict == NULL)
		return 0;
	pack_begin(h->packer, stream_put, dict->stream);
	if (!subset_write(bytes->data, bytes->len, font->index, used,
		font->nglyphs, pack_font, &sink))
		on_error(HPDF_TTF_INVALID_FOMAT, 0, h);
	if (haru_failed(h) || !pack_end(h->packer))
		return 0;
	HPDF_Dict_AddNumber(dict, "Length1", (HPDF_INT32)sink.size);
	hook_packed(h, dict, NULL, NULL);
	return number_of(dict);
}

static bool
put_out(void *out, const void *data, size_t n)
{
	buf_put(out, data, n);
	return !buf_failed(out);
}

/* The file from libharu's memory to the caller's buffer. */
static bool
copy_out(struct haru *h, struct buf *out)
{
	if (HPDF_SaveToStream(h->doc) != HPDF_OK || haru_failed(h))
		return false;
	h->nomem |= !hand_on(h->doc->stream, put_out, out);
	return !haru_failed(h);
}

int
haru_save(struct haru *h, struct buf *out, struct kl_error *err)
{
	if (!haru_failed(h) && copy_out(h, out))
		return 0;
	if (haru_starved(h))
		return kl_error_nomem(err);
	return kl_error_set(err, KL_E_ENV,
	    KL_N_("The PDF library refused the document (error %lu, %lu). No "
		  "PDF was made; tell whoever looks after Kansli."),
	    (unsigned long)h->status, (unsigned long)h->detail);
}
