## templates: the default documents, each an OpenDocument text to be filled
nobase_dist_pkgdata_DATA += \
	templates/anslag.fodt \
	templates/anslagsbevis.fodt \
	templates/delgivningskvitto.fodt \
	templates/kallelse.fodt \
	templates/link-words.txt \
	templates/narvarolista.fodt \
	templates/omedelbart-protokoll.fodt \
	templates/protokoll.fodt \
	templates/protokollsutdrag.fodt \
	templates/sandlista.fodt \
	templates/snabbprotokoll.fodt \
	templates/tillaggslista.fodt \
	templates/valkomstbrev.fodt

dist_man_MANS += doc/man/kansli-template.5
