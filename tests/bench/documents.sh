#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# Documents: minutes of some thirty pages from the record to the PDF, as a
# secretary asks for them, beside the same ODT in LibreOffice (started for the
# purpose, and running already) and the same text in Typst, as far as they are
# installed.  Then the document engine by itself.
#
# Part of bench.sh, which has made the register.

# proceedings DATE N: a meeting on DATE with N decided paragraphs.  The
# sentences differ, so that no line is broken like the one before.
proceedings() {
	awk -v date="$1" -v n="$2" 'BEGIN {
		split("kontoret nämnden staden förvaltningen länsstyrelsen " \
		    "trafikverket stadsdelsförvaltningen räddningstjänsten", \
		    who, " ")
		split("föreslår redovisar bedömer undersöker sammanfattar " \
		    "uppskattar beskriver återkommer", does, " ")
		split("genomförandebeslutet markanvisningsförfarandet " \
		    "exploateringsavtalet barnkonsekvensanalysen " \
		    "avfallsanläggningen cykelvägnätet upphandlingsunderlaget " \
		    "investeringsbudgeten tillgänglighetsplanen", what, " ")
		split("under våren|tillsammans med berörda grannar|efter samråd " \
		    "enligt plan- och bygglagen|till en kostnad av 12 450 000 " \
		    "kronor|i enlighet med § 12 i reglementet|senast den " \
		    "17 november 2026|utan att trafiken behöver stängas av", \
		    how, "|")
		print "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
		print "<kansli version=\"1\">"
		printf "<sammanträde nämnd=\"BEN\" datum=\"%s\">\n", date
		print "<nummer>8</nummer><tid>16:30</tid><slut>19:05</slut>"
		print "<plats>Bråvallasalen, Stadshuset</plats>"
		for (i = 1; i <= n; i++)
			printf "<punkt nr=\"%d\" dnr=\"B2026-%06d\"/>\n", i, i
		for (i = 1; i <= 13; i++)
			printf "<närvaro person=\"p%d\"/>\n", i
		for (i = 1; i <= n; i++) {
			printf "<paragraf nr=\"%d\" punkt=\"%d\">", i, i
			print "<beslut>"
			for (j = 0; j < 3; j++)
				print "<att>Bänknämnden " text(i * 3 + j, 1) "</att>"
			print "</beslut><utgång>beslutat</utgång>"
			for (j = 0; j < 2; j++)
				print "<uttalande person=\"p" (i + j) % 13 + 1 \
				    "\"><slag>särskilt uttalande</slag><text>" \
				    text(i * 7 + j, 9) "</text></uttalande>"
			print "<skickas-till>Bänkkontoret</skickas-till>"
			print "</paragraf>"
		}
		print "<justerare person=\"p2\"/></sammanträde></kansli>"
	}
	function text(seed, sentences,   s, out) {
		for (s = 0; s < sentences; s++) {
			seed = (seed * 7919 + 104729) % 65521
			out = out (s ? " K" substr(who[1], 2) " och " : "") \
			    who[seed % 8 + 1] " " does[int(seed / 8) % 8 + 1] \
			    " " what[int(seed / 64) % 9 + 1] " " \
			    how[int(seed / 512) % 6 + 1] "."
		}
		return out
	}'
}

fresh_minutes() {
	rm -rf kansli.db* minutes
	cp minutes.db kansli.db
}

make_minutes() {
	"$kansli" document BEN/2026-10-20 minutes --to minutes
}

office_pdf() {
	soffice -env:UserInstallation="file://$work/profile" --headless \
	    --convert-to pdf --outdir office minutes/*.odt
}

typst_pdf() {
	typst compile minutes.typ typst.pdf
}

rm -f kansli.db* && cp agenda.db kansli.db
proceedings 2026-10-20 31 >proceedings.xml
"$kansli" import proceedings.xml >out 2>&1 || die 'the minutes were refused'
"$kansli" minutes freeze BEN/2026-10-20 >out 2>&1 ||
    die 'the minutes could not be frozen'
sqlite3 kansli.db 'PRAGMA wal_checkpoint(TRUNCATE)' >out 2>&1
cp kansli.db minutes.db

measure 7 fresh_minutes make_minutes
pages=$(pdfinfo minutes/*.pdf | sed -n 's/^Pages: *//p')
report "minutes of $pages pages as ODT and PDF, cold" 100
ours=$(median)

if command -v soffice >out 2>&1; then
	measure 3 true office_pdf
	beside '  LibreOffice, started for that PDF alone' "$ours"
	if /usr/bin/python3 -c 'import uno' 2>out; then
		/usr/bin/python3 "$srcdir/tests/bench/persistent.py" \
		    "$(ls "$work"/minutes/*.odt)" "$work/profile" 5 |
		    sort -n >samples
		beside '  LibreOffice, running already' "$ours"
	else
		echo '  python3-uno is not installed: no running LibreOffice'
	fi
else
	echo '  LibreOffice is not installed'
fi

if command -v typst >out 2>&1; then
	"$kansli" document BEN/2026-10-20 minutes --format text --to minutes \
	    >out 2>&1 || die 'the minutes could not be written as text'
	{
		echo '#set page(paper: "a4")'
		echo '#set text(font: "Open Sans", size: 10.5pt, lang: "sv")'
		echo '#set par(justify: true)'
		sed 's/[][#*_`$<>@\\~]/\\&/g' minutes/*.txt
	} >minutes.typ
	measure 3 true typst_pdf
	beside '  Typst, the same text' "$ours"
else
	echo '  Typst is not installed'
fi

for part in engine fill compose; do
	[ -x "$builddir/tests/bench/$part" ] || continue
	echo
	"$builddir/tests/bench/$part" || die "tests/bench/$part failed"
done
if [ -f "$srcdir/tests/bench/year.sh" ]; then
	echo
	sh "$srcdir/tests/bench/year.sh" "$work/year" || die 'the year failed'
fi
if [ -f "$srcdir/tests/bench/planner.sh" ]; then
	echo
	sh "$srcdir/tests/bench/planner.sh" || die 'the planner failed'
fi
