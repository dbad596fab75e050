# All columns as texts. An empty text is no value, except in the columns that have it as a code.
beraad_read <- function(file, columns, other_column, empty_codes) {
  rows <- read.csv(file, colClasses = "character", na.strings = character(), check.names = FALSE, row.names = NULL,
                   encoding = "UTF-8", strip.white = FALSE, fill = FALSE, blank.lines.skip = FALSE)
  names(rows)[1] <- sub("^\ufeff", "", names(rows)[1])
  for (place in seq_len(max(length(columns), ncol(rows)))) {
    column <- c(columns[place], names(rows)[place])
    if (!identical(column[1], column[2])) {
      stop(sub("{column}", column[!is.na(column)][1], other_column, fixed = TRUE), call. = FALSE)
    }
  }
  for (column in columns) {
    stopifnot(validUTF8(rows[[column]]))
    if (!(column %in% empty_codes)) rows[[column]][rows[[column]] == ""] <- NA
  }
  rows
}

# The conversion of a column of texts: a text that cannot be converted stops the script.
beraad_convert <- function(texts, pattern, convert, message) {
  fits <- grepl(pattern, texts)
  values <- convert(ifelse(fits, texts, NA_character_))
  failed <- !is.na(texts) & (!fits | is.na(values))
  if (any(failed)) {
    # The first rows, and not their values, which are confidential.
    stop(message, " ", paste0("#", head(which(failed), 3), collapse = ", "), call. = FALSE)
  }
  values
}

beraad_number <- function(texts, message) {
  beraad_convert(texts, "^[+-]?[0-9]+([.][0-9]+)?$", as.numeric, message)
}

beraad_flag <- function(texts, no, yes, message) {
  flag <- function(texts) ifelse(texts %in% yes, TRUE, ifelse(texts %in% no, FALSE, NA))
  beraad_convert(texts, "", flag, message)
}

# The first day of a period. A year stays a number.
beraad_period <- function(texts, grain, message) {
  date <- function(texts) as.Date(texts, format = "%Y-%m-%d")
  quarter <- function(texts) {
    month <- 3 * as.integer(substr(texts, 7, 7)) - 2
    date(ifelse(is.na(texts), NA, sprintf("%s-%02d-01", substr(texts, 1, 4), as.integer(month))))
  }
  values <- switch(
    grain,
    day = beraad_convert(texts, "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", date, message),
    month = beraad_convert(texts, "^[0-9]{4}-[0-9]{2}$", function(texts) date(paste0(texts, "-01")), message),
    quarter = beraad_convert(texts, "^[0-9]{4}-Q[1-4]$", quarter, message),
    year = beraad_convert(texts, "^[0-9]{4}$", as.integer, message)
  )
  attr(values, "grain") <- grain
  values
}

# True for the rows whose observation period ends between two days.
beraad_ends_within <- function(periods, grain, from, to) {
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
  last <- as.vector(unclass(last))
  !is.na(last) & (is.na(from) | last >= as.numeric(as.Date(from))) & (is.na(to) | last <= as.numeric(as.Date(to)))
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

beraad_unlabelled <- function(codes, known, within, message) {
  count <- sum(within & !is.na(codes) & !(codes %in% known))
  if (count > 0) cat(count, " ", message, "\n", sep = "")
}
