## calendars: what a secretary edits; read by path, installed with the program
nobase_dist_pkgdata_DATA += \
	calendars/arshjul.xml \
	calendars/budgetprocess.ics \
	calendars/fullmaktige.ics \
	calendars/gemensam.xml \
	calendars/lokalt.ics \
	calendars/lov.ics \
	calendars/tibro-2023.xml \
	calendars/uppehall.ics
