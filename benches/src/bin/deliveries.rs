//! Checks of a delivery, beside DuckDB and dataframely, and its conversion, beside polars.
//!
//! `cargo run --release --manifest-path benches/Cargo.toml --bin deliveries [-- ROUNDS [FOLDER [ROWS]]]`
//!
//! Generates deliveries of three blocks as CSV and Parquet in a temporary folder, or in `FOLDER`, where they stay and are used again.
//! `BERAAD_PYTHON` is the path of a Python with the modules `duckdb`, `dataframely` and `polars`; the program names the contenders that
//! it leaves out. First all contenders must find the same errors in a delivery with planted ones. Every measurement is a process of its
//! own, which measures its time and its peak memory, without its start. Two threads for all. With `ROWS`, deliveries of this size alone are
//! measured, and the results are printed and not kept.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::fmt::Write as _;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;
use std::{env, fs};

use beraad_benches::deliveries::{self, Planted, Result, Run, planted_counts};
use beraad_benches::results::{keep, speeds};
use beraad_benches::rounds::{Contender, Measurement, interleave};

/// A small delivery, and one of the size of a real block: 320,000 persons in 48 quarters.
const SIZES: [usize; 2] = [1_000_000, 15_400_000];

/// The number of rows of the delivery with planted errors.
const PLANTED_ROWS: usize = 300_000;

/// The number of rows with two findings each.
const ROWS_WITH_FINDINGS: usize = 5_000_000;

const THREADS: &str = "2";

const NOTES: &str = "\
A delivery has three blocks with a third of the rows each: `unemployment_status` (flags; a key of two columns), `unemployment_payment` \
(thirteen columns; codes whose meaning depends on the period, a rule, no known key, so that equal rows are sought; in random order) and \
`job_volume` (four numbers with decimals, a code, a key of three columns). It has no error. Two threads for all. Every measurement is a \
process of its own that measures itself, without its start; the files are in the cache of the system.\n\n\
All check types, required values, bounds, decimals, the observation window, codes at their period, the rule and the keys. \
`Delivery::check` alone also hashes the files with SHA-256, keeps the lines of each finding and its number by period, and finds empty \
and constant columns. The SQL and the schemas are in `benches/peers/`. Before the first measurement all contenders found the same \
number of each error in a delivery with planted errors.\n";

fn main() -> Result<()> {
    let arguments: Vec<OsString> = env::args_os().skip(1).collect();
    if let [child, work, folder, threads, out @ ..] = &*arguments
        && child == "child"
    {
        let threads: NonZeroUsize = threads.to_string_lossy().parse()?;
        return match (work.to_string_lossy().as_ref(), out) {
            ("convert", [out]) => deliveries::convert(Path::new(folder), threads, Path::new(out)),
            ("check", _) => deliveries::check(Path::new(folder), threads),
            _ => deliveries::scan(Path::new(folder)),
        };
    }
    let rounds = arguments.first().map(|it| it.to_string_lossy().parse());
    let rounds: usize = rounds.transpose()?.unwrap_or(5);
    let given = arguments.get(1).map(PathBuf::from);
    let folder = given
        .clone()
        .unwrap_or_else(|| env::temp_dir().join("beraad-deliveries"));
    let size = arguments.get(2).map(|it| it.to_string_lossy().parse());
    let size: Option<usize> = size.transpose()?;
    let sizes = size.map_or(SIZES.to_vec(), |rows| vec![rows]);
    let (peers, left_out) = Peer::all();
    compare(&folder, &peers)?;
    let mut body = format!("{NOTES}{left_out}");
    for rows in sizes {
        // A round of the large delivery takes minutes.
        let rounds = if rows > 5_000_000 {
            rounds.div_ceil(2)
        } else {
            rounds
        };
        body += &measure(&folder, rows, rounds, &peers)?;
        body += &conversions(&folder, rows, rounds)?;
    }
    if size.is_none() {
        body += &findings(&folder, SIZES[1], rounds.div_ceil(2))?;
    }
    if given.is_none() {
        fs::remove_dir_all(folder)?;
    }
    if size.is_none() {
        keep("Checks of a delivery", &body)?;
    } else {
        print!("{body}");
    }
    Ok(())
}

