/* SPDX-License-Identifier: EUPL-1.2
 *
 * The word lists.  Their order is that of the enumerations.
 */
#include "config.h"

#include <string.h>

#include "base/utf8.h"
#include "domain/words.h"

const char *const words_body[] = { "nämnd", "råd", "utskott", "fullmäktige",
	"styrelse", NULL };
const char *const words_numbering[] = { "sammanträde", "år", NULL };
const char *const words_role[] = { "ordförande", "vice ordförande",
	"2:e vice ordförande", "ledamot", "ersättare", "sekreterare", NULL };
const char *const words_weekday[] = { "må", "ti", "on", "to", "fr", NULL };
const char *const words_matter[] = { "beslut", "anmälan", "information", "val",
	"remiss", "delegation", "skrivelse", NULL };
const char *const words_appeal[] = { "laglighetsprövning", "förvaltningsbesvär",
	"plan", "lov", "inget", NULL };
const char *const words_direction[] = { "upprättad", "inkommen", "utgående",
	NULL };
const char *const words_proposal[] = { "bifall", "avslag", "ändring", "tillägg",
	"återremiss", "bordläggning", "ajournering", NULL };
const char *const words_vote[] = { "ja", "nej", "avstår", "frånvarande", NULL };
const char *const words_outcome[] = { "beslutat", "bordlagt", "återremiss",
	"utgår", "anmält", "information", "valt", NULL };
const char *const words_statement[] = { "särskilt uttalande",
	"ersättaryttrande", "protokollsanteckning", NULL };
const char *const words_call[] = { "kallad", "kommer", "kommer inte", NULL };

const char *const words_visitor[] = { "tjänsteman", "personalföreträdare",
	"insynsplats", "adjungerad", "annan", NULL };

const char *const words_question[] = { "formell", "huvudförslag", "motförslag",
	"tillägg", NULL };

const char *const words_annex[] = { "röstlista", "reservation", "uttalande",
	"närvarolista", "delegationslista", "handling", NULL };

const char *const words_appeal_place[] = { "domstol", "kommun", NULL };

const char *const words_appeal_time[] = { "i tid", "för sent", NULL };

const char *const words_appeal_outcome[] = { "avslag", "upphävt", "ändrat",
	"återförvisat", "avvisat", "avskrivet", NULL };

const char *const words_meeting[] = { "planerat", "kallat", "genomfört",
	"inställt", NULL };
const char *const words_minutes[] = { "utkast", "fryst", "justerat", "anslaget",
	"nedtaget", NULL };
const char *const words_delivery[] = { "att skicka", "skickad", "kvitterad",
	NULL };

static int
word_count(word_list list)
{
	int n = 0;

	while (list[n] != NULL)
		n++;
	return n;
}

const char *
word_of(word_list list, int value)
{
	return value < 1 || value > word_count(list) ? NULL : list[value - 1];
}

int
word_value(word_list list, const char *word)
{
	int i;

	if (word == NULL)
		return 0;
	for (i = 0; list[i] != NULL; i++)
		if (strcmp(list[i], word) == 0)
			return i + 1;
	return 0;
}

const char *
word_nearest(word_list list, const char *word)
{
	return utf8_nearest(word, list, (size_t)word_count(list));
}
