//! Rules in the language of a package.

use beraad_schema::describe::{
    Block, CalendarPeriod, Date, Dialect, Expr, Grain, Literal, OBSERVATION_PERIOD_IN_WINDOW,
    ObservationPeriod, Operator, Period, Rule,
};

use crate::format::Selection;

/// Returns the rules of a block, and that of its observation period: it lies within the window of the decision.
pub(crate) fn rules_of(selection: &Selection<'_>, block: &Block) -> Vec<Rule> {
    let mut rules = block.rules.clone();
    rules.extend(window_rule(selection, block));
    rules
}

fn window_rule(selection: &Selection<'_>, block: &Block) -> Option<Rule> {
    let observation = selection.model.deliberation.observation(block)?;
    let name = block.observation_period.as_deref()?;
    let grain = block.column(name)?.value_type().grain()?;
    let at = |operator, day| {
        let period = CalendarPeriod::containing(grain, day)?;
        Some(compared(name, operator, period))
    };
    let windows = windows(selection, block);
    let (first, last) = (windows.first()?, windows.last()?);
    let mut parts = vec![at(Operator::GreaterOrEqual, first.from?)?];
    parts.extend(last.to.and_then(|to| at(Operator::LessOrEqual, to)));
    for (window, next) in windows.iter().zip(windows.iter().skip(1)) {
        let is_before = at(Operator::LessOrEqual, window.to?)?;
        let is_after = at(Operator::GreaterOrEqual, next.from?)?;
        parts.push(Expr::binary(Operator::Or, is_before, is_after));
    }
    let parts = parts.into_iter();
    let expression = parts.reduce(|left, right| Expr::binary(Operator::And, left, right))?;
    Some(Rule::new(
        OBSERVATION_PERIOD_IN_WINDOW,
        observation.message(),
        expression,
    ))
}

/// Returns the periods in which the observation periods of a block may be: more than one for a window of years that do not follow
/// each other.
///
/// Each begins with the first day of an observation period, and ends with the last day of one.
pub(crate) fn windows(selection: &Selection<'_>, block: &Block) -> Vec<Period> {
    let find = || {
        let deliberation = &selection.model.deliberation;
        let observation = deliberation.observation(block)?;
        let name = block.observation_period.as_deref()?;
        let grain = block.column(name)?.value_type().grain()?;
        let window = &deliberation.window;
        let first = CalendarPeriod::containing(grain, window.span().from?)?;
        let first = if observation.contains(first) {
            first
        } else {
            first.next()?
        };
        // The state at the end of the year before the window may be that of its first day.
        let before = first.previous().filter(|it| observation.contains(*it));
        let last = window
            .span()
            .to
            .and_then(|to| CalendarPeriod::containing(grain, to));
        let last = last.and_then(|last| {
            if observation.contains(last) {
                Some(last)
            } else {
                last.previous()
            }
        });
        let mut found = Vec::new();
        let mut from = Some(before.unwrap_or(first).first_day());
        for year in window.first_year() + 1..window.last_year().unwrap_or_default() {
            let (first, last) = (Date::ymd(year, 1, 1), Date::ymd(year, 12, 31));
            if window.contains(first, last) {
                from = from.or(Some(first));
            } else if let Some(from) = from.take() {
                let to = Date::ymd(year - 1, 12, 31);
                found.push(Period::new(Some(from), Some(to)));
            }
        }
        let from = from.or_else(|| Some(Date::ymd(window.last_year()?, 1, 1)));
        found.push(Period::new(from, last.map(ObservationPeriod::last_day)));
        Some(found)
    };
    find().unwrap_or_default()
}

fn compared(name: &str, operator: Operator, period: CalendarPeriod) -> Expr {
    let literal = match period.grain() {
        Grain::Year => Literal::Number(period.first_day().year().into()),
        Grain::Quarter | Grain::Month | Grain::Day => Literal::Period(period),
    };
    Expr::binary(
        operator,
        Expr::column(name.to_owned()),
        Expr::Literal(literal),
    )
}

/// Returns true if the columns of a rule are variables of their own in a package: a list is not, and neither is the period that
/// contains another one.
fn is_translatable(expression: &Expr) -> bool {
    match expression {
        Expr::Len(_) | Expr::Contains { .. } | Expr::Containing { .. } => false,
        _ => expression.operands().all(is_translatable),
    }
}

/// Returns the condition that a row violates a rule; `None` if a package has no variables for it.
pub(crate) fn violation(rule: &Rule) -> Option<Expr> {
    is_translatable(&rule.expression).then(|| rule.expression.violated())
}

/// Returns the condition, in a dialect, that a row violates a rule; `None` if the package has no variables for it.
pub(crate) fn translated(rule: &Rule, dialect: &Dialect) -> Option<String> {
    violation(rule).map(|violated| dialect.print(&violated))
}
