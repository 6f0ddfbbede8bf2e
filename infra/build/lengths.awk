# Prints Java files over 400 lines and methods over 40. Relies on google-java-format: a block ends
# with a brace that stands alone at the indentation of the line that began its statement.
function indent(text) { match(text, /^ */); return RLENGTH }

# The formatter writes a space before the parenthesis of if, for, switch..., none before a method's.
function is_method(text, head) {
  head = substr(text, 1, index(text, "(") - 1)
  return head ~ /[A-Za-z0-9_]$/ && head !~ /=/ && (" " head) !~ / (record|new|return) /
}

FNR == 1 { delete began; delete text_of }
FNR == 401 { print "  " FILENAME ": over 400 lines" }

/^ *}$/ {
  n = indent($0)
  if (n in began && is_method(text_of[n]) && FNR - began[n] + 1 > 40) {
    print "  " FILENAME ":" began[n] ": method of " (FNR - began[n] + 1) " lines"
  }
  next
}

/^ *[^ @*\/})]/ { n = indent($0); began[n] = FNR; text_of[n] = $0 }
