#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# kansli when: the exact answers in JSON, without a register.
. "${srcdir:-.}/tests/cli/lib.sh"
unset KANSLI_DB

it 'lists the special days of a year as the table has them'
cat >kinds <<-END
helgdag holiday
afton_likstalld equated_eve
afton_praxis customary_eve
klamdag bridge
mellandag between_day
END
for year in 2024 2025 2026 2027 2028 2029 2030 2031 2032 2033 2034 2035; do
	expect_ok kansli when holidays $year --json
	grep "^$year" "$srcdir/tests/data/holidays-se.csv" |
	    awk -F '[, ]' -v year=$year '
	NR == FNR {
		kind[$1] = $2
		next
	}
	{
		split($0, cell, ",")
		printf "%s{\"date\":\"%s\",\"name\":\"%s\",\"kind\":\"%s\"}",
		    n++ ? "," : "[", cell[1], cell[2], kind[cell[3]]
	}
	END {
		print "]"
	}' kinds - >table
	same table out
	contains out "{\"date\":\"$year-12-25\",\"name\":\"Juldagen\","
done

it 'lets a notice of a Tuesday be appealed until a Tuesday'
expect_ok kansli when appeal --posted 2021-08-31 --json
prints '{"last_day":"2021-09-21","remove_on":"2021-09-22","because":[{"rule":"appeal-period","statute":"KL 13:5, lag 1930:173 § 1","text":"The notice is posted on Tuesday 2021-08-31. The time to appeal is 3 weeks and ends on the same day of the week: Tuesday 2021-09-21."},{"rule":"removal","statute":"KL 8:12, 13:5","text":"The notice stays up the whole of the last day, Tuesday 2021-09-21, and comes down on Wednesday 2021-09-22 at the earliest."}]}'

# Each: posted, last day to appeal, removal.
it 'moves the last day off days off and their equated eves'
while read -r posted last_day remove_on; do
	expect_ok kansli when appeal --posted "$posted" --json
	contains out "{\"last_day\":\"$last_day\",\"remove_on\":\"$remove_on\","
	contains out '"rule":"appeal-roll"'
done <<-END
2024-12-03 2024-12-27 2024-12-28
2025-03-28 2025-04-22 2025-04-23
2025-05-08 2025-05-30 2025-05-31
2025-05-30 2025-06-23 2025-06-24
2025-12-05 2025-12-29 2025-12-30
2026-03-13 2026-04-07 2026-04-08
END

it 'gives both the plain and the legal limit for adjusting'
expect_ok kansli when adjust --meeting 2010-11-23 --json
prints '{"plain":"2010-12-07","latest":"2010-12-07","because":[{"rule":"adjustment-limit","statute":"KL (1991:900) 5:61, 6:30","text":"The meeting is on Tuesday 2010-11-23. The minutes are adjusted at the latest 14 days after it: Tuesday 2010-12-07."}]}'
expect_ok kansli when adjust --meeting 2026-12-11 --json
contains out '{"plain":"2026-12-25","latest":"2026-12-28",'

it 'gives the second day after the adjustment for the notice'
expect_ok kansli when notice --adjusted 2010-11-30 --json
prints '{"latest":"2010-12-02","because":[{"rule":"notice-limit","statute":"KL (1991:900) 5:62, 6:30","text":"The minutes are adjusted on Tuesday 2010-11-30. The adjustment is announced on the notice board at the latest 2 days after it: Thursday 2010-12-02."}]}'
expect_ok kansli when notice --adjusted 2026-12-23 --json
contains out '{"latest":"2026-12-28",'

it 'works out the cycle of a meeting from a definition'
expect_ok kansli when cycle --definition "$srcdir/calendars/tibro-2023.xml" \
    --date 2023-02-08 --json
tr '{' '\n' <out | sed -n 's/^"step":"\([^"]*\)","date":"\([^"]*\)".*/\1 \2/p' \
    >steps
cat >wanted <<-END
tjanstemannaberedning 2023-01-13
presidieberedning 2023-01-18
utskick_kallelse_AU 2023-01-20
arbetsutskott 2023-01-25
FOSAM 2023-01-31
utskick_kallelse_namnd 2023-02-03
namndsammantrade 2023-02-08
END
same wanted steps
contains out '[{"step":"tjanstemannaberedning","date":"2023-01-13","because":[{"rule":"cycle-step","statute":"Tibro'

it 'says to people what it says to programs'
expect_ok kansli when appeal --posted 2024-12-03
contains out 2024-12-27
contains out 'KL 13:5'

it 'refuses years that the law is not known for'
expect_fail 1 kansli when holidays 1899
expect_fail 1 kansli when appeal --posted 1950-01-02
expect_fail 1 kansli when cycle --definition /dev/null --date 2023-02-08
expect_fail 3 kansli when cycle --definition missing.xml --date 2023-02-08

it 'refuses what is no date or no year'
for date in 2021-02-30 21-08-31 2021-8-31 tisdag ''; do
	expect_fail 2 kansli when appeal --posted "$date"
	contains err 'is not a date'
done
expect_fail 2 kansli when holidays tjugo
expect_fail 2 kansli when holidays 2027x
expect_fail 2 kansli when appeal
lines out 0

done_testing
