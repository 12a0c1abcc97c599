/* SPDX-License-Identifier: EUPL-1.2
 *
 * What the use cases share: the open office, and the frame of a change (may I?
 * -> load -> ... -> save -> log -> commit or nothing).  Private to the room.
 */
#ifndef OFFICE_OFFICE_PRIVATE_H
#define OFFICE_OFFICE_PRIVATE_H

#include "base/hash.h"
#include "base/tree.h"
#include "layout/hyphen.h"
#include "layout/layout.h"
#include "office/shelf.h"
#include "record/record.h"
#include "rules/answer.h"
#include "rules/deadline.h"
#include "store/store.h"
#include <kansli/meeting.h>
#include <kansli/office.h>

/* A font file that a document was made with. */
struct font_hash {
	const char *path;
	char digest[HASH_HEX];
};

/* A template that has been read, for records with that document element. */
struct ready_template {
	char sha256[HASH_HEX];
	const char *root;
	struct odf_template *template;
};

/* The latest of them; in turn, when there are more. */
#define READY_TEMPLATES 64

struct kl_office {
	struct arena *arena; /* owns the texts below */
	struct store *store;
	struct store_user user;
	const char *share, *instant;
	const char *checker; /* of PDF files, or NULL */
	kl_day today;
	const char *(*translate)(const char *);
	bool read_only;
	struct layout_tools tools;	   /* found at the first document */
	VEC(struct font_hash) font_hashes; /* met so far */
	struct record_schema *schema;	   /* read at the first record */
	struct odf_names *names;	   /* of records, from then on */
	struct ready_template ready[READY_TEMPLATES];
	size_t nready; /* so far, also those that have been replaced */
	struct phrases *phrases; /* as shipped; read at the first text */
};

/* What somebody may do, from least to most. */
enum right {
	MAY_READ = 1, /* see */
	MAY_HANDLE,   /* assistant: documents, notices, dispatch */
	MAY_DECIDE,   /* secretary: matters, agenda, minutes */
	MAY_ADMIN     /* users, the organisation */
};

/* office_may(o, right, committee, err): KL_E_RULE if the user may not do that
 * in the committee with code ${committee} (NULL: in no one in particular). */
int office_may(struct kl_office *o, enum right right, const char *committee,
    struct kl_error *err);

/* office_path(o, a, file): ${file} below the share folder. */
char *office_path(struct kl_office *o, struct arena *a, const char *file);

/* work_folder(a, path): the folder of ${path}, "." if it names none. */
char *work_folder(struct arena *a, const char *path);

/* A use case under way on one meeting. */
struct work {
	struct kl_office *o;
	struct arena *arena;
	struct bundle bundle;
	struct meeting *meeting;     /* in the bundle, or NULL */
	struct committee *committee; /* of the meeting, or NULL */
	struct kl_data *answer;	     /* an object under construction */
	bool writing;
	int64_t seen;	     /* the log's last row when the facts were loaded */
	const char *about;   /* the document that notes are of, or NULL */
	struct shelf *shelf; /* records built already, while no fact changes;
				or NULL */
};

/* work_begin(w, o, right, writing, err): an arena, an empty answer and, to
 * write, a transaction.  Follow with work_end whatever happens. */
int work_begin(struct work *w, struct kl_office *o, enum right right,
    bool writing, struct kl_error *err);

/* work_lock(w, err): from here on the register is held, to write. */
int work_lock(struct work *w, struct kl_error *err);

/* work_meeting(w, key, right, err): load the meeting and check the right in its
 * committee. */
int work_meeting(
    struct work *w, const char *key, enum right right, struct kl_error *err);

/* work_change(w, o, key, right, err), work_look(w, o, key, err): begin and load
 * in one step, to change or to show. */
int work_change(struct work *w, struct kl_office *o, const char *key,
    enum right right, struct kl_error *err);
int work_look(
    struct work *w, struct kl_office *o, const char *key, struct kl_error *err);

/* work_end(w, rc, answer, err): commit if ${rc} is 0, otherwise roll back; hand
 * over the answer; free the rest.  Returns the final result. */
int work_end(
    struct work *w, int rc, struct kl_data **answer, struct kl_error *err);

/* work_warn(w, err): put the sentence of ${err} into the answer's "warnings".
 */
void work_warn(struct work *w, const struct kl_error *err);

/* office_wheel_propose(w, err): add to the answer, as "proposed", what the
 * annual wheel has for the meeting that its agenda does not hold:
 * [{"id","title","responsible","period","to"}]. */
