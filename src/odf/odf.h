/* SPDX-License-Identifier: EUPL-1.2
 *
 * OpenDocument (ISO/IEC 26300, ODF 1.3) in and out: a template is opened,
 * filled from a record, written as .odt or flat .fodt, and read into the
 * document tree.  The room does not lay out and does not know what the values
 * mean.
 */
#ifndef ODF_ODF_H
#define ODF_ODF_H

#include <stdbool.h>
#include <stddef.h>
#include <libxml/tree.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/note.h"
#include "document/document.h"
#include <kansli/error.h>

/* An OpenDocument text in memory: one flat XML tree and its pictures. */
struct odf;

/* odf_open(bytes, n, name, odf, err): open a .odt (zip; capped in entries, size
 * and ratio, paths checked, type checked) or a flat .fodt.  ${name} is for
 * messages.  The caller frees with odf_free.  KL_E_INPUT when it is not an
 * OpenDocument text or is hostile. */
int odf_open(const void *bytes, size_t n, const char *name, struct odf **odf,
    struct kl_error *err);

/* odf_open_file(path, odf, err): the same for a file. */
int odf_open_file(const char *path, struct odf **odf, struct kl_error *err);

void odf_free(struct odf *odf);

/* What the name of a section begins with that people may edit. */
#define ODF_PIECE "ändra:"

/* A picture that a template may name: a draw:frame called ${name} shows it. */
struct odf_picture {
	const char *name; /* e.g. "organisation.bild" */
	const void *bytes;
	size_t n;
	const char *alt; /* alternative text */
};

/* What the name of a frame begins with that shows a drawing made of the record.
 */
#define ODF_DRAWING "figur:"

/* odf_draw(ctx, name, item, a, figure, err): draw ${name} ("flöde") of the
 * record's element ${item}, the one that the frame stands in: shapes and
 * alternative text of ${figure}, in ${a}.  Width and height are the frame's and
 * may be changed; without shapes nothing is shown. */
typedef int (*odf_draw)(void *ctx, const char *name, const xmlNode *item,
    struct arena *a, struct doc_node *figure, struct kl_error *err);

/* A field that was renamed: whole paths from the record's root.  The new one
 * lies below the old one's parent ("punkt/rubrik" -> "punkt/titel"), and what
 * stood below the old one stands below the new one. */
struct odf_rename {
	const char *old, *now;
	const char *since; /* version of the program */
};

/* The names that records may have, learned once for many documents; they do
 * not change, and several fillers may read them. */
struct odf_names;

/* odf_names_new(known, n): learn whole paths from the root
 * (record_field_names); NULL when memory is out.  odf_names_free(NULL) is fine.
 */
struct odf_names *odf_names_new(const char *const *known, size_t n);
void odf_names_free(struct odf_names *names);

/* What filling is given besides the record. */
struct odf_fill_options {
	const char *language; /* of dates and lists: "sv", "en" */
	const struct odf_picture *pictures;
	size_t npictures;
	const struct odf_rename *renames; /* only with whole known paths */
	size_t nrenames;
	odf_draw draw; /* or NULL: frames that ask for drawings are left out */
	void *draw_ctx;
	note_list *notes; /* gets a remark of each old name; may be NULL */
	struct arena *notes_arena;     /* that ${notes} lie in */
	const struct odf_names *names; /* instead of known names; or NULL */
};

