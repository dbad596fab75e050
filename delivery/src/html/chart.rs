//! Charts: the share of the rows, and the number of rows in each period.

use std::collections::BTreeMap;

use beraad_schema::describe::{CalendarPeriod, Grain, counted, grouped};

use super::writer::Html;
use crate::comparison::PeriodComparison;

/// The width of a chart of periods, in units of its own.
const WIDTH: u64 = 240;
const HEIGHT: u64 = 40;

/// The number of periods that are listed below a chart. A period that is not valid may be of any year, so there may be thousands.
pub(super) const MAX_LISTED: usize = 400;

/// Writes a bar for the share of the rows. The text beside it has the numbers.
pub(super) fn share(html: &mut Html, part: u64, whole: u64) {
    let width = u128::from(part) * 1000 / u128::from(whole.max(1));
    // One row of a million is still seen.
    let width = width.clamp(u128::from(part > 0) * 12, 1000).to_string();
    let attributes = [
        ("class", "share"),
        ("viewBox", "0 0 1000 10"),
        ("preserveAspectRatio", "none"),
        ("aria-hidden", "true"),
    ];
    html.element("svg", &attributes, |html| {
        rect(html, "track", ["0", "0", "1000", "10"]);
        rect(html, "fill", ["0", "0", &width, "10"]);
    });
}

fn rect(html: &mut Html, class: &str, [x, y, width, height]: [&str; 4]) {
    let attributes = [
        ("class", class),
        ("x", x),
        ("y", y),
        ("width", width),
        ("height", height),
    ];
    html.leaf("rect", &attributes, "");
}

/// Writes a chart of the number of rows in each period, on an axis of time, and the numbers as a folded list.
pub(super) fn periods(html: &mut Html, periods: &BTreeMap<String, u64>) {
    let (Some((first, _)), Some((last, _))) = (periods.first_key_value(), periods.last_key_value())
    else {
        return;
    };
    let mut highest: Option<(&str, u64)> = None;
    for (period, count) in periods {
        if highest.is_none_or(|(_, most)| *count > most) {
            highest = Some((period, *count));
        }
    }
    let (most_in, most) = highest.unwrap_or_default();
    let number = counted(periods.len() as u64, "period");
    if periods.len() > 1 {
        let summary = format!(
            "Bar chart: {number}, {first} to {last}; most in {most_in}: {}",
            counted(most, "row")
        );
        svg(html, &summary, |html| bars(html, periods));
        html.class("div", "axis", |html| {
            html.leaf("span", &[], first);
            html.leaf("span", &[], last);
        });
    }
    let most = if periods.len() == 1 {
        format!("{first}: {}", counted(most, "row"))
    } else {
        format!("{number}; most in {most_in}: {}", grouped(most))
    };
    if periods.len() == 1 {
        html.leaf("p", &[], &most);
        return;
    }
    html.element("details", &[], |html| {
        html.leaf("summary", &[], &most);
        html.class("ul", "counts", |html| {
            for (period, count) in periods.iter().take(MAX_LISTED) {
                html.leaf("li", &[], &format!("{period}: {}", grouped(*count)));
            }
            if periods.len() > MAX_LISTED {
                let others = counted((periods.len() - MAX_LISTED) as u64, "other period");
                html.leaf("li", &[], &format!("{others}, in report.json"));
            }
        });
    });
}

/// Writes two charts of the number of rows in each period on the same axes: of the old delivery and of the new one.
pub(super) fn compared_periods(html: &mut Html, periods: &[PeriodComparison]) {
    let (Some(first), Some(last)) = (periods.first(), periods.last()) else {
        return;
    };
    let of = |rows: fn(&PeriodComparison) -> u64| {
        let bars = periods.iter().map(|it| (&*it.period, rows(it)));
        heights(bars)
    };
    let (old, new) = (of(|it| it.rows.old), of(|it| it.rows.new));
    let most = highest(&old).max(highest(&new));
    for (name, heights) in [("Old", old), ("New", new)] {
        let number = counted(periods.len() as u64, "period");
        let summary = format!(
            "{name} delivery: bar chart of the rows of {number}, {} to {}",
            first.period, last.period
        );
        html.leaf("p", &[("class", "soft")], &format!("{name} delivery"));
        svg(html, &summary, |html| draw(html, &heights, most));
    }
    html.class("div", "axis", |html| {
        html.leaf("span", &[], &first.period);
        html.leaf("span", &[], &last.period);
    });
}

