//! Checks in processes of their own, each of which measures its time and its peak memory, without its start.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs::{self, File};
use std::hint::black_box;
use std::io::{self, Read};
use std::num::NonZeroUsize;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use beraad_delivery::{ConvertFormat, ConvertOptions, Delivery, Options};
use beraad_model::model;
use beraad_schema::arrow::BatchColumns;
use beraad_schema::arrow::parquet::BatchReader;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::Result;

/// The checks that all contenders make.
const COMPARED: [&str; 11] = [
    "missing-value",
    "invalid-value",
    "outside-bounds",
    "too-many-decimals",
    "outside-window",
    "unlisted-code",
    "missing-mark",
    "code-without-meaning",
    "rule-violated",
    "duplicate-key",
    "duplicate-row",
];

/// The result of one process, which prints it as a line of JSON.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Run {
    /// The number of each finding, by `block.check.column`.
    pub findings: BTreeMap<String, u64>,
    /// The time without the start of the process.
    pub seconds: f64,
    /// The time of all processors.
    pub processor_seconds: f64,
    /// The peak memory.
    pub peak_kib: u64,
}

impl Run {
    /// Starts a program, and reads its result.
    ///
    /// # Errors
    /// Returns an error if the program fails.
    pub fn of(program: &OsStr, arguments: &[&OsStr]) -> Result<Self> {
        let mut command = Command::new(program);
        command.args(arguments).stderr(Stdio::inherit());
        let output = command.output()?;
        if !output.status.success() {
            return Err(format!("{} failed", program.display()).into());
        }
        Ok(serde_json::from_slice(&output.stdout)?)
    }

    /// Returns the number of all findings.
    #[must_use]
    pub fn count(&self) -> u64 {
        self.findings.values().sum()
    }
}

/// Checks a delivery in this process, and prints the result.
///
/// # Errors
/// Returns an error if the delivery cannot be read.
pub fn check(folder: &Path, threads: NonZeroUsize) -> Result<()> {
    let model = model();
    let start = Instant::now();
    let before = processor_seconds()?;
    let report = Delivery::open(folder, model)?.check(&Options::new().threads(threads))?;
    let found = report.findings();
    let findings = found.filter(|finding| COMPARED.contains(&finding.check.id));
    let findings = findings.map(|finding| {
        let column = finding.column.as_deref().unwrap_or_default();
        let name = format!("{}.{}.{column}", finding.block, finding.check.id);
        (name, finding.count)
    });
    print(start, before, findings.collect())
}

/// Checks a delivery in this process, and converts it to Parquet files in an empty folder. Prints the result.
///
/// # Errors
/// Returns an error if the delivery cannot be read, or has an error.
pub fn convert(folder: &Path, threads: NonZeroUsize, out: &Path) -> Result<()> {
    let model = model();
    let start = Instant::now();
    let before = processor_seconds()?;
    let options = ConvertOptions::new(ConvertFormat::Parquet);
    let options = options.check(Options::new().threads(threads));
    let converted = Delivery::open(folder, model)?.convert(&options, out)?;
    if converted.receipt.is_none() {
        return Err("the delivery has an error".into());
    }
    print(start, before, BTreeMap::new())
}

/// Reads all Parquet columns in this process, as `Delivery::check` does, and hashes the files, but checks nothing. Prints the
/// result.
///
/// # Errors
/// Returns an error if the delivery cannot be read.
pub fn scan(folder: &Path) -> Result<()> {
    let model = model();
    let start = Instant::now();
    let before = processor_seconds()?;
    for block in &model.blocks {
        let path = folder.join(format!("{}.parquet", block.id));
        if !path.exists() {
            continue;
        }
        black_box(hash(&path)?);
        let columns = BatchColumns::of_block(model, block);
        for batch in BatchReader::try_new(File::open(&path)?)? {
            let batch = batch?;
            for column in 0..block.columns().len() {
                black_box(
                    columns
                        .read(&batch, column)
                        .map_err(|kind| kind.to_string())?,
                );
            }
        }
    }
    print(start, before, BTreeMap::new())
}

fn hash(path: &Path) -> io::Result<[u8; 32]> {
    let (mut file, mut hash) = (File::open(path)?, Sha256::new());
    let mut buffer = vec![0; 1 << 16];
    loop {
        let read = file.read(&mut buffer)?;
        if read == 0 {
            return Ok(hash.finalize().into());
        }
        hash.update(&buffer[..read]);
    }
}

fn print(start: Instant, before: f64, findings: BTreeMap<String, u64>) -> Result<()> {
    let run = Run {
        findings,
        seconds: start.elapsed().as_secs_f64(),
        processor_seconds: processor_seconds()? - before,
        peak_kib: peak_kib()?,
    };
    println!("{}", serde_json::to_string(&run)?);
    Ok(())
}

/// The time that all threads of this process have used so far, in steps of 10 ms.
fn processor_seconds() -> Result<f64> {
    let stat = fs::read_to_string("/proc/self/stat")?;
    let fields = stat.rsplit_once(')').map_or("", |(_, fields)| fields);
    let ticks: Vec<f64> = fields
        .split_whitespace()
        .skip(11)
        .take(2)
        .map(str::parse)
        .collect::<std::result::Result<_, _>>()?;
    Ok(ticks.iter().sum::<f64>() / 100.0)
}

/// The peak memory use of this process so far.
fn peak_kib() -> Result<u64> {
    let status = fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let number = line.and_then(|line| line.trim().strip_suffix("kB"));
    Ok(number
        .ok_or("the peak memory is known on Linux only")?
        .trim()
        .parse()?)
}
