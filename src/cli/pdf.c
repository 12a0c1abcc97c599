/* SPDX-License-Identifier: EUPL-1.2
 *
 * Commands about PDF files: pdf check.  They need no register.
 */
#include "config.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

#include <kansli/pdf.h>

#include "cli/cli.h"
#include "cli/groups.h"

static unsigned
standards(const struct cli *c)
{
	unsigned chosen = 0;

	if (cli_flag(c, "ua"))
		chosen |= KL_PDF_UA;
	if (cli_flag(c, "a"))
		chosen |= KL_PDF_A;
	return chosen == 0 ? KL_PDF_UA | KL_PDF_A : chosen;
}

/* "FILE: rule 7.3-1, page 2, object 14: sentence" */
static void
print_finding(const char *file, const struct kl_data *f)
{
	const char *rule = kl_data_text(kl_data_get(f, "rule"));
	const char *also = kl_data_text(kl_data_get(f, "also"));
	long long page = kl_data_int(kl_data_get(f, "page"));
	long long object = kl_data_int(kl_data_get(f, "object"));
	long long more = kl_data_int(kl_data_get(f, "more"));

	printf("%s: ", file);
	if (rule != NULL && strcmp(rule, "0") != 0) {
		printf("%s %s", _("rule"), rule);
		if (also != NULL)
			printf(" (%s)", also);
		if (page > 0)
			printf(", %s %lld", _("page"), page);
		if (object > 0)
			printf(", %s %lld", _("object"), object);
		fputs(": ", stdout);
	}
	printf("%s\n", kl_data_text(kl_data_get(f, "text")));
	if (more > 0)
		printf("%s: %s %s: … %s %lld %s\n", file, _("rule"), rule,
		    _("and"), more, _("more"));
}

static void
print_file(const struct kl_data *d, unsigned which)
{
	const struct kl_data *list = kl_data_get(d, "findings");
	const char *file = kl_data_text(kl_data_get(d, "file"));
	long long faults = kl_data_int(kl_data_get(d, "faults"));
	size_t i;

	for (i = 0; i < kl_data_count(list); i++)
		print_finding(file, kl_data_at(list, i));
	if (faults > 0)
		printf("%s: %lld %s\n", file, faults,
		    faults == 1 ? _("fault") : _("faults"));
	else
		printf("%s: %s\n", file,
		    which == KL_PDF_UA
			? _("follows the rules of PDF/UA-1 that a machine can "
			    "check")
		    : which == KL_PDF_A
			? _("follows the rules of PDF/A-2a that a machine can "
			    "check")
			: _("follows the rules of PDF/UA-1 and PDF/A-2a that a "
			    "machine can check"));
}

static int
run_check(struct cli *c)
{
	struct kl_data *answer = NULL;
	unsigned which = standards(c);
	char checker[PATH_MAX];
	int i, rc = 0, bad = 0;

	snprintf(checker, sizeof checker, "%s/kansli-pdf-check", c->programs);
	for (i = 0; i < c->nargs && rc == 0; i++) {
		rc = kl_pdf_check(checker, c->args[i], which, cli_translate,
		    &answer, &c->err);
		if (rc != 0)
			break;
		bad += !kl_data_int(kl_data_get(answer, "ok"));
		if (c->json)
			print_data(answer, true);
		else
			print_file(answer, which);
		kl_data_free(answer);
	}
	return rc == 0 && bad > 0 ? KL_E_RULE : rc;
}

static const struct cli_option check_options[] = {
	{ "ua", NULL, N_("against PDF/UA-1 (accessible) alone") },
	{ "a", NULL, N_("against PDF/A-2a (lasting) alone") },
	{ NULL, NULL, NULL }
};

const struct cli_command pdf_commands[] = {
	{ "pdf", "check", N_("FILE..."), 1, CLI_ARGS_MAX, NEEDS_NOTHING,
	    run_check, N_("whether PDF files are accessible and lasting"),
	    check_options },
	{ NULL, NULL, NULL, 0, 0, 0, NULL, NULL, NULL }
};
