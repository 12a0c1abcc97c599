#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# Taking down a meeting: the example of kansli-proceedings(5), lines that are
# refused, taking back, several at once, and going on after a crash.
. "${srcdir:-.}/tests/cli/lib.sh"

KANSLI_TODAY=2027-04-13
meeting=BYN/2027-04-13

fresh() {
	rm -f "$KANSLI_DB" "$KANSLI_DB-wal" "$KANSLI_DB-shm"
	kansli init >out 2>err || bail 'kansli init failed'
	kansli import "$srcdir/tests/data/inmatning.xml" >out 2>err ||
	    bail 'tests/data/inmatning.xml could not be imported'
}

# enter [STATUS] <LINES: the lines are taken down.
enter() {
	wanted=${1:-0}
	kansli meeting enter $meeting >out 2>err
	status=$?
	[ $status -eq "$wanted" ] ||
	    complain "exit status $status, not $wanted" out err
}

# facts FILE: what the register has of the meeting, without the lines.
facts() {
	kansli export | sed -n '/<sammanträde/,/<\/sammanträde>/p' |
	    grep -v '<rad ' >"$1"
}

sed -n '/^\.\\" example/,/^\.Ed/p' "$srcdir/doc/man/kansli-proceedings.5" |
    grep -v '^\.[A-Z\\]' >example

it 'takes the example of the manual'
lines example 40
fresh
enter <example
[ ! -s err ] || complain 'a line was refused' err
contains out 'Proposal: Åström (S) serves for Palmgren (S); type: Åström för Palmgren'
contains out 'Yes 4, no 3, abstain 0. Found: y1.'
contains out '7 of 7 serve; at least 4 must.'
contains out 'The meeting ended at 18:05.'
facts entered
contains entered 'läge="genomfört"'
contains entered '<närvaro person="b9" paragrafer="1-3" för="b4"/>'
contains entered '<närvaro person="b9" paragrafer="4" för="b7"/>'
contains entered '<närvaro person="b9" paragrafer="5-6" för="b3"/>'
contains entered '<röst person="b8">nej</röst>'
contains entered '<utgång till="Bykontoret" saknas="Räkna på kostnaden.">återremiss</utgång>'
expect_ok kansli check

it 'imports the same meeting as the same facts'
expect_ok kansli export
grep -v '<rad ' out | sed '/<version/d' >moved.xml
mv "$KANSLI_DB" entered.db
rm -f "$KANSLI_DB-wal" "$KANSLI_DB-shm"
expect_ok kansli init
expect_ok kansli import moved.xml
facts imported
same entered imported

it 'goes on where it was, whatever line it was ended at'
for at in 1 4 9 16 18 24 31 38; do
	fresh
	head -n $at example | enter
	tail -n +$((at + 1)) example | enter
	[ ! -s err ] || complain "a line was refused after $at" err
	facts now
	same entered now
done

it 'says where it is'
fresh
head -n 14 example | enter
enter </dev/null
contains out 'At § 3, which is not decided.'
contains out 'y2 avslag, Lind (S), Ro (V)'
contains out 'presides: Rosén (M)'

it 'does not take down what has ended'
fresh
enter <example
printf 'res Lind\n' | enter 1
contains err 'The meeting ended at 18:05'
contains err '(KL 4:27)'
printf 'ångra\nres Lind\nslut 18:05\n' | enter
contains out 'Dissent in § 6: Lind (S).'

it 'takes the end back, also when the facts were changed since'
fresh
enter <example
echo 'Bron byggs i stål.' >words
expect_ok kansli minutes text $meeting 3 beslut --set words
printf 'ångra\n§ extra Mer\n' | enter 1
contains err 'There is no line to take back.'
contains err 'nothing more happened'
printf 'slut inte\n§ extra Mer\ninformation\nslut 18:20\n' | enter
contains out 'The end of the meeting is taken back.'
facts now
contains now 'läge="genomfört"'
contains now '<slut>18:20</slut>'
contains now 'Bron byggs i stål.'
printf 'ångra\nångra\nångra\nslut inte\nslut 18:05\n' | enter 1
contains err 'The meeting has not ended.'
expect_ok kansli check

it 'puts nothing again that has fallen, and chooses the counter-proposal first'
fresh
cat <<'EOF' | enter 1
§
start 16:31
n alla
y Rosén ändring Bron byggs i trä.
y Lind ändring Bron byggs i stål.
y Viklund bifall
f y1 y2
y Ro avslag
v y1 y2
ja M
nej övriga
f y1 y3 -> y3
f y3 y2 -> y2
b y3
b y2
EOF
contains err 'Lines that were not taken (2): 12, 14.'
contains err 'y1 has fallen already in § 1 and is not put again.'
contains err 'y3 has fallen in § 1, so it is not what was decided.'
contains err '(KL 5:55, 6:33)'
expect_ok kansli minutes text $meeting 1
contains out 'om vad som ska vara motförslag. Omröstning begärs.'
contains out 'ska vara motförslag. Röstlistan är'
[ "$(grep -c 'om vad som ska vara motförslag' out)" -eq 1 ] ||
    complain 'a question that was not answered is told twice' out