int office_wheel_propose(struct work *w, struct kl_error *err);

/* ---- rules with reasons -------------------------------------------------- */

/* work_derivation(w): an empty derivation in the work's arena. */
struct derivation work_derivation(struct work *w);

/* office_book(w): the rules of the regulations in the work's bundle, asked for
 * its committee, in the work's arena. */
struct rule_book office_book(struct work *w);

/* office_regulation(x): the regulation as the rules take it. */
struct rule_local office_regulation(const struct regulation *x);

/* office_cycle(w, cycle, err): the cycle definition of the work's committee, as
 * its own regulations have it; free with cycle_free, and do not share it with
 * another committee. */
struct cycle;
int office_cycle(struct work *w, struct cycle **cycle, struct kl_error *err);

/* office_overrides(w, cycle, err): add the days picked by hand for the work's
 * meeting. */
int office_overrides(struct work *w, struct cycle *cycle, struct kl_error *err);

/* office_checklist(w, dates, err): the steps of the meeting's cycle with their
 * routines, and which of them are done, into ${dates}. */
int office_checklist(
    struct work *w, struct record_dates *dates, struct kl_error *err);

/* ---- records (records.c) ------------------------------------------------- */

/* office_dates(w, dates, err): what the rules say of the meeting's dates. */
int office_dates(
    struct work *w, struct record_dates *dates, struct kl_error *err);

/* office_meetings(w, args, list, err): the meetings that the query's arguments
 * ${args} (see store_query) leave, by day, in the work's arena. */
int office_meetings(struct work *w, const char *const *args,
    record_meetings *list, struct kl_error *err);

/* What the record of a year holds besides its meetings. */
enum year_part {
	PART_BASIS = 1,	   /* the periods that it is planned round */
	PART_DAYS = 2,	   /* each day; and bodies by month */
	PART_FLOWS = 4,	   /* the steps of cycles */
	PART_LOADS = 8,	   /* work by week and person */
	PART_ABSENCES = 16 /* who stands in for whom */
};

/* office_year(w, what, parts, doc, err): the record of the meetings of a year:
 * "2026", or of one committee: "TRN/2026"; with PART_ABSENCES also of one
 * person's absence: "anna.ek/2026-07-01/2026-07-31".  When the year has a plan
 * that is not adopted, its meetings are in it, marked preliminary.  KL_E_USAGE
 * for anything else, KL_E_NOTFOUND if there are none. */
int office_year(struct work *w, const char *what, unsigned parts, xmlDoc **doc,
    struct kl_error *err);

/* office_record(w, kind, doc, err): a fresh record of the meeting as the facts
 * stand, checked against the schema. */
int office_record(
    struct work *w, const char *kind, xmlDoc **doc, struct kl_error *err);

/* office_check(w, doc, err): hold a record against the schema. */
int office_check(struct work *w, xmlDoc *doc, struct kl_error *err);

/* office_freeze(w, doc, kind, day, sha, err): keep ${doc} as a frozen record;
 * ${sha} is in the work's arena. */
int office_freeze(struct work *w, xmlDoc *doc, const char *kind, kl_day day,
    const char **sha, struct kl_error *err);

/* office_keep_record(w, bytes, kind, day, sha, err): the same for the canonical
 * bytes of a record. */
int office_keep_record(struct work *w, const struct buf *bytes,
    const char *kind, kl_day day, const char **sha, struct kl_error *err);

/* office_thaw(w, sha, doc, err): a frozen record back as a tree. */
int office_thaw(
    struct work *w, const char *sha, xmlDoc **doc, struct kl_error *err);

/* office_freeze_minutes(w, m, day, err): freeze what is signed of the minutes
 * ${m} and remember the record in it (the caller saves ${m}). */
int office_freeze_minutes(
    struct work *w, struct minutes *m, kl_day day, struct kl_error *err);

/* office_minutes_record(w, m, doc, err): the record of the minutes ${m}: what
 * was frozen, with the adjustment and notice that have come since. */
int office_minutes_record(struct work *w, const struct minutes *m, xmlDoc **doc,
    struct kl_error *err);

/* office_extract_record(w, m, paragraphs, doc, err): that of some paragraphs. */
int office_extract_record(struct work *w, const struct minutes *m,
    const char *paragraphs, xmlDoc **doc, struct kl_error *err);

/* ---- templates (templates.c) --------------------------------------------- */

/* The template that a document is made from. */
struct template_file {
	struct buf bytes;
	const char *name; /* for messages */
	char sha256[HASH_HEX];
};

