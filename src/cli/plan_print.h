/* SPDX-License-Identifier: EUPL-1.2
 *
 * The planner's answers for people.
 */
#ifndef CLI_PLAN_PRINT_H
#define CLI_PLAN_PRINT_H

#include <kansli/year.h>

/* print_plan_progress(ctx, now): one line on standard error, written over if
 * that is a terminal, and otherwise only when the plan is better; ended by
 * print_plan_progress_end. */
void print_plan_progress(void *ctx, const struct kl_plan_progress *now);
void print_plan_progress_end(void);

/* The answer's warnings, on standard error. */
void print_plan_warnings(const struct kl_data *answer);

/* Each prints the answer of the function of that name in <kansli/year.h> on
 * standard output. */
void print_plan_new(const struct kl_data *answer);
void print_plan_solved(const struct kl_data *answer); /* also a version */
void print_plan_moved(const struct kl_data *answer);
void print_plan_shown(const struct kl_data *answer);
void print_plan_table(const struct kl_data *answer);
void print_plan_why(const struct kl_data *answer);
void print_plan_conflict(const struct kl_data *answer);
void print_plan_checked(const struct kl_data *answer);
void print_plan_compared(const struct kl_data *answer);
void print_plan_adopted(const struct kl_data *answer);
void print_plan_paths(const struct kl_data *answer);

#endif
