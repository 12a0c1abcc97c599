/* SPDX-License-Identifier: EUPL-1.2
 *
 * The cycle of a meeting: matters registered, agenda, minutes, notices,
 * dispatch.  See <kansli/office.h> for what the functions have in common.
 */
#ifndef KANSLI_MEETING_H
#define KANSLI_MEETING_H

#include <kansli/office.h>

/* ---- matters ----------------------------------------------------------- */

/* A matter to register; from an official report or by hand. */
struct kl_matter {
	const char *committee; /* code */
	const char *report;    /* path of an .odt official report, or NULL */
	const char *title;     /* these override what the report says */
	const char *number;    /* NULL: the report's, else the next of the
				  committee's    series */
	const char *officer;
	const char *kind;   /* beslut, anmälan ...; NULL: beslut */
	const char *appeal; /* how; NULL: laglighetsprövning */
	const char *unit;
	const char *meeting; /* key of the meeting it is meant for, or NULL */
};

/* kl_matter_register(o, matter, answer, err): register it; the report becomes
 * its document 1.  {"number","title","officer","proposals",...} */
int kl_matter_register(struct kl_office *o, const struct kl_matter *matter,
    struct kl_data **answer, struct kl_error *err);

/* ---- agenda ------------------------------------------------------------ */

/* kl_agenda_build(o, meeting, answer, err): put the committee's standing items
 * and the matters registered for the meeting and not yet placed on its agenda,
 * standing items first, and tabled items of earlier meetings before the rest.
 * ${answer} is as from kl_agenda_show without versions; its "proposed" is what
 * the annual wheel has for the meeting and the agenda does not hold:
 * [{"id","title","responsible","period","to"}]. */
int kl_agenda_build(struct kl_office *o, const char *meeting,
    struct kl_data **answer, struct kl_error *err);

struct kl_item {
	const char *number; /* registration number of a matter, or NULL */
	const char *title;  /* an item without a matter, or a heading */
	const char *note;
	const char *after; /* place it after this item number, or NULL: last */
	bool heading, late, immediate, handed_out;
};

/* kl_agenda_add(o, meeting, item, answer, err): add one item.  After
 * publication it is a late item: it gets a number of its own and earlier
 * numbers stay. */
int kl_agenda_add(struct kl_office *o, const char *meeting,
    const struct kl_item *item, struct kl_data **answer, struct kl_error *err);

/* kl_agenda_remove(o, meeting, nr, ...): take item ${nr} off; after publication
 * its number is not used again. */
int kl_agenda_remove(struct kl_office *o, const char *meeting, const char *nr,
    struct kl_data **answer, struct kl_error *err);

/* kl_agenda_order(o, meeting, nr, place, ...): move item ${nr} to place
 * ${place} from 1; before publication the items are renumbered, afterwards it
 * is refused. */
int kl_agenda_order(struct kl_office *o, const char *meeting, const char *nr,
    int place, struct kl_data **answer, struct kl_error *err);

/* kl_agenda_publish(o, meeting, ...): freeze the next version of the agenda and
 * summon the meeting.  {"meeting","version","added","removed","record"} */
int kl_agenda_publish(struct kl_office *o, const char *meeting,
    struct kl_data **answer, struct kl_error *err);

/* kl_agenda_show(o, meeting, ...): the agenda with its versions. */
int kl_agenda_show(struct kl_office *o, const char *meeting,
    struct kl_data **answer, struct kl_error *err);

/* kl_meeting_cancel(o, meeting, why, ...): the meeting is not held (inställt);
 * ${why} may be NULL.  Its items go on to the committee's next meeting.
 * {"meeting","state","why","next","tell","items"}: "tell": the names of those
 * who were summoned; "items": those that the next agenda has taken over. */
int kl_meeting_cancel(struct kl_office *o, const char *meeting,
    const char *why, struct kl_data **answer, struct kl_error *err);

/* kl_meeting_restore(o, meeting, ...): a cancelled meeting is held after all.
 * KL_E_RULE when those summoned have been told, or when another meeting has
 * taken over an item. */
int kl_meeting_restore(struct kl_office *o, const char *meeting,
    struct kl_data **answer, struct kl_error *err);

/* ---- minutes ----------------------------------------------------------- */

/* kl_minutes_freeze(o, meeting, paragraphs, ...): fix the text that will be
 * signed.  ${paragraphs} NULL: the ordinary minutes; otherwise those paragraphs
 * are taken out to be adjusted immediately (omedelbar justering). */
int kl_minutes_freeze(struct kl_office *o, const char *meeting,
    const char *paragraphs, struct kl_data **answer, struct kl_error *err);

/* kl_minutes_adjust(o, meeting, paragraphs, day, signers, ...): record that the
 * minutes were adjusted on ${day} by ${signers} (person refs separated by
 * blanks; NULL: who presided and the appointed adjusters).  Warns in "warnings"
 * when later than 14 days (KL 5:69, 6:35); refuses a day before the meeting or
 * after today. */
