## doc: the manual pages; the other papers are read in the source
dist_man_MANS += \
	doc/man/kansli.1 \
	doc/man/kansli-agenda.1 \
	doc/man/kansli-check.1 \
	doc/man/kansli-dispatch.1 \
	doc/man/kansli-document.1 \
	doc/man/kansli-import.1 \
	doc/man/kansli-init.1 \
	doc/man/kansli-list.1 \
	doc/man/kansli-matter.1 \
	doc/man/kansli-meeting.1 \
	doc/man/kansli-minutes.1 \
	doc/man/kansli-notice.1 \
	doc/man/kansli-pdf.1 \
	doc/man/kansli-publish.1 \
	doc/man/kansli-user.1 \
	doc/man/kansli-when.1
