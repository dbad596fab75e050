//! Changes to the small model, by feature: each changes one property and nothing else.

use beraad_schema::describe::{
    Block, CodeEntry, CodeForm, CodeLength, CodeList, Date, Expr, Field, Grain, Identity, Label,
    Language, MatchQuality, Meaning, MeasurementLevel, MissingReason, Model, Moment, Origin,
    OwnQuantity, Period, Quantity, ReadAt, Role, RoleColumn, SeriesBreak, SuppliedFile,
    TypeCertainty, ValueKind, ValueType, Variable,
};

use crate::support::Feature;

/// The name of a property of the small model, and a change to it.
pub(super) type Change = (&'static str, fn(&mut Model));

/// The properties that belong to a feature. Each change affects no other feature.
#[expect(
    clippy::too_many_lines,
    reason = "a list with one entry for each feature"
)]
pub(super) fn changes(feature: Feature) -> Vec<Change> {
    match feature {
        Feature::Labels => vec![
            ("block", |m| {
                block(m, "loan").label.set(Language::EN, "Other");
            }),
            ("variable", |m| {
                variable(m, "loan", "department")
                    .label
                    .set(Language::EN, "Other");
            }),
            ("column with a role", |m| {
                role(m, "loan").label.set(Language::EN, "Other");
            }),
        ],
        Feature::Languages => vec![
            ("label nl", |m| {
                variable(m, "loan", "loan_month")
                    .label
                    .set(Language::NL, "Anders");
            }),
            ("label en", |m| {
                variable(m, "loan", "loan_month")
                    .label
                    .set(Language::EN, "Other");
            }),
            ("label fr", |m| {
                variable(m, "loan", "loan_month")
                    .label
                    .set(Language::FR, "Autre");
            }),
            ("definition nl", |m| {
                variable(m, "loan", "loan_month")
                    .definition
                    .set(Language::NL, "Anders");
            }),
            ("definition en", |m| {
                variable(m, "loan", "loan_month")
                    .definition
                    .set(Language::EN, "Other");
            }),
            ("definition fr", |m| {
                variable(m, "loan", "loan_month")
                    .definition
                    .set(Language::FR, "Autre");
            }),
            ("code nl", |m| {
                meaning(m, "sex").label.set(Language::NL, "anders");
            }),
            ("code en", |m| {
                meaning(m, "sex").label.set(Language::EN, "other");
            }),
            ("code fr", |m| {
                meaning(m, "sex").label.set(Language::FR, "autre");
            }),
            ("block fr", |m| {
                block(m, "loan").label.set(Language::FR, "Prêt");
            }),
        ],
        Feature::Definitions => vec![
            ("block", |m| {
                block(m, "loan").definition.set(Language::EN, "Other.");
            }),
            ("variable", |m| {
                variable(m, "loan", "department")
                    .definition
                    .set(Language::EN, "Other.");
            }),
            ("column with a role", |m| {
                role(m, "loan").definition.set(Language::EN, "Other.");
            }),
            ("reason for a column", |m| {
                role(m, "loan").why = Some(Label::new([
                    (Language::NL, "anders"),
                    (Language::EN, "other"),
                ]));
            }),
        ],
        Feature::Phrases => vec![
            ("term", |m| {
                variable(m, "loan", "department").phrase.term = "anders".into();
            }),
            ("of", |m| variable(m, "loan", "department").phrase.of = None),
            ("relative", |m| {
                variable(m, "loan", "department").phrase.relative = Some("parent 1".into());
            }),
            ("dates", |m| {
                variable(m, "loan", "loan_month").phrase.dates = Grain::Quarter;
            }),
            ("disputed", |m| {
                variable(m, "loan", "return_month").phrase.disputed = Some(Label::new([
                    (Language::NL, "anders"),
                    (Language::EN, "other"),
                ]));
            }),
        ],
        Feature::ValueTypes => vec![
            ("kind", |m| {
                variable(m, "loan", "loan_month").value_type = ValueType::Year {}
            }),
            ("numbering", |m| {
                role(m, "loan").value_type = ValueType::SerialNumber {
                    of: "reader".into(),
                };
            }),
            ("list", |m| {
                variable(m, "loan", "department").value_type = ValueType::List {
                    item: vec![ValueType::Code {
                        list: "department".into(),
                    }]
                    .into(),
                }
            }),
            ("quantity", |m| {
                variable(m, "loan", "renewals").value_type = ValueType::Number {
                    quantity: Quantity::Days.into(),
                    min: 0,
                    max: 5,
                    decimals: 0,
                }
            }),
            ("own quantity", |m| {
                let label =
                    Label::new([(Language::NL, "verlengingen"), (Language::EN, "renewals")]);
                let quantity = OwnQuantity::try_new("renewals", label).expect("a new word");
                variable(m, "loan", "renewals").value_type = ValueType::Number {
                    quantity: quantity.into(),
                    min: 0,
                    max: 5,
                    decimals: 0,
                }
            }),
            ("currency", |m| {
                variable(m, "loan", "renewals").value_type = ValueType::Amount {
                    currency: "EUR".into(),
                    decimals: 2,
                    min: 0,
                    max: 5,
                }
            }),
        ],
        Feature::Certainty => vec![
            ("type", |m| {
                variable(m, "loan", "renewals").certainty = TypeCertainty::Phrase;
            }),
            ("match", |m| {
                variable(m, "loan", "renewals").match_quality = Some(MatchQuality::Exact);
            }),
            ("period", |m| {
                period(m, "member").certainty = Some(TypeCertainty::Assumed);
            }),
            ("alternatives", |m| {
                variable(m, "loan", "department").alternatives =
                    vec![ValueKind::Number(Quantity::Count)];
            }),
        ],
        Feature::Nulls => vec![
            ("nullable", |m| {
                variable(m, "loan", "renewals").nullable = false;
            }),
            ("meaning", |m| {
                variable(m, "loan", "return_month").null_means = Some(Label::new([
                    (Language::NL, "anders"),
                    (Language::EN, "other"),
                ]));
            }),
        ],
        Feature::Universe => vec![
            ("block", |m| block(m, "loan").universe = None),
            ("unit of analysis", |m| {
                block(m, "loan").analysis_unit.set(Language::EN, "other");
            }),
            ("row unit", |m| {
                block(m, "loan").row_unit.set(Language::EN, "other");
            }),
            ("variable", |m| {
                variable(m, "loan", "department").universe = None;
            }),
            ("unit in the source", |m| {
                variable(m, "loan", "department").source_unit = None;
            }),
        ],
        Feature::Keys => vec![
            ("key", |m| {
                block(m, "member").identity = Identity::Key(vec!["person".into()]);
            }),
            ("reason for no key", |m| {
                block(m, "loan").identity = Identity::NoKnownKey(Label::new([
                    (Language::NL, "anders"),
                    (Language::EN, "other"),
                ]));
            }),
        ],
        Feature::MeasurementLevel => vec![("level", |m| {
            variable(m, "loan", "renewals").measurement = MeasurementLevel::Ordinal;
        })],
        Feature::Units => vec![
            ("nl", |m| {
                variable(m, "loan", "renewals").unit = Some(Label::new([
                    (Language::NL, "anders"),
                    (Language::EN, "renewals"),
                ]));
            }),
            ("en", |m| {
                variable(m, "loan", "renewals").unit = Some(Label::new([
                    (Language::NL, "verlengingen"),
                    (Language::EN, "other"),
                ]));
            }),
        ],
        Feature::Bounds => vec![
            ("smallest", |m| bounds(m, 1, 5)),
            ("largest", |m| bounds(m, 0, 6)),
            ("range", |m| variable(m, "loan", "renewals").range = None),
        ],
        Feature::Codes => vec![
            ("text, closed", |m| code(m, "sex").code = Some("X".into())),
            ("meaning, closed", |m| {
                meaning(m, "sex").label =
                    Label::new([(Language::NL, "anders"), (Language::EN, "other")]);
            }),
            ("alias, closed", |m| {
                code(m, "sex").aliases = vec!["W".into()];
            }),
            ("supplied", |m| {
                let list = code_list(m, "language");
                list.supplied_by = Some(SuppliedFile::new("language.csv", "0".repeat(64)));
            }),
            ("completely supplied", |m| {
                let mut file = SuppliedFile::new("language.csv", "0".repeat(64));
                file.complete = true;
                code_list(m, "language").supplied_by = Some(file);
            }),
            ("text, open", |m| {
                code(m, "department").code = Some("02".into());
            }),
            ("meaning, open", |m| {
                meaning(m, "department").label =
                    Label::new([(Language::NL, "anders"), (Language::EN, "other")]);
            }),
            ("remark", |m| {
                meaning(m, "department").remark = Some(Label::new([
                    (Language::NL, "anders"),
                    (Language::EN, "other"),
                ]));
            }),
            ("short", |m| meaning(m, "department").short = None),
            ("source", |m| meaning(m, "department").source = None),
            ("list label", |m| code_list(m, "department").label = None),
            ("list definition nl", |m| {
                let list = code_list(m, "department");
                list.definition.set(Language::NL, "Anders.");
            }),
            ("list definition en", |m| {
                let list = code_list(m, "department");
                list.definition.set(Language::EN, "Other.");
            }),
            ("standard", |m| code_list(m, "department").standard = None),
            ("page", |m| code_list(m, "department").page = None),
            ("complete", |m| code_list(m, "department").complete = false),
            ("form", |m| {
                let length = CodeLength::new(1, 2);
                code_list(m, "fine_class").form = CodeForm::new(length, None).ok();
            }),
        ],
        Feature::CodePeriods => vec![
            ("open", |m| meaning(m, "department").period = until_2012()),
            ("documented from", |m| {
                meaning(m, "sex").documented_from = Some(Date::ymd(2014, 1, 1));
            }),
            ("closed", |m| meaning(m, "sex").period = until_2012()),
            ("read at", |m| {
                code_list(m, "department").read_at = ReadAt::ObservationPeriod;
            }),
            ("why", |m| code_list(m, "department").why = None),
        ],
        Feature::MissingCodes => vec![
            ("open", |m| {
                meaning(m, "department").missing = Some(MissingReason::Unknown);
            }),
            ("closed", |m| {
                meaning(m, "sex").missing = Some(MissingReason::Unspecified);
            }),
        ],
        Feature::Validity => vec![
            ("block", |m| block(m, "loan").valid = Period::ALWAYS),
            ("variable", |m| {
                variable(m, "loan", "department").valid = Period::ALWAYS;
            }),
        ],
        Feature::Rules => vec![
            ("message", |m| {
                block(m, "loan").rules[0].message.set(Language::EN, "other");
            }),
            ("basis", |m| block(m, "loan").rules[0].basis = None),
            ("expression", |m| {
                block(m, "loan").rules[0].expression = Expr::column("other");
            }),
        ],
        Feature::Provenance => vec![
            ("name", |m| origin(m).name = "Anders".into()),
            ("abbreviation", |m| origin(m).abbreviation = None),
            ("institution", |m| origin(m).institution = "Anders".into()),
            ("file", |m| origin(m).file = "ANDERS".into()),
            ("validity", |m| origin(m).stated_validity = None),
            ("level", |m| origin(m).stated_level = None),
            ("page", |m| origin(m).page = None),
            ("block", |m| block(m, "loan").origins = vec![]),
        ],
        Feature::Evidence => vec![
            ("variable", |m| {
                variable(m, "loan", "loan_month").evidence = vec!["Other.".into()];
            }),
            ("block", |m| block(m, "loan").evidence = vec![]),
        ],
        Feature::Notes => vec![
            ("variable", |m| {
                variable(m, "loan", "loan_month").notes = vec![];
            }),
            ("block", |m| block(m, "loan").notes = vec![]),
        ],
        Feature::Breaks => vec![
            ("from", |m| {
                series_break(m).from = Moment::from_static("2014");
            }),
            ("what", |m| {
                series_break(m).what =
                    Label::new([(Language::NL, "anders"), (Language::EN, "other")]);
            }),
            ("advice", |m| series_break(m).advice = None),
            ("block", |m| block(m, "loan").breaks = vec![]),
        ],
        Feature::Glossary => vec![
            ("name", |m| {
                m.glossary[0].name.set(Language::EN, "Other");
            }),
            ("explanation", |m| m.glossary[0].explanation = None),
            ("forms", |m| {
                m.glossary[0].forms = vec!["other".into()].into();
            }),
            ("all", |m| m.glossary = vec![]),
        ],
    }
}