/// A program in Python that makes the same checks.
struct Peer {
    csv: &'static str,
    parquet: &'static str,
    python: OsString,
    script: PathBuf,
}

impl Peer {
    /// Finds the peers whose modules are there. The text names their versions, and those that are left out.
    fn all() -> (Vec<Self>, String) {
        let mut peers = Vec::new();
        let mut text = String::from("\n");
        let python = env::var_os("BERAAD_PYTHON");
        for (module, csv, parquet) in [
            ("duckdb", "DuckDB, CSV", "DuckDB, Parquet"),
            ("dataframely", "dataframely, CSV", "dataframely, Parquet"),
        ] {
            let version = python.as_deref().and_then(|python| version(python, module));
            match (&python, version) {
                (Some(python), Some(version)) => {
                    let _ = writeln!(text, "{version}.");
                    let script = format!("peers/{module}_delivery.py");
                    peers.push(Self {
                        csv,
                        parquet,
                        python: python.clone(),
                        script: Path::new(env!("CARGO_MANIFEST_DIR")).join(script),
                    });
                }
                _ => {
                    let reason = if python.is_none() {
                        "`BERAAD_PYTHON` is not set"
                    } else {
                        "the Python of `BERAAD_PYTHON` cannot import it"
                    };
                    let _ = writeln!(text, "Left out: {module}, since {reason}.");
                }
            }
        }
        eprint!("{text}");
        (peers, text)
    }

    fn run(&self, form: &str, folder: &Path) -> Result<Run> {
        let (script, form) = (self.script.as_os_str(), OsStr::new(form));
        Run::of(&self.python, &[script, form, folder.as_os_str()])
    }
}

/// Returns the name and version of a module, and of those that it builds on; `None` if it cannot be imported.
fn version(python: &OsStr, module: &str) -> Option<String> {
    let with = if module == "dataframely" {
        ", polars"
    } else {
        ""
    };
    let code = format!(
        "import {module}{with}; print(', '.join(it.__name__ + ' ' + it.__version__ for it in ({module}{with},)))"
    );
    let mut command = Command::new(python);
    let output = command
        .arg("-c")
        .arg(code)
        .stderr(Stdio::null())
        .output()
        .ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| text.trim().to_owned())
}

/// Runs a measurement in a process of this program.
fn child(work: &str, folder: &Path, threads: &str) -> Result<Run> {
    let program = env::current_exe()?;
    let [child, work, threads] = ["child", work, threads].map(OsStr::new);
    Run::of(
        program.as_os_str(),
        &[child, work, folder.as_os_str(), threads],
    )
}

/// Returns the folders of CSV and Parquet files, which are written if they are not there.
fn delivery(
    folder: &Path,
    name: &str,
    rows: usize,
    planted: Planted,
) -> Result<(PathBuf, PathBuf)> {
    let folder = folder.join(format!("{name}-{rows}"));
    let (csv, parquet) = (folder.join("csv"), folder.join("parquet"));
    let complete = folder.join("complete");
    if !complete.exists() {
        eprintln!("writing {rows} rows ({name})");
        let with_parquet = !matches!(planted, Planted::Flags(_));
        deliveries::write(rows, planted, &csv, with_parquet.then_some(&parquet))?;
        fs::write(complete, "")?;
    }
    Ok((csv, parquet))
}

/// Returns an error if a contender does not find the planted errors.
fn compare(folder: &Path, peers: &[Peer]) -> Result<()> {
    let (csv, parquet) = delivery(folder, "planted", PLANTED_ROWS, Planted::Some)?;
    for (form, folder) in [("csv", &csv), ("parquet", &parquet)] {
        let expected = planted_counts(PLANTED_ROWS, form == "csv");
        let mut runs = vec![("Delivery::check", child("check", folder, THREADS)?)];
        for peer in peers {
            runs.push((peer.csv, peer.run(form, folder)?));
        }
        for (name, run) in runs {
            if run.findings != expected {
                let found = run.findings;
                return Err(
                    format!("{name}, {form}: found {found:#?}, planted {expected:#?}").into(),
                );
            }
        }
    }
    eprintln!("all contenders find the planted errors");
    Ok(())
}

