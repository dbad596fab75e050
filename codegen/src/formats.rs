//! The formats of this crate. To add one, write its file and its lines here.

#[cfg(feature = "arrow")]
mod arrow;
mod codebook_html;
mod codebook_md;
mod croissant;
mod csvw;
mod ddi;
mod frictionless;
mod json_schema;
mod model_json;
mod spss;
mod python;
mod r;
mod sas;
mod stata;
mod tables_csv;
mod tables_excel;
#[cfg(feature = "workbook")]
mod workbook;

use crate::format::Format;

/// The formats of this crate, in the order in which they are shown.
pub const FORMATS: &[&Format] = &[
    &codebook_html::FORMAT,
    &codebook_md::FORMAT,
    #[cfg(feature = "workbook")]
    &workbook::FORMAT,
    &tables_excel::FORMAT,
    &tables_csv::FORMAT,
    &stata::FORMAT,
    &spss::FORMAT,
    &python::FORMAT,
    &ddi::FORMAT,
    &frictionless::FORMAT,
    &csvw::FORMAT,
    &croissant::FORMAT,
    &r::FORMAT,
    &sas::FORMAT,
    &model_json::FORMAT,
    &json_schema::FORMAT,
    #[cfg(feature = "arrow")]
    &arrow::FORMAT,
];
