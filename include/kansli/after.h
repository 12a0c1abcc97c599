/* SPDX-License-Identifier: EUPL-1.2
 *
 * What comes after the adjustment: the notice that is down or corrected, what
 * the board asks for today, appeals, legal force, commissions.  See
 * <kansli/office.h> for what the functions have in common.  ${paragraphs} is a
 * list as in "1-10 12"; NULL means the ordinary minutes.
 */
#ifndef KANSLI_AFTER_H
#define KANSLI_AFTER_H

#include <kansli/office.h>

/* ---- notices ----------------------------------------------------------- */

/* kl_notice_interrupt(o, meeting, paragraphs, from, why, ...): the notice has
 * been down since ${from}; ${why} may be NULL.  The time to appeal does not run
 * out while it is (KL 13:5). */
int kl_notice_interrupt(struct kl_office *o, const char *meeting,
    const char *paragraphs, kl_day from, const char *why,
    struct kl_data **answer, struct kl_error *err);

/* kl_notice_resume(o, meeting, paragraphs, on, ...): it is up again since
 * ${on}.  {"meeting","paragraphs","last_day","remove_on","because"} */
int kl_notice_resume(struct kl_office *o, const char *meeting,
    const char *paragraphs, kl_day on, struct kl_data **answer,
    struct kl_error *err);

/* kl_notice_supersede(o, meeting, paragraphs, on, ...): a corrected notice took
 * its place on ${on}, from which the time is counted. */
int kl_notice_supersede(struct kl_office *o, const char *meeting,
    const char *paragraphs, kl_day on, struct kl_data **answer,
    struct kl_error *err);

/* kl_notice_announce(o, meeting, paragraphs, on, ...): what is announced beside
 * the notice: the adoption of a plan (PBL 5:29), a permit (PBL 9:41 b). */
int kl_notice_announce(struct kl_office *o, const char *meeting,
    const char *paragraphs, kl_day on, struct kl_data **answer,
    struct kl_error *err);

/* kl_notice_today(o, committee, ...): what there is to do today:
 * {"post":[...],"remove":[...],"down":[...],"announce":[...],
 *  "answers":[{"number","title","committee","answer_by"}]}: adjusted and not
 * yet posted, with the last day for it; free to come down; down and not back;
 * announcements missing; answers that are due before the committee meets. */
int kl_notice_today(struct kl_office *o, const char *committee,
    struct kl_data **answer, struct kl_error *err);

/* ---- appeals ----------------------------------------------------------- */

struct kl_appeal {
	const char *meeting;
	int paragraph;
	const char *by; /* the appellant; kept in the register alone */
	kl_day received;
	bool at_court; /* it came to the court, not to the municipality */
};

/* kl_appeal_register(o, appeal, ...): {"meeting","appeal","paragraph","kind",
 * "addressee","court","last_day","timely","because"}; "timely" is what the days
 * say, and nobody has tried it yet. */
int kl_appeal_register(struct kl_office *o, const struct kl_appeal *appeal,
    struct kl_data **answer, struct kl_error *err);

/* kl_appeal_try(o, meeting, nr, on, reject, ...): whether it came in time (FL
 * 45), with reasons.  With ${reject} a late one is rejected; a court tries that
 * itself in a legality review, so there it is refused. */
int kl_appeal_try(struct kl_office *o, const char *meeting, int nr, kl_day on,
    bool reject, struct kl_data **answer, struct kl_error *err);

/* kl_appeal_forward(o, meeting, nr, court, case_number, on, correct, ...): sent
 * to the court (FL 46, KL 13:6); ${case_number} may be NULL until it is known.
 * Once, KL_E_RULE a second time; ${correct}: what was recorded of it is wrong,
 * and a NULL case number and KL_DAY_NONE keep what is there. */
int kl_appeal_forward(struct kl_office *o, const char *meeting, int nr,
    const char *court, const char *case_number, kl_day on, bool correct,
    struct kl_data **answer, struct kl_error *err);

/* kl_appeal_stay(o, meeting, nr, on, ...): the court has said that the decision
 * does not hold meanwhile (inhibition). */
int kl_appeal_stay(struct kl_office *o, const char *meeting, int nr, kl_day on,
    struct kl_data **answer, struct kl_error *err);

/* kl_appeal_outcome(o, meeting, nr, word, on, ...): ${word}: avslag, upphävt,
 * ändrat, återförvisat, avvisat, avskrivet. */
int kl_appeal_outcome(struct kl_office *o, const char *meeting, int nr,
    const char *word, kl_day on, struct kl_data **answer, struct kl_error *err);

