capture mata: mata drop beraad_lines()
mata:
void beraad_lines(string scalar path, real scalar expected)
{
    real scalar file, number, start, count, blank, other, fields, found, open, at, comma, semicolon
    string matrix line
    string scalar quote, record, rest, outside

    quote = char(34)
    number = start = count = blank = other = fields = open = comma = semicolon = 0
    record = ""
    file = fopen(path, "r")
    while ((line = fget(file)) != J(0, 0, "")) {
        number = number + 1
        if (open == 0) {
            start = number
            record = ""
        }
        record = record + line
        open = mod(open + strlen(line) - strlen(subinstr(line, quote, "")), 2)
        if (open == 0) {
            count = count + 1
            rest = record
            outside = ""
            while ((at = strpos(rest, quote)) > 0) {
                outside = outside + substr(rest, 1, at - 1)
                rest = substr(rest, at + 1, .)
                at = strpos(rest, quote)
                rest = substr(rest, at + 1, .)
            }
            outside = outside + rest
            found = 1 + strlen(outside) - strlen(subinstr(outside, ",", ""))
            if (count == 1) {
                comma = found > 1
                semicolon = found == 1 & strpos(outside, ";") > 0
            }
            if (blank == 0 & strtrim(subinstr(record, char(13), "")) == "") blank = start
            if (other == 0 & found != expected) {
                other = start
                fields = found
            }
        }
    }
    fclose(file)
    st_numscalar("beraad_count", number)
    if (open == 0) start = 0
    st_numscalar("beraad_open", start)
    st_numscalar("beraad_blank", blank)
    st_numscalar("beraad_other", other)
    st_numscalar("beraad_fields", fields)
    st_numscalar("beraad_comma", comma)
    st_numscalar("beraad_semicolon", semicolon)
}
end
