include!("../shared/wage.rs");

/// The constant of a rule is an argument of a macro.
macro_rules! wage_with {
    ($one:expr) => {
        wage! {
            rule(bonus_is_part: bonus <= euros, nl = "premie", en = "bonus"),
            rule(bonus_is_not_all: euros - bonus > 0 || euros == bonus, nl = "rest", en = "rest"),
            rule(francs_are_positive: francs >= 0, nl = "franken", en = "francs"),
            rule(delay_is_short: delay + 1 < days && 1 + delay <= days, nl = "vertraging", en = "delay"),
            rule(seniority_is_part_of_age: age - seniority >= 14, nl = "anciënniteit", en = "seniority"),
            rule(few_hours: hours <= 60 && distance != 0, nl = "uren", en = "hours"),
            rule(delay_is_not_early: delay >= -5 && -1 + delay < days && !matches!(delay, -3 | 4), nl = "vroeg", en = "early"),
            rule(delay_of_a_macro: $one + delay <= days, nl = "macro", en = "macro"),
        }
    };
}

wage_with!(1);

fn main() {
    let rule = |id: &str| {
        let rules = Wage::description().rules.iter();
        rules.filter(|rule| rule.id == id).count()
    };
    assert_eq!(rule("bonus_is_part"), 1);
    let mut rules = Wage::description().rules.iter();
    let early = rules.find(|rule| rule.id == "delay_is_not_early").unwrap();
    assert_eq!(
        early.expression.to_string(),
        "delay >= -5 && -1 + delay < days && !matches!(delay, -3 | 4)"
    );
}
