/* SPDX-License-Identifier: EUPL-1.2
 *
 * Templates: which ones documents are made from, what they may ask for, and
 * whether they are in order.  See <kansli/office.h> for what the functions have
 * in common; kansli-template(5) says what a template is.
 *
 * All but kl_template_use work without a register: open the office with
 * kl_office_bare.  What is asked of committees then has no answer.
 */
#ifndef KANSLI_TEMPLATE_H
#define KANSLI_TEMPLATE_H

#include <kansli/office.h>

/* kl_office_bare(settings, office, err): an office without a register; only for
 * the functions below.  Close it as any other. */
int kl_office_bare(const struct kl_settings *settings,
    struct kl_office **office, struct kl_error *err);

/* Which template: a file, or the one that ${committee} (its code; NULL: all)
 * uses for ${kind}. */
struct kl_template {
	const char *file;
	const char *kind;
	const char *committee;
};

/* kl_template_list(o, committee, answer, err): the template in use for each
 * kind of document: [{"kind","name","committee","source","file","day","user"}];
 * "source" is own (one committee's), all, or shipped.  Committees' own follow
 * the one for all; with ${committee} only what it uses. */
int kl_template_list(struct kl_office *o, const char *committee,
    struct kl_data **answer, struct kl_error *err);

/* kl_template_check(o, what, answer, err): all that is wrong with a template:
 * {"file","errors","warnings","findings":[{"severity","line","field","text",
 * "near"}]}; severity is error or warning, "text" a sentence put through the
 * settings' translation.  0 also when there are errors. */
int kl_template_check(struct kl_office *o, const struct kl_template *what,
    struct kl_data **answer, struct kl_error *err);

/* kl_template_sample(o, what, formats, dir, answer, err): the document that the
 * template makes of an invented meeting, as DIR/sample-KIND.EXT; ${formats} as
 * for kl_document.  {"paths","notes"} */
int kl_template_sample(struct kl_office *o, const struct kl_template *what,
    const char *formats, const char *dir, struct kl_data **answer,
    struct kl_error *err);

/* kl_template_fields(o, kind, answer, err): what a template may ask for (of a
 * ${kind}; NULL: of any): {"fields":[{"field","repeats","description",
 * "example"}],"functions":[{"function","description","example","result"}]}. */
int kl_template_fields(struct kl_office *o, const char *kind,
    struct kl_data **answer, struct kl_error *err);

/* kl_template_compare(o, kind, answer, err): where the committees' templates of
 * a kind differ, and their latest issued documents:
 * {"same","differences":[sentence]}. */
int kl_template_compare(struct kl_office *o, const char *kind,
    struct kl_data **answer, struct kl_error *err);

/* kl_template_compare_files(o, first, second, answer, err): the same of two
 * files. */
int kl_template_compare_files(struct kl_office *o, const char *first,
    const char *second, struct kl_data **answer, struct kl_error *err);

/* kl_template_use(o, what, answer, err): from now on documents of ${what}->kind
 * are made from the file, for one committee or all; a NULL file goes back to
 * what would be used without it.  What was issued stays as it is.  KL_E_INPUT
 * for a template with errors; its warnings are in "warnings". */
int kl_template_use(struct kl_office *o, const struct kl_template *what,
    struct kl_data **answer, struct kl_error *err);

#endif
