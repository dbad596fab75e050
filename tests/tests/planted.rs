//! Errors are planted in deliveries without an error, and each is found by its check.

#[path = "planted/clean.rs"]
mod clean;
#[path = "planted/expected.rs"]
mod expected;
#[path = "planted/sheet.rs"]
mod sheet;

use std::fs;
use std::num::NonZeroUsize;

use beraad_delivery::{Delivery, Options, Report};
use beraad_model::model;

use self::expected::Findings;
use self::sheet::{Sheet, dialect};

/// The findings that data without an error have, since only one code of the list is published.
const CLEAN: [(&str, &str, &str); 1] = [("job", "constant-column", "job_importance_order")];

/// Checks a delivery of these rows.
fn check(sheets: &[Sheet<'_>], threads: usize) -> Report {
    let folder = tempfile::tempdir().unwrap();
    for sheet in sheets {
        fs::write(
            folder.path().join(format!("{}.csv", sheet.block.id)),
            sheet.csv(),
        )
        .unwrap();
    }
    let delivery = Delivery::open(folder.path(), sheets[0].model).unwrap();
    let options = Options::new().dialect(dialect());
    delivery
        .check(&options.threads(NonZeroUsize::new(threads).unwrap()))
        .unwrap()
}

#[test]
fn delivery_without_errors_has_no_finding() {
    let sheets = clean::sheets(model());
    let report = check(&sheets, 2);
    assert_eq!(report.constraints_not_computed, []);
    let found = Findings::of_report(&report);
    let keys: Vec<_> = found
        .0
        .keys()
        .map(|(block, check, column)| (&**block, &**check, column.as_deref().unwrap_or_default()))
        .collect();
    assert_eq!(keys, CLEAN);
}
