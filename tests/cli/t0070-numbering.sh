#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# Paragraph numbers: as given, or given out per meeting or per year.
. "${srcdir:-.}/tests/cli/lib.sh"
KANSLI_TODAY=2026-12-01

# meeting CODE DATE: a meeting with two items and unnumbered paragraphs.
meeting() {
	cat <<-END
	<kansli version="1"><sammanträde nämnd="$1" datum="$2">
	<punkt nr="1"><rubrik>Val av justerare</rubrik></punkt>
	<punkt nr="3"><rubrik>Information</rubrik></punkt>
	<punkt nr="3 A"><rubrik>Sen information</rubrik></punkt>
	<paragraf punkt="1"><beslut><att>Nämnden utser NN.</att></beslut></paragraf>
	<paragraf punkt="3"><utgång>information</utgång></paragraf>
	<paragraf punkt="3 A"><utgång>information</utgång></paragraf>
	</sammanträde></kansli>
	END
}

cat >committees.xml <<-END
<kansli version="1">
<nämnd kod="AN"><namn>A-nämnden</namn><slag>nämnd</slag><numrering>sammanträde</numrering></nämnd>
<nämnd kod="BN"><namn>B-nämnden</namn><slag>nämnd</slag><numrering>år</numrering></nämnd>
</kansli>
END
expect_ok kansli init
expect_ok kansli import committees.xml

it 'lets § follow the item where a committee numbers each meeting'
meeting AN 2026-03-03 >a.xml
expect_ok kansli import a.xml
expect_ok kansli minutes show AN/2026-03-03 --json
contains out '{"nr":1,"item":"1",'
contains out '{"nr":3,"item":"3",'
contains out '{"nr":4,"item":"3 A",'

it 'goes on through the year where a committee numbers by year'
meeting BN 2026-03-03 >b1.xml
meeting BN 2026-04-07 >b2.xml
meeting BN 2027-01-12 >b3.xml
expect_ok kansli import b1.xml b2.xml b3.xml
expect_ok kansli minutes show BN/2026-03-03 --json
contains out '{"nr":3,"item":"3 A",'
expect_ok kansli minutes show BN/2026-04-07 --json
contains out '{"nr":4,"item":"1",'
contains out '{"nr":6,"item":"3 A",'
expect_ok kansli minutes show BN/2027-01-12 --json
contains out '{"nr":1,"item":"1",'

it 'refuses numbers on some paragraphs and not on others'
meeting AN 2026-05-05 | sed '5s/paragraf /paragraf nr="7" /' >mixed.xml
expect_fail 1 kansli import mixed.xml
contains err 'mixed.xml:6: nr:'

it 'refuses minutes of paragraphs without numbers'
meeting AN 2026-05-05 |
    sed 's|</sammanträde>|<justering datum="2026-05-12"/>&|' >signed.xml
expect_fail 1 kansli import signed.xml
contains err 'must be numbered'

done_testing
