//! Reads and writes the files that a model is made from.
#![forbid(unsafe_code)]
#![cfg_attr(docsrs, feature(doc_cfg))]