fn code<'a>(model: &'a mut Model, list: &str) -> &'a mut CodeEntry {
    &mut code_list(model, list).codes[0]
}

fn meaning<'a>(model: &'a mut Model, list: &str) -> &'a mut Meaning {
    &mut code(model, list).meanings[0]
}

fn origin(model: &mut Model) -> &mut Origin {
    &mut variable(model, "loan", "loan_month").origins[0]
}

fn series_break(model: &mut Model) -> &mut SeriesBreak {
    &mut variable(model, "loan", "loan_month").breaks[0]
}

fn until_2012() -> Period {
    Period::new(None, Some(Date::ymd(2012, 12, 31)))
}

fn bounds(model: &mut Model, min: i64, max: i64) {
    variable(model, "loan", "renewals").value_type = ValueType::Number {
        quantity: Quantity::Count.into(),
        min,
        max,
        decimals: 0,
    };
}

fn block<'a>(model: &'a mut Model, id: &str) -> &'a mut Block {
    let mut blocks = model.blocks.iter_mut();
    blocks.find(|block| block.id == id).expect("the block")
}

fn variable<'a>(model: &'a mut Model, block_id: &str, id: &str) -> &'a mut Variable {
    let fields = block(model, block_id).fields.iter_mut();
    let mut variables = fields.filter_map(|field| match field {
        Field::Variable(variable) => Some(variable),
        Field::Role(_) | Field::Group(_) => None,
    });
    variables
        .find(|variable| variable.id == id)
        .expect("the variable")
}

/// The column with the observation period of a block.
fn period<'a>(model: &'a mut Model, block_id: &str) -> &'a mut RoleColumn {
    let fields = block(model, block_id).fields.iter_mut();
    let mut roles = fields.filter_map(|field| match field {
        Field::Role(role) => Some(role),
        Field::Variable(_) | Field::Group(_) => None,
    });
    let found = roles.find(|column| column.role == Role::ObservationPeriod);
    found.expect("an observation period")
}

/// The first column of a block, which has a role.
fn role<'a>(model: &'a mut Model, block_id: &str) -> &'a mut RoleColumn {
    match &mut block(model, block_id).fields[0] {
        Field::Role(role) => role,
        Field::Variable(_) | Field::Group(_) => panic!("a role"),
    }
}

fn code_list<'a>(model: &'a mut Model, id: &str) -> &'a mut CodeList {
    let mut lists = model.code_lists.iter_mut();
    lists.find(|list| list.id == id).expect("the list")
}