/* odf_fill(odf, root, options, known, nknown, err): replace every field by its
 * value from the record whose document element is ${root}: user fields
 * (text:user-field-get) and typed {path}, also in the names of sections and
 * bookmarks, in addresses and alternative texts ("{{" is a brace); tables (the
 * rows after the head) and sections named varje:PATH repeated, those named
 * om:PATH / om-inte:PATH kept or dropped (a trailing #N is ignored), and
 * control names removed.
 *
 * Paths are XPath 1.0 with '.' for '/' between name characters, with functions
 * datum-lång, datum-kort, datum-veckodag, veckodag, tid, tal, lista,
 * paragrafer, versal, gemen, genitiv.  In a repeat a path belongs to the item;
 * a first name that items of that kind cannot have belongs to the repeat round
 * it, or to the record, and the item's own name is the item ("ärende.rubrik" in
 * varje:ärende).  A last step that finds no element takes the attribute of that
 * name.  A table without items is left out; a section that holds but a list
 * gives one list.
 *
 * A frame named figur:NAME becomes the drawing NAME of the item there, made of
 * shapes that office suites can edit.
 *
 * A section named ändra:PATH shows an element of the record that people may
 * edit in the filled document.  It stays, as "ändra:" and the element's path
 * from the root, each step with its number, identity or place when it has
 * brothers: "ändra:sammanträde[1]/paragraf[10]/beslut",
 * "ändra:.../reservation[#2]/text". What is shown twice is a piece only where
 * it stands first.
 *
 * Known but absent values are empty.  A name that no record has there, also in
 * what is not shown this time, is KL_E_INPUT naming the field, its line and the
 * nearest known name; ${known} (record_field_names) holds whole paths from the
 * root ("sammanträde/datum"), or single names, which tell less; it is passed
 * over when ${options} has them learned.  On failure
 * ${odf} is spoiled and only good for odf_free. */
int odf_fill(struct odf *odf, xmlNode *root,
    const struct odf_fill_options *options, const char *const *known,
    size_t nknown, struct kl_error *err);

/* A template that has been read and whose fields have been checked, to be
 * filled many times, one document after another. */
struct odf_template;

/* odf_template_open(bytes, n, name, root, options, t, err): read and check the
 * template as odf_open and odf_fill do, for records with the document element
 * of ${root}; of ${options} the names, which must be there, and the renames
 * count.  KL_E_INPUT for a fault of the template. */
int odf_template_open(const void *bytes, size_t n, const char *name,
    xmlNode *root, const struct odf_fill_options *options,
    struct odf_template **t, struct kl_error *err);
void odf_template_free(struct odf_template *t);

/* odf_template_notes(t): a remark of each old name in it. */
const note_list *odf_template_notes(const struct odf_template *t);

/* odf_template_fill(t, root, options, odf, err): the template filled from a
 * record, as by odf_fill.  The caller frees ${odf} with odf_free, before ${t}.
 */
int odf_template_fill(const struct odf_template *t, xmlNode *root,
    const struct odf_fill_options *options, struct odf **odf,
    struct kl_error *err);

/* Something wrong with a template. */
struct odf_finding {
	bool warning;	      /* the template can be used all the same */
	struct kl_error what; /* with line (0: not known) and field */
	const char *near;     /* text that stands there, or NULL */
};
typedef VEC(struct odf_finding) odf_findings;

#define ODF_FINDINGS_MAX 500 /* most findings in a list; more are dropped */

/* What a template is checked against. */
struct odf_check_options {
	const char *const *known; /* whole paths, as for odf_fill */
	size_t nknown;
	const struct odf_rename *renames;
	size_t nrenames;
	const char *const *repeating; /* the known paths that there may be
					 several of; NULL: any */
	size_t nrepeating;
	const char *const *pictures; /* names that frames may ask for */
	size_t npictures;
};

/* odf_check(odf, root, options, a, found, err): find all that is wrong with a
 * template: fields and their names, braces, repeats and conditions, order of
 * headings, alternative texts, heads of tables; each with its place, texts in
 * ${a}.  ${root} is a record to try expressions on.  ${odf} is spoiled and only
 * good for odf_free.  Fails only when memory is out. */
int odf_check(struct odf *odf, xmlNode *root,
    const struct odf_check_options *options, struct arena *a,
    odf_findings *found, struct kl_error *err);

/* odf_evaluate(root, source, options, known, nknown, a, text, err): the text
 * that the field ${source} has in the record ${root}, outside any repeat, in
 * ${a}.  KL_E_INPUT as for odf_fill. */
int odf_evaluate(xmlNode *root, const char *source,
    const struct odf_fill_options *options, const char *const *known,
    size_t nknown, struct arena *a, const char **text, struct kl_error *err);

/* odf_fonts(odf, a, families, err): the font families that the document's text
 * is set in, each once, in ${a}. */
int odf_fonts(struct odf *odf, struct arena *a, text_list *families,
    struct kl_error *err);

