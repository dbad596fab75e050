//! Reads the CSV file of a provider, checks its rows, and writes them to a Parquet file. From the root of the repository:
//!
//! ```text
//! cargo run -p importer -- examples/importer/payments.csv payments.parquet     # a file with errors
//! cargo run -p importer -- examples/importer/corrected.csv payments.parquet
//! ```
//!
//! The file is as a provider may save it in Windows: `;` between the fields, decimal commas, `201603` and `2016Q1`, `J` and `N`,
//! names of its own, in Windows-1252. The program reports all errors of all rows, each with its line, its field and its column.
//! If there is one, it writes no Parquet file and its exit status is 1. No message has a value of a row, so the report can be sent
//! to the provider by mail. The rows are invented.

use std::{env, error::Error, process::ExitCode};

use beraad_model::{ksz::UnemploymentPayment, model};
use beraad_schema::csv::{Dialect, ReadCsv, encoding_rs::WINDOWS_1252};
use beraad_schema::{Block, arrow::parquet};

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [input, output] = &arguments[..] else {
        eprintln!("usage: importer FILE.csv FILE.parquet");
        return ExitCode::FAILURE;
    };
    if let Err(error) = import::<UnemploymentPayment>(input, output) {
        eprintln!("{error}\nno file was written");
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}

/// The way in which this provider writes its files. Nothing is guessed: what is not stated here is an error.
fn dialect() -> Result<Dialect, Box<dyn Error>> {
    Ok(Dialect::new()
        .separator(b';')
        .encoding(WINDOWS_1252)
        .decimal_comma()
        .flags("J", "N")
        .notation("yyyyMM".parse()?)
        .notation("yyyy'Q'Q".parse()?)
        // A name of the file, and the column of the block. A file need not have the columns that may be null.
        .rename("volgnr", "person")
        .rename("kwartaal", "quarter")
        .rename("tussenkomst", "intervention_beneficiary")
        .rename("arbeidsduur", "activation_working_time_pct")
        .rename("begin", "activation_start_month")
        .rename("beëindiging", "activation_end_month")
        .rename("categorie", "compensation_category")
        .ignore("opmerking"))
}

/// Imports a file of any block.
fn import<R: Block>(input: &str, output: &str) -> Result<(), Box<dyn Error>> {
    // All errors of the header or of the rows at once.
    let rows = R::read_csv(input, model(), &dialect()?)?;
    // The file has the description of each column in its metadata. For more rows than fit into memory, `parquet::Writer` takes some
    // thousand rows at a time.
    parquet::write_file(output, model(), &rows)?;
    println!("{} rows", rows.len());
    Ok(())
}
