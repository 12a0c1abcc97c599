## po: what the command line says, in the reader's language.
## "make update-po" takes new sentences from the sources into po/sv.po.
MO = locale/sv/LC_MESSAGES/kansli.mo
svlocaledir = $(localedir)/sv/LC_MESSAGES
nodist_svlocale_DATA = $(MO)
EXTRA_DIST += po/extract.sh po/sv.po
CLEANFILES += $(MO) po/kansli.pot

$(MO): $(srcdir)/po/sv.po
	@$(MKDIR_P) locale/sv/LC_MESSAGES
	$(AM_V_GEN)$(MSGFMT) --check -o $@ $(srcdir)/po/sv.po

.PHONY: update-po
update-po:
	@$(MKDIR_P) po
	srcdir='$(srcdir)' XGETTEXT='$(XGETTEXT)' \
	    $(SHELL) $(srcdir)/po/extract.sh po/kansli.pot
	$(MSGMERGE) --update --backup=none --no-fuzzy-matching \
	    $(srcdir)/po/sv.po po/kansli.pot