/* kl_appeal_report(o, meeting, nr, at, ...): the committee has been told of the
 * outcome: ${at}: "TRN/2027-02-16 § 9". */
int kl_appeal_report(struct kl_office *o, const char *meeting, int nr,
    const char *at, struct kl_data **answer, struct kl_error *err);

struct kl_service {
	const char *meeting;
	int paragraph;
	const char *who; /* one whom the decision is sent to */
	const char *how; /* NULL: as it was sent, or plain service */
	kl_day on;
	bool correct; /* what was recorded before is wrong */
};

/* kl_appeal_served(o, what, ...): a party has been served (FL 44); of simplified
 * service ${on} is the day it was sent.  {"meeting","paragraph","who","how",
 * "sent","served","kind","clock","last_day","because"}.  KL_E_NOTFOUND for one
 * whom the decision is not sent to, KL_E_RULE for one who was served already,
 * unless ${correct}. */
int kl_appeal_served(struct kl_office *o, const struct kl_service *what,
    struct kl_data **answer, struct kl_error *err);

/* kl_appeal_list(o, committee, open, ...): appeals without their appellants;
 * ${open}: those without an outcome and those whose outcome has not been told
 * to the committee. */
int kl_appeal_list(struct kl_office *o, const char *committee, bool open,
    struct kl_data **answer, struct kl_error *err);

/* kl_appeal_show(o, meeting, nr, ...): one whole, with who appealed; for those
 * who may handle it. */
int kl_appeal_show(struct kl_office *o, const char *meeting, int nr,
    struct kl_data **answer, struct kl_error *err);

/* ---- legal force ------------------------------------------------------- */

struct kl_force_answer {
	const char *meeting, *paragraphs;
	kl_day answered;
	const char *court, *who;
	kl_day since; /* what the court says of one that was appealed, or
			 KL_DAY_NONE */
};

/* kl_force_ask(o, what, ...): who at the court said that no appeal has come in.
 * {"meeting","decisions":[...]} as from kl_force_show */
int kl_force_ask(struct kl_office *o, const struct kl_force_answer *what,
    struct kl_data **answer, struct kl_error *err);

/* kl_force_county_board(o, meeting, paragraphs, on, ...): the county board said
 * on ${on} that it does not review the plan (PBL 11:10). */
int kl_force_county_board(struct kl_office *o, const char *meeting,
    const char *paragraphs, kl_day on, struct kl_data **answer,
    struct kl_error *err);

/* kl_force_show(o, meeting, ...): {"meeting","decisions":[{"paragraph","title",
 * "kind","addressee","last_day","since","waits_for":[{"text","statute"}],
 * "because"}]} */
int kl_force_show(struct kl_office *o, const char *meeting,
    struct kl_data **answer, struct kl_error *err);

/* kl_force_list(o, committee, open, ...): the same of every meeting that has
 * been held: {"decisions":[...]}, each with its "meeting"; ${open}: only those
 * that wait for something. */
int kl_force_list(struct kl_office *o, const char *committee, bool open,
    struct kl_data **answer, struct kl_error *err);

/* ---- commissions ------------------------------------------------------- */

struct kl_commission {
	const char *meeting;
	int paragraph, point;	 /* of the decision, from 1; 0: the whole */
	const char *responsible; /* or NULL */
	kl_day due;		 /* or KL_DAY_NONE */
};

/* kl_commission_add(o, what, ...): a point of a decision gives somebody
 * something to do. */
int kl_commission_add(struct kl_office *o, const struct kl_commission *what,
    struct kl_data **answer, struct kl_error *err);

/* kl_commission_report(o, meeting, paragraph, point, on, at, ...): it has been
 * reported back; ${at}: the meeting and §, or NULL.  ${point} 0: the only one
 * of the paragraph. */
int kl_commission_report(struct kl_office *o, const char *meeting,
    int paragraph, int point, kl_day on, const char *at,
    struct kl_data **answer, struct kl_error *err);

/* kl_commission_list(o, committee, open, late, ...):
 * {"commissions":[{"meeting",
 * "paragraph","point","text","responsible","due","reported","late"}]}; ${open}:
 * not reported back; ${late}: of those, the ones whose day has passed. */
int kl_commission_list(struct kl_office *o, const char *committee, bool open,
    bool late, struct kl_data **answer, struct kl_error *err);

/* kl_matter_ready(o, number, meeting, ...): a matter that was referred back has
 * been completed, or waits for another meeting: ${meeting} is the one whose
 * agenda it is built into.  {"number","meeting"} */
int kl_matter_ready(struct kl_office *o, const char *number,
    const char *meeting, struct kl_data **answer, struct kl_error *err);

#endif
