//! What a struct that derives `Block` says, with the places where it says it.

use syn::ext::IdentExt;
use syn::spanned::Spanned;
use syn::{Attribute, Data, DeriveInput, Fields, Ident, Path};

use crate::assert::Placed;
use crate::attr::{Entries, Entry, EntryValue, known_word};
use crate::ctxt::Ctxt;
use crate::describe::{Docs, Label, Period, Provenance, snake_case};
use crate::rule::Rule;
use crate::text::Text;

const TEMPORALITIES: &[&str] = &["fixed", "status", "accumulated", "event"];
const ROLES: &[&str] = &[
    "person",
    "employer",
    "reference_person",
    "observation_period",
];
const MATCHES: &[&str] = &["exact", "likely", "several", "none"];
const CERTAINTIES: &[&str] = &["documented", "phrase", "assumed"];
const LEVELS: &[&str] = &["nominal", "ordinal", "metric", "identifier"];
const KINDS: &[&str] = &[
    "year_month",
    "year_quarter",
    "year",
    "serial_number",
    "flag",
    "code",
    "amount_class",
    "count",
    "days",
    "weeks",
    "months",
    "hours",
    "hours_per_week",
    "percentage",
    "ratio",
];

/// The struct.
pub(crate) struct BlockAst {
    pub(crate) ident: Ident,
    pub(crate) id: String,
    pub(crate) heading: Option<Text>,
    /// A struct of columns for use within blocks, which is no block itself.
    pub(crate) part: bool,
    pub(crate) label: Option<Label>,
    pub(crate) definition: Option<Label>,
    pub(crate) row: Option<Label>,
    pub(crate) analysis_unit: Option<Label>,
    pub(crate) universe: Option<Label>,
    pub(crate) temporality: Option<&'static str>,
    pub(crate) identity: Option<Identity>,
    pub(crate) observation_period: Option<Ident>,
    pub(crate) valid: Period,
    pub(crate) rules: Vec<Rule>,
    pub(crate) provenance: Provenance,
    pub(crate) fields: Vec<FieldAst>,
}

pub(crate) enum Identity {
    Key(Vec<Ident>),
    NoKnownKey(Label),
}

/// A field.
pub(crate) struct FieldAst {
    pub(crate) ident: Ident,
    /// The name of the column: the identifier without `r#`.
    pub(crate) name: String,
    pub(crate) ty: Placed,
    pub(crate) content: FieldContent,
}

