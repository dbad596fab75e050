//! The tables as CSV for programs: RFC 4180 with commas, UTF-8, and the texts of the model as they are.

use std::io::{self, Write};

use crate::artefact::Artefact;
use crate::format::{EmitError, Format, Selection};
use crate::messages::ProgramText;
use crate::tables::{self, Table};

/// The record of the format.
pub(crate) const FORMAT: Format = Format {
    id: "tables_csv",
    writes: &["tables/<table>.csv"],
    summary: ProgramText::of("tables-csv"),
    support: tables::SUPPORT,
    write,
};

#[expect(
    clippy::unnecessary_wraps,
    reason = "all formats have this signature, and some can fail"
)]
fn write<'a>(selection: &Selection<'a>) -> Result<Vec<Artefact<'a>>, EmitError> {
    let tables = tables::tables(selection).into_iter();
    let artefact = |table: Table| {
        let path = format!("tables/{}.csv", table.record.id);
        Artefact::lazy(path, move |out| write_table(out, &table))
    };
    Ok(tables.map(artefact).collect())
}

fn write_table(out: &mut dyn Write, table: &Table) -> io::Result<()> {
    let mut csv = csv::Writer::from_writer(out);
    csv.write_record(table.columns.iter().map(|column| &*column.name))?;
    for row in &table.rows {
        csv.write_record(row)?;
    }
    csv.flush()
}
