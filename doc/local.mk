## doc: the manual pages; the other papers are read in the source
dist_man_MANS += \
	doc/man/kansli.1 \
	doc/man/kansli-agenda.1 \
	doc/man/kansli-appeal.1 \
	doc/man/kansli-check.1 \
	doc/man/kansli-commission.1 \
	doc/man/kansli-dispatch.1 \
	doc/man/kansli-document.1 \
	doc/man/kansli-import.1 \
	doc/man/kansli-init.1 \
	doc/man/kansli-list.1 \
	doc/man/kansli-matter.1 \
	doc/man/kansli-meeting.1 \
	doc/man/kansli-minutes.1 \
	doc/man/kansli-notice.1 \
	doc/man/kansli-instance.5 \
	doc/man/kansli-pdf.1 \
	doc/man/kansli-plan.1 \
	doc/man/kansli-proceedings.5 \
	doc/man/kansli-publish.1 \
	doc/man/kansli-rule.1 \
	doc/man/kansli-template.1 \
	doc/man/kansli-user.1 \
	doc/man/kansli-when.1

## The pictures in doc/documents.md, from the demo's documents; not part of the
## build.
EXTRA_DIST += doc/documents.md doc/pictures.sh \
	doc/pictures/acknowledgement.png \
	doc/pictures/action-list.png \
	doc/pictures/address-labels.png \
	doc/pictures/attendance-list.png \
	doc/pictures/cancelled-meeting.png \
	doc/pictures/certificate-of-posting.png \
	doc/pictures/checklist.png \
	doc/pictures/cover-letter.png \
	doc/pictures/delegation-list.png \
	doc/pictures/dispatch-list.png \
	doc/pictures/dissent.png \
	doc/pictures/extract.png \
	doc/pictures/flow-chart.png \
	doc/pictures/immediate-minutes.png \
	doc/pictures/legal-force.png \
	doc/pictures/meeting-dates.png \
	doc/pictures/minutes.png \
	doc/pictures/month-table.png \
	doc/pictures/notice.png \
	doc/pictures/provisional-minutes.png \
	doc/pictures/published-minutes.png \
	doc/pictures/simplified-service.png \
	doc/pictures/stand-ins.png \
	doc/pictures/summons.png \
	doc/pictures/supplementary-agenda.png \
	doc/pictures/voting-list.png \
	doc/pictures/wall-planner.png \
	doc/pictures/welcome-letter.png \
	doc/pictures/workload.png
.PHONY: pictures
pictures: all
	$(SHELL) $(srcdir)/fixtures/ekholm/demo.sh . doc/demo
	$(SHELL) $(srcdir)/doc/pictures.sh doc/demo \
	    $(srcdir)/doc/pictures
	rm -rf doc/demo
