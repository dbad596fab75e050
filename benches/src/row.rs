//! The shared row of `data.rs` as a block: the same twelve columns, in the value types of `beraad_schema`.

use beraad_schema::{
    Block, Code, CodeList, Count, Person, Ratio, SerialNumber, YearMonth, deliberation,
};
use chrono::NaiveDate;

use crate::data;

/// One person in one month.
///
/// nl: Eén persoon in één maand.
#[derive(Block, Clone, Debug, PartialEq)]
#[block(
    heading = "Personen per maand",
    label(nl = "Persoon", en = "Person"),
    row_unit(nl = "één persoon in één maand", en = "one person in one month"),
    analysis_unit(nl = "persoon", en = "person"),
    temporality = status,
    key(person_id, ref_date),
)]
pub struct PersonMonth {
    /// The person.
    #[block(role = subject)]
    pub person_id: SerialNumber<Person>,

    /// The household.
    ///
    /// nl: Het gezin.
    #[variable(
        label(nl = "Gezin", en = "Household"),
        term = "het volgnummer van het gezin",
        match_quality = exact,
        certainty = phrase,
        measurement = identifier,
    )]
    pub household_id: SerialNumber<Person>,

    /// The month.
    #[block(role = observation_period)]
    pub ref_date: YearMonth,

    /// The status of the person.
    ///
    /// nl: Het statuut van de persoon.
    #[variable(
        label(nl = "Statuut", en = "Status"),
        term = "het statuut",
        match_quality = exact,
        certainty = phrase,
        measurement = nominal,
    )]
    pub status: Status,

    /// The sector.
    ///
    /// nl: De sector.
    #[variable(
        label(nl = "Sector", en = "Sector"),
        term = "de sector",
        match_quality = exact,
        certainty = phrase,
        measurement = nominal,
    )]
    pub sector: Sector,

    /// The regime.
    ///
    /// nl: Het regime.
    #[variable(
        label(nl = "Regime", en = "Regime"),
        term = "het regime",
        match_quality = exact,
        certainty = phrase,
        measurement = nominal,
    )]
    pub regime: Regime,

    /// The percentage, a whole number.
    ///
    /// nl: Het percentage, een geheel getal.
    #[variable(
        label(nl = "Percentage", en = "Percentage"),
        term = "het percentage",
        match_quality = exact,
        certainty = phrase,
        measurement = metric,
        unit(nl = "%", en = "%"),
    )]
    pub pct: Option<Count<0, 100>>,

    /// The number of children.
    ///
    /// nl: Het aantal kinderen.
    #[variable(
        label(nl = "Kinderen", en = "Children"),
        term = "het aantal kinderen",
        match_quality = exact,
        certainty = phrase,
        measurement = metric,
        unit(nl = "kinderen", en = "children"),
    )]
    pub children: Option<Count>,

    /// The wage, as a ratio to a reference wage.
    ///
    /// nl: Het loon, ten opzichte van een referentie.
    #[variable(
        label(nl = "Loon", en = "Wage"),
        term = "het loon",
        match_quality = exact,
        certainty = phrase,
        measurement = metric,
        unit(nl = "verhouding", en = "ratio"),
    )]
    pub wage: Option<Ratio>,

    /// True if the person is active.
    ///
    /// nl: Of de persoon actief is.
    #[variable(
        label(nl = "Actief", en = "Active"),
        term = "het al dan niet actief zijn",
        match_quality = exact,
        certainty = phrase,
        measurement = nominal,
    )]
    pub active: bool,

    /// True if the person works across a border.
    ///
    /// nl: Of de persoon over een grens werkt.
    #[variable(
        label(nl = "Grensarbeid", en = "Cross-border"),
        term = "het al dan niet grensarbeider zijn",
        match_quality = exact,
        certainty = phrase,
        measurement = nominal,
    )]
    pub border: bool,

    /// The activity.
    ///
    /// nl: De activiteit.
    #[variable(
        label(nl = "Activiteit", en = "Activity"),
        term = "de activiteit",
        match_quality = exact,
        certainty = phrase,
        measurement = nominal,
    )]
    pub nace: Code<Nace>,
}

/// Statuses of a person.
///
/// nl: Statuten van een persoon.
#[derive(CodeList, Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[codes(closed, status = delivered, complete)]
pub enum Status {
    /// Employed.
    #[code("1", label(nl = "employed", en = "employed"))]
    Employed,
    /// Self-employed.
    #[code("2", label(nl = "self-employed", en = "self-employed"))]
    SelfEmployed,
    /// Both.
    #[code("3", label(nl = "both", en = "both"))]
    Both,
    /// Unemployed.
    #[code("4", label(nl = "unemployed", en = "unemployed"))]
    Unemployed,
    /// Inactive.
    #[code("5", label(nl = "inactive", en = "inactive"))]
    Inactive,
}