void template_init(struct template_file *t);
void template_free(struct template_file *t);

struct kind;

/* office_template(w, kind, committee, t, err): the template in use for ${kind}:
 * the committee's own (its code; NULL: none), the one for all, or the one that
 * came with the program.  ${t} is initialised by the caller. */
int office_template(struct work *w, const struct kind *kind,
    const char *committee, struct template_file *t, struct kl_error *err);

/* ---- documents (make.c) --------------------------------------------- */

/* A document made of one record: its bytes per format. */
struct made {
	struct buf odt, pdf, html, text, svg;
	size_t pages;
	char template_sha256[HASH_HEX];
	const char *build; /* the program and the fonts, in the work's arena */
};

void made_init(struct made *m);
void made_free(struct made *m);

enum format {
	FORMAT_ODT = 1,
	FORMAT_PDF = 2,
	FORMAT_HTML = 4,
	FORMAT_TEXT = 8,
	/* an XHTML fragment in place of the whole page */
	FORMAT_FRAGMENT = 16,
	FORMAT_SVG = 32 /* the drawings alone */
};

/* made_part(made, format): the bytes of that format. */
struct buf *made_part(struct made *made, enum format format);

/* office_made_with(w, laid, text, err): the program and the font files of the
 * pages with their hashes, in the work's arena. */
int office_made_with(struct work *w, const struct laid_out *laid,
    const char **text, struct kl_error *err);

/* office_tools(o, err): o->tools, complete. */
int office_tools(struct kl_office *o, struct kl_error *err);

/* What a document is made from: it tells so itself, in properties that an
 * office suite keeps, so that it can be taken back. */
struct origin {
	const char *meeting, *kind, *paragraphs, *record_sha256;
};
#define ORIGIN_MEETING "Kansli sammanträde"
#define ORIGIN_KIND "Kansli slag"
#define ORIGIN_PARAGRAPHS "Kansli paragrafer"
#define ORIGIN_RECORD "Kansli akt"

/* office_make(w, template, record, title, day, formats, made, err): fill the
 * template with the record and write the formats asked for.  ${day} dates the
 * files; ${origin} may be NULL; notes go to the answer's "notes". */
int office_make(struct work *w, const struct template_file *template,
    xmlDoc *record, const char *title, kl_day day, const struct origin *origin,
    unsigned formats, struct made *made, struct kl_error *err);

/* office_document_meeting(o, what, faults, answer, err): every kind of document
 * that the meeting has got far enough for: of minutes one for each set, of
 * extracts one for each paragraph that is sent to somebody.  what->kind and
 * what->paragraphs are ignored.  One that cannot be made is told in ${faults}
 * and the others are made. */
int office_document_meeting(struct kl_office *o, const struct kl_document *what,
    struct kl_faults *faults, struct kl_data **answer, struct kl_error *err);

/* office_check_clock(clock, field, err): 0 for a time of day as "16:30" or
 * NULL; KL_E_USAGE otherwise, at ${field}. */
int office_check_clock(
    const char *clock, const char *field, struct kl_error *err);

/* work_check_day(w, day, earliest, err): KL_E_RULE unless ${day} lies between
 * ${earliest} and today. */
int work_check_day(
    struct work *w, kl_day day, kl_day earliest, struct kl_error *err);

/* ---- agenda (agenda.c) --------------------------------------------------- */

/* agenda_take_over(w, from, list, err): put what was to be taken up at the
 * cancelled meeting ${from} (its key) at the end of the agenda of w->meeting,
 * if that has been built; as late items if it has been sent out.  The items are
 * appended to ${list}. */
int agenda_take_over(struct work *w, const char *from, struct kl_data *list,
    struct kl_error *err);

/* ---- minutes (minutes.c) ------------------------------------------------- */

/* work_bad_ranges(paragraphs, err): that is no list of paragraphs; KL_E_INPUT.
 */
int work_bad_ranges(const char *paragraphs, struct kl_error *err);

/* work_minutes(w, paragraphs, m, err): the set of minutes meant: the ordinary
 * one when ${paragraphs} is NULL, otherwise the one that holds them all. */
int work_minutes(struct work *w, const char *paragraphs, struct minutes **m,
    struct kl_error *err);

/* work_apply(w, m, verb, err): change the state of the minutes ${m} and save
 * them with that verb. */
int work_apply(
    struct work *w, struct minutes *m, const char *verb, struct kl_error *err);

#endif
