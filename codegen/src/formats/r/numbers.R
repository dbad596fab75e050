
# A labelled number for each code. `known` has the code, the number and the label. A missing code has the tag of a missing value,
# such as .a in Stata. A code without a label in this period has no value, and is counted.
beraad_numbers <- function(codes, known, within, message, valid = TRUE) {
  known <- matrix(known, ncol = 3, byrow = TRUE)
  beraad_unlabelled(codes, known[, 1], within, valid, message)
  is_tag <- grepl("^[.]", known[, 2])
  numbers <- rep(NA_real_, nrow(known))
  numbers[!is_tag] <- as.numeric(known[!is_tag, 2])
  numbers[is_tag] <- haven::tagged_na(sub(".", "", known[is_tag, 2], fixed = TRUE))
  codes[!rep_len(within & valid, length(codes))] <- NA
  values <- numbers[match(codes, known[, 1])]
  haven::labelled(values, labels = setNames(numbers, known[, 3]))
}

# The same for SPSS, which has no tags: the missing codes get the numbers of `missing`, which is named by tag. SPSS has three missing
# values or one range, so more than three get numbers below all others.
beraad_for_spss <- function(values, missing) {
  labels <- attr(values, "labels")
  is_range <- length(missing) > 3
  if (is_range) missing[] <- min(0, unclass(labels), na.rm = TRUE) - seq_along(missing)
  untagged <- function(numbers) {
    tags <- haven::na_tag(numbers)
    as.numeric(ifelse(is.na(tags), as.numeric(numbers), missing[tags]))
  }
  haven::labelled_spss(
    unname(untagged(unclass(values))),
    labels = setNames(untagged(labels), names(labels)),
    na_values = if (!is_range) unname(missing),
    na_range = if (is_range) range(missing),
    label = attr(values, "label")
  )
}
