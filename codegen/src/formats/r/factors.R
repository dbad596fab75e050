
# A factor by code: `labels` is named by code. A code without a label in this period has no value, and is counted.
beraad_factor <- function(codes, labels, missing, within, message) {
  known <- names(labels)
  beraad_unlabelled(codes, known, within, message)
  values <- factor(ifelse(within, codes, NA_character_), levels = known, labels = unname(labels))
  attr(values, "codes") <- known
  attr(values, "missing_codes") <- missing
  values
}