/// Measures all contenders, and returns the tables.
fn measure(folder: &Path, rows: usize, rounds: usize, peers: &[Peer]) -> Result<String> {
    let (csv, parquet) = &delivery(folder, "clean", rows, Planted::Clean)?;
    let runs = RefCell::new(Vec::new());
    let timed = |name: &'static str, run: Box<dyn Fn() -> Result<Run>>| {
        let runs = &runs;
        Contender::timed(name, move || {
            let run = run().unwrap_or_else(|error| panic!("{name}: {error}"));
            assert_eq!(run.count(), 0, "{name}: findings in clean data");
            let time = Duration::from_secs_f64(run.seconds);
            runs.borrow_mut().push((name, run));
            time
        })
    };
    let mut of_csv = vec![timed(
        "`Delivery::check`, CSV",
        Box::new({
            let csv = csv.clone();
            move || child("check", &csv, THREADS)
        }),
    )];
    let mut of_parquet = vec![timed(
        "`Delivery::check`, Parquet",
        Box::new({
            let parquet = parquet.clone();
            move || child("check", &parquet, THREADS)
        }),
    )];
    for peer in peers {
        let run = |form: &'static str, folder: &Path| -> Box<dyn Fn() -> Result<Run>> {
            let (python, script) = (peer.python.clone(), peer.script.clone());
            let peer = Peer {
                python,
                script,
                ..*peer
            };
            let folder = folder.to_owned();
            Box::new(move || peer.run(form, &folder))
        };
        of_csv.push(timed(peer.csv, run("csv", csv)));
        of_parquet.push(timed(peer.parquet, run("parquet", parquet)));
    }
    let alone = vec![
        timed(
            "check",
            Box::new({
                let parquet = parquet.clone();
                move || child("check", &parquet, "1")
            }),
        ),
        timed(
            "scan",
            Box::new({
                let parquet = parquet.clone();
                move || child("scan", &parquet, "1")
            }),
        ),
    ];
    let of_csv = interleave(of_csv, rounds);
    let of_parquet = interleave(of_parquet, rounds);
    let _ = interleave(alone, rounds);
    let runs = runs.into_inner();
    let mut text = format!(
        "\n### {} rows\n\nCSV: {} MB, Parquet: {} MB; {rounds} interleaved rounds, and one before them that is not measured.\n\n{}\n{}\n",
        thousands(rows),
        bytes(csv)? / 1_000_000,
        bytes(parquet)? / 1_000_000,
        speeds(&of_csv, rows),
        speeds(&of_parquet, rows)
    );
    text += "| | seconds of processors, minimum | peak, MiB |\n| --- | ---: | ---: |\n";
    for measurement in of_csv.iter().chain(&of_parquet) {
        let (seconds, peak) = (
            processors(&runs, measurement.name),
            peak(&runs, measurement.name),
        );
        let _ = writeln!(text, "| {} | {seconds:.2} | {peak} |", measurement.name);
    }
    let (check, scan) = (processors(&runs, "check"), processors(&runs, "scan"));
    #[expect(clippy::cast_precision_loss, reason = "a number of rows is below 2^53")]
    let rate = rows as f64 / 1e6 / (check - scan);
    let _ = writeln!(
        text,
        "\nThe checks alone: {rate:.1} million rows a second and core. That is the number of rows, divided by the difference of two \
         times of the processor, both minima: {check:.2} s for `Delivery::check` of Parquet with one thread, and {scan:.2} s for a \
         program that hashes the same files and reads the same columns to the same arrays of numbers and codes, and checks nothing."
    );
    Ok(text)
}