#[expect(clippy::large_enum_variant, reason = "a macro's own data, short-lived")]
pub(crate) enum FieldContent {
    Role(&'static str),
    Group {
        prefix: String,
        relative: Option<Text>,
    },
    Variable(VariableAst),
    /// A mistake that was reported.
    Invalid,
}

/// A field with `#[variable(..)]`.
pub(crate) struct VariableAst {
    pub(crate) label: Option<Label>,
    pub(crate) definition: Option<Label>,
    pub(crate) term: Option<Text>,
    pub(crate) of: Option<Text>,
    pub(crate) relative: Option<Text>,
    pub(crate) match_quality: Option<&'static str>,
    pub(crate) certainty: Option<&'static str>,
    pub(crate) alternatives: Vec<&'static str>,
    pub(crate) level: Option<&'static str>,
    pub(crate) unit: Option<Label>,
    pub(crate) range: Option<Label>,
    pub(crate) universe: Option<Label>,
    pub(crate) row: Option<Label>,
    pub(crate) null: Option<Label>,
    pub(crate) valid: Period,
    pub(crate) codes: Option<Path>,
    pub(crate) provenance: Provenance,
}

impl BlockAst {
    pub(crate) fn from_input(cx: &Ctxt, input: &DeriveInput) -> Option<Self> {
        let fields = match &input.data {
            Data::Struct(data) => match &data.fields {
                Fields::Named(fields) => &fields.named,
                Fields::Unnamed(_) | Fields::Unit => {
                    cx.error(
                        input.ident.span(),
                        "a block is a struct with named fields, one a column",
                    );
                    return None;
                }
            },
            Data::Enum(_) | Data::Union(_) => {
                cx.error(
                    input.ident.span(),
                    "a block is a struct; an enum of codes derives `CodeList`",
                );
                return None;
            }
        };
        if !input.generics.params.is_empty() {
            cx.error_at(
                &input.generics,
                "a block has no generic parameters: its columns are those of one decision",
            );
            return None;
        }
        let mut attributes = input
            .attrs
            .iter()
            .filter(|attribute| attribute.path().is_ident("block"));
        let Some(attribute) = attributes.next() else {
            cx.error(input.ident.span(), "a block says which heading of the decision it carries out; write `#[block(heading = \"..\", ..)]`");
            return None;
        };
        for more in attributes {
            cx.error_at(more, "a struct has one `#[block(..)]`");
        }
        let mut entries = Entries::of_attribute(cx, attribute);
        let heading = entries.required_text("heading", "\"..\"");
        let part = entries.flag("part").is_some();
        let id = entries
            .text("id")
            .map_or_else(|| snake_case(&input.ident.to_string()), |id| id.value());
        let fields: Vec<_> = fields
            .iter()
            .filter_map(|field| FieldAst::from_field(cx, field))
            .collect();
        let mut block = Self {
            ident: input.ident.clone(),
            id,
            heading,
            part,
            label: None,
            definition: None,
            row: None,
            analysis_unit: None,
            universe: None,
            temporality: None,
            identity: None,
            observation_period: None,
            valid: Period::default(),
            rules: Vec::new(),
            provenance: Provenance {
                origins: Vec::new(),
                evidence: Vec::new(),
                notes: Vec::new(),
                breaks: Vec::new(),
            },
            fields,
        };
        if !part {
            block.label = Label::require(&mut entries, cx, "label");
            block.definition = Docs::of(&input.attrs).label(cx, input.ident.span(), "this block");
            block.row = Label::require(&mut entries, cx, "row_unit");
            block.analysis_unit = Label::require(&mut entries, cx, "analysis_unit");
            block.universe = Label::take(&mut entries, cx, "universe");
            block.temporality = entries
                .required_word("temporality", TEMPORALITIES)
                .map(|(_, word)| word);
            block.identity = identity(&mut entries, cx);
            block.observation_period = entries
                .path("observation_period")
                .and_then(|path| path.get_ident().cloned());
            block.valid = valid(&mut entries, cx);
            block.rules = entries
                .all("rule")
                .into_iter()
                .filter_map(|entry| Rule::from_entry(cx, entry))
                .collect();
            block.provenance = Provenance::take(&mut entries, cx);
        }
        entries.finish();
        Some(block)
    }
}

fn identity(entries: &mut Entries<'_>, cx: &Ctxt) -> Option<Identity> {
    let (key, none) = (entries.one("key"), entries.one("no_known_key"));
    match (key, none) {
        (Some(key), None) => {
            let span = key.key.span();
            let columns = key.idents(cx)?;
            if columns.is_empty() {
                cx.error(span, "a key has columns: `key(person, quarter)`");
            }
            Some(Identity::Key(columns))
        }
        (None, Some(none)) => Label::of_entry(cx, none).map(Identity::NoKnownKey),
        (Some(_), Some(none)) => {
            cx.error(
                none.key.span(),
                "a block has a key, or none is known; not both",
            );
            None
        }
        (None, None) => {
            entries.missing(&["key", "no_known_key"], "key(person, quarter)` where the facts allow one, else `no_known_key(nl = \"..\", en = \"..\")".to_owned());
            None
        }
    }
}

fn valid(entries: &mut Entries<'_>, cx: &Ctxt) -> Period {
    let Some(mut inner) = entries.one("valid").and_then(|entry| entry.entries(cx)) else {
        return Period::default();
    };
    let period = Period::inline(&mut inner, cx);
    inner.finish();
    period
}

impl FieldAst {
    fn from_field(cx: &Ctxt, field: &syn::Field) -> Option<Self> {
        let ident = field.ident.clone()?;
        let named = |name: &str| {
            field
                .attrs
                .iter()
                .filter(|attribute| attribute.path().is_ident(name))
                .collect::<Vec<_>>()
        };
        let content = match (&*named("variable"), &*named("block")) {
            ([attribute], []) => {
                FieldContent::Variable(VariableAst::from_attribute(cx, field, attribute))
            }
            ([], [attribute]) => role_or_group(cx, attribute),
            ([], []) => {
                cx.error(
                    ident.span(),
                    format_args!("no phrase of the decision authorises `{ident}`; write `#[variable(term = \"..\", ..)]`, or `#[block(role = ..)]` if it is no variable"),
                );
                FieldContent::Invalid
            }
            ([..], [..]) => {
                cx.error(ident.span(), "a column is a variable or has a role: one `#[variable(..)]` or one `#[block(..)]`");
                FieldContent::Invalid
            }
        };
        check_name(cx, &ident);
        Some(Self {
            name: ident.unraw().to_string(),
            ident,
            ty: Placed::new(&field.ty),
            content,
        })
    }
}

fn check_name(cx: &Ctxt, ident: &Ident) {
    let name = ident.unraw().to_string();
    let plain = name.starts_with(|first: char| first.is_ascii_lowercase())
        && name
            .chars()
            .all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '_');
    if !plain {
        cx.error(ident.span(), format_args!("`{name}` is no name for a column: lower case letters, digits and underscores, a letter first"));
    }
}

