//! A conversion, file by file.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::mpsc::sync_channel;
use std::thread;

use beraad_schema::describe::Block;

use super::encoder::Encoder;
use super::error::ConvertError;
use super::options::ConvertOptions;
use super::receipt::{ConversionReceipt, ConvertedBlock, ConvertedFile, FORMAT};
use super::repair::Repairs;
use super::sink::Sink;
use super::worker::{ConvertingWorker, Message, Shared};
use crate::block_file::FileRead;
use crate::block_files;
use crate::block_plans::BlockPlans;
use crate::delivery::Delivery;
use crate::plan::BlockPlan;
use crate::report::{BlockReport, Report};
use crate::severity::Severity;
use crate::used_options::UsedOptions;
use crate::worker::Worker;

/// A conversion that is under way: it writes one file for each block that has files, in the order of [`paths`](Self::paths).
///
/// A program that puts all files into place at once, such as the command `convert`, uses it instead of [`Delivery::convert`].
pub struct Conversion<'d> {
    delivery: &'d Delivery<'d>,
    options: &'d ConvertOptions,
    fingerprint: String,
    reports: Vec<BlockReport>,
    written: Vec<ConvertedBlock>,
    /// From the first file on.
    plans: Option<BlockPlans<'d>>,
    is_refused: bool,
}

/// The result of a conversion.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Converted {
    /// The report of the check, as [`Delivery::check`] returns it.
    pub report: Report,
    /// The files that were read and written.
    ///
    /// `None` if the conversion is refused: a finding is an error, and is not repaired. Files that were written then are of no use.
    pub receipt: Option<ConversionReceipt>,
}

impl Delivery<'_> {
    /// Converts the files of each block to one typed file in an empty folder, and checks them in the same pass.
    ///
    /// Every file is read once. Rows keep their order, and the memory does not grow with the files but for the keys of their rows. The same
    /// files and options give the same bytes, whatever the number of threads.
    ///
    /// If a finding is an error, the conversion is refused and the folder is left empty, unless
    /// [`ConvertOptions::null_on_error`] asks for a repair.
    ///
    /// ```no_run
    /// # fn model() -> beraad_schema::describe::Model { unimplemented!() }
    /// use beraad_delivery::{ConvertFormat, ConvertOptions, Delivery};
    ///
    /// let model = model();
    /// let delivery = Delivery::open("delivery".as_ref(), &model)?;
    /// std::fs::create_dir("typed")?;
    /// let converted = delivery.convert(&ConvertOptions::new(ConvertFormat::Parquet), "typed".as_ref())?;
    /// match converted.receipt {
    ///     Some(receipt) => {
    ///         for block in receipt.blocks {
    ///             println!("{}: {} rows", block.written.path, block.written.rows);
    ///         }
    ///     }
    ///     None => {
    ///         for finding in converted.report.findings() {
    ///             println!("{finding}");
    ///         }
    ///     }
    /// }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// If a file cannot be read or written, the folder is not empty, or the format cannot represent a column. The folder is then left
    /// empty.
    pub fn convert(
        &self,
        options: &ConvertOptions,
        folder: &Path,
    ) -> Result<Converted, ConvertError> {
        let refused = |source| ConvertError::Folder {
            path: folder.to_owned(),
            source,
        };
        if fs::read_dir(folder).map_err(refused)?.next().is_some() {
            return Err(refused(io::ErrorKind::DirectoryNotEmpty.into()));
        }
        let mut conversion = self.conversion(options);
        let mut created = Vec::new();
        let written = conversion
            .paths()
            .iter()
            .try_for_each(|path| conversion.write_to_file(path, &folder.join(path), &mut created));
        let converted = written.map(|()| conversion.finish());
        if !matches!(&converted, Ok(it) if it.receipt.is_some()) {
            for path in created {
                // What cannot be removed stays, and the next call names the folder.
                let _ = fs::remove_file(path);
            }
        }
        converted
    }

    /// Prepares a conversion. No file is read yet.
    #[must_use]
    pub fn conversion<'d>(&'d self, options: &'d ConvertOptions) -> Conversion<'d> {
        Conversion {
            delivery: self,
            options,
            fingerprint: self.model.fingerprint(),
            reports: Vec::new(),
            written: Vec::new(),
            plans: None,
            is_refused: false,
        }
    }
}

