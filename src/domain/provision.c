/* SPDX-License-Identifier: EUPL-1.2
 *
 * Provisions written out.  Offices write "OSL 19:3"; a reader outside needs the
 * name of the statute.  The names are the statutes' own.
 */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "domain/provision.h"

static const struct {
	const char *abbreviation, *name;
} statutes[] = {
	{ "OSL", "Offentlighets- och sekretesslagen" },
	{ "KL", "Kommunallagen" },
	{ "FL", "Förvaltningslagen" },
	{ "TF", "Tryckfrihetsförordningen" },
	{ "PBL", "Plan- och bygglagen" },
};

const char *
provision_text(struct arena *a, const char *provision)
{
	unsigned chapter, section, point;
	size_t i, n;
	int end;

	for (i = 0; provision != NULL && i < sizeof statutes / sizeof *statutes;
	     i++) {
		n = strlen(statutes[i].abbreviation);
		if (strncmp(provision, statutes[i].abbreviation, n) != 0 ||
		    provision[n] != ' ')
			continue;
		end = 0;
		if (sscanf(provision + n, " %3u:%3u%n", &chapter, &section,
			&end) == 2 &&
		    provision[n + (size_t)end] == '\0')
			return arena_printf(a, "%s %u kap. %u §",
			    statutes[i].name, chapter, section);
		if (sscanf(provision + n, " %3u:%3u p %3u%n", &chapter,
			&section, &point, &end) == 3 &&
		    provision[n + (size_t)end] == '\0')
			return arena_printf(a, "%s %u kap. %u § %u",
			    statutes[i].name, chapter, section, point);
	}
	return provision;
}
