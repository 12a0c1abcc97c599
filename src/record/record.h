/* SPDX-License-Identifier: EUPL-1.2
 *
 * Facts to XML and back: the exchange format (a register's facts) and the
 * record (sammanträdesakt: everything said, printed or published of one
 * meeting).  Both use the same Swedish words; kansli-exchange(5) lists them.
 * Pure: no register, no clock.
 */
#ifndef RECORD_RECORD_H
#define RECORD_RECORD_H

#include <libxml/tree.h>

#include "base/buf.h"
#include "base/hash.h"
#include "calendar/cycle.h"
#include "calendar/days_off.h"
#include "domain/bundle.h"
#include <kansli/error.h>

/* ---- exchange ------------------------------------------------------------ */

/* exchange_read(bytes, n, name, schema, bundle, faults, err): read exchange XML
 * into ${bundle} (arena set by the caller).  ${schema} is the path of the RELAX
 * NG schema.  Form is checked completely (schema, dates that exist, words of
 * the closed lists, paragraph lists, duplicate ids and registration numbers in
 * the file, file names without ".."), every fault with line and field in
 * ${faults}. References to what is not in the file are left to the caller.
 * Returns 0, KL_E_INPUT if ${faults} has any, or another failure in ${err}. */
int exchange_read(const void *bytes, size_t n, const char *name,
    const char *schema, struct bundle *bundle, struct kl_faults *faults,
    struct kl_error *err);

/* exchange_read_csv(kind, bytes, n, name, bundle, faults, err): the same from
 * CSV (RFC 4180, comma or semicolon, header row, UTF-8 with or without BOM).
 * ${kind}: "people" or "matters"; kansli-exchange(5) has the columns. */
int exchange_read_csv(const char *kind, const void *bytes, size_t n,
    const char *name, struct bundle *bundle, struct kl_faults *faults,
    struct kl_error *err);

/* exchange_write(bundle, out, err): the bundle as exchange XML, canonical in
 * order and form: reading and writing it again gives the same bytes. */
int exchange_write(
    const struct bundle *bundle, struct buf *out, struct kl_error *err);

/* ---- record -------------------------------------------------------------- */

/* When the appeal period of one set of minutes ends and its notice may go. */
struct record_clock {
	int seq;		    /* of the minutes */
	kl_day last_day, remove_on; /* KL_DAY_NONE until posted */
	kl_day legal_force;	    /* unless somebody has appealed by then */
};

/* How one paragraph's decision is appealed, and what has become of it. */
struct record_way {
	int paragraph;
	enum appeal_kind kind;
	const char *statute;
	const char *addressee, *court; /* NULL: it cannot be appealed */
	kl_day clock, last_day;	       /* KL_DAY_NONE: not running yet */
	bool per_party;		       /* from when each party was served */
	kl_day asked;		       /* the court's answer, or KL_DAY_NONE */
	const char *asked_court, *answered_by;
	kl_day county_board; /* its answer about a plan, or KL_DAY_NONE */
	kl_day since;	     /* in legal force since, or KL_DAY_NONE */
};
struct record_ways {
	VEC(struct record_way) v;
};

/* A step of the meeting's cycle: its word, its name for people, its day. */
struct record_step {
	const char *step, *name;
	const char *level;	/* kontor, sekretariat, nämnd; or NULL */
	const char *routine;	/* how it is done, or NULL */
	const text_list *guide; /* a quick guide, or NULL */
	const char *by;		/* who has done it, or NULL */
	kl_day day;
	kl_day done; /* when that is recorded; 0 or KL_DAY_NONE: not done */
};

/* A meeting as others than its own documents tell of it. */
struct record_meeting {
	const char *key, *committee; /* the code */
	const char *time, *place;
	const char *end; /* clock, or NULL */
	kl_day day;
	kl_day summons, adjust;	  /* their last days, or KL_DAY_NONE */
	kl_day hand_in, dispatch; /* by the committee's cycle; KL_DAY_NONE */
	int number;
	enum meeting_state state;
	bool preliminary; /* planned, and not adopted */
};
typedef VEC(struct record_meeting) record_meetings;

/* Whose cycle a flow chart shows. */
struct record_flow {
	const struct cycle *cycle;
	const char *committee; /* code; NULL: the common form */
	int weekday;	       /* on which it meets: Monday is 0 */
};

#define RECORD_WEEKS 53

/* A person's work in each week. */
struct record_load {
	const char *person; /* ref; NULL: whoever it may be */
	int units[RECORD_WEEKS + 1];
};

/* Something that falls to a person who is away. */
struct record_duty {
	const char *committee; /* code */
	const char *what;      /* the step's name; NULL: the meeting itself */
	const char *time;      /* clock of a meeting, or NULL */
	const char *by;	       /* ref of who covers; NULL: nobody */
	kl_day day;
};

struct record_absence {
	const char *person, *why; /* ref; a word or NULL */
	kl_day from, to;
	VEC(struct record_duty) duties; /* by day */
};

/* What else the record of a year tells; all borrowed. */
struct record_year_parts {
	int version;	  /* of the plan the meetings are from; 0: not given */
	bool preliminary; /* some of them are planned and not adopted */
	const struct days_off
	    *days_off;		       /* what it was planned round; or NULL */
	bool days;		       /* each day, and bodies by month */
	VEC(struct record_flow) flows; /* the first is the common one */
	VEC(struct record_load) loads; /* the first is everybody's */
	int cap, cap_high;	       /* of everybody's week */
	int own_cap, own_cap_high;     /* of one person's */
	VEC(struct record_absence) absences;
};