impl<'d> Conversion<'d> {
    /// Returns the paths of the files within the output folder, in the order in which they are written.
    #[must_use]
    pub fn paths(&self) -> Vec<String> {
        let blocks = self.blocks();
        let extension = self.options.to.extension();
        blocks
            .iter()
            .map(|block| format!("{}.{extension}", block.id))
            .collect()
    }

    /// Returns true if an error was found that refuses the conversion. Further files are then checked, and not written.
    #[must_use]
    pub fn is_refused(&self) -> bool {
        self.is_refused
    }

    /// Writes the next file, and calls `progress` with the path of each file that is read for it.
    ///
    /// # Errors
    /// If a file cannot be read or written, or the format cannot represent a column.
    ///
    /// # Panics
    /// If all files were written.
    pub fn write_next(
        &mut self,
        out: &mut dyn Write,
        mut progress: impl FnMut(&str),
    ) -> Result<(), ConvertError> {
        let blocks = self.blocks();
        let block = *blocks
            .get(self.written.len())
            .expect("there is a call for each path");
        let path = format!("{}.{}", block.id, self.options.to.extension());
        let plans = match self.plans.take() {
            Some(plans) => plans,
            None => self
                .delivery
                .plans(&self.options.check, &mut progress)
                .map_err(ConvertError::from)?,
        };
        let position = self.written.len();
        let plan = &plans.plans[position];
        let (mut sink, encoder) = if self.is_refused {
            (None, Encoder::Nothing)
        } else {
            let to = self.options.to;
            let dialect = &self.options.check.dialect;
            let (sink, encoder) = Sink::create(plan, to, dialect, &self.fingerprint, &path, out)?;
            (Some(sink), encoder)
        };
        let group_rows = self.options.to.group_rows();
        let null_on_error = self.options.null_on_error;
        let shared = Shared::new(encoder, plan, group_rows, null_on_error);
        let (to, messages) = sync_channel(self.options.check.threads.get() * 2);
        let (of_block, written) = thread::scope(|scope| {
            let reader = scope.spawn(|| self.read(block, plan, &plans, &shared, to));
            let mut written = Ok(());
            for message in messages {
                written = match (message, &mut sink) {
                    (Message::File(file), _) => {
                        progress(&file);
                        Ok(())
                    }
                    (Message::Group(number, Ok(group)), Some(sink)) => sink.add(number, group),
                    (Message::Group(_, Err(source)), _) => Err(ConvertError::Encode {
                        block: block.id.to_string(),
                        source,
                    }),
                    (Message::Group(..), None) => Ok(()),
                };
                // The receiver is dropped at the end of this loop, and the next group that is sent to it ends the encoding.
                if written.is_err() {
                    break;
                }
            }
            let read = reader.join();
            let read = read.unwrap_or_else(|panic| std::panic::resume_unwind(panic));
            (read, written)
        });
        let of_block = of_block?;
        written?;
        let is_repaired = |finding: &&crate::report::Finding| {
            let column = finding.column.as_deref();
            let column = column.and_then(|name| plan.columns.iter().position(|it| it.name == name));
            of_block.repairs.repaired(finding.check.id, column) >= finding.count
        };
        let mut errors = of_block.report.findings.iter();
        self.is_refused |=
            errors.any(|finding| finding.severity == Severity::Error && !is_repaired(&finding));
        let (mut bytes, mut sha256) = (0, String::new());
        if let Some(sink) = sink
            && !self.is_refused
        {
            let written = sink.finish()?;
            (bytes, sha256) = (written.bytes, written.sha256);
        }
        let report = of_block.report;
        // A record that could not be read is left out, and is not among the rows that were read.
        let unread = of_block.repairs.unread();
        let rows_left_out = of_block.repairs.rows_left_out;
        self.written.push(ConvertedBlock {
            block: block.id.to_string(),
            sources: report.files.clone(),
            written: ConvertedFile {
                path,
                bytes,
                sha256,
                rows: report.rows + unread - rows_left_out,
            },
            rows_left_out,
            repairs: of_block.repairs.into_changes(plan),
        });
        self.reports.push(report);
        self.plans = Some(plans);
        Ok(())
    }

