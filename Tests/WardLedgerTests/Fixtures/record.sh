#!/bin/sh
# Records a store of the form that a program writes, for the tests of later programs: record.sh PROGRAM
#
# Give it the program as it stands before a step of the schema or another form of folded state, and keep what it makes:
# version<N>.store, where N is the store's own number. It never makes an old one anew: what a program of today writes is
# not of that form.
set -eu
program=$1
here=$(CDPATH= cd "$(dirname "$0")" && pwd)
folder=$(mktemp -d)
trap 'rm -r "$folder"' EXIT
store=$folder/ward.db
"$program" setup --store "$store" --ward "Fixture 病区" --beds 1,2,3,4 --pin 2468 >/dev/null
"$program" apply --store "$store" "$here/story.jsonl" >"$folder/answers" || true
# One line is refused on purpose: the mismatch.
if [ "$(grep -c '"ok":false' "$folder/answers")" -ne 1 ]; then
    grep '"ok":false' "$folder/answers" >&2
    exit 1
fi
version=$(sqlite3 "$store" "PRAGMA wal_checkpoint(TRUNCATE); VACUUM; PRAGMA journal_mode=DELETE; PRAGMA user_version;" | tail -1)
cp "$store" "$here/version$version.store"
echo "version$version.store"
