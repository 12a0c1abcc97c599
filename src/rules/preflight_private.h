/* SPDX-License-Identifier: EUPL-1.2
 *
 * Inside the preflight: what each check sees, and how it says what it found.
 * Private to src/rules/preflight*.c.
 */
#ifndef RULES_PREFLIGHT_PRIVATE_H
#define RULES_PREFLIGHT_PRIVATE_H

#include "rules/preflight.h"

#define PREFLIGHT_MAX 5000 /* findings of one meeting that are kept */

struct check {
	struct arena *a;
	const struct bundle *b;
	const struct meeting *m;
	const struct committee *body;
	const struct ranges *only; /* or NULL */
	const struct rule_book *book;
	const struct preflight_facts *facts;
	findings *out;
	bool told;	/* attendance and mandates say who sits */
	bool statutory; /* a body that KL is about, not an advisory council */
	const struct sitting *sittings; /* of m->paragraphs, in its order */
	/* of the paragraph under check; NULL in checks of the meeting */
	const struct paragraph *p;
	const struct sitting *s;
	const struct agenda_item *item; /* or NULL */
	const struct matter *matter;	/* or NULL */
	struct kl_error *err;
	int rc; /* of the first check that could not be made */
};

enum level { WARNS, BLOCKS };

/* FIND(c, level, paragraph, code, statute, mend, KL_N_("sentence"), args...):
 * a finding.  ${mend} is a key, marked with KL_N_ too. */
#define FIND(c, level, nr, code, statute, mend, ...)                           \
	do {                                                                   \
		struct kl_error find_says_;                                    \
		kl_error_set(&find_says_, KL_E_RULE, __VA_ARGS__);             \
		kl_error_statute(&find_says_, (statute));                      \
		check_found((c), (level), (nr), (code), (mend), &find_says_);  \
	} while (0)

/* FIND_IN(c, level, ranges, code, statute, mend, KL_N_("sentence"), args...):
 * the same of several paragraphs at once: one finding for each, with one
 * sentence. */
#define FIND_IN(c, level, r, code, statute, mend, ...)                         \
	do {                                                                   \
		struct kl_error find_says_;                                    \
		kl_error_set(&find_says_, KL_E_RULE, __VA_ARGS__);             \
		kl_error_statute(&find_says_, (statute));                      \
		check_found_in(                                                \
		    (c), (level), (r), (code), (mend), &find_says_);           \
	} while (0)

/* check_found(c, level, nr, code, mend, says): the work of FIND.  Dropped when
 * ${nr} is not among the paragraphs asked for; 0 stands for the meeting. */
void check_found(struct check *c, enum level level, int nr, const char *code,
    const char *mend, const struct kl_error *says);

/* check_found_in(c, level, r, code, mend, says): the work of FIND_IN; only
 * paragraphs that there are get one. */
void check_found_in(struct check *c, enum level level, const struct ranges *r,
    const char *code, const char *mend, const struct kl_error *says);

/* check_name(c, ref): "Karin Ek (M)", or the ref of who is not known. */
const char *check_name(const struct check *c, const char *ref);

/* check_list(c, ranges): "§ 3", "§§ 3–5, 8"; "" on failure. */
const char *check_list(const struct check *c, const struct ranges *r);

/* check_law(c, committee, assembly): the provision for the kind of body. */
const char *check_law(
    const struct check *c, const char *committee, const char *assembly);

/* check_conflicted(c, ref, nr): the person has a conflict of interest there. */
bool check_conflicted(const struct check *c, const char *ref, int nr);

/* check_decided(p): something was decided in it (not tabled, noted ...). */
bool check_decided(const struct paragraph *p);

/* check_has(list, s): ${s} is in the list. */
bool check_has(const text_list *list, const char *s);

/* check_mentions(c, text, words): one of ${words} (folded, ended by NULL)
 * stands in ${text}; NULL has none. */
bool check_mentions(
    const struct check *c, const char *text, const char *const *words);

/* Where what was found is mended. */
#define MEND_ENTER                                                             \
	KL_N_(                                                                 \
	    "Correct what is recorded of the meeting (kansli meeting enter, "  \
	    "or kansli import).")
#define MEND_MATTER                                                            \
	KL_N_("Correct the matter and import it again (kansli import).")
#define MEND_TEXT                                                              \
	KL_N_("Edit the text in the draft minutes and take it back (kansli "   \
	      "document take).")
#define MEND_REGISTER                                                          \
	KL_N_("Correct the committee's persons and mandates (kansli import).")

/* The checks; each looks at c->p, or at the meeting where it is NULL. */
void check_undecided(struct check *c);
void check_no_decision(struct check *c);
void check_numbers(struct check *c);
void check_first_number(struct check *c);
void check_attendance_told(struct check *c);
void check_members_known(struct check *c);
void check_end(struct check *c);
void check_secretary(struct check *c);
void check_day_off(struct check *c);
void check_answer_by(struct check *c);

void check_presiding(struct check *c);
void check_quorum(struct check *c);
void check_mandates(struct check *c);
void check_replaced(struct check *c);
void check_replaced_twice(struct check *c);
void check_serves_twice(struct check *c);
void check_attendance_twice(struct check *c);
void check_for_whom(struct check *c);
void check_seats(struct check *c);
void check_clocks(struct check *c);
void check_conflict_present(struct check *c);
void check_conflict_acting(struct check *c);
void check_conflict_official(struct check *c);
void check_conflict_nowhere(struct check *c);
void check_adjusters(struct check *c);
void check_adjuster_each(struct check *c);
void check_adjuster_paragraphs(struct check *c);
void check_adjusted(struct check *c);

void check_divisions(struct check *c);
void check_carried(struct check *c);
void check_standing_aside(struct check *c);
void check_abstaining(struct check *c);
void check_movers(struct check *c);
void check_dissent_taking_part(struct check *c);
void check_dissent_late(struct check *c);
void check_dissent_motivated(struct check *c);
void check_statements(struct check *c);

void check_reasons(struct check *c);
void check_rapporteur(struct check *c);
void check_unmarked(struct check *c);
void check_doors(struct check *c);
void check_recipients(struct check *c);
void check_appeal(struct check *c);
void check_appeal_way(struct check *c);
void check_tabled(struct check *c);
void check_referred_back(struct check *c);
void check_commissions(struct check *c);
void check_documents(struct check *c);

void check_secret_title(struct check *c);
void check_personal_number(struct check *c);
void check_personal_data(struct check *c);
void check_weekdays(struct check *c);
void check_stale(struct check *c);

#endif
