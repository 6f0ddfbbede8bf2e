# Checks docs/glossary/terms.csv: key,en,vi,meaning; keys unique, nothing empty, one word one idea.
BEGIN { FS = "," }
NR == 1 { if ($0 != "key,en,vi,meaning") print "  line 1: '" $0 "' (expected: key,en,vi,meaning)"; next }
{
  if (split($0, part, ",") < 4) print "  line " NR ": fewer than 4 columns"
  for (i = 1; i <= 4; i++) if ($i ~ /^[ \t"]*$/) print "  line " NR ": column " i " is empty"
  if ($1 !~ /^[a-z][a-z-]*$/) print "  line " NR ": key '" $1 "' (expected: lower case and hyphens)"
  for (i = 1; i <= 3; i++) {
    if ((i, tolower($i)) in seen) print "  line " NR ": '" $i "' is on line " seen[i, tolower($i)] " too"
    seen[i, tolower($i)] = NR
  }
}
