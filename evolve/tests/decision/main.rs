//! The rules about the decision, the rules of rows, constraints, subjects and texts.

mod conditions;
mod windows;

use beraad_describe::{
    Block, Date, Expr, Field, Grain, Heading, Label, Language, Literal, Model, NumberQuantity,
    Observation, Operator, Paragraph, Quantity, Retention, Rule, Severity, Term, ValueType, Window,
    Year, YearMonth, YearlyStates, example_model,
};
use beraad_evolve::{Class, Diff, Finding, Verdict};
use proptest::prelude::*;

/// Returns the findings of a change to the example model.
fn findings(old: impl Fn(&mut Model), new: impl Fn(&mut Model)) -> Vec<Finding> {
    let (mut before, mut after) = (example_model(), example_model());
    old(&mut before);
    old(&mut after);
    new(&mut after);
    Diff::new(&before, &after).findings
}

/// Returns the id and the worst class of each finding.
fn ids(findings: &[Finding]) -> Vec<(&'static str, Class)> {
    let ids = findings
        .iter()
        .map(|finding| (finding.rule.id, finding.class()));
    ids.collect()
}

fn unchanged(_: &mut Model) {}

fn rows(finding: &Finding) -> (Verdict, Verdict) {
    let viewpoints = finding.viewpoints;
    (
        viewpoints.old_data_in_new_model,
        viewpoints.new_data_in_old_model,
    )
}

fn block<'m>(model: &'m mut Model, id: &str) -> &'m mut Block {
    let mut blocks = model.blocks.iter_mut();
    blocks.find(|block| block.id == id).unwrap()
}

fn label(nl: &'static str, en: &'static str) -> Label {
    Label::new([(Language::NL, nl), (Language::EN, en)])
}

#[test]
fn yearly_state_of_another_day_moves_the_first_year() {
    let year_end = |model: &mut Model| {
        model.deliberation.paragraphs[1].yearly_states = Some(YearlyStates::YearEnd);
    };
    let found = findings(unchanged, year_end);
    assert_eq!(ids(&found), [("D027", Class::Semantic)]);
    assert_eq!(rows(&found[0]), (Verdict::Yes, Verdict::No));
    let found = findings(year_end, |model| {
        model.deliberation.headings[1].yearly_states = Some(YearlyStates::WithinYear);
    });
    assert_eq!(ids(&found), [("D027", Class::Semantic)]);
    assert_eq!(rows(&found[0]), (Verdict::No, Verdict::Yes));
    // The paragraph of a block without yearly states.
    let found = findings(unchanged, |model| {
        model.deliberation.paragraphs[0].yearly_states = Some(YearlyStates::YearEnd);
    });
    assert_eq!(rows(&found[0]), (Verdict::Yes, Verdict::Yes));
}

#[test]
fn block_under_another_heading_may_have_states_of_another_day() {
    let found = findings(
        |model| {
            let heading = Heading::new("3", "Jaareinde", label("Jaareinde", "End of the year"));
            model.deliberation.headings.push(heading);
            model.deliberation.headings[3].yearly_states = Some(YearlyStates::YearEnd);
        },
        |model| block(model, "member").heading = "Jaareinde".into(),
    );
    assert_eq!(ids(&found), [("T016", Class::Risky)]);
    assert_eq!(rows(&found[0]), (Verdict::Yes, Verdict::No));
}

#[test]
fn retention_is_a_disclosure_if_it_becomes_longer() {
    let until = |year| Some(Retention::Until(Date::ymd(year, 12, 31)));
    let words = || Some(Retention::Words(label("tien jaar", "ten years")));
    for (old, new, class) in [
        (until(2029), until(2030), Class::Disclosure),
        (until(2029), until(2028), Class::Doc),
        (until(2029), None, Class::Disclosure),
        (None, until(2029), Class::Doc),
        (until(2029), words(), Class::Risky),
        (words(), until(2029), Class::Risky),
        (words(), None, Class::Disclosure),
        (None, words(), Class::Doc),
    ] {
        let found = findings(
            |model| model.deliberation.keep_until = old.clone(),
            |model| model.deliberation.keep_until = new.clone(),
        );
        assert_eq!(ids(&found), [("V024", class)], "{old:?} {new:?}");
        assert_eq!(rows(&found[0]), (Verdict::Yes, Verdict::Yes));
    }
}

#[test]
fn precision_counts_where_it_is_stated_nearest_to_the_phrase() {
    let precision =
        |grain| move |model: &mut Model| model.deliberation.headings[0].terms[1].precision = grain;
    let found = findings(unchanged, precision(Some(Grain::Day)));
    assert_eq!(ids(&found), [("D022", Class::Disclosure)]);
    assert_eq!(found[0].message, "month -> day");
    let found = findings(unchanged, precision(Some(Grain::Year)));
    assert_eq!(ids(&found), [("D023", Class::Breaking)]);
    assert_eq!(rows(&found[0]), (Verdict::Yes, Verdict::Yes));
    // The paragraph says the month too.
    let found = findings(unchanged, precision(None));
    assert_eq!(ids(&found), [("D028", Class::Doc)]);
    // From nothing, which is the year, to the year.
    let found = findings(
        |model| model.deliberation.paragraphs[0].dates = None,
        |model| model.deliberation.paragraphs[0].dates = Some(Grain::Year),
    );
    assert_eq!(ids(&found), [("D028", Class::Doc)]);
}

