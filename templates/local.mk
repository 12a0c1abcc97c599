## templates: the default documents, each an OpenDocument text to be filled
nobase_dist_pkgdata_DATA += \
	templates/adressetiketter.fodt \
	templates/anslag.fodt \
	templates/anslagsbevis.fodt \
	templates/arsalmanacka.fodt \
	templates/atgardslista.fodt \
	templates/belastning.fodt \
	templates/checklista.fodt \
	templates/delegationslista.fodt \
	templates/delgivningskvitto.fodt \
	templates/falt.xml \
	templates/flodesschema.fodt \
	templates/foljebrev.fodt \
	templates/installt-sammantrade.fodt \
	templates/kallelse.fodt \
	templates/link-words.txt \
	templates/kontrollmeddelande.fodt \
	templates/lagakraftbevis.fodt \
	templates/manadstabell.fodt \
	templates/narvarolista.fodt \
	templates/omdopta.xml \
	templates/omedelbart-protokoll.fodt \
	templates/protokoll.fodt \
	templates/protokollsutdrag.fodt \
	templates/sample-year.xml \
	templates/sample.xml \
	templates/rattelse.fodt \
	templates/reservation.fodt \
	templates/rostlista.fodt \
	templates/sammantradestider.fodt \
	templates/sandlista.fodt \
	templates/snabbprotokoll.fodt \
	templates/tillaggslista.fodt \
	templates/vikarieplan.fodt \
	templates/valkomstbrev.fodt

dist_man_MANS += doc/man/kansli-template.5
