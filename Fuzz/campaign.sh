#!/bin/sh
# campaign.sh FUZZ WORK SECONDS [TARGET…]
#
# Gives each target SECONDS, or as many runs as are left of ten million, and prints what all campaigns in WORK have counted so far.
# What breaks a target is kept in WORK/found; exit status 1 where something was found. The corpora in WORK grow from campaign to
# campaign.
set -u
fuzz=$1 work=$2 seconds=$3
shift 3
[ $# -gt 0 ] || set -- $($fuzz | cut -f 1)
runs=10000000
status=0
export SWIFT_BACKTRACE=enable=no
mkdir -p "$work/found" "$work/log"
work=$(cd "$work" && pwd)
counts=$work/counts.tsv
touch "$counts"

for target in "$@"; do
  done=$(awk -F '\t' -v t="$target" '$1 == t { n += $2 } END { printf "%d", n }' "$counts")
  [ "$done" -lt $runs ] || continue
  "$fuzz" seeds "$target" "$work/$target" || exit 2
  log=$work/log/$target-$(date +%s)
  # In memory where that serves: the targets' own files are small, and a disk is slow.
  stage=$(mktemp -d /dev/shm/stemma-fuzz-XXXXXX 2>/dev/null || mktemp -d "$work/run-XXXXXX")
  begun=$(date +%s)
  dict=
  [ ! -s "$work/$target.dict" ] || dict=-dict=$work/$target.dict
  # The shell shows its errors on stderr, which would fill the log.
  case $target in shell) mask=2 ;; *) mask=0 ;; esac
  (cd "$stage" && exec "$fuzz" "$target" "$work/$target" -runs=$((runs - done)) -max_total_time="$seconds" -timeout=30 -entropic=0 \
    -rss_limit_mb=2048 -close_fd_mask=$mask -detect_leaks=0 -print_final_stats=1 $dict \
    -artifact_prefix="$work/found/$target-") >"$log" 2>&1
  result=$?
  # Interrupted, which is no finding.
  [ $result -ne 72 ] || result=0
  rm -rf "$stage"
  ended=$(date +%s)
  awk -v t="$target" -v s=$((ended - begun)) -v r=$result '
    /stat::number_of_executed_units/ { runs = $2 }
    /stat::peak_rss_mb/ { peak = $2 }
    match($0, /cov: [0-9]+/) { edges = substr($0, RSTART + 5, RLENGTH - 5) }
    /inline 8-bit counters\)/ { if (match($0, /\([0-9]+ inline/)) all = substr($0, RSTART + 1, RLENGTH - 8) }
    END { printf "%s\t%d\t%d\t%d\t%d\t%d\t%d\n", t, runs, s, peak, edges, all, r }' "$log" >>"$counts"
  if [ $result -ne 0 ]; then
    status=1
    echo "$target: found something, see $log" >&2
    grep -h -m 3 -E '^broken|Fatal error|ERROR: libFuzzer|Test unit written' "$log" >&2
  fi
done

awk -F '\t' '
  { runs[$1] += $2; seconds[$1] += $3; if ($4 > peak[$1]) peak[$1] = $4; if ($5 > edges[$1]) edges[$1] = $5; found[$1] += $7 != 0
    if (!seen[$1]++) order[++n] = $1; last[$1] = $7 }
  END {
    printf "%-12s %12s %9s %9s %9s %6s  %s\n", "target", "runs", "seconds", "peak MB", "edges", "found", "now"
    for (i = 1; i <= n; i++) { t = order[i]
      printf "%-12s %12d %9d %9d %9d %6d  %s\n", t, runs[t], seconds[t], peak[t], edges[t], found[t], last[t] ? "stops" : "clean" } }' "$counts"
exit $status
