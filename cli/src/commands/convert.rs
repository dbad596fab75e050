//! `convert`: writes the files of a delivery as typed files.

use std::cell::{Cell, RefCell};
use std::io;
use std::path::PathBuf;

use beraad_codegen::Artefact;
use beraad_delivery::{
    ConversionReceipt, ConvertError, ConvertFormat, ConvertOptions, Converted, Delivery, Severity,
};
use clap::{Args, ValueEnum};

use crate::check_text::print_report;
use crate::command::{Answer, Command, Context};
use crate::error::Error;
use crate::examples::{Example, ModelNames};
use crate::folder::write_silently;
use crate::option_names::{name_options, with_options};
use crate::output::Output;
use crate::outside::require_outside;
use crate::row_options::{RowOptions, invalid};
use beraad_schema::describe::{counted, grouped};

/// Convert a delivery to typed files, one for each block
///
/// The rows keep their order, and have the types of the model: dates, decimals, codes as dictionaries. All checks of `check` are made in
/// the same pass. If a finding is an error, nothing is written, and the report is printed as `check` prints it.
///
/// The folder also has `receipt.json`: the files that were read and written with their SHA-256, the options and the versions. The same files
/// and options give the same bytes.
#[derive(Debug, Args)]
pub(crate) struct Convert {
    /// Folder with `<block>.csv` (also `.csv.gz` and `.csv.zst`), `<block>.parquet` or `<block>.arrow`, or with a folder of such files for a block, also in folders such as `year=2010`
    #[arg(value_name = "DIR")]
    delivery: PathBuf,
    /// Format of the files
    #[arg(long, value_enum, value_name = "FORMAT")]
    to: To,
    /// Folder for the files; its parent must exist. A folder that an earlier call wrote is replaced as a whole
    #[arg(long, value_name = "FOLDER")]
    out: PathBuf,
    /// Write null for a value with an error, and leave out a row that needs the value
    #[arg(long)]
    null_on_error: bool,
    #[command(flatten)]
    rows: RowOptions,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum To {
    /// Parquet, compressed with Zstandard
    Parquet,
    /// Arrow IPC files, also known as Feather version 2
    Arrow,
    /// CSV files as this program reads them without options, but for `--item-separator` in columns of several values
    Csv,
}

/// The file about the conversion.
const RECEIPT: &str = "receipt.json";

impl Command for Convert {
    const NAME: &'static str = "convert";

    fn examples(_: &ModelNames) -> Vec<Example> {
        vec![
            Example::new(
                "convert delivery --to parquet --out typed",
                "write a Parquet file for each block",
            ),
            Example::new(
                "convert delivery --separator ';' --decimal-comma --to arrow --out typed",
                "convert files as a Belgian Excel writes them",
            ),
            Example::new(
                "convert delivery --to parquet --out typed --null-on-error",
                "also if values have errors: they become null, and are counted",
            ),
        ]
    }

