#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# The documents of a year: six committees with ten meetings each and fifteen
# items a meeting, every kind that they have got far enough for, as ODT and
# PDF, on all processors.
#
#	KANSLI=build/kansli sh tests/bench/year.sh FOLDER [JOBS]
#
# Everything is made in FOLDER.  Prints milliseconds and number of documents.
# Exit status: 0 done, 1 something could not be made, 2 usage.
set -u
if [ $# -lt 1 ] || [ ! -x "${KANSLI:-}" ]; then
	echo 'usage: KANSLI=... year.sh FOLDER [JOBS]' >&2
	exit 2
fi
KANSLI=$(cd "$(dirname "$KANSLI")" && pwd)/kansli
mkdir -p "$1" && cd "$1" || exit 1
KANSLI_DB=$PWD/year.db
KANSLI_TODAY=2026-12-31
export KANSLI_DB KANSLI_TODAY

# What a committee does in a year, as exchange XML.
year() {
	awk '
	function words(n, seed,    i, s) {
		s = ""
		for (i = 0; i < n; i++) {
			seed = (seed * 73 + 41) % 9973
			s = s (i ? " " : "") word[seed % nwords]
		}
		return toupper(substr(s, 1, 1)) substr(s, 2) "."
	}
	function person(code, i) {
		return "p" code i
	}
	BEGIN {
		nwords = split("nämnden föreslår kommunfullmäktige att " \
		    "besluta om investeringar i gångvägar belysning och " \
		    "trafiksäkerhet vid skolorna under året förvaltningen " \
		    "har tillsammans med fastighetskontoret prövat kostnaden " \
		    "som beräknas till miljoner kronor enligt bilagan " \
		    "ledamöterna diskuterar underlaget samt konsekvenserna " \
		    "för barnen remissinstanserna tillstyrker förslaget", w,
		    " ")
		for (i = 1; i <= nwords; i++)
			word[i % nwords] = w[i]
		split("AAN BBN CCN DDN EEN FFN", codes, " ")
		print "<kansli version=\"1\">"
		print "<organisation><namn>Provköpings kommun</namn>" \
		    "<språk>sv</språk><adress>Torget 1, 123 45 Provköping" \
		    "</adress><förvaring>Stadshuset</förvaring></organisation>"
		for (c = 1; c <= 6; c++)
			print "<nämnd kod=\"" codes[c] "\"><namn>Nämnden för " \
			    word[c] "</namn><ledamöter>9</ledamöter></nämnd>"
		for (c = 1; c <= 6; c++)
			people(codes[c])
		for (c = 1; c <= 6; c++)
			for (m = 1; m <= 10; m++)
				for (i = 1; i <= 15; i++)
					matter(codes[c], m, i)
		for (c = 1; c <= 6; c++)
			for (m = 1; m <= 10; m++)
				meeting(codes[c], c, m)
		print "</kansli>"
	}
	function people(code,    i, role) {
		for (i = 1; i <= 14; i++)
			print "<person id=\"" person(code, i) "\"><förnamn>" \
			    "Namn" i "</förnamn><efternamn>Prov" code i \
			    "</efternamn><parti>" (i % 2 ? "S" : "M") \
			    "</parti><adress>Gatan " i ", 123 45 Provköping" \
			    "</adress></person>"
		for (i = 1; i <= 14; i++) {
			role = i == 1 ? "ordförande" : i == 2 ? \
			    "vice ordförande" : i < 10 ? "ledamot" : i < 14 ? \
			    "ersättare" : "sekreterare"
			mandate[code] = mandate[code] "<mandat nämnd=\"" code \
			    "\" person=\"" person(code, i) "\"><roll>" role \
			    "</roll><från>2023-01-01</från></mandat>\n"
		}
		printf "%s", mandate[code]
	}
	function number(code, m, i) {
		return sprintf("%s-2026-%02d%02d", code, m, i)
	}
	function matter(code, m, i) {
		print "<ärende dnr=\"" number(code, m, i) "\"><nämnd>" code \
		    "</nämnd><rubrik>" words(6, m * 31 + i) "</rubrik>" \
		    "<handläggare>Handläggare " i "</handläggare><slag>" \
		    "beslut</slag><överklagande>laglighetsprövning" \
		    "</överklagande><förslag><att>" words(14, i + m) \
		    "</att><att>" words(12, i * m) "</att></förslag>" \
		    "<handling nr=\"1\"><slag>tjänsteutlåtande</slag><titel>" \
		    words(4, i) "</titel><riktning>upprättad</riktning>" \
		    "<publiceras>ja</publiceras></handling><mottagare>" \
		    "Förvaltningen</mottagare></ärende>"
	}
	function paragraph(code, m, i,    k) {
		print "<paragraf nr=\"" i "\" punkt=\"" i "\"><bakgrund>" \
		    words(90, i * 7 + m) "</bakgrund>"
		if (i == 3) {
			print "<yrkande id=\"y1\" person=\"" person(code, 1) \
			    "\"><slag>bifall</slag></yrkande><yrkande " \
			    "id=\"y2\" person=\"" person(code, 2) "\"><slag>" \
			    "avslag</slag></yrkande><beslutsgång>" \
			    words(30, m) "</beslutsgång><omröstning ja=\"y1\" " \
			    "nej=\"y2\">"
			for (k = 1; k < 10; k++)
				print "<röst person=\"" person(code, k) "\">" \
				    (k % 2 ? "ja" : "nej") "</röst>"
			print "</omröstning>"
		}
		print "<beslut><att>" words(14, i + m) "</att><att>" \
		    words(12, i * m) "</att></beslut><utgång>beslutat</utgång>"
		if (i == 3)
			print "<reservation person=\"" person(code, 2) "\">" \
			    "<text>" words(40, m) "</text></reservation>"
		print (i % 3 ? "" : "<skickas-till>Förvaltningen" \
		    "</skickas-till><skickas-till>Sökanden</skickas-till>") \
		    "</paragraf>"
	}
	function meeting(code, c, m,    day, i) {
		day = sprintf("2026-%02d-%02d", m + 1, c * 3)
		print "<sammanträde nämnd=\"" code "\" datum=\"" day \
		    "\" läge=\"genomfört\"><nummer>" m "</nummer><tid>16:30" \
		    "</tid><slut>18:25</slut><plats>Stadshuset</plats>" \
		    "<föredragningslista version=\"1\" publicerad=\"" \
		    sprintf("2026-%02d-%02d", m + 1, c) "\"/>" \
		    "<föredragningslista version=\"2\" publicerad=\"" \
		    sprintf("2026-%02d-%02d", m + 1, c + 1) "\"/>"
		for (i = 1; i <= 15; i++)
			print "<punkt nr=\"" i "\" dnr=\"" number(code, m, i) \
			    "\" version=\"" (i > 13 ? 2 : 1) "\"" \
			    (i == 5 ? " omedelbar=\"ja\"" : "") "/>"
		for (i = 1; i < 12; i++)
			print "<närvaro person=\"" person(code, i) "\"" \
			    (i > 9 ? " tjänstgör=\"nej\"" : "") "/>"
		for (i = 1; i <= 15; i++)
			paragraph(code, m, i)
		who = " person=\"" person(code, 1) " " person(code, 2) "\""
		print "<justerare person=\"" person(code, 2) "\"/>" \
		    "<justering datum=\"" \
		    sprintf("2026-%02d-%02d", m + 1, c * 3 + 6) "\"" who "/>" \
		    "<anslag uppe=\"" \
		    sprintf("2026-%02d-%02d", m + 1, c * 3 + 7) "\"/>" \
		    "<justering paragrafer=\"5\" datum=\"" day "\"" who "/>" \
		    "<anslag paragrafer=\"5\" uppe=\"" \
		    sprintf("2026-%02d-%02d", m + 1, c * 3 + 1) "\"/>"
		for (i = 3; i <= 15; i += 3)
			print "<expediering paragraf=\"" i "\"><mottagare>" \
			    "Förvaltningen</mottagare><sätt>e-post</sätt>" \
			    "</expediering>"
		print "</sammanträde>"
	}'
}

now() {
	echo $(($(date +%s%N) / 1000000))
}

rm -rf year.db year.db-wal year.db-shm documents
year >year.xml </dev/null
{ "$KANSLI" init && "$KANSLI" import year.xml; } >out 2>&1 || {
	cat out >&2
	exit 1
}
from=$(now)
"$KANSLI" document --all --year 2026 --jobs "${2:-$(nproc)}" --to documents \
    >paths 2>err
status=$?
to=$(now)
echo "$((to - from)) ms $(grep -c '\.odt$' paths) documents"
[ $status -eq 0 ] || cat err >&2
exit $status