/* What a document looks like, for comparison; texts in the caller's arena. */
struct odf_look {
	const char *of;	   /* "Brödtext", or "" for the page */
	const char *name;  /* "fo:font-size" */
	const char *value; /* "11pt" */
};
struct odf_profile {
	text_list controls; /* "varje:sammanträde/punkt", outer ones first */
	text_list fields;   /* "nämnd.namn" */
	text_list headings; /* as they stand, fields as {path} */
	text_list tables;   /* names, or the first words, of tables */
	VEC(struct odf_look) looks; /* of styles and pages */
};

/* odf_profile(odf, a, profile, err): describe a template or a document; each
 * text once, in the order of the document.  ${odf} may get its typed fields
 * changed into real ones. */
int odf_profile(struct odf *odf, struct arena *a, struct odf_profile *profile,
    struct kl_error *err);

/* odf_functions(names, n): the functions of our own that a field may use. */
void odf_functions(const char *const **names, size_t *n);

/* A property that the program itself gives a document. */
struct odf_property {
	const char *name, *value; /* NULL value: left out */
};

/* The document's properties; NULL members are left out. */
struct odf_meta {
	const char *title, *subject, *author, *language;
	const char
	    *instant; /* "2026-11-24T00:00:00Z": creation, and zip times */
	const struct odf_property *own;
	size_t nown;
};

/* odf_set_meta(odf, meta): write the properties (meta.xml). */
int odf_set_meta(
    struct odf *odf, const struct odf_meta *meta, struct kl_error *err);

/* odf_get_property(odf, a, name): what odf_set_meta gave as its own property
 * ${name}, in ${a}; NULL if the document has none. */
const char *odf_get_property(
    const struct odf *odf, struct arena *a, const char *name);

/* odf_write(odf, instant, out, err): a zipped .odt: mimetype first and stored,
 * entries in fixed order with the time ${instant}, so that the same document
 * gives the same bytes. */
int odf_write(struct odf *odf, const char *instant, struct buf *out,
    struct kl_error *err);

/* odf_write_flat(odf, out, err): the same as flat .fodt. */
int odf_write_flat(struct odf *odf, struct buf *out, struct kl_error *err);

/* odf_to_document(odf, a, doc, notes, err): the document tree with resolved
 * styles, in ${a}.  What is not supported is named, with its place, in
 * ${notes} (may be NULL); its text is kept. */
int odf_to_document(struct odf *odf, struct arena *a, struct document **doc,
    note_list *notes, struct kl_error *err);

/* What an official report (tjänsteutlåtande) says of itself; NULL: not found.
 */
struct odf_report {
	const char *title, *registration_number, *case_officer, *date,
	    *department;
	text_list proposals; /* the points under "Förslag till beslut" */
};

/* odf_read_report(odf, a, report, err): find title, registration number, case
 * officer and proposed decision in a report made in any office suite: by the
 * Title style, the words Dnr/Diarienummer and Handläggare, the heading
 * "Förslag till beslut". */
int odf_read_report(struct odf *odf, struct arena *a, struct odf_report *report,
    struct kl_error *err);

/* ---- taking an edited document back ----------------------------------------
 */

/* A piece whose words differ: its blocks, a paragraph or point each. */
struct odf_piece {
	const char *name; /* without "ändra:" */
	text_list before, after;
	bool foreign; /* a table, picture or note stands in it now */
};

/* Words that differ elsewhere.  ${after} NULL: the piece ${before} is gone. */
struct odf_change {
	const char
	    *place; /* the heading before; NULL: head or foot of a page */
	const char *before, *after; /* "" where nothing stood or stands */
};

struct odf_changes {
	VEC(struct odf_piece) pieces;
	VEC(struct odf_change) elsewhere;
};

/* odf_compare(base, edited, a, changes, err): what was edited in ${edited}, a
 * document that was ${base} before: by the words of its paragraphs, whatever an
 * office suite did to styles, spans and the order of what is not read.  Lists
 * of contents, page numbers, comments and spaces do not count; changes that are
 * tracked count as made. */
int odf_compare(const struct odf *base, const struct odf *edited,
    struct arena *a, struct odf_changes *changes, struct kl_error *err);

/* odf_words(a, text): ${text} as two texts are compared: spaces of any kind are
 * one space, none at the ends, and no soft hyphens.  NULL when memory is out.
 */
const char *odf_words(struct arena *a, const char *text);

#endif
