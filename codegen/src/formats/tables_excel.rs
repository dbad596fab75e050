//! The tables as CSV for people, which a spreadsheet opens in columns with a double click where the decimal sign is a comma: with
//! semicolons, and a byte order mark that says UTF-8.

use std::borrow::Cow;
use std::io::{self, Write};

use beraad_schema::describe::visible_code;

use crate::artefact::Artefact;
use crate::format::{EmitError, Format, Selection};
use crate::messages::ProgramText;
use crate::tables::{self, Table};

/// The record of the format.
pub(crate) const FORMAT: Format = Format {
    id: "tables_excel",
    writes: &["tables-for-excel/<table>.csv"],
    summary: ProgramText::of("tables-excel"),
    support: tables::SUPPORT,
    write,
};

const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

#[expect(
    clippy::unnecessary_wraps,
    reason = "all formats have this signature, and some can fail"
)]
fn write<'a>(selection: &Selection<'a>) -> Result<Vec<Artefact<'a>>, EmitError> {
    let tables = tables::tables(selection).into_iter();
    let artefact = |table: Table| {
        let path = format!("tables-for-excel/{}.csv", table.record.id);
        Artefact::lazy(path, move |out| write_table(out, &table))
    };
    Ok(tables.map(artefact).collect())
}

fn write_table(out: &mut dyn Write, table: &Table) -> io::Result<()> {
    out.write_all(BYTE_ORDER_MARK)?;
    let mut csv = csv::WriterBuilder::new()
        .delimiter(b';')
        .terminator(csv::Terminator::CRLF)
        .from_writer(out);
    csv.write_record(table.columns.iter().map(|column| &*column.name))?;
    for row in &table.rows {
        let cells = row.iter().map(|cell| visible_code(cell));
        csv.write_record(cells.map(|cell| as_text(&cell).into_owned()))?;
    }
    csv.flush()
}

/// Returns a cell that a spreadsheet does not take for a formula: with an apostrophe before a text that begins like one.
///
/// A number that is written as a code, such as `01`, still loses its zero when a spreadsheet opens the file. The workbook keeps it.
fn as_text(cell: &str) -> Cow<'_, str> {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        Cow::Owned(format!("'{cell}"))
    } else {
        Cow::Borrowed(cell)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_become_texts() {
        for text in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1"] {
            assert_eq!(as_text(text), format!("'{text}"));
        }
        for text in ["", "1", "a=b", "'=1"] {
            assert_eq!(as_text(text), text);
        }
    }
}
