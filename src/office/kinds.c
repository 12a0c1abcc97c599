/* SPDX-License-Identifier: EUPL-1.2
 *
 * The kinds of document that a meeting has: what each is called, which template
 * makes it, where its record comes from and what must hold before.
 */
#include "config.h"

#include <string.h>

#include "base/utf8.h"
#include "office/kinds.h"
#include "office/office_private.h"

const struct kind office_kinds[] = {
	{ "summons", "kallelse", "Kallelse", "kallelse.fodt", FROM_AGENDA,
	    AGENDA_SENT, false },
	{ "supplementary-agenda", "tilläggslista", "Tilläggslista",
	    "tillaggslista.fodt", FROM_AGENDA, AGENDA_CHANGED, false },
	{ "provisional-minutes", "snabbprotokoll", "Snabbprotokoll",
	    "snabbprotokoll.fodt", FROM_FACTS, PROCEEDINGS, false },
	{ "minutes", "protokoll", "Protokoll", "protokoll.fodt", FROM_MINUTES,
	    FROZEN, false },
	{ "immediate-minutes", "omedelbart-protokoll",
	    "Omedelbart justerat protokoll", "omedelbart-protokoll.fodt",
	    FROM_MINUTES, FROZEN, false },
	{ "extract", "utdrag", "Protokollsutdrag", "protokollsutdrag.fodt",
	    FROM_PARAGRAPHS, ADJUSTED, false },
	{ "notice", "anslag", "Anslag", "anslag.fodt", FROM_MINUTES, POSTED,
	    true },
	{ "certificate-of-posting", "anslagsbevis", "Anslagsbevis",
	    "anslagsbevis.fodt", FROM_MINUTES, POSTED, true },
	{ "acknowledgement", "delgivningskvitto", "Delgivningskvitto",
	    "delgivningskvitto.fodt", FROM_FACTS, ADJUSTED, false },
	{ "dispatch-list", "sändlista", "Sändlista", "sandlista.fodt",
	    FROM_FACTS, ADJUSTED, false },
	{ "attendance-list", "närvarolista", "Närvarolista",
	    "narvarolista.fodt", FROM_FACTS, AGENDA_ITEMS, false },
	{ "welcome-letter", "välkomstbrev", "Välkomstbrev", "valkomstbrev.fodt",
	    FROM_FACTS, AGENDA_ITEMS, false },
	{ "published-minutes", "publicerat-protokoll",
	    "Protokoll, publicerad version", "protokoll.fodt", FROM_MINUTES,
	    ADJUSTED, true },
	{ "simplified-service", "kontrollmeddelande", "Kontrollmeddelande",
	    "kontrollmeddelande.fodt", FROM_FACTS, SIMPLY_SERVED, false },
	{ "cover-letter", "följebrev", "Följebrev", "foljebrev.fodt",
	    FROM_FACTS, ADJUSTED, false },
	{ "address-labels", "adressetiketter", "Adressetiketter",
	    "adressetiketter.fodt", FROM_FACTS, AGENDA_ITEMS, false },
	{ "voting-list", "röstlista", "Röstlista", "rostlista.fodt", FROM_FACTS,
	    DIVISIONS, false },
	{ "delegation-list", "delegationslista", "Delegationslista",
	    "delegationslista.fodt", FROM_FACTS, AGENDA_ITEMS, false },
	{ "dissent", "reservation", "Reservation", "reservation.fodt",
	    FROM_FACTS, DISSENTS, false },
	{ "correction", "rättelse", "Rättelse", "rattelse.fodt", FROM_FACTS,
	    CORRECTIONS, false },
	{ "meeting-dates", "sammanträdestider", "Sammanträdestider",
	    "sammantradestider.fodt", FROM_YEAR, YEAR_PLANNED, false },
	{ "wall-planner", "årsalmanacka", "Årsalmanacka", "arsalmanacka.fodt",
	    FROM_YEAR, YEAR_PLANNED, false },
	{ "month-table", "månadstabell", "Sammanträden månad för månad",
	    "manadstabell.fodt", FROM_YEAR, YEAR_PLANNED, false },
	{ "flow-chart", "flödesschema", "Flödesschema", "flodesschema.fodt",
	    FROM_YEAR, YEAR_PLANNED, false },
	{ "workload", "belastning", "Arbetsbelastning", "belastning.fodt",
	    FROM_YEAR, YEAR_PLANNED, false },
	{ "stand-ins", "vikarieplan", "Vikarieplan", "vikarieplan.fodt",
	    FROM_YEAR, YEAR_PLANNED, false },
	{ "checklist", "checklista", "Checklista", "checklista.fodt",
	    FROM_FACTS, ANY_MEETING, false },
	{ "legal-force", "lagakraftbevis", "Lagakraftbevis",
	    "lagakraftbevis.fodt", FROM_PARAGRAPHS, IN_FORCE, false },
	{ "cancelled-meeting", "inställt-sammanträde", "Inställt sammanträde",
	    "installt-sammantrade.fodt", FROM_FACTS, CANCELLED, false },
	{ "draft-summons", "kallelseutkast", "Utkast till kallelse",
	    "kallelse.fodt", FROM_FACTS, AGENDA_OPEN, false },
	{ "draft-minutes", "protokollsutkast", "Utkast till protokoll",
	    "protokoll.fodt", FROM_FACTS, MINUTES_OPEN, false },
	{ "action-list", "åtgärdslista", "Åtgärdslista", "atgardslista.fodt",
	    FROM_FACTS, PROCEEDINGS, false },
};

