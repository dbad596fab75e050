//! Checks of changed files, as `beraad check` makes them.

use std::num::NonZeroUsize;

use beraad_delivery::{Delivery, Options, Report};
use beraad_model::model;

/// Checks a folder with one file, by one thread and by several, and compares both.
///
/// # Errors
/// The message about a file that cannot be read.
///
/// # Panics
/// If the report depends on the number of threads, or is not consistent.
pub fn check(
    block: &str,
    extension: &str,
    file: &[u8],
    options: &Options,
) -> Result<Report, String> {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join(format!("{block}.{extension}"));
    std::fs::write(path, file).expect("a file");
    let delivery = Delivery::open(folder.path(), model()).expect("a file of a block");
    let check = |threads: usize| {
        let threads = NonZeroUsize::new(threads).expect("a number of threads");
        let report = delivery.check(&options.clone().threads(threads));
        // The folder is another one in each run.
        let shown = folder.path().display().to_string();
        report.map_err(|error| error.to_string().replace(&shown, "FOLDER"))
    };
    let report = check(1);
    assert_eq!(check(3), report, "with several threads");
    let report = report?;
    for block in &report.blocks {
        for finding in &block.findings {
            let details: u64 = finding.details.values().sum();
            assert!(finding.count > 0, "{finding:?}");
            assert!(
                details + finding.without_detail <= finding.count,
                "{finding:?}"
            );
            assert!(!block.passed.contains(&finding.check.id), "{finding:?}");
        }
    }
    Ok(report)
}

/// Checks a file of record batches, and returns the report as text.
///
/// # Errors
/// As [`check`].
///
/// # Panics
/// As [`check`].
pub fn check_batches(input: &[u8], extension: &str) -> Result<String, String> {
    let Some((block, file)) = input.split_first() else {
        return Err("no block".to_owned());
    };
    let blocks = &model().blocks;
    let block = &blocks[usize::from(*block) % blocks.len()].id;
    let mut report = check(block, extension, file, &Options::new())?;
    // The hash of a changed file says nothing about its rows.
    for file in report.blocks.iter_mut().flat_map(|block| &mut block.files) {
        (file.bytes, file.sha256) = (0, String::new());
    }
    Ok(serde_json::to_string(&report.blocks).expect("a report as JSON"))
}
