//! Prints the codes by which a program counts the benefits of households: for each column that it reads, the codes with their
//! labels at the end of 2012. Its tests in `tests/model.rs` fail when the model changes in a way that breaks the program. From the root of
//! the repository:
//!
//! ```text
//! cargo run -p schema-watch       # the codes
//! cargo test -p schema-watch      # what a change of the model breaks
//! ```

use beraad_model::model;
use beraad_schema::YearQuarter;
use beraad_schema::describe::Language;

/// The columns of codes that the program reads.
const COLUMNS: [&str; 2] = [
    "unemployment_payment.compensation_category",
    "household.lipro_position",
];

fn main() {
    for path in COLUMNS {
        println!("{path}");
        // The first test fails if the model does not have the column any more.
        let Some(codes) = model().codes_of(path) else {
            continue;
        };
        for (code, _) in codes.list().published_codes() {
            if let Some(label) = codes.label_at(code, YearQuarter::new(2012, 4), Language::EN) {
                println!("  {code}: {label}");
            }
        }
    }
}
