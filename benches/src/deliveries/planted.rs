//! Errors that are planted in rows, at known places, so that every contender must find the same number.

use std::collections::BTreeMap;
use std::io::{self, Write};

use beraad_model::ksz::{JobVolume, UnemploymentPayment, UnemploymentStatus};
use beraad_schema::{Code, SerialNumber, YearMonth, YearQuarter};

/// The errors in a delivery.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Planted {
    /// None.
    Clean,
    /// One error of each kind in 1,000 rows of a block, each in a row of its own. A row of Parquet has only those that its types can
    /// represent.
    Some,
    /// An invalid flag in two columns of each of the first rows of `unemployment_status`, as many as this.
    Flags(usize),
}

/// The distance between two errors of the same kind.
const EVERY: usize = 1_000;

/// A row that can have errors.
pub trait Plant: Sized + 'static {
    /// The errors in values: the position among [`EVERY`] rows, the finding, and the change. `before` is the row before.
    const IN_ROWS: &'static [InRow<Self>];
    /// The errors in texts: the position among [`EVERY`] rows, the finding, the field from 0, and its text.
    const IN_TEXTS: &'static [InText];
}

/// An error in a value.
pub struct InRow<R> {
    at: usize,
    finding: &'static str,
    change: fn(&mut R, &R),
}

/// An error in a text.
pub struct InText {
    at: usize,
    finding: &'static str,
    field: usize,
    text: &'static str,
}

impl Planted {
    pub(super) fn in_row<R: Plant>(self, position: usize, row: &mut R, before: &R) {
        if self != Self::Some {
            return;
        }
        for error in R::IN_ROWS {
            if position % EVERY == error.at {
                (error.change)(row, before);
            }
        }
    }

    pub(super) fn is_in_texts(self) -> bool {
        self != Self::Clean
    }

    pub(super) fn in_line<R: Plant>(
        self,
        position: usize,
        line: &[u8],
        to: &mut impl Write,
    ) -> io::Result<()> {
        let errors: &[InText] = match self {
            Self::Clean => &[],
            Self::Some => R::IN_TEXTS,
            Self::Flags(rows) if position < rows => FLAGS,
            Self::Flags(_) => &[],
        };
        // Only one block has flags in these fields.
        let is_here = |error: &&InText| self != Self::Some || position % EVERY == error.at;
        let is_block = self == Self::Some || R::IN_TEXTS[0].field == 2;
        let here: Vec<_> = errors.iter().filter(is_here).filter(|_| is_block).collect();
        if here.is_empty() {
            return to.write_all(line);
        }
        let line = line.strip_suffix(b"\n").unwrap_or(line);
        for (field, text) in line.split(|byte| *byte == b',').enumerate() {
            if field > 0 {
                to.write_all(b",")?;
            }
            let error = here.iter().find(|error| error.field == field);
            to.write_all(error.map_or(text, |error| error.text.as_bytes()))?;
        }
        to.write_all(b"\n")
    }
}

/// The errors of [`Planted::Flags`].
const FLAGS: &[InText] = &[
    InText {
        at: 0,
        finding: "",
        field: 3,
        text: "maybe",
    },
    InText {
        at: 0,
        finding: "",
        field: 4,
        text: "maybe",
    },
];

/// Returns the number of planted findings of each kind in a delivery of so many rows: `block.check.column`, where the column is empty
/// for a finding about a row.
#[must_use]
pub fn planted_counts(rows: usize, is_csv: bool) -> BTreeMap<String, u64> {
    let each = rows / super::BLOCKS;
    let mut counts = BTreeMap::new();
    count::<UnemploymentStatus>("unemployment_status", each, is_csv, &mut counts);
    count::<UnemploymentPayment>("unemployment_payment", each, is_csv, &mut counts);
    count::<JobVolume>("job_volume", each, is_csv, &mut counts);
    counts
}