fn svg(html: &mut Html, summary: &str, content: impl FnOnce(&mut Html)) {
    let view = format!("0 0 {WIDTH} {HEIGHT}");
    let attributes = [
        ("class", "periods"),
        ("viewBox", &*view),
        ("preserveAspectRatio", "none"),
        ("role", "img"),
        ("aria-label", summary),
    ];
    html.element("svg", &attributes, content);
}

fn bars(html: &mut Html, periods: &BTreeMap<String, u64>) {
    let periods = periods.iter();
    let heights = heights(periods.map(|(period, count)| (&**period, *count)));
    draw(html, &heights, highest(&heights));
}

/// The number of rows and the width of each bar, by its left end.
type Heights = BTreeMap<u64, (u64, u64)>;

fn heights<'p>(periods: impl Iterator<Item = (&'p str, u64)>) -> Heights {
    let placed: Vec<_> = periods
        .filter_map(|(period, count)| {
            let (first, last) = days(period)?;
            Some((first, last, count))
        })
        .collect();
    let start = placed.iter().map(|(first, ..)| *first).min().unwrap_or(0);
    let end = placed.iter().map(|(_, last, _)| *last).max().unwrap_or(0);
    let days = (end - start + 1).max(1).unsigned_abs();
    // A bar is at least one unit wide, and periods that fall on one unit are added: there are at most as many bars as units.
    let mut heights = Heights::new();
    for (first, last, count) in placed {
        let unit = |day: i64| (day - start).unsigned_abs() * WIDTH / days;
        let (left, right) = (unit(first), unit(last + 1));
        let bar = heights.entry(left).or_default();
        bar.0 += count;
        bar.1 = right.saturating_sub(left).max(1);
    }
    heights
}

fn highest(heights: &Heights) -> u64 {
    let counts = heights.values().map(|(count, _)| *count);
    counts.max().unwrap_or_default()
}

fn draw(html: &mut Html, heights: &Heights, most: u64) {
    let most = u128::from(most.max(1));
    rect(
        html,
        "track",
        ["0", &(HEIGHT - 1).to_string(), &WIDTH.to_string(), "1"],
    );
    for (left, (count, width)) in heights {
        // A period that the other delivery has.
        if *count == 0 {
            continue;
        }
        let height = (u128::from(*count) * u128::from(HEIGHT) / most).max(2);
        // A gap between neighbours, where there is room for one.
        let shown = if *width > 3 { width - 1 } else { *width };
        let top = u128::from(HEIGHT).saturating_sub(height).to_string();
        let numbers = [left.to_string(), top, shown.to_string(), height.to_string()];
        let [x, y, width, height] = &numbers;
        rect(html, "fill", [x, y, width, height]);
    }
}

/// Returns the first and the last day of a period, counted from 1 January 1970.
fn days(period: &str) -> Option<(i64, i64)> {
    let grains = [Grain::Year, Grain::Quarter, Grain::Month, Grain::Day];
    let period = grains
        .into_iter()
        .find_map(|grain| CalendarPeriod::parse(grain, period).ok())?;
    let first = i64::from(period.to_epoch_days());
    let next = period.next().map(CalendarPeriod::to_epoch_days);
    // The last period of the calendar has no next one.
    Some((first, next.map_or(first, |next| i64::from(next) - 1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_are_on_an_axis_of_time() {
        let periods = [("2010-Q1", 4), ("2010-Q2", 2), ("2010-Q4", 1)];
        let periods = periods.map(|(period, count)| (period.to_owned(), count));
        let mut html = Html::default();
        bars(&mut html, &BTreeMap::from(periods));
        let page = html.finish();
        let bars: Vec<_> = page.split("class=\"fill\"").skip(1).collect();
        assert_eq!(
            bars.iter()
                .map(|bar| bar.split('>').next().unwrap())
                .collect::<Vec<_>>(),
            [
                " x=\"0\" y=\"0\" width=\"58\" height=\"40\"",
                " x=\"59\" y=\"20\" width=\"59\" height=\"20\"",
                " x=\"179\" y=\"30\" width=\"60\" height=\"10\"",
            ]
        );
    }

    #[test]
    fn chart_of_many_periods_stays_small() {
        let periods = (1000..9999).map(|year| (year.to_string(), u64::MAX / 10_000));
        let mut html = Html::default();
        super::periods(&mut html, &periods.collect());
        let page = html.finish();
        assert!(page.matches("class=\"fill\"").count() <= 240);
        assert!(page.contains("8,599 other periods"));
    }
}
