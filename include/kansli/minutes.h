/* SPDX-License-Identifier: EUPL-1.2
 *
 * Minutes from the draft to the adjustment: what would not stand, who approves,
 * drafts, corrections.  See <kansli/office.h> for what the functions have in
 * common, and <kansli/meeting.h> for freezing and the adjustment on paper.
 * ${paragraphs} NULL means the ordinary minutes, otherwise those that hold the
 * paragraphs of the list.
 */
#ifndef KANSLI_MINUTES_H
#define KANSLI_MINUTES_H

#include <kansli/office.h>

/* kl_minutes_preflight(o, meeting, paragraphs, answer, err): what would not
 * stand: [{"level":"error"|"warning","paragraph","statute","text","code",
 * "mend"}], by paragraph; paragraph 0 is the whole meeting.  A warning that
 * somebody has accepted has "accepted": the day.  ${paragraphs} NULL: all. */
int kl_minutes_preflight(struct kl_office *o, const char *meeting,
    const char *paragraphs, struct kl_data **answer, struct kl_error *err);

/* ---- warnings ------------------------------------------------------------ */

/* Which warnings somebody answers for. */
struct kl_accept {
	const char *meeting;
	const char *paragraphs; /* of the minutes, or NULL */
	const char *code; /* of the finding; NULL: all warnings there are */
	int paragraph;	  /* -1: of every paragraph; 0: the meeting */
	const char *why;
};

/* kl_minutes_accept(o, what, answer, err): sign for warnings of frozen minutes.
 * {"meeting","accepted":[{"code","paragraph"}]}  KL_E_NOTFOUND when there is no
 * such warning. */
int kl_minutes_accept(struct kl_office *o, const struct kl_accept *what,
    struct kl_data **answer, struct kl_error *err);

/* ---- approvals ----------------------------------------------------------- */

/* One approves the frozen minutes. */
struct kl_approval {
	const char *meeting;
	const char *paragraphs; /* of the minutes, or NULL */
	const char *person;	/* ref */
	kl_day day;		/* of the signature */
	const char *evidence;	/* path of a file that proves it, or NULL */
};

/* kl_minutes_approve(o, what, answer, err): the person approves exactly the
 * bytes of the frozen record and of the pages made of it.  Given by the account
 * that is named as the person's id, or recorded from paper by a secretary. When
 * the last one needed is there, the minutes are adjusted that day.
 * {"meeting","paragraphs","person","record","pdf","waiting":[refs],"adjusted"}
 * KL_E_RULE for one who neither presided nor is appointed, has approved
 * already, or while a warning is not signed for. */
int kl_minutes_approve(struct kl_office *o, const struct kl_approval *what,
    struct kl_data **answer, struct kl_error *err);

/* kl_minutes_reject(o, meeting, paragraphs, person, comment, ...): the person
 * sends the minutes back: they are a draft again, and what others had approved
 * is void. */
int kl_minutes_reject(struct kl_office *o, const char *meeting,
    const char *paragraphs, const char *person, const char *comment,
    struct kl_data **answer, struct kl_error *err);

/* kl_minutes_withdraw(o, meeting, paragraphs, person, ...): the person takes
 * the approval back before the minutes are adjusted; that version is void. */
int kl_minutes_withdraw(struct kl_office *o, const char *meeting,
    const char *paragraphs, const char *person, struct kl_data **answer,
    struct kl_error *err);

/* ---- drafts -------------------------------------------------------------- */

/* kl_minutes_drafts(o, meeting, ...): [{"version","day","record"}], the oldest
 * first: the minutes as they stood each time a draft was made or taken back. */
int kl_minutes_drafts(struct kl_office *o, const char *meeting,
    struct kl_data **answer, struct kl_error *err);

/* kl_minutes_diff(o, meeting, from, to, ...): what differs between two drafts,
 * ${to} 0 being the facts as they stand:
 * [{"paragraph","piece","removed","added"}], word by word. */
int kl_minutes_diff(struct kl_office *o, const char *meeting, int from, int to,
    struct kl_data **answer, struct kl_error *err);

/* ---- corrections --------------------------------------------------------- */

/* A correction of adjusted minutes. */
struct kl_correction {
	const char *meeting;
	int paragraph;
	const char *was, *is, *why;
	kl_day day;
	const char *signers; /* refs separated by blanks: the note is adjusted
				by them on that day; NULL: not yet */
};

/* kl_minutes_correct(o, what, answer, err): note what is corrected.  The
 * minutes stay as they are.  Without ${was} a note that waits is adjusted by
 * ${signers}.  KL_E_INPUT when ${was} does not stand in the paragraph. */
int kl_minutes_correct(struct kl_office *o, const struct kl_correction *what,
    struct kl_data **answer, struct kl_error *err);

#endif
