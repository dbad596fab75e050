# Stops with a message, in which each name in braces is replaced by its value.
beraad_stop <- function(message, ...) {
  values <- c(...)
  for (name in names(values)) message <- sub(paste0("{", name, "}"), values[[name]], message, fixed = TRUE)
  stop(message, call. = FALSE)
}

# The line of the file in which each row begins; the header is line 1.
beraad_lines <- integer()

# Compares the names in the first line with the columns of the file. A name is shown only if another one is known: the first line
# could be a row of data.
beraad_header <- function(first, expected, messages) {
  found <- scan(text = first, what = "", sep = ",", quote = "\"", quiet = TRUE, strip.white = FALSE, encoding = "UTF-8")
  if (length(expected) > 1 && !grepl(",", first, fixed = TRUE)) {
    signs <- c(";", "\t", "|")
    sign <- signs[vapply(signs, grepl, TRUE, x = first, fixed = TRUE)]
    if (length(sign) == 0) beraad_stop(messages[["no_comma"]])
    beraad_stop(messages[["separator"]], found = encodeString(sign[1], quote = "\""))
  }
  for (place in seq_len(min(length(found), length(expected)))) {
    if (found[place] == expected[place]) next
    name <- if (any(found %in% expected)) "found_column" else "other_column"
    beraad_stop(messages[[name]], place = place, found = substr(found[place], 1, 40), column = expected[place])
  }
  if (length(found) < length(expected)) beraad_stop(messages[["missing_column"]], column = expected[length(found) + 1])
}

# The columns that are kept, as texts; the file has the columns `delivered`. An empty text means that there is no value, except in the columns that
# have it as a code. The lines are checked first: a reader of CSV fills short rows, and skips blank lines.
beraad_read <- function(file, delivered, kept, messages, empty_codes) {
  lines <- readLines(file, warn = FALSE, encoding = "UTF-8")
  if (length(lines) == 0) beraad_stop(messages[["empty_file"]])
  invalid <- which(!validUTF8(lines))
  if (length(invalid) > 0) beraad_stop(messages[["not_utf_8"]], line = invalid[1])
  beraad_header(sub("^\ufeff", "", lines[1]), delivered, messages)
  # A quotation mark that is not closed would make one field of all lines after it.
  marks <- cumsum(nchar(gsub("[^\"]", "", lines))) %% 2
  if (tail(marks, 1) == 1) beraad_stop(messages[["open_quote"]], line = max(which(marks == 0), 0) + 1)
  # A line within a field of several lines has no number of fields.
  counts <- count.fields(file, sep = ",", quote = "\"", comment.char = "", blank.lines.skip = FALSE)
  blank <- which(!is.na(counts) & grepl("^\\s*$", lines))
  if (length(blank) > 0) beraad_stop(messages[["blank_line"]], line = blank[1])
  other <- which(!is.na(counts) & counts != length(delivered))
  if (length(other) > 0) {
    beraad_stop(messages[["field_count"]], line = other[1], found = counts[other[1]], expected = length(delivered))
  }
  beraad_lines <<- 1L + head(which(!is.na(counts)), -1)
  rows <- read.csv(file, colClasses = "character", na.strings = character(), check.names = FALSE, row.names = NULL,
                   encoding = "UTF-8", strip.white = FALSE, fill = FALSE, blank.lines.skip = FALSE)
  names(rows)[1] <- sub("^\ufeff", "", names(rows)[1])
  rows <- rows[kept]
  if (nrow(rows) == 0) cat(messages[["no_row"]], "\n", sep = "")
  for (column in setdiff(kept, empty_codes)) rows[[column]][rows[[column]] == ""] <- NA
  rows
}

# The conversion of a column of texts: a text that cannot be converted stops the script.
beraad_convert <- function(texts, pattern, convert, message) {
  fits <- grepl(pattern, texts)
  values <- convert(ifelse(fits, texts, NA_character_))
  failed <- !is.na(texts) & (!fits | is.na(values))
  # The number of rows and the first line, and not a value, which is confidential.
  if (any(failed)) beraad_stop(message, rows = sum(failed), line = beraad_lines[which(failed)[1]])
  values
}

beraad_number <- function(texts, pattern, min, max, message) {
  number <- function(texts) {
    numbers <- as.numeric(texts)
    ifelse(numbers >= min & numbers <= max, numbers, NA_real_)
  }
  beraad_convert(texts, pattern, number, message)
}

beraad_flag <- function(texts, no, yes, message) {
  flag <- function(texts) ifelse(texts %in% yes, TRUE, ifelse(texts %in% no, FALSE, NA))
  beraad_convert(texts, "", flag, message)
}

# The first day of a period. A year stays a number.
beraad_period <- function(texts, grain, pattern, message) {
  date <- function(texts) as.Date(texts, format = "%Y-%m-%d")
  quarter <- function(texts) {
    month <- 3 * as.integer(substr(texts, 7, 7)) - 2
    date(ifelse(is.na(texts), NA, sprintf("%s-%02d-01", substr(texts, 1, 4), as.integer(month))))
  }
  convert <- switch(
    grain,
    day = date,
    month = function(texts) date(paste0(texts, "-01", recycle0 = TRUE)),
    quarter = quarter,
    year = as.integer
  )
  values <- beraad_convert(texts, pattern, convert, message)
  attr(values, "grain") <- grain
  values
}

# The last day of each observation period, as a number of days.
beraad_last_day <- function(periods, grain) {
  next_month <- function(days, months) {
    month <- as.integer(format(days, "%m")) - 1L + months
    year <- as.integer(format(days, "%Y")) + month %/% 12L
    as.Date(sprintf("%04d-%02d-01", year, month %% 12L + 1L), format = "%Y-%m-%d")
  }
  last <- switch(
    grain,
    day = periods,
    month = next_month(periods, 1L) - 1,
    quarter = next_month(periods, 3L) - 1,
    year = as.Date(sprintf("%04d-12-31", as.integer(periods)), format = "%Y-%m-%d")
  )
  as.vector(unclass(last))
}

beraad_is_between <- function(days, from, to) {
  !is.na(days) & (is.na(from) | days >= as.numeric(as.Date(from))) & (is.na(to) | days <= as.numeric(as.Date(to)))
}

# True for the rows whose observation period ends between two days.
beraad_ends_within <- function(periods, grain, from, to) beraad_is_between(beraad_last_day(periods, grain), from, to)

# False for the rows whose code has no label in the period of the row. `limits` has the code, and the first and the last day on
# which such a period may end.
beraad_in_period <- function(codes, periods, grain, limits) {
  limits <- matrix(limits, ncol = 3, byrow = TRUE)
  last <- beraad_last_day(periods, grain)
  valid <- !(codes %in% limits[, 1])
  of_days <- paste(limits[, 2], limits[, 3])
  for (days in unique(of_days)) {
    some <- limits[of_days == days, , drop = FALSE]
    valid <- valid | (codes %in% some[, 1] & beraad_is_between(last, some[1, 2], some[1, 3]))
  }
  valid
}

beraad_describe <- function(column, label, definition = NULL, phrase = NULL) {
  attr(column, "label") <- label
  attr(column, "definition") <- definition
  attr(column, "phrase") <- phrase
  column
}

beraad_check <- function(message, violated) {
  cat(sum(violated), ": ", message, "\n", sep = "")
}

beraad_unlabelled <- function(codes, known, within, valid, message) {
  count <- sum(within & !is.na(codes) & !(codes %in% known & valid))
  if (count > 0) cat(count, ": ", message, "\n", sep = "")
}
