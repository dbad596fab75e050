//! The stored results: one section for each measurement. The command that a section names writes it again.

use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;
use std::time::Duration;
use std::{env, fs, io, thread};

use crate::rounds::Measurement;

const HEAD: &str = "# Results\n\nEach section is one run on one machine. Ratios carry over to other machines, times do not.\n";

/// Prints a section, and writes it to `RESULTS.md` in place of the one with the same heading.
///
/// # Errors
/// Returns an error if the file cannot be written.
pub fn keep(heading: &str, body: &str) -> io::Result<()> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("RESULTS.md");
    let section = format!(
        "## {heading}\n\n{}\n\n{}\n",
        command_and_machine(),
        body.trim_end()
    );
    print!("{section}");
    let stored = fs::read_to_string(&file).unwrap_or_else(|_| HEAD.to_owned());
    let temporary = file.with_extension("md.new");
    fs::write(&temporary, with_section(&stored, heading, &section))?;
    fs::rename(temporary, file)
}

/// Returns the text with the section in place of the one with the same heading, or at the end.
fn with_section(stored: &str, heading: &str, section: &str) -> String {
    let mut parts: Vec<&str> = stored.split("\n## ").collect();
    let section = section.trim_start_matches("## ").trim_end();
    let title = |part: &str| part.lines().next() == Some(heading);
    match parts.iter_mut().skip(1).find(|part| title(part)) {
        Some(part) => *part = section,
        None => parts.push(section),
    }
    let parts: Vec<&str> = parts.iter().map(|part| part.trim_end()).collect();
    parts.join("\n\n## ") + "\n"
}

/// Returns a description of the command and the machine, without paths.
fn command_and_machine() -> String {
    let program = env::args().next().unwrap_or_default();
    let program = Path::new(&program)
        .file_stem()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    let arguments = env::args().skip(1);
    let arguments: Vec<String> = arguments
        .filter(|argument| !argument.contains(['/', '\\']))
        .collect();
    let mut command =
        format!("cargo run --release --manifest-path benches/Cargo.toml --bin {program}");
    if !arguments.is_empty() {
        let _ = write!(command, " -- {}", arguments.join(" "));
    }
    let version = Command::new("rustc").arg("--version").output();
    let version = version.map_or_else(
        |_| "rustc".to_owned(),
        |output| String::from_utf8_lossy(&output.stdout).trim().to_owned(),
    );
    let cores = thread::available_parallelism().map_or(1, std::num::NonZero::get);
    format!("`{command}`\n\n{version}, {cores} cores.")
}

/// Returns a table of times and of their ratios to the first contender.
#[must_use]
pub fn speeds(measurements: &[Measurement], rows: usize) -> String {
    let mut table = "| | ms | minimum | million rows/s | time relative to the first |\n| --- | ---: | ---: | ---: | ---: |\n".to_owned();
    #[expect(clippy::cast_precision_loss, reason = "a number of rows is below 2^53")]
    let millions = rows as f64 / 1e6;
    for Measurement {
        name,
        median,
        minimum,
        ratio,
    } in measurements
    {
        let seconds = median.as_secs_f64();
        let _ = writeln!(
            table,
            "| {name} | {:.1} | {:.1} | {:.1} | {ratio:.2} |",
            seconds * 1e3,
            minimum.as_secs_f64() * 1e3,
            millions / seconds
        );
    }
    table
}

/// Returns a table of compile times. Each base, a name and an index into the medians, gets a column of ratios to it.
#[must_use]
pub fn shares(names: &[&str], medians: &[Duration], bases: &[(&str, usize)]) -> String {
    let mut table = "| | ms |".to_owned();
    for (base, _) in bases {
        let _ = write!(table, " of {base} |");
    }
    let _ = writeln!(table, "\n| --- | ---: |{}", " ---: |".repeat(bases.len()));
    for (name, median) in names.iter().zip(medians) {
        let _ = write!(table, "| {name} | {} |", median.as_millis());
        for (_, base) in bases {
            let share = median.as_secs_f64() / medians[*base].as_secs_f64();
            let _ = write!(table, " {share:.2} |");
        }
        table.push('\n');
    }
    table
}