    fn run(&self, context: &Context<'_>, output: &mut Output<'_>) -> Result<Answer, Error> {
        let options = ConvertOptions::new(match self.to {
            To::Parquet => ConvertFormat::Parquet,
            To::Arrow => ConvertFormat::Arrow,
            To::Csv => ConvertFormat::Csv,
        });
        let mut options = options.check(self.rows.options(context)?);
        if self.null_on_error {
            options = options.null_on_error();
        }
        require_outside(&self.out, &self.delivery)?;
        let delivery =
            Delivery::open(&self.delivery, context.model).map_err(|error| invalid(&error))?;
        self.rows.require_files(&[&delivery])?;
        let (result, mut converted) = self.write(&delivery, &options, output);
        if let Some(Ok(converted)) = &mut converted {
            name_options(&mut converted.report);
        }
        match converted {
            Some(Err(error)) => Err(self.error(error)),
            Some(Ok(converted)) => {
                print_report(&converted.report, context.model, output);
                output.paragraph_break();
                let Some(receipt) = &converted.receipt else {
                    return Ok(self.refused(&converted));
                };
                print_receipt(receipt, &result?, output);
                Ok(Answer::Done)
            }
            // The folder cannot be written.
            None => result.map(|_| Answer::Done),
        }
    }
}

impl Convert {
    /// Writes all files to the folder, or none if the conversion fails or is refused.
    ///
    /// The result is the start of a sentence about the folder, and that of the conversion, if it came to its end or failed.
    fn write(
        &self,
        delivery: &Delivery<'_>,
        options: &ConvertOptions,
        output: &mut Output<'_>,
    ) -> (
        Result<String, Error>,
        Option<Result<Converted, ConvertError>>,
    ) {
        let conversion = delivery.conversion(options);
        let paths = conversion.paths();
        // The files are written one after the other, and each is produced when it is written.
        let conversion = RefCell::new(Some(conversion));
        let ended = Cell::new(None);
        let output = RefCell::new(output);
        let stop = || io::Error::other("the conversion did not come to its end");
        let mut artefacts: Vec<_> = paths
            .into_iter()
            .map(|path| {
                let (conversion, ended, output) = (&conversion, &ended, &output);
                Artefact::lazy(path, move |out| {
                    let mut conversion = conversion.borrow_mut();
                    let conversion = conversion.as_mut().ok_or_else(stop)?;
                    let progress = |file: &str| {
                        let mut output = output.borrow_mut();
                        output.progress(format_args!("converting {file}"));
                    };
                    conversion.write_next(out, progress).map_err(|error| {
                        ended.set(Some(Err(error)));
                        stop()
                    })
                })
            })
            .collect();
        let (of_receipt, ended_by_receipt) = (&conversion, &ended);
        artefacts.push(Artefact::lazy(RECEIPT, move |out| {
            let conversion = of_receipt.borrow_mut().take().ok_or_else(stop)?;
            let converted = conversion.finish();
            let json = converted.receipt.as_ref().map(serde_json::to_string_pretty);
            ended_by_receipt.set(Some(Ok(converted)));
            match json {
                Some(json) => out.write_all((json? + "\n").as_bytes()),
                // Refused: an error here leaves the folder as it was.
                None => Err(stop()),
            }
        }));
        let written = write_silently(&self.out, "a converted delivery", artefacts);
        let written = written.map(|(written, _)| written);
        (written, ended.take())
    }

    fn error(&self, error: ConvertError) -> Error {
        match error {
            ConvertError::Delivery(error) => invalid(&error),
            ConvertError::Write { source, .. } => {
                Error::Folder(beraad_codegen::OutputError::System {
                    action: "write",
                    path: self.out.clone(),
                    source,
                })
            }
            error => Error::Input(vec![with_options(&error.to_string())]),
        }
    }

    fn refused(&self, converted: &Converted) -> Answer {
        let findings = converted.report.findings();
        let errors = findings.filter(|finding| finding.severity == Severity::Error);
        let errors = counted(errors.count() as u64, "error");
        let mut findings = converted.report.findings();
        if findings.any(|finding| finding.check.id == "unreadable-file") {
            return Answer::Incomplete(format!(
                "{errors}, of which some are files that cannot be read: nothing was written"
            ));
        }
        Answer::No(if self.null_on_error {
            format!("{errors}, of which some are not about one value or row: nothing was written")
        } else {
            format!("{errors}: nothing was written")
        })
    }
}

fn print_receipt(receipt: &ConversionReceipt, written: &str, output: &mut Output<'_>) {
    output.sentence(0, &format!("{written}."));
    let rows = receipt.blocks.iter().map(|block| {
        [
            block.written.path.clone(),
            counted(block.written.rows, "row"),
            format!("{} kB", grouped(block.written.bytes.div_ceil(1000))),
        ]
    });
    output.table(2, &rows.collect::<Vec<_>>());
    for block in &receipt.blocks {
        if block.repairs.is_empty() {
            continue;
        }
        output.paragraph_break();
        let left_out = counted(block.rows_left_out, "row");
        output.sentence(
            0,
            &format!("Repaired in {}, {left_out} left out:", block.block),
        );
        let repairs = block.repairs.iter().map(|repair| {
            [
                repair.check.to_owned(),
                repair.column.clone().unwrap_or_default(),
                format!("{} written as null", counted(repair.values, "value")),
                format!("{} left out", counted(repair.rows, "row")),
            ]
        });
        output.table(2, &repairs.collect::<Vec<_>>());
    }
    if receipt.blocks.iter().any(|block| block.rows_left_out > 0) {
        output.paragraph_break();
        output.sentence(
            0,
            "Other files may have rows that refer to those left out: check the result.",
        );
    }
}
