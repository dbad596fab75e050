//! The observation periods that two models accept in the rows of a block.

use beraad_describe::{
    Block, CalendarPeriod, Date, Grain, Model, Observation, ObservationPeriod, Period, ReadAt,
    Window,
};

use crate::class::{Verdict, Viewpoints};
use crate::former_names::{Names, continued};
use crate::item::Kind;
use crate::rule::{Changes, Found};

/// The blocks whose observation periods count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Blocks {
    All,
    /// Those whose yearly states are those of another day.
    OfOtherStates,
}

/// Returns whether rows remain valid, as far as their observation periods decide: old rows in the new model, and new rows in
/// the old one.
fn verdicts(old: &Model, new: &Model, blocks: Blocks) -> (Verdict, Verdict) {
    let (mut backward, mut forward) = (Verdict::Yes, Verdict::Yes);
    let names = |model: &Model| -> Vec<_> { model.blocks.iter().map(Names::from).collect() };
    let continued = continued(&names(old), &names(new));
    for (new_block, former) in new.blocks.iter().zip(continued) {
        let Some(old_block) = former.map(|former| &old.blocks[former]) else {
            continue;
        };
        let observations = (
            old.deliberation.observation(old_block),
            new.deliberation.observation(new_block),
        );
        let (Some(before), Some(after)) = observations else {
            continue;
        };
        let is_other_state = before.is_year_end() != after.is_year_end();
        if blocks == Blocks::OfOtherStates && !is_other_state {
            continue;
        }
        // The rule about the type of the column says what becomes of periods of another precision.
        let grain = grain(old_block).filter(|old| grain(new_block) == Some(*old));
        let Some(grain) = grain else {
            continue;
        };
        // The state at midnight may have the codes of the next day too.
        if is_other_state && (reads_codes_then(old, old_block) || reads_codes_then(new, new_block))
        {
            let side = if before.is_year_end() {
                &mut backward
            } else {
                &mut forward
            };
            if *side == Verdict::Yes {
                *side = Verdict::Undecided;
            }
        }
        for period in candidates(grain, &[&old.deliberation.window, &new.deliberation.window]) {
            match (before.contains(period), after.contains(period)) {
                (true, false) => backward = Verdict::No,
                (false, true) => forward = Verdict::No,
                _ => {}
            }
        }
    }
    (backward, forward)
}

/// Returns the viewpoints of a change that decides whose states are those of the end of a year.
pub(crate) fn viewpoints_of_states(changes: &Changes<'_>, series: Verdict) -> Viewpoints {
    let (backward, forward) = verdicts(changes.old, changes.new, Blocks::OfOtherStates);
    Viewpoints::new(backward, forward, Verdict::Yes, series)
}

/// Returns the precision of the observation periods of a block.
fn grain(block: &Block) -> Option<Grain> {
    let column = block.column(block.observation_period.as_deref()?)?;
    column.value_type().grain()
}

fn reads_codes_then(model: &Model, block: &Block) -> bool {
    let columns = block.columns();
    let mut lists = columns.iter().filter_map(|column| model.list_of(column));
    lists.any(|list| list.read_at == ReadAt::ObservationPeriod && !list.is_reference_only())
}

/// Returns periods near each end of the windows. Between two of the ends, and outside all of them, the windows accept either each
/// period or none, so that these periods decide about all.
pub(crate) fn candidates(grain: Grain, windows: &[&Window]) -> Vec<CalendarPeriod> {
    let mut candidates = Vec::new();
    for window in windows {
        let days = match window {
            Window::Period { from, to } => vec![Some(*from), *to],
            Window::Years(years) => {
                let years = years.iter().map(|year| i32::from(*year));
                years
                    .flat_map(|year| [Date::try_ymd(year, 1, 1), Date::try_ymd(year, 12, 31)])
                    .collect()
            }
        };
        for day in days.into_iter().flatten() {
            let Some(middle) = CalendarPeriod::containing(grain, day) else {
                continue;
            };
            candidates.push(middle);
            let mut before = middle;
            let mut after = middle;
            // Two to each side: the year before the window is a special case.
            for _ in 0..2 {
                if let Some(period) = before.previous() {
                    before = period;
                    candidates.push(period);
                }
                if let Some(period) = after.next() {
                    after = period;
                    candidates.push(period);
                }
            }
        }
    }
    candidates
}

/// Returns the days of a window as intervals in ascending order, with both ends included and none that touch. The last one may
/// have no end.
fn intervals(window: &Window) -> Vec<(Date, Option<Date>)> {
    let years = match window {
        Window::Period { from, to } => {
            let is_empty = to.is_some_and(|to| to < *from);
            return if is_empty {
                Vec::new()
            } else {
                vec![(*from, *to)]
            };
        }
        Window::Years(years) => years,
    };
    let mut years: Vec<i32> = years.iter().map(|year| i32::from(*year)).collect();
    years.sort_unstable();
    years.dedup();
    let mut intervals: Vec<(Date, Option<Date>)> = Vec::new();
    for year in years {
        let (Some(first), Some(last)) = (Date::try_ymd(year, 1, 1), Date::try_ymd(year, 12, 31))
        else {
            continue;
        };
        match intervals.last_mut() {
            Some((_, Some(end))) if end.to_epoch_days() + 1 == first.to_epoch_days() => {
                *end = last;
            }
            _ => intervals.push((first, Some(last))),
        }
    }
    intervals
}

/// Returns true if one window has every day of another one.
pub(crate) fn covers(window: &Window, other: &Window) -> bool {
    let own = intervals(window);
    intervals(other).into_iter().all(|(first, last)| {
        own.iter().any(|(from, to)| {
            let period = Period::new(Some(*from), *to);
            period.contains(first)
                && match last {
                    Some(last) => period.contains(last),
                    None => to.is_none(),
                }
        })
    })
}

/// Returns true if a block may have rows with this observation period.
pub(crate) fn is_accepted(
    observation: Option<&Observation>,
    period: impl ObservationPeriod,
) -> bool {
    observation.is_none_or(|observation| observation.contains(period))
}

/// Returns a finding about the window, if it changed in a certain way: `is_so` gets the old and the new window.
pub(crate) fn found_windows(
    changes: &Changes<'_>,
    is_so: impl Fn(&Window, &Window) -> bool,
) -> Vec<Found> {
    let parts = changes.attributes(Kind::Decision);
    let parts = parts.filter(|part| part.name.starts_with("window."));
    let explained: Vec<_> = parts.map(|part| part.index).collect();
    let (old, new) = (
        &changes.old.deliberation.window,
        &changes.new.deliberation.window,
    );
    match explained.split_first() {
        Some((first, rest)) if is_so(old, new) => {
            let (backward, forward) = verdicts(changes.old, changes.new, Blocks::All);
            let found = Found::new(*first, format!("{old} -> {new}"));
            let found = found.and(rest.iter().copied());
            let viewpoints = Viewpoints::new(backward, forward, Verdict::Yes, Verdict::Yes);
            vec![found.viewpoints(viewpoints)]
        }
        _ => Vec::new(),
    }
}