#[test]
fn paragraph_that_is_removed_takes_along_what_it_states() {
    let found = findings(unchanged, |model| {
        model.deliberation.paragraphs.truncate(1);
    });
    assert_eq!(ids(&found), [("D021", Class::Semantic)]);
    assert_eq!(
        found[0].message,
        "dates quarter -> year, provider \"Gemeente\" -> none"
    );
    let found = findings(unchanged, |model| {
        model.deliberation.paragraphs.push(Paragraph::new("9"));
    });
    assert_eq!(ids(&found), [("D020", Class::Doc)]);
}

#[test]
fn phrase_that_is_added_is_a_disclosure() {
    let found = findings(unchanged, |model| {
        model.deliberation.headings[0]
            .terms
            .push(Term::new("de titel"));
    });
    assert_eq!(ids(&found), [("D031", Class::Disclosure)]);
    let found = findings(unchanged, |model| {
        let heading = Heading::new("3", "Leeg", label("Leeg", "Empty"));
        model.deliberation.headings.push(heading);
    });
    assert_eq!(ids(&found), [("D036", Class::Doc)]);
}

#[test]
fn phrase_with_other_capitals_is_the_same_phrase() {
    let found = findings(unchanged, |model| {
        model.deliberation.headings[0].terms[0].term = "De datum van uitlening".into();
    });
    assert_eq!(ids(&found), [("D033", Class::Doc)]);
    // Another phrase is not.
    let found = findings(unchanged, |model| {
        model.deliberation.headings[0].terms[0].term = "De dag van uitlening".into();
    });
    assert_eq!(
        ids(&found),
        [("D032", Class::Breaking), ("D031", Class::Disclosure)]
    );
}

#[test]
fn phrase_under_another_heading_may_have_other_properties() {
    let found = findings(unchanged, |model| {
        let term = model.deliberation.headings[1].terms.remove(1);
        model.deliberation.headings[0].terms.push(term);
    });
    assert_eq!(
        ids(&found),
        [("D032", Class::Breaking), ("D031", Class::Disclosure)]
    );
}

#[test]
fn relatives_of_a_heading_may_be_stated_by_each_of_its_phrases() {
    let found = findings(unchanged, |model| {
        let heading = &mut model.deliberation.headings[2];
        heading.relatives.clear();
        heading.terms[0].relatives.push("parent 1".into());
    });
    assert_eq!(ids(&found), [("D028", Class::Doc), ("D028", Class::Doc)]);
    let found = findings(unchanged, |model| {
        model.deliberation.headings[2].relatives = vec!["partner".into()];
    });
    assert_eq!(ids(&found), [("D029", Class::Breaking)]);
    assert_eq!(found[0].classes, [Class::Breaking, Class::Disclosure]);
}

#[test]
fn spelling_is_not_a_change_of_meaning() {
    let found = findings(unchanged, |model| {
        let decision = &mut model.deliberation;
        decision.purpose = label("Onderzoek naar lezen.", "Research into reading.");
        decision.recipient = Label::new([(Language::NL, "universiteit")]);
        decision.paragraphs[0].provider = Some("BIBLIOTHEEK".into());
        decision.statements[0].text = label("Enkel anoniem!", "anonymously only");
        model.constraints[0].message = label(
            "De lezer is lid in het jaar van de uitlening.",
            "The reader is a member in the year of the loan.",
        );
        model.subjects[0].name = label("Persoon", "Person").with(Language::FR, "Personne");
    });
    assert_eq!(ids(&found), [("M002", Class::Doc); 6]);
    let found = findings(unchanged, |model| {
        model.subjects[0].name = label("persoon", "person");
    });
    assert_eq!(ids(&found), [("M003", Class::Risky)]);
}

#[test]
fn severity_decides_about_deliveries() {
    let error = |model: &mut Model| model.constraints[0].severity = Severity::Error;
    let found = findings(unchanged, error);
    assert_eq!(ids(&found), [("K003", Class::Breaking)]);
    // Old rows may deviate, so that a check of a delivery rejects them.
    assert_eq!(rows(&found[0]), (Verdict::Undecided, Verdict::Yes));
    let without = |model: &mut Model| model.constraints[0].tolerates = None;
    assert_eq!(ids(&findings(unchanged, without)), [("K007", Class::Risky)]);
    assert_eq!(ids(&findings(error, without)), [("K007", Class::Breaking)]);
}

/// Returns the variables of a block of the example model, outside groups.
fn variables(block: &mut Block) -> impl Iterator<Item = &mut beraad_describe::Variable> {
    block.fields.iter_mut().filter_map(|field| match field {
        Field::Variable(variable) => Some(&mut **variable),
        _ => None,
    })
}

