//! The facts about the variables in the research notes. Unknown keys are errors, so that no fact is overlooked.

mod carried;

use beraad_schema::describe::{MatchQuality, TypeCertainty};
use serde::Deserialize;

pub(crate) use self::carried::assert_same;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[expect(
        dead_code,
        reason = "the name of the file, not that of a block of the model"
    )]
    block: String,
    heading: String,
    /// The number of the paragraph, whose text is an integer in each of the facts.
    paragraph: u8,
    variables: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    id: String,
    label_nl: String,
    label_en: String,
    #[expect(
        dead_code,
        reason = "the whole phrase; `register` contains its term as in the register"
    )]
    term_nl: String,
    register: Option<Register>,
    role: Option<String>,
    r#match: MatchQuality,
    dwh: Vec<DataSource>,
    value_type: String,
    type_certainty: TypeCertainty,
    #[serde(default)]
    type_alternatives: Vec<String>,
    level: String,
    unit: Option<String>,
    range: Option<String>,
    applies_to: Option<String>,
    row_level: Option<String>,
    null_means_nl: Option<String>,
    null_means_en: Option<String>,
    codes: Vec<Meaning>,
    codes_complete: bool,
    codes_url: Option<String>,
    codes_standard: Option<String>,
    list_kind: String,
    codes_role: Option<String>,
    codes_read_at: String,
    codes_read_at_why: Option<String>,
    definition_nl: String,
    definition_en: String,
    notes: Vec<Text>,
    breaks: Vec<Break>,
    evidence: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Register {
    term: String,
    of: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DataSource {
    name: String,
    abbr: Option<String>,
    institution: String,
    source: String,
    valid: Option<String>,
    level: Option<String>,
    url: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Meaning {
    code: Option<String>,
    nl: String,
    en: String,
    fr: Option<String>,
    valid_from: Option<String>,
    valid_to: Option<String>,
    documented_from: Option<String>,
    #[serde(default)]
    aliases: Vec<String>,
    missing: Option<String>,
    source: Option<String>,
    short_nl: Option<String>,
    short_en: Option<String>,
    remark_nl: Option<String>,
    remark_en: Option<String>,
    #[serde(default)]
    outside_window: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Text {
    nl: String,
    en: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Break {
    date: String,
    what_nl: String,
    what_en: String,
    #[serde(rename = "todo_nl")]
    advice_nl: Option<String>,
    #[serde(rename = "todo_en")]
    advice_en: Option<String>,
}
