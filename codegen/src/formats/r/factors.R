
# A factor by code. `known` has the code, the label and, for a missing code, the reason. A code without a label in this period has
# no value, and is counted.
beraad_factor <- function(codes, known, within, message, valid = TRUE) {
  known <- matrix(known, ncol = 3, byrow = TRUE)
  beraad_unlabelled(codes, known[, 1], within, valid, message)
  codes[!rep_len(within & valid, length(codes))] <- NA
  values <- factor(codes, levels = known[, 1], labels = known[, 2])
  attr(values, "codes") <- known[, 1]
  missing <- !is.na(known[, 3])
  attr(values, "missing_codes") <- setNames(known[missing, 1], known[missing, 3])
  values
}