/// Replaces a text wherever the JSON of the model has it, as a person would who corrects it.
fn replaced(from: &str, to: &str) -> impl Fn(&mut Model) {
    let (from, to) = (format!("{from:?}"), format!("{to:?}"));
    move |model| {
        let json = serde_json::to_string(model).unwrap();
        assert!(json.contains(&from), "{from}");
        *model = serde_json::from_str(&json.replace(&from, &to)).unwrap();
    }
}

#[test]
fn corrected_phrase_is_one_finding() {
    let corrected = replaced("het aantal verlengingen", "het aantal van de verlengingen");
    let found = findings(unchanged, &corrected);
    assert_eq!(ids(&found), [("D045", Class::Risky)], "{found:#?}");
    let other_case = replaced("het aantal verlengingen", "Het aantal verlengingen");
    assert_eq!(
        ids(&findings(unchanged, other_case)),
        [("D033", Class::Doc)]
    );
    // A phrase that allows more is not only another wording.
    let finer = |model: &mut Model| {
        corrected(model);
        for term in &mut model.deliberation.headings[0].terms {
            if term.term == "het aantal van de verlengingen" {
                term.precision = Some(Grain::Day);
            }
        }
    };
    let found = findings(unchanged, finer);
    assert!(
        ids(&found).contains(&("D031", Class::Disclosure)),
        "{found:#?}"
    );
}

#[test]
fn corrected_heading_is_one_finding() {
    // The title and the Dutch label have the same text.
    let found = findings(unchanged, replaced("Uitleningen", "Uitgeleende boeken"));
    assert_eq!(ids(&found), [("D038", Class::Risky)], "{found:#?}");
}

#[test]
fn precision_of_a_paragraph_is_one_finding() {
    let with_precision = |grain| {
        move |model: &mut Model| {
            model.deliberation.paragraphs[0].dates = Some(grain);
            for variable in variables(block(model, "loan")) {
                variable.phrase.dates = grain;
            }
        }
    };
    let (month, day) = (with_precision(Grain::Month), with_precision(Grain::Day));
    let found = findings(month, day);
    assert_eq!(ids(&found), [("D022", Class::Disclosure)], "{found:#?}");
    let found = findings(day, month);
    assert_eq!(ids(&found), [("D023", Class::Breaking)], "{found:#?}");
}

#[test]
fn unit_changes_with_its_quantity() {
    let of_unit = |quantity, unit: (&'static str, &'static str)| {
        move |model: &mut Model| {
            let renewals = variables(block(model, "loan")).find(|it| it.id == "renewals");
            let renewals = renewals.unwrap();
            renewals.unit = Some(label(unit.0, unit.1));
            renewals.value_type = ValueType::Number {
                quantity: NumberQuantity::BuiltIn(quantity),
                min: 0,
                max: 5,
                decimals: 0,
            };
        }
    };
    let (weeks, days) = (
        of_unit(Quantity::Count, ("weken", "weeks")),
        of_unit(Quantity::Days, ("dagen", "days")),
    );
    let found = findings(weeks, days);
    assert_eq!(ids(&found), [("V021", Class::Semantic)], "{found:#?}");
    assert!(
        found[0].message.contains(r#"en "weeks" -> "days""#),
        "{found:#?}"
    );
}

#[test]
fn rule_that_only_names_a_renamed_column_is_part_of_the_rename() {
    let renamed = replaced("return_month", "month_of_return");
    let found = findings(unchanged, renamed);
    assert_eq!(ids(&found), [("V006", Class::Breaking)], "{found:#?}");
}

#[test]
fn bound_that_moves_with_a_narrower_one_is_part_of_it() {
    let with_bounds = |min, max| {
        move |model: &mut Model| {
            let renewals = variables(block(model, "loan")).find(|it| it.id == "renewals");
            renewals.unwrap().value_type = ValueType::Number {
                quantity: NumberQuantity::BuiltIn(Quantity::Count),
                min,
                max,
                decimals: 0,
            };
        }
    };
    let found = findings(with_bounds(1, 9), with_bounds(0, 5));
    assert_eq!(ids(&found), [("Y010", Class::Breaking)]);
    assert_eq!(found[0].message, "min 1 -> 0, max 9 -> 5");
}

#[test]
fn value_that_becomes_required_loses_its_meaning_of_null() {
    let optional = |model: &mut Model| {
        let renewals = variables(block(model, "loan")).find(|it| it.id == "renewals");
        renewals.unwrap().null_means = Some(label("niet gekend", "not known"));
    };
    let required = |model: &mut Model| {
        let renewals = variables(block(model, "loan")).find(|it| it.id == "renewals");
        let renewals = renewals.unwrap();
        (renewals.nullable, renewals.null_means) = (false, None);
    };
    let found = findings(optional, required);
    assert_eq!(ids(&found), [("V009", Class::Breaking)]);
    assert_eq!(found[0].message, r#"null meant "not known""#);
}
