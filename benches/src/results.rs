//! The kept results: one section for each measurement, each written again by the command that it names.

use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;
use std::time::Duration;
use std::{env, fs, io, thread};

use crate::rounds::Taken;

const HEAD: &str = "# Results\n\nOne machine, one run for each section; ratios carry over to another machine, times do not.\n";

/// Prints a section, and writes it in place of the one with its heading.
///
/// # Errors
/// If the file cannot be written.
pub fn keep(heading: &str, body: &str) -> io::Result<()> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("RESULTS.md");
    let section = format!("## {heading}\n\n{}\n\n{}\n", made_by(), body.trim_end());
    print!("{section}");
    let kept = fs::read_to_string(&file).unwrap_or_else(|_| HEAD.to_owned());
    let aside = file.with_extension("md.new");
    fs::write(&aside, replaced(&kept, heading, &section))?;
    fs::rename(aside, file)
}

/// The text with the section in its place, or at the end.
fn replaced(kept: &str, heading: &str, section: &str) -> String {
    let mut parts: Vec<&str> = kept.split("\n## ").collect();
    let section = section.trim_start_matches("## ").trim_end();
    let title = |part: &str| part.lines().next() == Some(heading);
    match parts.iter_mut().skip(1).find(|part| title(part)) {
        Some(part) => *part = section,
        None => parts.push(section),
    }
    let parts: Vec<&str> = parts.iter().map(|part| part.trim_end()).collect();
    parts.join("\n\n## ") + "\n"
}

/// The command and the machine, without its paths.
fn made_by() -> String {
    let program = env::args().next().unwrap_or_default();
    let program = Path::new(&program)
        .file_stem()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    let arguments: Vec<String> = env::args().skip(1).collect();
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

/// Times as a table, with the speed of the first beside each.
#[must_use]
pub fn speeds(taken: &[Taken], rows: usize) -> String {
    let mut table = "| | ms | least | million rows/s | speed of the first to it |\n| --- | ---: | ---: | ---: | ---: |\n".to_owned();
    #[expect(clippy::cast_precision_loss, reason = "a number of rows is below 2^53")]
    let millions = rows as f64 / 1e6;
    for Taken {
        what,
        median,
        least,
        ratio,
    } in taken
    {
        let seconds = median.as_secs_f64();
        let _ = writeln!(
            table,
            "| {what} | {:.1} | {:.1} | {:.1} | {ratio:.2} |",
            seconds * 1e3,
            least.as_secs_f64() * 1e3,
            millions / seconds
        );
    }
    table
}

/// Times of compiling as a table, with the share that each is of some of them.
#[must_use]
pub fn shares(what: &[&str], medians: &[Duration], of: &[(&str, usize)]) -> String {
    let mut table = "| | ms |".to_owned();
    for (name, _) in of {
        let _ = write!(table, " of {name} |");
    }
    let _ = writeln!(table, "\n| --- | ---: |{}", " ---: |".repeat(of.len()));
    for (what, median) in what.iter().zip(medians) {
        let _ = write!(table, "| {what} | {} |", median.as_millis());
        for (_, base) in of {
            let share = median.as_secs_f64() / medians[*base].as_secs_f64();
            let _ = write!(table, " {share:.2} |");
        }
        table.push('\n');
    }
    table
}
