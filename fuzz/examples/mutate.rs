//! Changes files and texts, and reads each of them: with limits of memory and time, and without the fuzzer.
//!
//! `ulimit -v 4000000`
//! `cargo run --release --manifest-path fuzz/Cargo.toml --no-default-features --example mutate -- FORMAT COUNT [SEED [FOLDER]]`
//!
//! - FORMAT is `parquet` or `arrow`, whose headers are changed, or `csv` or `json`; `check-parquet` and `check-csv` check such files
//!   as deliveries.
//! - COUNT is the number of inputs. That with number `n` is made from the random seed SEED + `n`, so that each can be made again; SEED is
//!   0 if it is not given. Two runs have other inputs only if their seeds are at least COUNT apart.
//! - FOLDER has files of other programs, each after a byte with the number of its block. Without it, the inputs are made from
//!   files that this library and arrow-rs write.
//!
//! A panic, an invalid row and an invalid message are findings, and so is an input that takes more than [`MAX_BYTES`] or [`MAX_TIME`]. The
//! allocator counts the memory that is asked for; under `ulimit -v` the program also ends if it is only reserved. Findings are in
//! `fuzz/artifacts/mutate`. A file that is read as other rows than before its change is kept there too, so that another program
//! can be asked what it reads.
#![expect(unsafe_code, reason = "an allocator cannot be implemented without it")]

use std::alloc::{GlobalAlloc, Layout, System};
use std::any::Any;
use std::collections::BTreeMap;
use std::fmt::Debug;
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use beraad_fuzz::seeds::{DynResult, Seed, seeds};
use beraad_fuzz::texts::Text;
use beraad_fuzz::{deliveries, structure, with_block};
use beraad_schema::Block;
use beraad_schema::arrow::{FileError, ipc, parquet};
use bytes::Bytes;
use cpu_time::ThreadTime;

/// Counts the bytes that are in use, and their peak.
struct Counting;

static IN_USE: AtomicUsize = AtomicUsize::new(0);
static PEAK: AtomicUsize = AtomicUsize::new(0);

// SAFETY: every call is passed to the allocator of the system as it is.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let in_use = IN_USE.fetch_add(layout.size(), Ordering::Relaxed) + layout.size();
        PEAK.fetch_max(in_use, Ordering::Relaxed);
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        IN_USE.fetch_sub(layout.size(), Ordering::Relaxed);
        unsafe { System.dealloc(pointer, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// The memory that a file of some kilobytes may take, in bytes: a page of 128 MiB and its copies.
const MAX_BYTES: usize = 512 << 20;

/// The time that a file of some kilobytes may take.
const MAX_TIME: Duration = Duration::from_secs(1);

/// The number of rows that are read of a file: a few bytes may stand for millions of equal rows.
const MAX_ROWS: usize = 200_000;

/// The number of files with other rows that are kept.
const MAX_KEPT: usize = 1_000;

/// The valid rows of an input, as text, or the message of its error.
type Outcome = Result<String, String>;

/// A kind of inputs.
struct Format {
    seeds: fn() -> DynResult<Vec<Seed>>,
    /// Changes an input without the byte that chooses the block; returns false if it cannot.
    change: fn(&mut Vec<u8>, u64) -> bool,
    read: fn(&[u8]) -> Outcome,
}

impl Format {
    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "parquet" => Self {
                seeds: || seeds(structure::Format::Parquet),
                change: |file, seed| structure::Format::Parquet.change_headers(file, seed),
                read: |input| with_block!(input[0], read_parquet(&input[1..])),
            },
            "arrow" => Self {
                seeds: || seeds(structure::Format::Arrow),
                change: |file, seed| structure::Format::Arrow.change_headers(file, seed),
                read: |input| with_block!(input[0], read_arrow(&input[1..])),
            },
            "csv" => Self {
                seeds: || Ok(Text::Csv.seeds()),
                change: |text, seed| {
                    Text::Csv.change(text, seed);
                    true
                },
                read: |input| Text::Csv.read(input),
            },
            "json" => Self {
                seeds: || Ok(Text::Json.seeds()),
                change: |text, seed| {
                    Text::Json.change(text, seed);
                    true
                },
                read: |input| Text::Json.read(input),
            },
            "check-csv" => Self {
                seeds: || Ok(Text::Csv.seeds()),
                change: |text, seed| {
                    Text::Csv.change(text, seed);
                    true
                },
                read: Text::check,
            },
            "check-parquet" => Self {
                seeds: || seeds(structure::Format::Parquet),
                change: |file, seed| structure::Format::Parquet.change_headers(file, seed),
                read: |input| deliveries::check_batches(input, "parquet"),
            },
            _ => return None,
        })
    }
}

