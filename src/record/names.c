/* SPDX-License-Identifier: EUPL-1.2
 *
 * Every name that a record may hold, in byte order: what a template may ask
 * for, and what a mistyped field is compared with.  A test holds the list
 * against the schema.
 */
#include "config.h"

#include "record/record.h"

static const char *const field_names[] = { "accent", "adress", "anmärkning",
	"anslag", "antal-avstår", "antal-frånvarande", "antal-ja", "antal-nej",
	"att", "avsnitt", "bakgrund", "beslut", "beslutsgång", "bild", "dag",
	"datum", "deltar-inte", "distans", "dnr", "efternamn", "enhet", "epost",
	"ersättare", "ersätts-av", "expediering", "fil", "frist", "från",
	"färg", "för", "förnamn", "förslag", "förvaring", "grund", "handling",
	"handläggare", "id", "ja", "justerare", "justering", "justering-senast",
	"jäv", "kallad", "kallelse-dagar", "kod", "kontor", "kvitto",
	"lagligt-senast", "lagrum", "lagrum-text", "ledamot", "ledamöter",
	"läge", "motpart", "mottagare", "myndighet", "märke", "namn",
	"nedtaget", "nej", "nere", "neutral-rubrik", "nr", "nummer",
	"numrering", "ny", "nyckel", "nämnd", "omedelbar", "omedelbart",
	"omröstning", "ordförande", "ordning", "organisation", "paragraf",
	"paragrafer", "parti", "person", "plats", "protokoll", "publiceras",
	"punkt", "reservation", "riktning", "roll", "rubrik", "röst",
	"sammanträde", "sammanträdesakt", "sekreterare", "sekretess", "sen",
	"sista-dag", "skickad", "skickas-till", "slag", "slut", "språk", "steg",
	"stående", "sätt", "telefon", "text", "tid", "tidigare", "till",
	"titel", "tjänstgörande-ersättare", "uppe", "urval", "utdelas",
	"utgång", "uttalande", "val", "variant", "version", "webb", "yrkande",
	"ärende", "år", "överklagande", "övrig" };

void
record_field_names(const char *const **names, size_t *n)
{
	*names = field_names;
	*n = sizeof field_names / sizeof *field_names;
}
