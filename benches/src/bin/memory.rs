//! Memory use of a full delivery: the program generates rows, writes them to a file and reads them back, all in chunks.
//!
//! `cargo run --release --manifest-path benches/Cargo.toml --bin memory [-- ROWS]`
//!
//! It compares every row that it reads with the row that it generated. The peak is the one that Linux records for the whole
//! process.

use std::fs::File;
use std::io::BufWriter;
use std::time::{Duration, Instant};
use std::{env, error, fs, io};

use beraad_benches::payments::Payments;
use beraad_benches::results::keep;
use beraad_model::ksz::UnemploymentPayment;
use beraad_model::model;
use beraad_schema::arrow::{FileError, ipc, parquet};

/// The rows of 320,000 persons in 48 quarters.
const ROWS: usize = 15_400_000;

/// The number of rows that are generated and written at a time.
const CHUNK_ROWS: usize = 50_000;

fn main() -> Result<(), Box<dyn error::Error>> {
    let rows = env::args()
        .nth(1)
        .and_then(|rows| rows.parse().ok())
        .unwrap_or(ROWS);
    let before = peak()?;
    let folder = env::temp_dir();
    let parquet = round_trip(
        rows,
        || {
            let file = folder.join("beraad-memory.parquet");
            let mut writer = parquet::Writer::try_new(File::create(&file)?, model())?;
            each_chunk(rows, |chunk| writer.write(chunk))?;
            writer.finish()?;
            Ok(file)
        },
        |file| Ok(parquet::Reader::try_new(file)?.chunks()),
    )?;
    let after_parquet = peak()?;
    let ipc = round_trip(
        rows,
        || {
            let file = folder.join("beraad-memory.arrow");
            let to = BufWriter::new(File::create(&file)?);
            let mut writer = ipc::Writer::try_new(to, model())?;
            each_chunk(rows, |chunk| writer.write(chunk))?;
            writer.finish()?;
            Ok(file)
        },
        |file| Ok(ipc::Reader::try_new(file)?.chunks()),
    )?;
    let after_ipc = peak()?;
    keep(
        "Memory",
        &format!(
            "{rows} rows of `UnemploymentPayment`, generated, written and read back in chunks; every row is compared. The peak is \
             that of the process so far; {before} MiB of it were in use before the first row.\n\n\
             | | file, MiB | written, s | read, s | peak, MiB |\n\
             | --- | ---: | ---: | ---: | ---: |\n\
             {}| {after_parquet} |\n{}| {after_ipc} |",
            parquet.line("Parquet"),
            ipc.line("Arrow"),
        ),
    )?;
    Ok(())
}

/// The size of a file, and the time that writing and reading it took.
struct RoundTrip {
    bytes: u64,
    written: Duration,
    read: Duration,
}

impl RoundTrip {
    fn line(&self, name: &str) -> String {
        let (written, read) = (self.written.as_secs_f64(), self.read.as_secs_f64());
        format!(
            "| {name} | {} | {written:.1} | {read:.1} ",
            self.bytes >> 20
        )
    }
}

/// Writes a file, reads it back, compares its rows with the generated ones, and removes it.
fn round_trip<I>(
    rows: usize,
    write: impl FnOnce() -> Result<std::path::PathBuf, Box<dyn error::Error>>,
    open: impl FnOnce(File) -> Result<I, Box<dyn error::Error>>,
) -> Result<RoundTrip, Box<dyn error::Error>>
where
    I: Iterator<Item = Result<Vec<UnemploymentPayment>, FileError>>,
{
    let start = Instant::now();
    let path = write()?;
    let written = start.elapsed();
    let bytes = fs::metadata(&path)?.len();
    let (start, mut generated, mut count) = (Instant::now(), Payments::default(), 0);
    for chunk in open(File::open(&path)?)? {
        for row in chunk? {
            if Some(row) != generated.next() {
                return Err(format!("row {count} differs from the generated row").into());
            }
            count += 1;
        }
    }
    let read = start.elapsed();
    fs::remove_file(path)?;
    if count != rows {
        return Err(format!("{rows} rows were written, but {count} were read").into());
    }
    Ok(RoundTrip {
        bytes,
        written,
        read,
    })
}

/// Generates rows and passes them to `write` in chunks.
fn each_chunk(
    rows: usize,
    mut write: impl FnMut(&[UnemploymentPayment]) -> Result<(), FileError>,
) -> Result<(), FileError> {
    let mut generated = Payments::default();
    let mut chunk = Vec::with_capacity(CHUNK_ROWS);
    let mut left = rows;
    while left > 0 {
        chunk.clear();
        chunk.extend(generated.by_ref().take(CHUNK_ROWS.min(left)));
        left -= chunk.len();
        write(&chunk)?;
    }
    Ok(())
}

/// The peak memory use of the process so far, in MiB.
fn peak() -> io::Result<u64> {
    let status = fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.trim().strip_suffix("kB"));
    let kilobytes = kilobytes.and_then(|number| number.trim().parse::<u64>().ok());
    let kilobytes =
        kilobytes.ok_or_else(|| io::Error::other("the peak memory use is available on Linux only"));
    Ok(kilobytes? >> 10)
}
