## calendars: what a secretary edits; read by path, installed with the program
nobase_dist_pkgdata_DATA += \
	calendars/gemensam.xml \
	calendars/tibro-2023.xml