/// Measures the conversion of CSV files to Parquet files, beside polars, which checks nothing.
fn conversions(folder: &Path, rows: usize, rounds: usize) -> Result<String> {
    let (csv, _) = &delivery(folder, "clean", rows, Planted::Clean)?;
    let out = &folder.join("converted");
    let runs = &RefCell::new(Vec::new());
    let sizes = &RefCell::new(BTreeMap::new());
    let timed = |name: &'static str, program: OsString, arguments: Vec<OsString>| {
        Contender::timed(name, move || {
            let run = || -> Result<Run> {
                fs::create_dir_all(out)?;
                let arguments: Vec<_> = arguments.iter().map(OsString::as_os_str).collect();
                let run = Run::of(&program, &arguments)?;
                sizes.borrow_mut().insert(name, bytes(out)?);
                fs::remove_dir_all(out)?;
                Ok(run)
            };
            let run = run().unwrap_or_else(|error| panic!("{name}: {error}"));
            let time = Duration::from_secs_f64(run.seconds);
            runs.borrow_mut().push((name, run));
            time
        })
    };
    let own = ["child", "convert"].map(OsString::from);
    let files = [csv.into(), THREADS.into(), out.into()];
    let own = own.into_iter().chain(files).collect();
    let program = env::current_exe()?.into_os_string();
    let mut contenders = vec![timed(
        "`Delivery::convert`, checked and typed",
        program,
        own,
    )];
    let python = env::var_os("BERAAD_PYTHON");
    let python = python.filter(|python| version(python, "polars").is_some());
    let mut left_out = "";
    if let Some(python) = python {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("peers/polars_convert.py");
        for (name, form) in [
            ("polars, `read_csv` and `write_parquet`", "read"),
            ("polars, `scan_csv` and `sink_parquet`", "scan"),
        ] {
            let arguments = [script.clone().into(), form.into(), csv.into(), out.into()];
            contenders.push(timed(name, python.clone(), arguments.into()));
        }
    } else {
        left_out = "Left out: polars, which the Python of `BERAAD_PYTHON` cannot import.\n\n";
    }
    // A run that was interrupted leaves files there.
    let _ = fs::remove_dir_all(out);
    let measurements = interleave(contenders, rounds);
    let mut text = format!(
        "\n#### CSV to Parquet\n\nThe same {} rows. `Delivery::convert` makes all checks of `Delivery::check`, and writes the types of \
         the model, dictionaries and descriptions; polars checks nothing, and guesses the types. Both compress with Zstandard, \
         each with its own level.\n\n{left_out}{}\n\
         | | seconds of processors, minimum | peak, MiB | files, MB |\n| --- | ---: | ---: | ---: |\n",
        thousands(rows),
        speeds(&measurements, rows)
    );
    for Measurement { name, .. } in &measurements {
        let runs = runs.borrow();
        let (seconds, peak) = (processors(&runs, name), peak(&runs, name));
        let size = sizes.borrow().get(name).copied().unwrap_or_default() / 1_000_000;
        let _ = writeln!(text, "| {name} | {seconds:.2} | {peak} | {size} |");
    }
    Ok(text)
}

/// Measures the time of a delivery with few and with many findings.
fn findings(folder: &Path, rows: usize, rounds: usize) -> Result<String> {
    let (few, _) = delivery(folder, "few", rows, Planted::Flags(5))?;
    let (many, _) = delivery(folder, "many", rows, Planted::Flags(ROWS_WITH_FINDINGS))?;
    let timed = |name, folder: PathBuf, expected: usize| {
        Contender::timed(name, move || {
            let run = child("check", &folder, THREADS).unwrap_or_else(|error| panic!("{error}"));
            assert_eq!(run.count(), expected as u64, "{name}");
            Duration::from_secs_f64(run.seconds)
        })
    };
    let contenders = vec![
        timed("10 findings", few, 10),
        timed("10,000,000 findings", many, 2 * ROWS_WITH_FINDINGS),
    ];
    Ok(format!(
        "\n### Few and many findings\n\n`Delivery::check` of {} rows as CSV, with an invalid flag in two columns of the first rows.\n\n{}",
        thousands(rows),
        speeds(&interleave(contenders, rounds), rows)
    ))
}

fn processors(runs: &[(&str, Run)], name: &str) -> f64 {
    let of_name = runs.iter().filter(|(it, _)| *it == name);
    of_name.fold(f64::INFINITY, |least, (_, run)| {
        least.min(run.processor_seconds)
    })
}

fn peak(runs: &[(&str, Run)], name: &str) -> u64 {
    let of_name = runs.iter().filter(|(it, _)| *it == name);
    of_name
        .map(|(_, run)| run.peak_kib >> 10)
        .max()
        .unwrap_or_default()
}

fn bytes(folder: &Path) -> Result<u64> {
    let mut bytes = 0;
    for file in fs::read_dir(folder)? {
        bytes += file?.metadata()?.len();
    }
    Ok(bytes)
}

/// Writes a number with a comma after each three digits.
fn thousands(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
