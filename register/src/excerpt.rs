//! Text of a file as an error message may quote it.

pub(crate) use beraad_describe::excerpt;