fn main() -> DynResult<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let usage = "write the format (`parquet`, `arrow`, `csv`, `json`, `check-parquet` or `check-csv`), the number of inputs, and perhaps a seed and a folder";
    let [name, count, rest @ ..] = &*arguments else {
        return Err(usage.into());
    };
    let format = Format::named(name).ok_or(usage)?;
    let count: u64 = count.parse()?;
    let first: u64 = rest.first().map_or(Ok(0), |seed| seed.parse())?;
    let seeds = match rest.get(1) {
        Some(folder) => seeds_in(Path::new(folder))?,
        None => (format.seeds)()?,
    };
    let kept = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("artifacts/mutate")
        .join(name);
    std::fs::create_dir_all(&kept)?;
    let mut run = Run::new(format, seeds, kept);
    let started = Instant::now();
    for seed in first..first + count {
        run.read_changed(seed)?;
    }
    run.report.print(started.elapsed());
    match run.report.findings() {
        0 => Ok(()),
        count => Err(format!("{count} findings in {}", run.kept.display()).into()),
    }
}

fn seeds_in(folder: &Path) -> DynResult<Vec<Seed>> {
    let mut seeds = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        seeds.push(Seed {
            name: entry.file_name().to_string_lossy().into_owned(),
            input: std::fs::read(entry.path())?,
        });
    }
    seeds.retain(|seed| !seed.input.is_empty());
    seeds.sort_by(|left, right| left.name.cmp(&right.name));
    Ok(seeds)
}

/// A run over many changed inputs.
struct Run {
    format: Format,
    seeds: Vec<Seed>,
    /// The outcomes of the unchanged seeds.
    expected: Vec<Outcome>,
    kept: PathBuf,
    report: Report,
}

impl Run {
    fn new(format: Format, seeds: Vec<Seed>, kept: PathBuf) -> Self {
        let expected = seeds.iter().map(|seed| (format.read)(&seed.input));
        Self {
            expected: expected.collect(),
            format,
            seeds,
            kept,
            report: Report::default(),
        }
    }

    /// Changes an input, reads it, and notes what happens.
    fn read_changed(&mut self, seed: u64) -> DynResult<()> {
        let index = usize::try_from(seed)? % self.seeds.len().max(1);
        let original = self.seeds.get(index).ok_or("a folder without files")?;
        let mut file = original.input[1..].to_vec();
        if !(self.format.change)(&mut file, seed) || file == original.input[1..] {
            self.report.unchanged += 1;
            return Ok(());
        }
        let input = [&original.input[..1], &file].concat();
        let before = IN_USE.load(Ordering::Relaxed);
        PEAK.store(before, Ordering::Relaxed);
        let begun = ThreadTime::now();
        let outcome = catch_unwind(AssertUnwindSafe(|| (self.format.read)(&input)));
        let (mut time, bytes) = (begun.elapsed(), PEAK.load(Ordering::Relaxed) - before);
        if time > MAX_TIME {
            // Perhaps the machine was busy with other programs: an input is slow if it is slow twice.
            let begun = ThreadTime::now();
            let _ = catch_unwind(AssertUnwindSafe(|| (self.format.read)(&input)));
            time = time.min(begun.elapsed());
        }
        if let Err(panic) = &outcome {
            eprintln!("panic at seed {seed}: {}", message_of(&**panic));
        }
        for finding in self
            .report
            .note(outcome, &self.expected[index], time, bytes)
        {
            let name = format!("{finding}-{seed}-{}", original.name);
            std::fs::write(self.kept.join(name), &input)?;
        }
        Ok(())
    }
}

