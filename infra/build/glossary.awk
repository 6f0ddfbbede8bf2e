# Checks docs/glossary/terms.csv: key,en,vi,short,use,meaning; keys unique, nothing empty but the
# short form, one word one idea. That the words are used, the gateway's GlossaryTest checks.
BEGIN { FS = "," }
NR == 1 { if ($0 != "key,en,vi,short,use,meaning") print "  line 1: '" $0 "' (expected: key,en,vi,short,use,meaning)"; next }
{
  if (split($0, part, ",") < 6) print "  line " NR ": fewer than 6 columns"
  for (i = 1; i <= 6; i++) if (i != 4 && $i ~ /^[ \t"]*$/) print "  line " NR ": column " i " is empty"
  if ($1 !~ /^[a-z][a-z-]*$/) print "  line " NR ": key '" $1 "' (expected: lower case and hyphens)"
  if ($5 !~ /^(always|shown|inside)$/) print "  line " NR ": use '" $5 "' (expected: always, shown or inside)"
  for (i = 1; i <= 4; i++) if ($i != "") {
    column = i == 4 ? 3 : i
    if ((column, tolower($i)) in seen) print "  line " NR ": '" $i "' is on line " seen[column, tolower($i)] " too"
    seen[column, tolower($i)] = NR
  }
}
