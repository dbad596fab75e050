//! Changes files by their structure, and reads each of them: with limits of memory and time, and without the fuzzer.
//!
//! `cargo run --release --manifest-path fuzz/Cargo.toml --no-default-features --example mutate -- parquet 1000000 [SEED]`
//!
//! The files are those that `--example seeds` writes. Run it under `ulimit -v`, so that memory that is only reserved counts as well.
//! A file that is read as other rows than its seed is counted, and the first ones are kept in `fuzz/artifacts/mutate`, so that another
//! program can be asked what it reads.
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

use beraad_fuzz::structure::{mutate_arrow, mutate_parquet};
use beraad_fuzz::with_block;
use beraad_schema::Block;
use beraad_schema::arrow::{FileError, ipc, parquet};
use bytes::Bytes;

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
const MAX_KEPT: usize = 20_000;

/// The rows of a file, as text, or the message of its error.
type Outcome = Result<String, String>;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (format, count) = match &*arguments {
        [format, count, ..] => (format.as_str(), count.parse::<u64>()),
        _ => panic!("write the format and the number of files: `parquet 1000000`"),
    };
    let count = count.expect("a number of files");
    let first = arguments
        .get(2)
        .map_or(0, |seed| seed.parse().expect("a number as seed"));
    let (folder, mutate, read): (_, fn(&mut Vec<u8>, u64) -> bool, fn(&[u8]) -> Outcome) =
        match format {
            "parquet" => ("parquet", mutate_parquet, |input| {
                with_block!(input[0], read_parquet(&input[1..]))
            }),
            "arrow" => (
                "ipc",
                |file, seed| mutate_arrow(file, seed),
                |input| with_block!(input[0], read_arrow(&input[1..])),
            ),
            other => panic!("unknown format `{other}`: write `parquet` or `arrow`"),
        };
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let corpus = root.join("corpus").join(folder);
    let entries = std::fs::read_dir(&corpus).expect("the seeds: run `--example seeds` first");
    let mut paths: Vec<PathBuf> = entries
        .map(|entry| entry.expect("an entry").path())
        .collect();
    paths.sort();
    let seeds: Vec<Vec<u8>> = paths
        .iter()
        .map(|path| std::fs::read(path).expect("a seed"))
        .collect();
    let expected: Vec<Outcome> = seeds.iter().map(|seed| read(seed)).collect();
    let kept = root.join("artifacts/mutate").join(format);
    std::fs::create_dir_all(&kept).expect("a folder for what is found");
    let mut report = Report::default();
    let started = Instant::now();
    for seed in first..first + count {
        let index = usize::try_from(seed).unwrap_or_default() % seeds.len();
        let mut file = seeds[index][1..].to_vec();
        if !mutate(&mut file, seed) || file == seeds[index][1..] {
            report.unchanged += 1;
            continue;
        }
        let input = [&seeds[index][..1], &file].concat();
        let before = IN_USE.load(Ordering::Relaxed);
        PEAK.store(before, Ordering::Relaxed);
        let begun = Instant::now();
        let outcome = catch_unwind(AssertUnwindSafe(|| read(&input)));
        let (time, bytes) = (begun.elapsed(), PEAK.load(Ordering::Relaxed) - before);
        report.longest = report.longest.max(time);
        report.most_bytes = report.most_bytes.max(bytes);
        let keep = |finding: &str| {
            let name = format!(
                "{finding}-{seed}-{}",
                paths[index].file_name().unwrap_or_default().display()
            );
            std::fs::write(kept.join(name), &input).expect("a file that is kept");
        };
        if bytes > MAX_BYTES {
            report.memory += 1;
            keep("memory");
        }
        if time > MAX_TIME {
            report.slow += 1;
            keep("slow");
        }
        match outcome {
            Err(panic) => {
                report.panics += 1;
                eprintln!("panic at seed {seed}: {}", message_of(&*panic));
                keep("panic");
            }
            Ok(Err(message)) => {
                report.refused += 1;
                let kind: String = message
                    .lines()
                    .next()
                    .unwrap_or_default()
                    .chars()
                    .take(90)
                    .collect();
                *report.messages.entry(kind).or_default() += 1;
            }
            Ok(rows) if rows == expected[index] => report.same += 1,
            Ok(_) => {
                report.other += 1;
                if report.other <= MAX_KEPT {
                    keep("other");
                }
            }
        }
    }
    report.print(started.elapsed());
    assert!(
        report.panics + report.memory + report.slow == 0,
        "see {}",
        kept.display()
    );
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

/// The findings.
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
    fn print(&self, time: Duration) {
        println!(
            "{} s; unchanged {}, refused {}, read as the same rows {}, read as other rows {}; panics {}, above the limit of memory {}, \
             above the limit of time {}; longest {:.3} s, most memory {:.1} MiB",
            time.as_secs(),
            self.unchanged,
            self.refused,
            self.same,
            self.other,
            self.panics,
            self.memory,
            self.slow,
            self.longest.as_secs_f64(),
            self.most_bytes as f64 / f64::from(1 << 20),
        );
        let mut messages: Vec<_> = self.messages.iter().collect();
        messages.sort_by_key(|(_, count)| std::cmp::Reverse(**count));
        for (message, count) in messages.into_iter().take(30) {
            println!("{count:>9}  {message}");
        }
    }
}
