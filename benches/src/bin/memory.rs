//! The memory that a full delivery takes on its way through a file: rows are made, written and read back in chunks.
//!
//! `cargo run --release --manifest-path benches/Cargo.toml --bin memory [-- ROWS]`
//!
//! Every row that comes back is compared with the one that was made. The peak of the whole process is what Linux keeps of
//! it.

use std::fs::File;
use std::io::BufWriter;
use std::time::{Duration, Instant};
use std::{env, error, fs, io};

use beraad_benches::payments::Payments;
use beraad_benches::results::keep;
use beraad_model::ksz::UnemploymentPayment;
use beraad_model::model;
use beraad_schema::arrow::{FileError, ipc, parquet};

/// 320,000 persons in 48 quarters.
const ROWS: usize = 15_400_000;

/// The rows that are made at a time.
const CHUNK: usize = 50_000;

fn main() -> Result<(), Box<dyn error::Error>> {
    let rows = env::args()
        .nth(1)
        .and_then(|rows| rows.parse().ok())
        .unwrap_or(ROWS);
    let before = peak()?;
    let folder = env::temp_dir();
    let parquet = through(
        rows,
        || {
            let file = folder.join("beraad-memory.parquet");
            let mut writer = parquet::Writer::new(File::create(&file)?, model())?;
            each_chunk(rows, |chunk| writer.write(chunk))?;
            writer.finish()?;
            Ok(file)
        },
        |file| Ok(parquet::Reader::open(file)?),
    )?;
    let after_parquet = peak()?;
    let ipc = through(
        rows,
        || {
            let file = folder.join("beraad-memory.arrow");
            let to = BufWriter::new(File::create(&file)?);
            let mut writer = ipc::Writer::new(to, model())?;
            each_chunk(rows, |chunk| writer.write(chunk))?;
            writer.finish()?;
            Ok(file)
        },
        |file| Ok(ipc::Reader::open(file)?),
    )?;
    let after_ipc = peak()?;
    keep(
        "Memory",
        &format!(
            "{rows} rows of `UnemploymentPayment` made, written and read back in chunks, each compared. The peak is that of \
             the process until then, and {before} MiB of it stood before the first row.\n\n\
             | | file, MiB | written, s | read, s | peak, MiB |\n\
             | --- | ---: | ---: | ---: | ---: |\n\
             {}| {after_parquet} |\n{}| {after_ipc} |",
            parquet.line("Parquet"),
            ipc.line("Arrow"),
        ),
    )?;
    Ok(())
}

/// What it took to write and read a file.
struct Trip {
    bytes: u64,
    written: Duration,
    read: Duration,
}

impl Trip {
    fn line(&self, name: &str) -> String {
        let (written, read) = (self.written.as_secs_f64(), self.read.as_secs_f64());
        format!(
            "| {name} | {} | {written:.1} | {read:.1} ",
            self.bytes >> 20
        )
    }
}

/// Writes a file, reads it back, compares the rows with those that were made, and removes it.
fn through<I>(
    rows: usize,
    write: impl FnOnce() -> Result<std::path::PathBuf, Box<dyn error::Error>>,
    open: impl FnOnce(File) -> Result<I, Box<dyn error::Error>>,
) -> Result<Trip, Box<dyn error::Error>>
where
    I: Iterator<Item = Result<Vec<UnemploymentPayment>, FileError>>,
{
    let start = Instant::now();
    let path = write()?;
    let written = start.elapsed();
    let bytes = fs::metadata(&path)?.len();
    let (start, mut made, mut count) = (Instant::now(), Payments::default(), 0);
    for chunk in open(File::open(&path)?)? {
        for row in chunk? {
            if Some(row) != made.next() {
                return Err(format!("row {count} came back as another").into());
            }
            count += 1;
        }
    }
    let read = start.elapsed();
    fs::remove_file(path)?;
    if count != rows {
        return Err(format!("{rows} rows went in and {count} came out").into());
    }
    Ok(Trip {
        bytes,
        written,
        read,
    })
}

/// Makes rows, a chunk at a time.
fn each_chunk(
    rows: usize,
    mut write: impl FnMut(&[UnemploymentPayment]) -> Result<(), FileError>,
) -> Result<(), FileError> {
    let mut made = Payments::default();
    let mut chunk = Vec::with_capacity(CHUNK);
    let mut left = rows;
    while left > 0 {
        chunk.clear();
        chunk.extend(made.by_ref().take(CHUNK.min(left)));
        left -= chunk.len();
        write(&chunk)?;
    }
    Ok(())
}

/// The most memory that the process held so far, in MiB.
fn peak() -> io::Result<u64> {
    let status = fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.trim().strip_suffix("kB"));
    let kilobytes = kilobytes.and_then(|number| number.trim().parse::<u64>().ok());
    let kilobytes = kilobytes.ok_or_else(|| io::Error::other("the peak is known on Linux only"));
    Ok(kilobytes? >> 10)
}