fn message_of(panic: &(dyn Any + Send)) -> &str {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| panic.downcast_ref::<&str>().copied())
        .unwrap_or_default()
}

fn read_parquet<R: Block + Debug>(file: &[u8]) -> Outcome {
    let reader = parquet::Reader::<R, _>::try_new(Bytes::copy_from_slice(file));
    outcome(reader.map(parquet::Reader::chunks))
}

fn read_arrow<R: Block + Debug>(file: &[u8]) -> Outcome {
    let reader = ipc::Reader::<R, _>::try_new(Cursor::new(file));
    outcome(reader.map(ipc::Reader::chunks))
}

fn outcome<R: Block + Debug>(
    chunks: Result<impl Iterator<Item = Result<Vec<R>, FileError>>, FileError>,
) -> Outcome {
    let mut text = String::new();
    let mut count = 0;
    for rows in chunks.map_err(|error| error.to_string())? {
        let rows = rows.map_err(|error| error.to_string())?;
        count += rows.len();
        // The first rows as text; of the others the number decides.
        for row in rows.iter().take(100) {
            text.push_str(&serde_json::to_string(row).expect("a row as JSON"));
            text.push('\n');
        }
        if count > MAX_ROWS {
            break;
        }
    }
    Ok(format!("{count} rows\n{text}"))
}

/// The counts of a run.
#[derive(Default)]
struct Report {
    unchanged: usize,
    refused: usize,
    same: usize,
    other: usize,
    panics: usize,
    memory: usize,
    slow: usize,
    longest: Duration,
    most_bytes: usize,
    messages: BTreeMap<String, usize>,
}

impl Report {
    /// Counts an outcome, and returns the names of what the input is kept for.
    fn note(
        &mut self,
        outcome: Result<Outcome, Box<dyn Any + Send>>,
        expected: &Outcome,
        time: Duration,
        bytes: usize,
    ) -> Vec<&'static str> {
        let mut kept = Vec::new();
        self.longest = self.longest.max(time);
        self.most_bytes = self.most_bytes.max(bytes);
        if bytes > MAX_BYTES {
            self.memory += 1;
            kept.push("memory");
        }
        if time > MAX_TIME {
            self.slow += 1;
            kept.push("slow");
        }
        match outcome {
            Err(_) => {
                self.panics += 1;
                kept.push("panic");
            }
            Ok(Err(message)) => {
                self.refused += 1;
                let first_line = message.lines().next().unwrap_or_default();
                let kind = first_line.chars().take(90).collect();
                *self.messages.entry(kind).or_default() += 1;
            }
            Ok(rows) if rows == *expected => self.same += 1,
            Ok(_) => {
                self.other += 1;
                if self.other <= MAX_KEPT {
                    kept.push("other");
                }
            }
        }
        kept
    }

    fn findings(&self) -> usize {
        self.panics + self.memory + self.slow
    }

    fn print(&self, time: Duration) {
        println!(
            "{} inputs in {} s; unchanged {}, refused {}, read as the same rows {}, read as other rows {}; panics {}, above the limit of memory {}, \
             above the limit of time {}; longest {:.3} s, most memory {} MiB",
            self.unchanged + self.refused + self.same + self.other + self.panics,
            time.as_secs(),
            self.unchanged,
            self.refused,
            self.same,
            self.other,
            self.panics,
            self.memory,
            self.slow,
            self.longest.as_secs_f64(),
            self.most_bytes >> 20,
        );
        let mut messages: Vec<_> = self.messages.iter().collect();
        messages.sort_by_key(|(_, count)| std::cmp::Reverse(**count));
        for (message, count) in messages.into_iter().take(30) {
            println!("{count:>9}  {message}");
        }
    }
}