fn role_or_group(cx: &Ctxt, attribute: &Attribute) -> FieldContent {
    let mut entries = Entries::of_attribute(cx, attribute);
    let said = entries.all("role").into_iter().next();
    let role = said.map(|entry| entry.word(cx, ROLES));
    let prefix = entries.text("prefix");
    let relative = entries.text("relative");
    let content = match (role, prefix) {
        (Some(Some((_, role))), None) => FieldContent::Role(role),
        (None, Some(prefix)) => FieldContent::Group {
            prefix: prefix.value(),
            relative,
        },
        (Some(None), None) => FieldContent::Invalid,
        (Some(_), Some(prefix)) => {
            cx.error(prefix.span(), "a column with a role has no `prefix`");
            FieldContent::Invalid
        }
        (None, None) => {
            entries.missing(&["role", "prefix"], format!("role = {}", ROLES.join(" | ")));
            FieldContent::Invalid
        }
    };
    entries.finish();
    content
}

impl VariableAst {
    fn from_attribute(cx: &Ctxt, field: &syn::Field, attribute: &Attribute) -> Self {
        let mut entries = Entries::of_attribute(cx, attribute);
        let what = field
            .ident
            .as_ref()
            .map_or_else(String::new, |ident| format!("`{ident}`"));
        let variable = Self {
            label: Label::require(&mut entries, cx, "label"),
            definition: Docs::of(&field.attrs).label(cx, field.ident.span(), &what),
            term: entries.required_text("term", "\"..\""),
            of: entries.text("of"),
            relative: entries.text("relative"),
            match_quality: entries
                .required_word("match_quality", MATCHES)
                .map(|(_, word)| word),
            certainty: entries
                .required_word("certainty", CERTAINTIES)
                .map(|(_, word)| word),
            alternatives: entries
                .one("alternatives")
                .map(|entry| kinds(cx, entry))
                .unwrap_or_default(),
            level: entries
                .required_word("measurement", LEVELS)
                .map(|(_, word)| word),
            unit: Label::take(&mut entries, cx, "unit"),
            range: Label::take(&mut entries, cx, "range"),
            universe: Label::take(&mut entries, cx, "universe"),
            row: Label::take(&mut entries, cx, "source_unit"),
            null: Label::take(&mut entries, cx, "null"),
            valid: valid(&mut entries, cx),
            codes: entries.path("codes"),
            provenance: Provenance::take(&mut entries, cx),
        };
        entries.finish();
        variable
    }
}

fn kinds(cx: &Ctxt, entry: Entry) -> Vec<&'static str> {
    // `alternatives()` says that others are possible and none is named.
    if matches!(&entry.value, EntryValue::Entries(entries) if entries.is_empty()) {
        return Vec::new();
    }
    entry
        .idents(cx)
        .iter()
        .flatten()
        .filter_map(|ident| known_word(cx, ident, KINDS))
        .map(|(_, word)| word)
        .collect()
}