fn count<R: Plant>(block: &str, rows: usize, is_csv: bool, counts: &mut BTreeMap<String, u64>) {
    let in_rows = R::IN_ROWS.iter().map(|error| (error.at, error.finding));
    let in_texts = R::IN_TEXTS.iter().map(|error| (error.at, error.finding));
    let in_texts = in_texts.filter(|_| is_csv);
    for (at, finding) in in_rows.chain(in_texts) {
        let number = rows / EVERY + usize::from(rows % EVERY > at);
        *counts.entry(format!("{block}.{finding}")).or_default() += number as u64;
    }
}

impl Plant for UnemploymentStatus {
    const IN_ROWS: &'static [InRow<Self>] = &[
        InRow {
            at: 101,
            finding: "outside-window.quarter",
            change: |row, _| row.quarter = YearQuarter::new(2017, 1),
        },
        InRow {
            at: 201,
            finding: "duplicate-key.",
            change: |row, before| *row = before.clone(),
        },
    ];
    const IN_TEXTS: &'static [InText] = &[
        InText {
            at: 301,
            finding: "invalid-value.unemployment_activated",
            field: 2,
            text: "maybe",
        },
        InText {
            at: 401,
            finding: "missing-value.quarter",
            field: 1,
            text: "",
        },
        InText {
            at: 601,
            finding: "invalid-value.quarter",
            field: 1,
            text: "2010-Q5",
        },
    ];
}

impl Plant for UnemploymentPayment {
    const IN_ROWS: &'static [InRow<Self>] = &[
        InRow {
            at: 101,
            finding: "rule-violated.",
            change: |row, _| {
                row.activation_start_month = Some(YearMonth::new(2010, 2));
                row.activation_end_month = Some(YearMonth::new(2010, 1));
            },
        },
        InRow {
            at: 201,
            finding: "unlisted-code.compensation_category",
            change: |row, _| row.compensation_category = Some(Code::new("8")),
        },
        InRow {
            at: 301,
            finding: "code-without-meaning.compensation_category",
            change: |row, _| {
                row.quarter = YearQuarter::new(2014, 3);
                row.compensation_category = Some(Code::new("4"));
            },
        },
        InRow {
            at: 401,
            finding: "missing-mark.award_conditions",
            change: |row, _| row.award_conditions = Some(Code::new("NA")),
        },
        InRow {
            at: 501,
            finding: "duplicate-row.",
            change: |row, before| *row = before.clone(),
        },
    ];
    const IN_TEXTS: &'static [InText] = &[
        InText {
            at: 601,
            finding: "outside-bounds.unemployment_duration",
            field: 10,
            text: "0",
        },
        InText {
            at: 701,
            finding: "invalid-value.activation_start_month",
            field: 7,
            text: "2010-13",
        },
        InText {
            at: 801,
            finding: "too-many-decimals.lea_hours_worked",
            field: 11,
            text: "1.23456",
        },
        InText {
            at: 901,
            finding: "invalid-value.intervention_beneficiary",
            field: 3,
            text: "maybe",
        },
    ];
}

impl Plant for JobVolume {
    const IN_ROWS: &'static [InRow<Self>] = &[
        InRow {
            at: 101,
            finding: "unlisted-code.performance_type",
            change: |row, _| row.performance_type = Some(Code::new("X")),
        },
        InRow {
            at: 201,
            finding: "duplicate-key.",
            change: |row, before| *row = before.clone(),
        },
        InRow {
            at: 701,
            finding: "outside-window.quarter",
            change: |row, _| {
                row.quarter = YearQuarter::new(2004, 4);
                row.employer = SerialNumber::new(60_000);
            },
        },
    ];
    const IN_TEXTS: &'static [InText] = &[
        InText {
            at: 301,
            finding: "too-many-decimals.part_time_percentage",
            field: 3,
            text: "50.12345",
        },
        InText {
            at: 401,
            finding: "outside-bounds.employer",
            field: 1,
            text: "0",
        },
        InText {
            at: 501,
            finding: "invalid-value.contract_hours_ratio",
            field: 4,
            text: "half",
        },
        InText {
            at: 601,
            finding: "missing-value.quarter",
            field: 2,
            text: "",
        },
    ];
}