/// Sectors of employment.
///
/// nl: Sectoren van tewerkstelling.
#[derive(CodeList, Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[codes(closed, status = delivered, complete)]
pub enum Sector {
    /// Private.
    #[code("1", label(nl = "private", en = "private"))]
    Private,
    /// Public.
    #[code("2", label(nl = "public", en = "public"))]
    Public,
    /// Non-profit.
    #[code("3", label(nl = "non-profit", en = "non-profit"))]
    NonProfit,
    /// Agriculture.
    #[code("4", label(nl = "agriculture", en = "agriculture"))]
    Agri,
    /// Education.
    #[code("5", label(nl = "education", en = "education"))]
    Edu,
    /// Health.
    #[code("6", label(nl = "health", en = "health"))]
    Health,
    /// International.
    #[code("7", label(nl = "international", en = "international"))]
    Intl,
    /// Unknown.
    #[code("8", label(nl = "unknown", en = "unknown"))]
    Unknown,
}

/// Working-time regimes.
///
/// nl: Arbeidsregimes.
#[derive(CodeList, Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[codes(closed, status = delivered, complete)]
pub enum Regime {
    /// Full time.
    #[code("1", label(nl = "full time", en = "full time"))]
    Full,
    /// Part time.
    #[code("2", label(nl = "part time", en = "part time"))]
    Part,
    /// Special.
    #[code("3", label(nl = "special", en = "special"))]
    Special,
}

/// Activities. The list has no published codes, so that every code is new to the writer of a batch.
///
/// nl: Activiteiten. De lijst heeft geen gepubliceerde codes.
#[derive(CodeList)]
#[codes(open)]
pub enum Nace {}

// Panics unless the rows come from `shared`: months, wages in quarters, serial numbers from 1.
impl From<&data::Row> for PersonMonth {
    fn from(row: &data::Row) -> Self {
        Self {
            person_id: SerialNumber::new(row.person_id),
            household_id: SerialNumber::new(row.household_id),
            ref_date: YearMonth::try_from_epoch_days(row.ref_date).expect("the first of a month"),
            status: STATUS[row.status as usize],
            sector: SECTOR[row.sector as usize],
            regime: REGIME[row.regime as usize],
            pct: row.pct.map(count),
            children: row.children.map(count),
            wage: row
                .wage
                .map(|wage| Ratio::try_new(wage.into()).expect("quarters")),
            active: row.active,
            border: row.border,
            nace: Code::new(&row.nace),
        }
    }
}

fn count<const MIN: i64, const MAX: i64>(number: u8) -> Count<MIN, MAX> {
    Count::try_new(number.into()).expect("within the bounds")
}

/// The statuses in the order of their codes, which is the order of `data::STATUS`.
pub const STATUS: [Status; 5] = [
    Status::Employed,
    Status::SelfEmployed,
    Status::Both,
    Status::Unemployed,
    Status::Inactive,
];

/// The sectors in the order of their codes, which is the order of `data::SECTOR`.
pub const SECTOR: [Sector; 8] = [
    Sector::Private,
    Sector::Public,
    Sector::NonProfit,
    Sector::Agri,
    Sector::Edu,
    Sector::Health,
    Sector::Intl,
    Sector::Unknown,
];

/// The regimes in the order of their codes, which is the order of `data::REGIME`.
pub const REGIME: [Regime; 3] = [Regime::Full, Regime::Part, Regime::Special];

/// Returns the rows of `data::gen_rows`, changed so that every contender can hold them without loss: months instead of days,
/// wages in quarters, serial numbers from 1.
#[must_use]
pub fn shared(rows: usize) -> Vec<data::Row> {
    let mut rows = data::gen_rows(rows);
    for row in &mut rows {
        row.person_id += 1;
        row.household_id += 1;
        row.ref_date = first_of_month(row.ref_date);
        row.wage = row.wage.map(|wage| (wage * 4.0).round() / 4.0);
    }
    rows
}

fn first_of_month(days: i32) -> i32 {
    let date = NaiveDate::from_epoch_days(days).expect("a day within the range of chrono");
    YearMonth::from(date).to_epoch_days()
}

deliberation! {
    version = "0.0.0",
    blocks = [PersonMonth],
}
