//! Months, quarters and years against chrono, which is the oracle for the calendar.

use beraad_describe::Date;
use beraad_describe::{
    CalendarError, CalendarPeriod, CalendarType, Day, ObservationPeriod, Year, YearMonth,
    YearQuarter,
};
use chrono::{Datelike, NaiveDate, TimeDelta};
use proptest::prelude::*;
use serde_json::json;

/// The days of the years that four digits can write.
fn day() -> impl Strategy<Value = NaiveDate> {
    let [first, last] = [(1000, 1, 1), (9999, 12, 31)].map(|(year, month, day)| {
        NaiveDate::from_ymd_opt(year, month, day)
            .unwrap()
            .to_epoch_days()
    });
    (first..=last).prop_map(|days| NaiveDate::from_epoch_days(days).unwrap())
}

/// Every day that chrono has.
fn any_day() -> impl Strategy<Value = NaiveDate> {
    let [first, last] = [NaiveDate::MIN, NaiveDate::MAX].map(|day| day.to_epoch_days());
    (first..=last).prop_map(|days| NaiveDate::from_epoch_days(days).unwrap())
}

fn quarter_of(day: NaiveDate) -> u32 {
    day.month().div_ceil(3)
}

fn quarter_text(day: NaiveDate) -> String {
    format!("{}-Q{}", day.year(), quarter_of(day))
}

/// Texts near the canonical forms, most of them wrong in one place.
fn near_text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[0-9]{4}-[01][0-9]",
        "[0-9]{4}-Q[0-6]",
        "[0-9]{1,5}",
        "[-+ ]?[0-9]{2,5}[-Q ]{0,2}[ +-]?[0-9]{0,3}[ \n]?",
        "[٠-٩]{4}-[0-9]{2}",
    ]
}

