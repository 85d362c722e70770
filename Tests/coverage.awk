# Adds up `llvm-cov report` by module: lines and missed lines of each file of ours.
function module(path) {
  if (match(path, /(^|\/)Sources\/[^\/]+\//)) { path = substr(path, RSTART, RLENGTH); sub(/.*Sources\//, "", path); sub(/\/$/, "", path); return path }
  if (path ~ /(^|\/)Ontology\//) return "Ontology"
  if (path ~ /(^|\/)Queries\//) return "Queries"
  if (path ~ /(^|\/)Exports\//) return "Exports"
  return ""
}
/^-+$/ || /^Filename/ || /^TOTAL/ || NF < 10 || $1 ~ /\.build/ || $1 ~ /Tests\// || $1 ~ /^Fuzz\// { next }
{
  name = module($1 ~ /^\// || $1 ~ /^(Sources|Ontology|Queries|Exports)\// ? $1 : "Sources/" $1)
  if (name == "" || name ~ /^[0-9.]/) next
  # Filename, then regions, functions and lines with how many are missed and the share, in this order.
  lines[name] += $8; missed[name] += $9
}
END {
  for (name in lines) if (lines[name] > 0) printf "%-14s %6.1f %%  of %6d lines\n", name, 100 * (lines[name] - missed[name]) / lines[name], lines[name] | "sort"
}
