#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# A year replayed: six committees with eleven meetings each and twenty-three
# items a meeting (66 meetings, 1518 items), a third of them dispatched, with
# all that happens there and after it, read in as one file; then every kind of
# document that they have got far enough for, as ODT and PDF, on all processors.
#
#	KANSLI=build/kansli sh tests/bench/year.sh FOLDER [JOBS]
#
# Everything is made in FOLDER.  Prints milliseconds and number of documents,
# and of the milliseconds those that reading the file took.
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
		meetings = 11
		items = 23
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
			    word[c] "</namn><ledamöter>9</ledamöter><regel " \
			    "namn=\"adjustment-limit\" värde=\"10\"><källa>" \
			    "Reglemente § 12</källa></regel></nämnd>"
		for (c = 1; c <= 6; c++)
			people(codes[c])
		for (c = 1; c <= 6; c++)
			for (m = 1; m <= meetings; m++)
				for (i = 1; i <= items; i++)
					matter(codes[c], m, i)
		for (c = 1; c <= 6; c++)
			for (m = 1; m <= meetings; m++)
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
		    "beslut</slag><överklagande>" (i == 7 ? \
		    "förvaltningsbesvär" : i == 9 ? "plan" : \
		    "laglighetsprövning") "</överklagande><förslag><att>" words(14, i + m) \
		    "</att><att>" words(12, i * m) "</att></förslag>" \
		    "<handling nr=\"1\"><slag>tjänsteutlåtande</slag><titel>" \
		    words(4, i) "</titel><riktning>upprättad</riktning>" \
		    "<publiceras>ja</publiceras></handling>" \
		    (i % 3 ? "" : "<mottagare>Förvaltningen</mottagare>") \
		    "</ärende>"
	}
	function proposal(id, who, kind) {
		return "<yrkande id=\"" id "\" person=\"" who "\"><slag>" \
		    kind "</slag></yrkande>"
	}
	function division(code, no,    k, s) {
		s = "<omröstning ja=\"y1\" nej=\"" no "\" utfall=\"y1\">"
		for (k = 1; k < 10; k++)
			s = s "<röst person=\"" person(code, k) "\">" \
			    (k % 2 ? "ja" : "nej") "</röst>"
		return s "</omröstning>"
	}
	function debate(code, m, i) {
		if (i % 5 == 3)
			return proposal("y1", person(code, 1), "bifall") \
			    proposal("y2", person(code, 2), "avslag") \
			    "<fråga slag=\"huvudförslag\" på=\"y1 y2\" " \
			    "utfall=\"y1\" omröstning=\"1\"/>" \
			    division(code, "y2")
		if (i % 5 == 4)
			return proposal("y1", person(code, 3), "bifall") \
			    proposal("y3", person(code, 4), "återremiss") \
			    "<fråga slag=\"formell\" på=\"y3\" " \
			    "utfall=\"avslag\"/><fråga slag=\"huvudförslag\" " \
			    "på=\"y1\" utfall=\"y1\"/>"
		return ""
	}
	function outcome(m, i) {
		if (i == 11)
			return "<utgång>bordlagt</utgång>"
		return "<beslut><att>" words(14, i + m) "</att><att>" \
		    words(12, i * m) "</att></beslut><utgång>beslutat</utgång>"
	}
	function voices(code, m, i,    s) {
		s = ""
		if (i % 5 == 3)
			s = "<reservation person=\"" person(code, 2) "\">" \
			    "<text>" words(40, m) "</text></reservation>"
		if (i % 7 == 2)
			s = s "<uttalande person=\"" person(code, 5) "\">" \
			    "<slag>särskilt uttalande</slag><text>" \
			    words(25, m) "</text></uttalande>"
		if (i == 8)
			s = s "<deltar-inte person=\"" person(code, 6) "\"/>"
		return s
	}
	function paragraph(code, m, i) {
		print "<paragraf nr=\"" i "\" punkt=\"" i "\"><bakgrund>" \
		    words(90, i * 7 + m) "</bakgrund>" debate(code, m, i) \
		    outcome(m, i) (i % 6 == 1 ? "<uppdrag punkt=\"2\" " \
		    "ansvarig=\"Förvaltningen\" senast=\"2027-01-" 10 + m \
		    "\"/>" : "") voices(code, m, i) \
		    (i % 3 ? "" : "<skickas-till>Förvaltningen" \
		    "</skickas-till><skickas-till>Sökanden</skickas-till>") \
		    "</paragraf>"
	}
	# The last meetings wait for their time to appeal to run out.
	function force(code, c, m,    i) {
		for (i = 1; m < 10 && i <= items; i += 4)
			if (i != 9)
				print "<laga-kraft paragraf=\"" i "\" " \
				    "förfrågan=\"" \
				    sprintf("2026-%02d-%02d", m + 2, c * 3 + 6) \
				    "\" domstol=\"Förvaltningsrätten i " \
				    "Provköping\" svar-av=\"Eva Dom\"/>"
		if (m == 3)
			print "<överklagande-mål nr=\"1\" paragraf=\"2\" " \
			    "inkom=\"2026-04-15\" hos=\"kommun\" " \
			    "tid=\"i tid\"><av>Bo Klagande</av>" \
			    "</överklagande-mål>"
	}
	function meeting(code, c, m,    day, i) {
		day = sprintf("2026-%02d-%02d", m, c * 3)
		print "<sammanträde nämnd=\"" code "\" datum=\"" day \
		    "\" läge=\"genomfört\"><nummer>" m "</nummer><tid>16:30" \
		    "</tid><slut>18:25</slut><plats>Stadshuset</plats>" \
		    "<föredragningslista version=\"1\" publicerad=\"" \
		    sprintf("2026-%02d-%02d", m, c) "\"/>" \
		    "<föredragningslista version=\"2\" publicerad=\"" \
		    sprintf("2026-%02d-%02d", m, c + 1) "\"/>"
		for (i = 1; i <= items; i++)
			print "<punkt nr=\"" i "\" dnr=\"" number(code, m, i) \
			    "\" version=\"" (i > 20 ? 2 : 1) "\"" \
			    (i == 5 ? " omedelbar=\"ja\"" : "") "/>"
		print "<förfall person=\"" person(code, 9) "\" anmält=\"" \
		    day "\" från=\"18:00\"><kallad person=\"" \
		    person(code, 10) "\" svar=\"kommer\"/></förfall>"
		for (i = 1; i < 9; i++)
			print "<närvaro person=\"" person(code, i) "\"" \
			    (i == 4 ? " paragrafer=\"1-11 13-23\"" : "") "/>"
		print "<närvaro person=\"" person(code, 9) "\" " \
		    "paragrafer=\"1-18\" till=\"18:00\"/><närvaro person=\"" \
		    person(code, 10) "\" paragrafer=\"19-23\" för=\"" \
		    person(code, 9) "\"/><närvaro person=\"" \
		    person(code, 11) "\" tjänstgör=\"nej\"/>"
		print "<ajournering paragraf=\"15\" från=\"17:40\" " \
		    "till=\"17:50\"/><jäv person=\"" person(code, 4) \
		    "\" paragraf=\"12\"><grund>KL 6:28 p 1</grund></jäv>"
		for (i = 1; i <= items; i++)
			paragraph(code, m, i)
		who = " person=\"" person(code, 1) " " person(code, 2) "\""
		print "<justerare person=\"" person(code, 2) "\"/>" \
		    "<justering datum=\"" \
		    sprintf("2026-%02d-%02d", m, c * 3 + 6) "\"" who "/>" \
		    "<anslag uppe=\"" \
		    sprintf("2026-%02d-%02d", m, c * 3 + 7) "\"/>" \
		    "<justering paragrafer=\"5\" datum=\"" day "\"" who "/>" \
		    "<anslag paragrafer=\"5\" uppe=\"" \
		    sprintf("2026-%02d-%02d", m, c * 3 + 1) "\"/>"
		for (i = 3; i <= items; i += 3)
			print "<expediering paragraf=\"" i "\"><mottagare>" \
			    "Förvaltningen</mottagare><sätt>e-post</sätt>" \
			    "</expediering>"
		force(code, c, m)
		print "</sammanträde>"
	}'
}

now() {
	echo $(($(date +%s%N) / 1000000))
}

rm -rf year.db year.db-wal year.db-shm documents
year >year.xml </dev/null
"$KANSLI" init || exit 1
from=$(now)
"$KANSLI" import year.xml >out 2>&1 || {
	cat out >&2
	exit 1
}
read=$(now)
"$KANSLI" document --all --year 2026 --jobs "${2:-$(nproc)}" --to documents \
    >paths 2>err
status=$?
to=$(now)
echo "$((to - from)) ms $(grep -c '\.odt$' paths) documents," \
    "$((read - from)) ms to read them"
[ $status -eq 0 ] || cat err >&2
exit $status