! grep -q 'kommer klockan' out || complain 'all came late' out
printf '§ extra Val\nval ombud: Lind, "Eva Ek"\naj 17:05-17:20 Paus.\n' |
    enter
contains out 'Elected in § 2, ombud: Lind (S), Eva Ek.'
expect_ok kansli minutes text $meeting 2
contains out 'ajourneras klockan 17.05–17.20 (Paus).'

it 'takes back line after line to the beginning'
fresh
facts before
enter <example
yes ångra | head -n 40 | enter
facts now
same before now
printf 'ångra\n' | enter 1
contains err 'There is no line to take back.'
expect_ok kansli check
enter <example
facts now
same entered now

it 'says what it did not understand, and takes the rest'
fresh
cat >lines <<-'END'
	n alla
	närwarar alla
	+ Ek
	- Rosen
	+ Rosenn
	§ 7
	§
	y Lind avslaag
	fråga y1
	§ 10
	b
	start 16:31 och sedan
END
enter 1 <lines
contains err '-:2: No line begins with “närwarar”. The nearest is “närvarar”. Nothing was changed.'
contains err '-:3: “Ek” may be any of Karin Ek (M), Anna Ek (C).'
contains err '-:5: Nobody with a mandate is called “Rosenn”. The nearest is Rosén (M).'
contains err '-:8: “avslaag” is no kind of proposal. The nearest is “avslag”.'
contains err '-:9: § 8 has no proposal “y1”.'
contains err '-:10: The next paragraph is § 9.'
contains err '-:11: What was decided?'
contains err '-:12: “och sedan” was not understood'
contains err 'Lines that were not taken (8): 2, 3, 5, 8, 9, 10, 11, 12.'
contains out '§ 7, item 1'

it 'takes no time that is none, and no end before the beginning'
fresh
printf '%s\n' 'start 16:30' 'n alla' § 'an : Antecknas.' v 'slut 15:00' \
    'slut 00:30' >lines
enter 1 <lines
contains out 'In § 1: protokollsanteckning.'
contains err '-:5: Which proposal?'
contains err '-:6: The meeting was opened at 16:30, so it did not end at 15:00.'
contains out 'The meeting ended at 00:30.'
fresh
echo 'n alla' | "$KANSLI" meeting enter --clock 99:99 $meeting >out 2>err
[ $? -eq 2 ] || complain 'a time that is none is taken' out err
[ "$(grep -c 99:99 err)" -eq 1 ] || complain 'said once' err

it 'refuses what the law forbids, with the provision'
fresh
cat >lines <<-'END'
	start 16:31
	n Rosén, Odelberg, Lind
	+ Åström
	§
	b Att vänta.
	Åström för Palmgren
	y Holm bifall
	jäv Lind
	y Lind bifall
	+ Holm
	Holm för Lind
	b Att vänta.
	res Lind
	y Rosén bifall
	ey Åström: Nej.
	§ p 5
	öppna dörrar
	dt Odelberg
	y Rosén bifall
	y Odelberg avslag
	v y1 y2
	avs Odelberg
	ja Berg
	slut 17:00
END
enter 1 <lines
contains err '-:5: '
contains err '(KL 6:27)'
contains err '-:7: '
contains err '-:9: Lind (S) has a conflict of interest'
contains err '(KL 6:30)'
contains err '-:13: Lind (S) has a conflict of interest'
contains err '-:14: § 1 is decided'
contains err '-:15: Åström (S) serves in § 1'
contains err '-:17: § 2 exercises public authority'
contains err '(KL 6:25)'
contains err '-:18: § 2 exercises public authority'
contains err '(KL 4:26)'
contains err '-:22: § 2 exercises public authority'
contains err '-:23: Berg (M) does not serve in § 2 and has no vote'
contains err '-:24: A division is under way.'

it 'counts equal votes by the chair, and lots in an election'
fresh
cat >lines <<-'END'
	start 16:31
	n alla utom Ek K
	§
	y Rosén bifall
	y Lind avslag
	v y1 y2
	ja Rosén, Odelberg, Viklund
	nej övriga
	utslag
	§ extra Val av ombud
	y Rosén ändring Odelberg väljs.
	y Lind ändring Ro väljs.
	val ombud: Odelberg
	v y1 y2
	sluten 3 3
	lottning y2
END
enter <lines
contains out "Yes 3, no 3: the chair's vote decides (KL 5:56). Found: y1."
contains out 'lots decide (KL 5:56)'
facts now
contains now '<omröstning ja="y1" nej="y2" utslagsröst="ja" utfall="y1">'
contains now 'lottning="ja"'