    /// Returns the result, after all files were written.
    #[must_use]
    pub fn finish(self) -> Converted {
        let options = &self.options.check;
        let not_computed = self.plans.map(|plans| plans.constraints.not_computed);
        let not_computed = not_computed.unwrap_or_default();
        let report = self.delivery.report(self.reports, not_computed, options);
        let receipt = (!self.is_refused).then(|| ConversionReceipt {
            format: FORMAT,
            deliberation: report.deliberation.clone(),
            model_version: report.model_version.clone(),
            fingerprint: self.fingerprint,
            program_version: report.program_version,
            to: self.options.to,
            null_on_error: self.options.null_on_error,
            options: UsedOptions::new(options),
            blocks: self.written,
            blocks_without_file: report.blocks_without_file.clone(),
        });
        Converted { report, receipt }
    }

    fn blocks(&self) -> Vec<&'d Block> {
        let delivery = self.delivery;
        let blocks = delivery.wanted(&self.options.check);
        blocks
            .filter(|block| delivery.files.contains_key(&*block.id))
            .collect()
    }

    fn write_to_file(
        &mut self,
        path: &str,
        to: &Path,
        created: &mut Vec<PathBuf>,
    ) -> Result<(), ConvertError> {
        let refused = |source| ConvertError::Write {
            path: path.to_owned(),
            source,
        };
        let mut file = BufWriter::new(File::create_new(to).map_err(refused)?);
        created.push(to.to_owned());
        self.write_next(&mut file, |_| {})?;
        file.flush().map_err(refused)
    }

    /// Reads the files of a block, in a thread of its own.
    fn read<'p>(
        &self,
        block: &Block,
        plan: &'p BlockPlan<'p>,
        plans: &'p BlockPlans<'p>,
        shared: &Shared<'p>,
        to: std::sync::mpsc::SyncSender<Message>,
    ) -> Result<BlockRead, ConvertError> {
        let options = &self.options.check;
        let constraints = plans.constraints_of(&block.id);
        let mut workers: Vec<_> = (0..options.threads.get())
            .map(|_| {
                let checks = Worker::new(plan, constraints, options.show_values);
                ConvertingWorker::new(plan, checks, shared, to.clone())
            })
            .collect();
        let files = &self.delivery.files[&*block.id];
        let reads: Vec<FileRead> = block_files::read(files, plan, options, &mut workers, |file| {
            // An error ends the thread that writes, and not the check.
            let _ = to.send(Message::File(file.to_owned()));
        })?;
        shared.finish(&to);
        let (mut checks, mut repairs) = (Vec::new(), Repairs::default());
        for worker in workers {
            checks.push(worker.checks);
            repairs.merge(worker.repairs);
        }
        // The other thread writes what is left, and ends the file.
        drop(to);
        let (tally, rows) = Worker::finish(plan, checks, options);
        Ok(BlockRead {
            report: BlockReport::new(plan, reads, rows, tally, &plans.constraints),
            repairs,
        })
    }
}

/// The result of reading the files of a block.
struct BlockRead {
    report: BlockReport,
    repairs: Repairs,
}

impl std::fmt::Debug for Conversion<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Conversion")
            .field("options", self.options)
            .field("written", &self.written.len())
            .finish_non_exhaustive()
    }
}
