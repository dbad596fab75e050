//! A Stata script for each block, which reads the CSV file of the block and labels it, and a dataset without rows in which all
//! labels are already.
//!
//! Both are written from the same list of [`variables`](variables::Variables): so they cannot differ.

mod text;
mod variables;
mod dialect;
mod dta;
mod script;

use self::variables::Variables;
use crate::artefact::Artefact;
use crate::format::{EmitError, Format, Selection};
use crate::messages::ProgramText;
use crate::packages::{SCRIPT_SUPPORT, files};

/// The record of the format.
pub(crate) const FORMAT: Format = Format {
    id: "stata",
    writes: &[
        "stata/<language>/<block>.do",
        "stata/<language>/<block>.dta",
    ],
    summary: ProgramText::of("stata"),
    support: SCRIPT_SUPPORT,
    write,
};

#[expect(
    clippy::unnecessary_wraps,
    reason = "all formats have this signature, and some can fail"
)]
fn write<'a>(selection: &Selection<'a>) -> Result<Vec<Artefact<'a>>, EmitError> {
    Ok(files(
        selection,
        "stata",
        &[
            (".do", |selection, block, language| {
                let variables = Variables::of(selection, block, language);
                script::text(selection, &variables).into_bytes()
            }),
            (".dta", |selection, block, language| {
                dta::bytes(&Variables::of(selection, block, language))
            }),
        ],
    ))
}