it 'keeps whoever leaves in the paragraph that has voted in secret'
fresh
cat >lines <<-'END'
	start 16:31
	n alla
	§ extra Val av ombud
	y Rosén ändring Odelberg väljs.
	y Lind ändring Ro väljs.
	v y1 y2
	sluten 4 3
	- Ek K
	val ombud: Odelberg
END
enter <lines
contains out 'Karin Ek (M) left; not there from § 2.'

it 'answers in JSON, one object a line'
fresh
kansli meeting enter $meeting --json --clock 16:31 >out 2>err <<-'END'
	start
	n alla utom Ek K

	§
	y Ek K bifall
END
lines out 5
contains out '{"line":1,"understood":"The meeting was opened at 16:31."'
contains out '"serving":6,"seats":7,"need":4,"quorate":true'
contains out '{"line":5,"error":"Karin Ek (M) does not serve in § 1.'
contains out '"statute":"KL 4:20'

it 'lets two type the same meeting, each seeing what the other did'
fresh
mkfifo pipe
kansli meeting enter $meeting <pipe >first 2>err &
first=$!
exec 3>pipe
printf 'start 16:31\nn alla\n' >&3
while ! grep -q '7 came' first; do sleep 0.05; done
printf '§\ny Lind avslag\n' | enter
printf 'y Rosén bifall\nvisa\n' >&3
exec 3>&-
wait $first || complain 'the first one failed' err
contains first 'y2 in § 1: bifall, Rosén (M).'
contains first 'y1 avslag, Lind (S)'

it 'takes in nobody who has reported absence unless named'
fresh
expect_ok kansli meeting absence $meeting b2 --why Semester
expect_ok kansli meeting absence $meeting b5 --until 17:30
expect_ok kansli meeting absence $meeting b6 --from 17:00
expect_ok kansli meeting absence $meeting b8
enter <<-'END'
	start 16:31
	n alla
	n S
	16:40 n Åström
	§
	17:30 n alla utom Palmgren
END
contains out '5 came. Members who are absent: Palmgren (S), Lind (S).'
contains out 'Left out, reported absent from the whole meeting: Palmgren (S) (Semester).'
contains out 'Left out, reported absent until 17:30: Lind (S).'
contains out 'Left out, reported absent from the whole meeting: Åström (S).'
contains out '1 came. Members who are absent: Palmgren (S).'
[ "$(grep -c 'Left out.*Palmgren' out)" -eq 2 ] ||
    complain 'who is left out by name is said to be' out
[ "$(grep -c 'Left out.*Ro (V)' out)" -eq 0 ] ||
    complain 'who is away from a later time, or there already, is left out' out
contains out 'n NAME'
facts now
contains now '<närvaro person="b8"'
lacks now '<närvaro person="b2"'
fresh
expect_ok kansli meeting absence $meeting b2 --from 16:00 --until 16:45
printf 'start 16:31\nn alla, Palmgren\n' | enter
contains out '7 came.'
lacks out 'Left out'
fresh
expect_ok kansli meeting absence $meeting b2 --from 16:00 --until 16:45
printf 'start 16:31\nn alla\n' | enter
contains out 'Left out, reported absent 16:00–16:45: Palmgren (S).'

it 'takes back nothing that came before another change'
fresh
printf 'start 16:31\nn alla\n' | enter
expect_ok kansli agenda add $meeting --title 'Sent ärende'
printf 'ångra\n' | enter 1
contains out 'were changed in another way since the last line'
contains err 'There is no line to take back.'
printf '§ p 6\nångra\n§\n' | enter
contains out 'item 6: Sent ärende'
contains out 'Taken back: § p 6'
expect_ok kansli check

it 'keeps each line that it has answered, when it is killed at any time'
rounds=6
[ -n "${KANSLI_LONG:-}" ] && rounds=60
fresh
cp "$KANSLI_DB" fresh.db
round=0
while [ $round -lt $rounds ]; do
	round=$((round + 1))
	rm -f "$KANSLI_DB-wal" "$KANSLI_DB-shm"
	cp fresh.db "$KANSLI_DB"
	: >answers
	"$KANSLI" meeting enter $meeting --json <pipe >answers 2>err &
	pid=$!
	cat example >pipe &
	while [ "$(wc -l <answers)" -le $((round * 11 % 40)) ]; do :; done
	kill -9 $pid
	wait 2>/dev/null
	answered=$(grep -c '^{"line":' answers)
	expect_ok kansli check
	kept=$(kansli export | grep '<rad ' | grep -vc utgångsläge)
	[ "$kept" -eq "$answered" ] || [ "$kept" -eq $((answered + 1)) ] ||
	    complain "$answered lines were answered and $kept are kept"
	tail -n +$((kept + 1)) example | enter
	facts now
	same entered now
done

it 'needs a meeting that can be taken down'
fresh
refused 1 kansli meeting enter BYN/2027-04-14
contains err 'BYN/2027-04-13'
expect_ok kansli meeting cancel $meeting
refused 1 kansli meeting enter $meeting
contains err 'is cancelled'

done_testing