#define NKINDS (sizeof office_kinds / sizeof *office_kinds)

const size_t office_nkinds = NKINDS;

const char *
kind_need_text(enum need need)
{
	switch (need) {
	case AGENDA_SENT:
		return KL_N_("the agenda has been published");
	case AGENDA_CHANGED:
		return KL_N_("a second version of the agenda is published");
	case AGENDA_ITEMS:
		return KL_N_("the agenda has items");
	case PROCEEDINGS:
		return KL_N_("what was decided has been recorded");
	case FROZEN:
		return KL_N_("the minutes have been frozen");
	case ADJUSTED:
		return KL_N_("the minutes have been adjusted");
	case POSTED:
		return KL_N_("the adjustment has been posted");
	case DIVISIONS:
		return KL_N_("a vote has been recorded");
	case DISSENTS:
		return KL_N_("a dissent has been recorded");
	case CORRECTIONS:
		return KL_N_("a correction has been noted");
	case SIMPLY_SERVED:
		return KL_N_("something has been sent by simplified service");
	case IN_FORCE:
		return KL_N_("the decision has legal force (see kansli force "
			     "show)");
	case CANCELLED:
		return KL_N_("the meeting has been cancelled");
	case AGENDA_OPEN:
		return KL_N_("the agenda has items and the meeting is to come");
	case MINUTES_OPEN:
		return KL_N_("what was decided is recorded and not yet frozen");
	case YEAR_PLANNED:
		return KL_N_("the year has meetings");
	case ANY_MEETING:
		return KL_N_("the meeting is planned");
	}
	return "";
}

unsigned
kind_parts(const struct kind *kind)
{
	static const struct {
		const char *kind;
		unsigned parts;
	} parts[] = { { "meeting-dates", PART_BASIS },
		{ "wall-planner", PART_DAYS }, { "month-table", PART_DAYS },
		{ "flow-chart", PART_FLOWS }, { "workload", PART_LOADS },
		{ "stand-ins", PART_ABSENCES } };
	size_t i;

	for (i = 0; i < sizeof parts / sizeof *parts; i++)
		if (strcmp(parts[i].kind, kind->name) == 0)
			return parts[i].parts;
	return 0;
}

int
kind_find(const char *name, const struct kind **kind, struct kl_error *err)
{
	const char *names[NKINDS], *near;
	size_t i;

	for (i = 0; i < NKINDS; i++) {
		names[i] = office_kinds[i].name;
		if (strcmp(office_kinds[i].name, name) == 0) {
			*kind = &office_kinds[i];
			return 0;
		}
	}
	near = utf8_nearest(name, names, NKINDS);
	if (near != NULL)
		return kl_error_set(err, KL_E_USAGE,
		    KL_N_("There is no document kind “%s”; the nearest is "
			  "“%s”. Nothing was written."),
		    name, near);
	return kl_error_set(err, KL_E_USAGE,
	    KL_N_("There is no document kind “%s”. Nothing was written. See "
		  "kansli document --list."),
	    name);
}

int
kl_document_kinds(
    const char *(*translate)(const char *), struct kl_data **answer)
{
	struct kl_data *list = data_list(), *row;
	const char *need;
	size_t i;

	for (i = 0; i < NKINDS; i++) {
		row = data_add_object(list, NULL);
		data_add_text(row, "kind", office_kinds[i].name);
		data_add_text(row, "name", office_kinds[i].title);
		data_add_text(row, "template", office_kinds[i].template);
		need = kind_need_text(office_kinds[i].need);
		data_add_text(
		    row, "needs", translate == NULL ? need : translate(need));
	}
	if (data_failed(list)) {
		kl_data_free(list);
		return KL_E_NOMEM;
	}
	*answer = list;
	return 0;
}
