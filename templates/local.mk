## templates: the default documents, each an OpenDocument text to be filled
nobase_dist_pkgdata_DATA += \
	templates/anslagsbevis.fodt \
	templates/kallelse.fodt \
	templates/protokoll.fodt \
	templates/protokollsutdrag.fodt
