//! Random rows of a real block. No row describes a plausible person.

pub mod peers;
pub mod text;

use beraad_model::ksz::UnemploymentPayment;
use beraad_schema::{AmountClass, Code, Hours, Months, Percentage, SerialNumber};
use beraad_schema::{YearMonth, YearQuarter};

/// Returns random rows, which are the same in every run.
#[must_use]
pub fn payments(rows: usize) -> Vec<UnemploymentPayment> {
    Payments::default().take(rows).collect()
}

/// An endless iterator over the same random rows.
#[derive(Default)]
pub struct Payments(Generator);

impl Iterator for Payments {
    type Item = UnemploymentPayment;

    fn next(&mut self) -> Option<UnemploymentPayment> {
        Some(payment(&mut self.0))
    }
}

fn payment(draw: &mut Generator) -> UnemploymentPayment {
    UnemploymentPayment {
        person: SerialNumber::new(1 + draw.below(320_000)),
        quarter: YearQuarter::new(2005 + draw.below(12).cast_signed(), 1 + draw.below(4)),
        unemployment_benefit_class: draw
            .is_present(8)
            .then(|| AmountClass::new(draw.one_of(&CLASSES))),
        intervention_beneficiary: draw.is_present(4).then(|| draw.below(2) == 0),
        status_before_activation: draw
            .is_present(3)
            .then(|| Code::new(draw.one_of(&STATUSES))),
        activation_working_time_pct: draw.is_present(3).then(|| {
            let sixteenths = i64::from(draw.below(1_601));
            Percentage::try_from_ten_thousandths(sixteenths * 625).expect("at most a hundred")
        }),
        award_conditions: draw
            .is_present(3)
            .then(|| Code::new(draw.one_of(&CONDITIONS))),
        activation_start_month: draw.is_present(3).then(|| draw.month()),
        activation_end_month: draw.is_present(2).then(|| draw.month()),
        compensation_category: draw
            .is_present(16)
            .then(|| Code::new(draw.one_of(&CATEGORIES))),
        unemployment_duration: draw.is_present(16).then(|| {
            let months = 1 + draw.below(144);
            Months::try_new(months).expect("from 1")
        }),
        lea_hours_worked: draw.is_present(2).then(|| {
            let quarters = i64::from(draw.below(181));
            Hours::try_from_ten_thousandths(quarters * 2_500).expect("from 0")
        }),
        selection_method: draw.is_present(3).then(|| Code::new(draw.one_of(&METHODS))),
    }
}

const CLASSES: [&str; 10] = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"];
const STATUSES: [&str; 4] = ["A", "B", "C", "D"];
const CONDITIONS: [&str; 6] = ["01", "02", "03", "04", "05", "06"];
/// The published codes and two unknown ones.
const CATEGORIES: [&str; 9] = [".", "1", "2", "3", "4", "5", "6", "7", "8"];
const METHODS: [&str; 3] = ["X", "Y", "Z"];

/// The generator of random numbers in `data.rs`.
pub(crate) struct Generator(u64);

impl Default for Generator {
    fn default() -> Self {
        Self(0x9E37_79B9_7F4A_7C15)
    }
}

impl Generator {
    pub(crate) fn below(&mut self, bound: u32) -> u32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        u32::try_from((self.0 >> 20) % u64::from(bound)).unwrap_or_default()
    }

    /// Returns `false` in one of `among` calls on average, for a missing value.
    pub(crate) fn is_present(&mut self, among: u32) -> bool {
        self.below(among) != 0
    }

    fn one_of<'a>(&mut self, texts: &[&'a str]) -> &'a str {
        let count = u32::try_from(texts.len()).unwrap_or(u32::MAX);
        texts[usize::try_from(self.below(count)).unwrap_or_default()]
    }

    fn month(&mut self) -> YearMonth {
        YearMonth::new(2005 + self.below(12).cast_signed(), 1 + self.below(12))
    }
}
