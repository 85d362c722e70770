#!/bin/sh
# coverage.sh FUZZ WORK [TARGET…]
#
# Repeats every input that the campaigns in WORK gathered and prints the lines they run, by module. FUZZ is built with the compiler's
# coverage.
set -eu
fuzz=$1 work=$(cd "$2" && pwd)
shift 2
[ $# -gt 0 ] || set -- $($fuzz | cut -f 1)
profiles=$work/profiles
rm -rf "$profiles"
mkdir -p "$profiles"

for target in "$@"; do
  [ -d "$work/$target" ] || continue
  stage=$(mktemp -d "$work/run-XXXXXX")
  # %p, since a long list of files is given to several processes.
  (cd "$stage" && find "$work/$target" -type f -print0 |
    LLVM_PROFILE_FILE="$profiles/$target-%p.profraw" xargs -0 -n 1000 "$fuzz" "$target" >/dev/null 2>"$profiles/$target.log")
  rm -rf "$stage"
done
llvm-profdata merge -o "$profiles/all.profdata" "$profiles"/*.profraw
llvm-cov report "$fuzz" -instr-profile "$profiles/all.profdata" | awk -f Tests/coverage.awk
