#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# Every #include of a room's header must be an arrow of doc/layers.txt.  A
# header of include/kansli belongs to the room whose local.mk lists it.
set -u
cd "${srcdir:-.}" || exit 1

# "owner header" for the public headers.
owners() {
	for mk in src/*/local.mk; do
		room=${mk#src/}
		room=${room%/local.mk}
		tr -s ' \t' '\n' <"$mk" |
		    sed -n "s,^include/kansli/\(.*\.h\)\$,owner $room kansli/\1,p"
	done
}

includes() {
	grep -Hn '^[ 	]*#[ 	]*include' src/*/*.[chly] include/kansli/*.h \
	    2>/dev/null | sed 's/^/include /'
}

{ sed 's/^/layer /' doc/layers.txt && owners && includes; } | awk '
function fail(text) {
	print text
	bad++
}

# The room of a file under src or include.
function room_of(file,   part) {
	split(file, part, "/")
	return part[1] == "src" ? part[2] : owner[part[2] "/" part[3]]
}

function may(from, to) {
	if (from == to)
		return 1
	if (front[from])
		return 0
	return to == "base" || (from, to) in arrow
}

$1 == "layer" && $2 ~ /^[a-z]+:$/ {
	from = substr($2, 1, length($2) - 1)
	known[from] = 1
	for (i = 3; i <= NF; i++)
		arrow[from, $i] = 1
	next
}
$1 == "layer" && $2 ~ /^<.*>:$/ {
	header = substr($2, 2, length($2) - 3)
	for (i = 3; i <= NF; i++)
		keeper[header] = keeper[header] " " $i " "
	next
}
$1 == "layer" {
	next
}
$1 == "owner" {
	owner[$3] = $2
	next
}
{
	if (!started++) {
		known["base"] = 1
		front["cli"] = front["web"] = 1
	}
	match($0, /:[0-9]+:/)
	file = substr($0, 9, RSTART - 9)
	where = substr($0, 9, RSTART + RLENGTH - 9)
	sub(/:$/, "", where)
	if (!match($0, /[<"][^>"]*[>"]/)) {
		fail(where ": an #include that cannot be read")
		next
	}
	header = substr($0, RSTART + 1, RLENGTH - 2)
	quoted = substr($0, RSTART, 1) == "\""
	from = room_of(file)
	seen++
	if (!(from in known)) {
		fail(where ": the room \"" from "\" is not in doc/layers.txt")
	} else if (header in keeper) {
		if (!index(keeper[header], " " from " "))
			fail(where ": <" header "> belongs to" keeper[header])
	} else if (header ~ /^kansli\//) {
		if (!(header in owner))
			fail(where ": no local.mk lists include/" header)
		else if (!front[from] && !may(from, owner[header]))
			fail(where ": " from " may not use " owner[header] \
			    " (" header ")")
	} else if (quoted && header != "config.h") {
		if (file ~ /^include\//)
			fail(where ": a public header uses only <kansli/*.h>")
		else if (header !~ /\//)
			fail(where ": write \"" from "/" header "\"")
		else if (!may(from, substr(header, 1, index(header, "/") - 1)))
			fail(where ": " from " may not use \"" header "\"")
	}
}
END {
	if (seen < 50)
		fail("only " seen + 0 " #includes were found")
	print seen + 0 " includes, " bad + 0 " wrong"
	exit bad > 0
}'
