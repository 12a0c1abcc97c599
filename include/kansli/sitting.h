/* SPDX-License-Identifier: EUPL-1.2
 *
 * People before and at a meeting: who cannot come, which deputies are called
 * in, who will serve and who did.  See <kansli/office.h> for what the functions
 * have in common.
 *
 * A person is named by the id in the register or by name: "Martin Engman",
 * "Engman".  KL_E_INPUT lists who may be meant when it is more than one.
 */
#ifndef KANSLI_SITTING_H
#define KANSLI_SITTING_H

#include <kansli/office.h>

/* An absence (förfall) to report. */
struct kl_absence {
	const char *meeting, *person;
	const char *by;		  /* who said so, or NULL: the person */
	const char *from, *until; /* clocks "17:30", or NULL: all of it */
	const char *why;	  /* or NULL */
	kl_day day;		  /* when it was told */
	bool withdraw;		  /* the person comes after all */
};

/* kl_meeting_absence(o, what, answer, err): record the absence, in place of one
 * recorded before, or withdraw it.  {"meeting","person","name","from","until",
 * "deputies":[...]}, the last as from kl_meeting_deputies when a member is
 * absent; "tell": the names of the deputies who were called in and need not
 * come any more. */
int kl_meeting_absence(struct kl_office *o, const struct kl_absence *what,
    struct kl_data **answer, struct kl_error *err);

/* kl_meeting_call(o, meeting, deputy, member, day, answer, err): the deputy has
 * been asked on ${day} to serve for the member, who has reported absence.
 * Another than the order's first is called with a warning.
 * {"meeting","deputy","member","ground"} */
int kl_meeting_call(struct kl_office *o, const char *meeting,
    const char *deputy, const char *member, kl_day day, struct kl_data **answer,
    struct kl_error *err);

/* kl_meeting_answer(o, meeting, deputy, yes, answer, err): what a deputy who
 * was called in says.  {"meeting","deputy","member","state"}; after a no also
 * "deputies": who is to be asked now, the first to ask first. */
int kl_meeting_answer(struct kl_office *o, const char *meeting,
    const char *deputy, bool yes, struct kl_data **answer,
    struct kl_error *err);

/* kl_meeting_deputies(o, meeting, member, paragraph, answer, err): who may
 * serve for the member, in the order in which they are asked: before the
 * meeting
 * (${paragraph} 0), or of those who are there in the paragraph.
 * {"meeting","member","deputies":[{"deputy","name","party","ground"}],"because"};
 * ground: personal, begun, own_party, party_order, party_size,
 * election_order or called. */
int kl_meeting_deputies(struct kl_office *o, const char *meeting,
    const char *member, int paragraph, struct kl_data **answer,
    struct kl_error *err);

/* kl_meeting_forecast(o, meeting, answer, err): who will probably serve:
 * {"meeting","seats","need","quorate","serving":[{"member","name","party",
 * "state","deputy","deputy_name","from","until"}],"moments":[{"from","sure",
 * "asked","possible","quorate"}],"absent":[{"person","name","from","until","by",
 * "reported"}],"because"}; state: comes, yes, asked, proposed or nobody. */
int kl_meeting_forecast(struct kl_office *o, const char *meeting,
    struct kl_data **answer, struct kl_error *err);

/* kl_meeting_attendance(o, meeting, paragraph, answer, err): who was there, in
 * all paragraphs (${paragraph} 0) or in one:
 * {"meeting","members":[{"person","name","party","paragraphs","conflict",
 * "from","until","remote"}],"serving":[{...
 * ,"for","for_name"}],"deputies":[...],
 * "conflicted":[{"paragraph","person","name","ground"}],
 * "others":[{"name","kind","paragraphs"}],"presiding":[{"person","name",
 * "paragraphs"}],"quorum":[{"paragraphs","seats","serving","need","quorate"}],
 * "because"}; of one paragraph also "proposed": who should enter for whom. */
int kl_meeting_attendance(struct kl_office *o, const char *meeting,
    int paragraph, struct kl_data **answer, struct kl_error *err);

/* kl_meeting_rights(o, meeting, answer, err): who else may sit in and what they
 * may do there: {"meeting","open","rights":[{"who","attend","speak","opinion",
 * "source"}]}; with what the law gives where the body says nothing. */
int kl_meeting_rights(struct kl_office *o, const char *meeting,
    struct kl_data **answer, struct kl_error *err);

#endif