/* One who is expected to serve. */
struct record_expected {
	const char *person;   /* ref; NULL: nobody */
	const char *for_whom; /* ref of a member, or NULL: their own seat */
	/* how sure it is: "kommer", "tillfrågad", "förslag"; NULL: nobody */
	const char *state;
	const char *from, *until; /* when the member is away, or NULL */
};

/* How many are expected from one clock on. */
struct record_moment {
	const char *clock; /* NULL: from the beginning */
	int sure;
	bool quorate;
};

/* Who is expected to serve at a meeting to come, of the absences reported. */
struct record_forecast {
	bool made;
	bool quorate;
	int seats, need; /* how many there are, and how many must serve */
	int sure; /* members who come and deputies who have said yes */
	VEC(struct record_expected) v;
	VEC(struct record_moment) moments;
};

/* A text of a paragraph that was composed, or rewritten, as it is printed. */
struct record_text {
	int paragraph;
	const char *part;	    /* "yrkanden", "beslutsgång" ... */
	const text_list *sentences; /* paragraphs of text; borrowed */
};

/* Dates and words that rules have made and that the record states. */
struct record_dates {
	kl_day adjust_plain, adjust_latest; /* of the meeting */
	VEC(struct record_clock) clocks;
	struct record_ways ways; /* of each paragraph */
	VEC(struct record_step) steps;
	record_meetings upcoming;      /* of the committee, by day */
	VEC(kl_day) served;	       /* of each delivery, or KL_DAY_NONE */
	VEC(struct record_text) texts; /* by paragraph and part */
	struct record_forecast forecast;
};

/* record_build(bundle, meeting, kind, dates, doc, err): the record of
 * ${meeting} for the document kind ${kind} ("kallelse", "protokoll" ...: the
 * attribute slag).  tests/data/record.xml shows every element.  The caller
 * frees
 * ${doc} with xmlFreeDoc. */
int record_build(const struct bundle *bundle, const struct meeting *meeting,
    const char *kind, const struct record_dates *dates, xmlDoc **doc,
    struct kl_error *err);

/* record_like(kind): the first kind whose records, of the same facts and dates,
 * differ from those of ${kind} in their name (slag) only; NULL for an unknown
 * one. */
const char *record_like(const char *kind);

/* record_year(bundle, year, meetings, parts, doc, err): the record of a year's
 * meetings, which are given by day.  Their committees, in the order of
 * ${bundle}, get one list each.  ${parts} (may be NULL) adds days, flow charts,
 * loads and absences.  The caller frees ${doc}. */
int record_year(const struct bundle *bundle, int year,
    const record_meetings *meetings, const struct record_year_parts *parts,
    xmlDoc **doc, struct kl_error *err);

/* record_select(doc, ranges): keep only these paragraphs (an extract): the
 * attendance stays whole; sets the root's attribute urval. */
int record_select(xmlDoc *doc, const char *ranges, struct kl_error *err);

/* record_extract(doc, ranges, out, err): the same from a copy; ${doc} is left as
 * it is, and only what is wanted of it is copied. */
int record_extract(
    const xmlDoc *doc, const char *ranges, xmlDoc **out, struct kl_error *err);

/* record_minutes(doc, seq): make the record that of the minutes ${seq}: keep
 * its paragraphs and its <protokoll>; of minutes that were adjusted immediately
 * also the attendance is only that of its paragraphs. */
int record_minutes(xmlDoc *doc, int seq, struct kl_error *err);

/* record_after(doc, ways, err): put beside each paragraph how its decision is
 * appealed, what the court has said and its legal force.  Not for what is
 * signed: these come later. */
int record_after(
    xmlDoc *doc, const struct record_ways *ways, struct kl_error *err);

/* record_unsigned(doc): the variant that is signed: drop adjustment, notice and
 * every other date later than the signing (variant="undertecknad"). */
int record_unsigned(xmlDoc *doc, struct kl_error *err);

/* record_public(doc): leave out what may not be published: text of secret
 * items (the neutral title and the ground stay), documents not marked for
 * publication, contact details of private persons, deliveries, whom deputies
 * were asked to stand in for, appeals, minutes sent back
 * (variant="publicerad").  Changes ${doc}. */
int record_public(xmlDoc *doc, struct kl_error *err);

/* The record's schema, read once and used for many records. */
struct record_schema;

/* record_schema_open(path, schema, err): read the RELAX NG schema at ${path}.
 * KL_E_ENV if it cannot be read or is not a schema. */
int record_schema_open(
    const char *path, struct record_schema **schema, struct kl_error *err);

/* record_schema_close(schema): NULL is fine. */
void record_schema_close(struct record_schema *schema);

/* record_check(doc, schema, err): KL_E_INPUT with the first fault if ${doc}
 * does not follow the schema. */
int record_check(
    xmlDoc *doc, struct record_schema *schema, struct kl_error *err);

/* record_freeze(doc, out, sha, err): canonical bytes (C14N) and their hash. */
int record_freeze(
    xmlDoc *doc, struct buf *out, char sha[HASH_HEX], struct kl_error *err);

/* record_field_names(names, n): the path, from the root, of every element and
 * attribute that a record may hold: what a template may ask for. */
void record_field_names(const char *const **names, size_t *n);

#endif