int kl_minutes_adjust(struct kl_office *o, const char *meeting,
    const char *paragraphs, kl_day day, const char *signers,
    struct kl_data **answer, struct kl_error *err);

/* kl_minutes_show(o, meeting, ...): the sets of minutes with states and dates,
 * and each paragraph's outcome. */
int kl_minutes_show(struct kl_office *o, const char *meeting,
    struct kl_data **answer, struct kl_error *err);

/* ---- notices ----------------------------------------------------------- */

/* kl_notice_post(o, meeting, paragraphs, day, ...): announce the adjustment on
 * the notice board on ${day}; starts the appeal clock (KL 8:12, 13:5). */
int kl_notice_post(struct kl_office *o, const char *meeting,
    const char *paragraphs, kl_day day, struct kl_data **answer,
    struct kl_error *err);

/* kl_notice_remove(o, meeting, paragraphs, day, ...): take it down; refused
 * before the appeal period has ended (KL 8:12). */
int kl_notice_remove(struct kl_office *o, const char *meeting,
    const char *paragraphs, kl_day day, struct kl_data **answer,
    struct kl_error *err);

/* kl_notice_list(o, committee, all, ...): what is on the board today, with last
 * day to appeal and removal day; ${all} includes what has been taken down. */
int kl_notice_list(struct kl_office *o, const char *committee, bool all,
    struct kl_data **answer, struct kl_error *err);

/* ---- dispatch ---------------------------------------------------------- */

/* kl_dispatch_list(o, meeting, ...): who gets which paragraph, and how far it
 * has come. */
int kl_dispatch_list(struct kl_office *o, const char *meeting,
    struct kl_data **answer, struct kl_error *err);

/* ---- documents --------------------------------------------------------- */

/* kl_document_kinds(translate, answer): every kind with its Swedish name,
 * template and what it needs, a sentence put through ${translate} (NULL: left
 * in English). */
int kl_document_kinds(
    const char *(*translate)(const char *), struct kl_data **answer);

struct kl_document {
	const char *meeting;
	const char *kind; /* "minutes" */
	const char
	    *paragraphs;     /* of an extract or immediate minutes, or NULL */
	const char *formats; /* "odt,pdf,html,text"; NULL: "odt,pdf" */
	const char *dir;     /* where to; made if missing */
	bool replace;	     /* also files that were edited by hand */
};

/* kl_document(o, what, answer, err): make (or fetch, if it has been issued
 * already) the document in each format and write it as
 * CODE-DATE[-2]-KIND[-pLIST].EXT.  ${answer}: {"paths":[...],"notes":[...]}.
 * KL_E_RULE if the meeting's state does not allow that kind. */
int kl_document(struct kl_office *o, const struct kl_document *what,
    struct kl_data **answer, struct kl_error *err);

/* kl_document_set(o, what, kinds, n, answer, err): the same for ${n} kinds at
 * once (what->kind is not read); none is made unless all can be.  With several
 * each note begins with the name of its document. */
int kl_document_set(struct kl_office *o, const struct kl_document *what,
    const char *const *kinds, size_t n, struct kl_data **answer,
    struct kl_error *err);

/* kl_document_take(o, path, dry_run, faults, answer, err): take the edited
 * document ${path} (.odt, as Kansli wrote it and an office suite saved it) back
 * into the facts that it was made from.  ${answer}: {"meeting","kind","changes":
 * [{"paragraph" or "item","piece","before":[...],"after":[...]}],"version",
 * "record"}; the last two when something was kept: the next draft of the record.
 * Refused, with nothing changed, each reason in ${faults}: changes outside the
 * pieces that may be edited (KL_E_INPUT), pieces of what is frozen or published
 * and pieces that have been changed in the register since the document was made
 * (KL_E_RULE). */
int kl_document_take(struct kl_office *o, const char *path, bool dry_run,
    struct kl_faults *faults, struct kl_data **answer, struct kl_error *err);

/* The documents of many meetings. */
struct kl_documents {
	const char *committee; /* code; NULL: all */
	const char *year;      /* "2026"; NULL: all */
	const char *formats;   /* as above */
	const char *dir;
	bool replace;
	int workers; /* processes; 0: as many as there are processors */
};

/* kl_documents(settings, what, faults, answer, err): every kind of document that
 * each meeting has got far enough for (of minutes one for each set, of extracts
 * one for each paragraph that is sent to somebody), and those of the years, as
 * kl_document makes them.  The work is shared by processes that open the
 * register themselves, so none may be open.  What could not be made is told in
 * ${faults} and does not stop the rest.  ${answer}: {"paths":[...],
 * "notes":[...]}, in the order of the meetings. */
int kl_documents(const struct kl_settings *settings,
    const struct kl_documents *what, struct kl_faults *faults,
    struct kl_data **answer, struct kl_error *err);

/* ---- publishing -------------------------------------------------------- */

/* kl_publish(o, dir, answer, err): the public site of everything that may be
 * published, into ${dir}.  {"files","meetings"} */
int kl_publish(struct kl_office *o, const char *dir, struct kl_data **answer,
    struct kl_error *err);

#endif
