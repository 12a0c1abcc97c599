/* SPDX-License-Identifier: EUPL-1.2
 *
 * The closed word lists of the exchange vocabulary: every enumeration of the
 * domain with its Swedish word, which is also how it is stored.
 */
#ifndef DOMAIN_WORDS_H
#define DOMAIN_WORDS_H

#include <stdbool.h>

/* nämnd | råd | utskott | fullmäktige | styrelse */
enum body_kind {
	BODY_COMMITTEE = 1,
	BODY_COUNCIL, /* råd: advisory */
	BODY_SUBCOMMITTEE,
	BODY_ASSEMBLY,
	BODY_BOARD
};

/* sammanträde | år */
enum numbering { NUMBER_PER_MEETING = 1, NUMBER_PER_YEAR };

/* ordförande | vice ordförande | 2:e vice ordförande | ledamot | ersättare |
 * sekreterare; in order of precedence */
enum role {
	ROLE_CHAIR = 1,
	ROLE_VICE_CHAIR,
	ROLE_SECOND_VICE_CHAIR,
	ROLE_MEMBER,
	ROLE_DEPUTY,
	ROLE_SECRETARY
};

/* beslut | anmälan | information | val | remiss | delegation | skrivelse */
enum matter_kind {
	MATTER_DECISION = 1,
	MATTER_REPORT,
	MATTER_INFORMATION,
	MATTER_ELECTION,
	MATTER_REFERRAL,
	MATTER_DELEGATION,
	MATTER_COMMUNICATION
};

/* laglighetsprövning | förvaltningsbesvär | plan | lov | inget */
enum appeal_kind {
	APPEAL_LEGALITY = 1,
	APPEAL_ADMINISTRATIVE,
	APPEAL_PLAN,
	APPEAL_PERMIT,
	APPEAL_NONE
};

/* upprättad | inkommen | utgående */
enum direction { DRAWN_UP = 1, RECEIVED, SENT };

/* bifall | avslag | ändring | tillägg | återremiss | bordläggning |
 * ajournering */
enum proposal_kind {
	PROPOSAL_APPROVE = 1,
	PROPOSAL_REJECT,
	PROPOSAL_AMEND,
	PROPOSAL_ADD,
	PROPOSAL_REFER_BACK,
	PROPOSAL_TABLE,
	PROPOSAL_ADJOURN
};

/* ja | nej | avstår | frånvarande */
enum vote { VOTE_YES = 1, VOTE_NO, VOTE_ABSTAIN, VOTE_ABSENT };

/* beslutat | bordlagt | återremiss | utgår | anmält | information | valt */
enum outcome {
	OUTCOME_DECIDED = 1,
	OUTCOME_TABLED,
	OUTCOME_REFERRED_BACK,
	OUTCOME_WITHDRAWN,
	OUTCOME_REPORTED,
	OUTCOME_INFORMATION,
	OUTCOME_ELECTED
};

/* särskilt uttalande | ersättaryttrande | protokollsanteckning */
enum statement_kind { STATEMENT_SPECIAL = 1, STATEMENT_DEPUTY, STATEMENT_NOTE };

/* kallad | kommer | kommer inte: what a deputy who was called in answered */
enum call_answer { CALL_UNANSWERED = 1, CALL_ACCEPTED, CALL_DECLINED };

/* tjänsteman | personalföreträdare | insynsplats | adjungerad | annan */
enum visitor_kind {
	VISITOR_OFFICIAL = 1,
	VISITOR_STAFF,	  /* a staff representative, KL 7:10 */
	VISITOR_OBSERVER, /* insynsplats */
	VISITOR_ADJUNCT,  /* called to give information, KL 6:26 */
	VISITOR_OTHER
};

/* formell | huvudförslag | motförslag | tillägg: what a question that the chair
 * puts is about */
enum question_kind {
	QUESTION_FORMAL = 1, /* adjourn, table, refer back */
	QUESTION_MAIN,	     /* which proposal is decided */
	QUESTION_COUNTER,    /* which is set against the main proposal */
	QUESTION_ADDITION
};

/* röstlista | reservation | uttalande | närvarolista | delegationslista |
 * handling */
enum annex_kind {
	ANNEX_VOTES = 1,
	ANNEX_DISSENT,
	ANNEX_STATEMENT,
	ANNEX_ATTENDANCE,
	ANNEX_DELEGATION,
	ANNEX_DOCUMENT
};

/* domstol | kommun: where an appeal arrived */
enum appeal_place { APPEAL_AT_COURT = 1, APPEAL_AT_MUNICIPALITY };

/* i tid | för sent */
enum appeal_time { APPEAL_TIMELY = 1, APPEAL_LATE };

/* avslag | upphävt | ändrat | återförvisat | avvisat | avskrivet */
enum appeal_outcome {
	APPEAL_DISMISSED = 1,
	APPEAL_QUASHED,
	APPEAL_CHANGED,
	APPEAL_REMITTED,
	APPEAL_INADMISSIBLE,
	APPEAL_STRUCK_OUT
};

/* planerat | kallat | genomfört | inställt */
enum meeting_state {
	MEETING_PLANNED = 1,
	MEETING_SUMMONED,
	MEETING_HELD,
	MEETING_CANCELLED
};

/* utkast | fryst | justerat | anslaget | nedtaget */
enum minutes_state {
	MINUTES_DRAFT = 1,
	MINUTES_FROZEN,
	MINUTES_ADJUSTED,
	MINUTES_POSTED,
	MINUTES_TAKEN_DOWN
};

/* att skicka | skickad | kvitterad */
enum delivery_state { DELIVERY_PENDING = 1, DELIVERY_SENT, DELIVERY_RECEIPTED };

/* A word list: words[0] is the word of value 1.  Ends with NULL. */
typedef const char *const *word_list;

extern const char *const words_body[];
extern const char *const words_numbering[];
extern const char *const words_role[];
extern const char *const words_matter[];
extern const char *const words_appeal[];
extern const char *const words_direction[];
extern const char *const words_proposal[];
extern const char *const words_vote[];
extern const char *const words_outcome[];
extern const char *const words_statement[];
extern const char *const words_call[];
extern const char *const words_visitor[];
extern const char *const words_question[];
extern const char *const words_annex[];
extern const char *const words_appeal_place[];
extern const char *const words_appeal_time[];
extern const char *const words_appeal_outcome[];
extern const char *const words_meeting[];
extern const char *const words_minutes[];
extern const char *const words_delivery[];
extern const char
    *const words_weekday[]; /* enum kl_weekday, Monday to Friday */

/* word_of(list, value): the word, or NULL for 0 or a value outside it. */
const char *word_of(word_list list, int value);

/* word_value(list, word): the value from 1, or 0 if the word is not in it. */
int word_value(word_list list, const char *word);

/* word_nearest(list, word): the entry most like ${word}, or NULL. */
const char *word_nearest(word_list list, const char *word);

#endif
