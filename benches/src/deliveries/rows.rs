//! Valid rows of the three blocks.

use beraad_model::ksz::{JobVolume, UnemploymentPayment, UnemploymentStatus};
use beraad_schema::{Code, HoursPerWeek, Percentage, Ratio, SerialNumber, YearQuarter};

use crate::payments::{Generator, Payments};

/// The number of quarters of a person, from 2005 to 2016.
const QUARTERS: u32 = 48;

/// The quarter at this position.
fn quarter(position: u32) -> YearQuarter {
    YearQuarter::new(2005 + (position / 4).cast_signed(), 1 + position % 4)
}

/// Statuses: all quarters of a person after each other. The key is the person and the quarter.
pub fn statuses() -> impl Iterator<Item = UnemploymentStatus> {
    let mut draw = Generator::default();
    (0_u32..).map(move |position| {
        let mut flag = || draw.is_present(16).then(|| draw.below(2) == 0);
        UnemploymentStatus {
            person: SerialNumber::new(1 + position / QUARTERS),
            quarter: quarter(position % QUARTERS),
            unemployment_activated: flag(),
            lea_employed: flag(),
            job_seeker: flag(),
            exempt_from_registration: flag(),
            benefit_and_self_employment: flag(),
            unemployed_with_pcsw_support: flag(),
        }
    })
}

/// Payments of persons and quarters in random order, without an unlisted code, with the months in order. No key is known, and no two
/// rows are equal.
pub fn valid_payments() -> impl Iterator<Item = UnemploymentPayment> {
    Payments::default().map(|mut row| {
        if row.activation_start_month > row.activation_end_month
            && row.activation_end_month.is_some()
        {
            std::mem::swap(
                &mut row.activation_start_month,
                &mut row.activation_end_month,
            );
        }
        if let Some(code) = &row.compensation_category {
            // 7 and 8 are not in the list, and 4 has no meaning after 2012.
            let is_late = row.quarter > YearQuarter::new(2012, 4);
            if matches!(code.as_str(), "7" | "8") || (code.as_str() == "4" && is_late) {
                row.compensation_category = Some(Code::new("1"));
            }
        }
        row
    })
}

/// Work volumes: all quarters of a person at one employer after each other. The key is the person, the employer and the quarter.
#[derive(Default)]
pub struct Volumes {
    draw: Generator,
    position: u32,
}

impl Iterator for Volumes {
    type Item = JobVolume;

    fn next(&mut self) -> Option<JobVolume> {
        let (draw, position) = (&mut self.draw, self.position);
        self.position += 1;
        let person = 1 + position / QUARTERS;
        let mut below = |bound: u32| draw.is_present(8).then(|| i64::from(draw.below(bound)));
        let part_time = below(10_001).map(|number| number * 100);
        let contract = below(10_001);
        let weekly = below(77).map(|number| number * 5_000);
        let full_time = below(1_000_001);
        let regime = below(4);
        Some(JobVolume {
            person: SerialNumber::new(person),
            employer: SerialNumber::new(1 + person.wrapping_mul(7_919) % 50_000),
            quarter: quarter(position % QUARTERS),
            part_time_percentage: part_time
                .map(|it| Percentage::try_from_ten_thousandths(it).expect("at most a hundred")),
            contract_hours_ratio: contract
                .map(|it| Ratio::try_from_ten_thousandths(it).expect("at most 1")),
            reference_weekly_hours: weekly
                .map(|it| HoursPerWeek::try_from_ten_thousandths(it).expect("at most 38")),
            fte_without_assimilated_days: full_time
                .map(|it| Percentage::try_from_ten_thousandths(it).expect("at most a hundred")),
            performance_type: regime.map(|it| {
                let regimes = ["F", "P", "S", "I"];
                Code::new(regimes[usize::try_from(it).unwrap_or_default()])
            }),
        })
    }
}