proptest! {
    #[test]
    fn coarsening_keeps_the_year_and_the_month_or_quarter(day in day()) {
        let (month, quarter, year) = (YearMonth::from(day), YearQuarter::from(day), Year::from(day));
        prop_assert_eq!((month.year(), month.month()), (day.year(), day.month()));
        prop_assert_eq!((quarter.year(), quarter.quarter()), (day.year(), quarter_of(day)));
        prop_assert_eq!(i32::from(year.get()), day.year());
    }

    #[test]
    fn coarsening_in_steps_is_coarsening_at_once(day in day()) {
        let (month, quarter) = (YearMonth::from(day), YearQuarter::from(day));
        prop_assert_eq!(YearQuarter::from(month), quarter);
        prop_assert_eq!(Year::from(month), Year::from(day));
        prop_assert_eq!(Year::from(quarter), Year::from(day));
    }

    #[test]
    fn coarsening_a_year_beyond_four_digits_takes_the_nearest(day in any_day()) {
        let nearest = day.year().clamp(1000, 9999);
        prop_assert_eq!(YearMonth::from(day), YearMonth::new(nearest, day.month()));
        prop_assert_eq!(YearQuarter::from(day), YearQuarter::new(nearest, quarter_of(day)));
        prop_assert_eq!(i32::from(Year::from(day).get()), nearest);
    }

    #[test]
    fn coarsening_keeps_the_order(a in day(), b in day()) {
        let (earlier, later) = (a.min(b), a.max(b));
        prop_assert!(YearMonth::from(earlier) <= YearMonth::from(later));
        prop_assert!(YearQuarter::from(earlier) <= YearQuarter::from(later));
        prop_assert!(Year::from(earlier) <= Year::from(later));
    }

    #[test]
    fn order_is_that_of_year_and_part(a in day(), b in day()) {
        let month = |day: NaiveDate| (day.year(), day.month());
        let quarter = |day: NaiveDate| (day.year(), quarter_of(day));
        prop_assert_eq!(YearMonth::from(a).cmp(&YearMonth::from(b)), month(a).cmp(&month(b)));
        prop_assert_eq!(YearQuarter::from(a).cmp(&YearQuarter::from(b)), quarter(a).cmp(&quarter(b)));
        prop_assert_eq!(Year::from(a).cmp(&Year::from(b)), a.year().cmp(&b.year()));
    }

    #[test]
    fn text_is_the_canonical_form_and_comes_back(day in day()) {
        let (month, quarter, year) = (YearMonth::from(day), YearQuarter::from(day), Year::from(day));
        prop_assert_eq!(month.to_string(), &day.to_string()[..7]);
        prop_assert_eq!(quarter.to_string(), quarter_text(day));
        prop_assert_eq!(year.to_string(), &day.to_string()[..4]);
        prop_assert_eq!(month.to_string().parse(), Ok(month));
        prop_assert_eq!(quarter.to_string().parse(), Ok(quarter));
        prop_assert_eq!(year.to_string().parse(), Ok(year));
    }

    #[test]
    fn json_is_the_canonical_form_and_comes_back(day in day()) {
        let (month, quarter, year) = (YearMonth::from(day), YearQuarter::from(day), Year::from(day));
        prop_assert_eq!(json!(month), json!(&day.to_string()[..7]));
        prop_assert_eq!(json!(quarter), json!(quarter_text(day)));
        prop_assert_eq!(json!(year), json!(day.year()));
        prop_assert_eq!(serde_json::from_value::<YearMonth>(json!(month)).unwrap(), month);
        prop_assert_eq!(serde_json::from_value::<YearQuarter>(json!(quarter)).unwrap(), quarter);
        prop_assert_eq!(serde_json::from_value::<Year>(json!(year)).unwrap(), year);
    }

    #[test]
    fn one_value_has_one_text(text in near_text()) {
        // What is read is what would be written: no sign, no space, no missing zero, no other digits.
        if let Ok(month) = text.parse::<YearMonth>() {
            prop_assert_eq!(month.to_string(), text);
        } else if let Ok(quarter) = text.parse::<YearQuarter>() {
            prop_assert_eq!(quarter.to_string(), text);
        } else if let Ok(year) = text.parse::<Year>() {
            prop_assert_eq!(year.to_string(), text);
        } else if let Ok(date) = text.parse::<Date>() {
            prop_assert_eq!(date.to_string(), text);
        }
    }

    #[test]
    fn a_date_of_a_description_has_one_text(day in day(), blot in "[ +0-9-]", at in 0..10_usize) {
        let text = Date::from(day).to_string();
        prop_assert_eq!(&text, &day.to_string());
        prop_assert_eq!(text.parse(), Ok(Date::from(day)));
        let mut blotted = text;
        blotted.replace_range(at..=at, &blot);
        if let Ok(read) = blotted.parse::<Date>() {
            prop_assert_eq!(read.to_string(), blotted);
        }
    }

    #[test]
    fn only_months_quarters_and_years_of_the_calendar_are_made(
        year in -20_000..20_000_i32,
        part in 0..20_u32,
    ) {
        let has_year = (1000..=9999).contains(&year);
        prop_assert_eq!(YearMonth::try_new(year, part).is_ok(), has_year && (1..=12).contains(&part));
        prop_assert_eq!(YearQuarter::try_new(year, part).is_ok(), has_year && (1..=4).contains(&part));
        prop_assert_eq!(Year::try_from(i64::from(year)).is_ok(), has_year);
        if !has_year {
            prop_assert_eq!(
                Year::try_from(i64::from(year)),
                Err(CalendarError::OutOfBounds { min: 1000, max: 9999 })
            );
        }
    }

    #[test]
    fn days_of_arrow_are_first_days(day in day()) {
        let days = day.to_epoch_days();
        let month = YearMonth::try_from_epoch_days(days);
        let quarter = YearQuarter::try_from_epoch_days(days);
        prop_assert_eq!(month.is_ok(), day.day() == 1);
        prop_assert_eq!(quarter.is_ok(), day.day() == 1 && [1, 4, 7, 10].contains(&day.month()));
        let first = day.with_day(1).unwrap();
        prop_assert_eq!(YearMonth::from(day).to_epoch_days(), first.to_epoch_days());
        prop_assert_eq!(
            YearMonth::try_from_epoch_days(first.to_epoch_days()),
            Ok(YearMonth::from(day))
        );
        let first = first.with_month0(day.month0() / 3 * 3).unwrap();
        prop_assert_eq!(
            YearQuarter::try_from_epoch_days(first.to_epoch_days()),
            Ok(YearQuarter::from(day))
        );
    }

    #[test]
    fn period_of_any_grain_agrees_with_the_typed_period(day in day()) {
        any_grain::<YearMonth>(day)?;
        any_grain::<YearQuarter>(day)?;
        any_grain::<Year>(day)?;
    }

    #[test]
    fn the_reference_date_is_the_last_day(day in day()) {
        bounds(YearMonth::from(day), day)?;
        bounds(YearQuarter::from(day), day)?;
        bounds(Year::from(day), day)?;
    }
}

/// A period as data is the same as the period as a type, in every respect.
fn any_grain<P>(day: NaiveDate) -> Result<(), TestCaseError>
where
    P: CalendarType + From<NaiveDate> + std::fmt::Display + PartialEq + std::fmt::Debug,
{
    let typed = P::from(day);
    let period: CalendarPeriod = typed.into();
    prop_assert_eq!(P::from_period(period), Some(typed));
    prop_assert_eq!(
        CalendarPeriod::containing(P::GRAIN, day.into()),
        Some(period)
    );
    prop_assert_eq!(
        CalendarPeriod::parse(P::GRAIN, &typed.to_string()),
        Ok(period)
    );
    prop_assert_eq!(period.to_string(), typed.to_string());
    prop_assert_eq!(period.period(), typed.period());
    let first_day = typed.first_day().to_epoch_days();
    prop_assert_eq!(
        CalendarPeriod::try_from_epoch_days(P::GRAIN, first_day),
        Ok(period)
    );
    prop_assert!(CalendarPeriod::try_from_epoch_days(P::GRAIN, first_day + 1).is_err());
    for neighbour in [period.next(), period.previous()].into_iter().flatten() {
        prop_assert!(neighbour != period && neighbour.grain() == P::GRAIN);
    }
    prop_assert_eq!(
        period.next().map_or(Some(period), CalendarPeriod::previous),
        Some(period)
    );
    Ok(())
}

/// A period is exactly the days that coarsen into it.
fn bounds<P>(period: P, day: NaiveDate) -> Result<(), TestCaseError>
where
    P: ObservationPeriod + From<NaiveDate> + PartialEq + std::fmt::Debug,
{
    let (first, last) = (
        period.first_day().to_chrono(),
        period.last_day().to_chrono(),
    );
    prop_assert!(first <= day && day <= last);
    prop_assert!(period.period().contains(day.into()));
    prop_assert_eq!(P::from(first), period);
    prop_assert_eq!(P::from(last), period);
    let (before, after) = (first - TimeDelta::days(1), last + TimeDelta::days(1));
    prop_assert!(before.year() < 1000 || P::from(before) != period);
    prop_assert!(after.year() > 9999 || P::from(after) != period);
    prop_assert_eq!(period.reference_date().to_chrono(), last);
    Ok(())
}

#[test]
fn the_state_on_the_first_of_january_is_in_the_row_of_the_year_before() {
    let state = NaiveDate::from_ymd_opt(2011, 1, 1).unwrap();
    assert_eq!(
        Year::new(2010).reference_date().to_chrono(),
        state.pred_opt().unwrap()
    );
}

#[test]
#[should_panic(expected = "a month is a year of four digits and a month from 1 to 12")]
fn a_thirteenth_month_is_refused() {
    let _ = YearMonth::new(2016, 13);
}

#[test]
#[should_panic(expected = "a quarter is a year of four digits and a quarter from 1 to 4")]
fn a_fifth_quarter_is_refused() {
    let _ = YearQuarter::new(2016, 5);
}

#[test]
#[should_panic(expected = "a year has four digits")]
fn a_year_of_three_digits_is_refused() {
    let _ = Year::new(999);
}

/// The steps of one calendar type, against the days of its periods.
macro_rules! steps_are_right {
    ($name:ident, $type:ident, $count:expr) => {
        proptest! {
            #[test]
            fn $name(day in day(), number in -2000..2000_i32) {
                let period = $type::from_period(
                    CalendarPeriod::containing($type::GRAIN, day.into()).unwrap(),
                )
                .unwrap();
                if let Some(next) = period.next() {
                    prop_assert_eq!(next.first_day(), period.next_day());
                    prop_assert_eq!(next.previous(), Some(period));
                } else {
                    prop_assert_eq!(day.year(), 9999);
                }
                if let Some(other) = period.plus(number) {
                    prop_assert_eq!(other.since(period), number);
                    prop_assert_eq!(other.cmp(&period), number.cmp(&0));
                    let all = period.through(other);
                    prop_assert_eq!(all.len(), usize::try_from(number + 1).unwrap_or(0));
                    prop_assert!(all.clone().is_sorted());
                    prop_assert!(all.rev().eq(period.through(other).collect::<Vec<_>>().into_iter().rev()));
                }
                // Those of a year are as many as the calendar says, follow one another, and are within it.
                let year = Year::new(i16::try_from(day.year()).unwrap());
                let within: Vec<$type> = $type::all_in(year).collect();
                let count: fn(Year) -> usize = $count;
                prop_assert_eq!(within.len(), count(year));
                prop_assert!(within.iter().all(|it| year.covers(*it)));
                prop_assert_eq!(within[0].first_day(), year.first_day());
                prop_assert_eq!(within[within.len() - 1].last_day(), year.last_day());
            }
        }
    };
}

steps_are_right!(steps_of_days_are_right, Day, |year| {
    usize::try_from(year.last_day().to_epoch_days() - year.first_day().to_epoch_days()).unwrap() + 1
});
steps_are_right!(steps_of_months_are_right, YearMonth, |_| 12);
steps_are_right!(steps_of_quarters_are_right, YearQuarter, |_| 4);
steps_are_right!(steps_of_years_are_right, Year, |_| 1);

#[test]
fn no_period_is_within_a_shorter_one() {
    assert_eq!(Year::all_in(YearQuarter::new(2010, 1)).len(), 0);
    assert_eq!(YearQuarter::all_in(YearMonth::new(2010, 1)).next(), None);
    let months = YearMonth::all_in(YearQuarter::new(2010, 4));
    assert_eq!(format!("{months:?}"), "Periods(2010-10 to 2010-12)");
    assert_eq!(Year::new(9999).next(), None);
    assert_eq!(YearMonth::new(1000, 1).previous(), None);
}
