//! A field of a block: a variable, a column with a role, or a group of columns.

use syn::ext::IdentExt;
use syn::{Attribute, Ident, Path, Type};

use super::lineage::{Lineage, former_names};
use crate::attr::{Entries, Entry, EntryValue, alternatives, parse_word};
use crate::ctxt::Ctxt;
use crate::label::{Docs, label, required_label, required_short_label};
use crate::names::is_column_name;
use crate::provenance::{Provenance, valid};
use crate::span::SpannedTokens;
use crate::text::Text;
use beraad_describe::{
    Label, MatchQuality, MeasurementLevel, Period, Role, TypeCertainty, ValueKind,
};

pub(crate) struct FieldAst {
    pub(crate) ident: Ident,
    /// The name of the column: the identifier without `r#`.
    pub(crate) name: String,
    pub(crate) ty: SpannedTokens,
    /// True if the type is written as an `Option` or a `Vec`, so that `new` can leave it empty. Nothing else depends on it: under
    /// another name, such a type is an argument of `new`.
    pub(crate) may_be_empty: bool,
    pub(crate) content: FieldContent,
}

impl FieldAst {
    pub(crate) fn is_group(&self) -> bool {
        matches!(self.content, FieldContent::Group { .. })
    }

    /// The trait that describes, walks and reads the field.
    pub(crate) fn trait_name(&self) -> &'static str {
        if self.is_group() { "Fields" } else { "Value" }
    }
}

#[expect(
    clippy::large_enum_variant,
    reason = "a macro holds a few, and not for long"
)]
pub(crate) enum FieldContent {
    Role(RoleAst),
    Group {
        prefix: Text,
        relative: Option<Text>,
    },
    Variable(VariableAst),
    /// An error was reported.
    Invalid,
}

/// A field with `#[block(role = ..)]`.
pub(crate) struct RoleAst {
    pub(crate) role: Role,
    /// The certainty of the meaning of an observation period, if it is stated.
    pub(crate) certainty: Option<TypeCertainty>,
    /// The former names, the latest one first.
    pub(crate) renamed_from: Vec<beraad_describe::Text>,
    /// The texts of the column, if its role asks for them.
    pub(crate) texts: Option<RoleTexts>,
}

/// The texts of a column with the role `reference` or `technical`. `None` if an error was reported.
pub(crate) struct RoleTexts {
    pub(crate) label: Option<Label>,
    pub(crate) definition: Option<Label>,
    pub(crate) why: Option<Label>,
}

/// A field with `#[variable(..)]`.
pub(crate) struct VariableAst {
    pub(crate) label: Option<Label>,
    pub(crate) definition: Option<Label>,
    pub(crate) term: Option<Text>,
    pub(crate) of: Option<Text>,
    pub(crate) relative: Option<Text>,
    pub(crate) match_quality: Option<MatchQuality>,
    pub(crate) certainty: Option<TypeCertainty>,
    pub(crate) alternatives: Vec<ValueKind>,
    pub(crate) measurement: Option<MeasurementLevel>,
    pub(crate) unit: Option<Label>,
    pub(crate) range: Option<Label>,
    pub(crate) lineage: Lineage,
    pub(crate) universe: Option<Label>,
    pub(crate) source_unit: Option<Label>,
    pub(crate) null: Option<Label>,
    pub(crate) valid: Period,
    pub(crate) codes: Option<Path>,
    pub(crate) provenance: Provenance,
}

impl FieldAst {
    pub(crate) fn from_field(cx: &Ctxt, field: &syn::Field) -> Option<Self> {
        let ident = field.ident.clone()?;
        Some(Self {
            name: ident.unraw().to_string(),
            ty: SpannedTokens::new(&field.ty),
            may_be_empty: is_option_or_vec(&field.ty),
            content: FieldContent::from_field(cx, field, &ident),
            ident,
        })
    }
}

fn is_option_or_vec(ty: &Type) -> bool {
    let Type::Path(path) = ty else { return false };
    let last = path.path.segments.last();
    last.is_some_and(|last| last.ident == "Option" || last.ident == "Vec")
}

impl FieldContent {
    fn from_field(cx: &Ctxt, field: &syn::Field, ident: &Ident) -> Self {
        let is_ours = |attribute: &&Attribute| {
            ["variable", "block"].map(|name| attribute.path().is_ident(name)) != [false, false]
        };
        // Other attributes on a field, such as `cfg` or `allow`, are not ours.
        let attributes: Vec<_> = field.attrs.iter().filter(is_ours).collect();
        match &*attributes {
            [attribute] if attribute.path().is_ident("variable") => {
                Self::Variable(VariableAst::from_attribute(cx, field, ident, attribute))
            }
            [attribute] => role_or_group(cx, field, ident, attribute),
            [] => {
                cx.error(
                    ident.span(),
                    format_args!("missing phrase of the decision that authorises `{ident}`; write `#[variable(term = \"..\", ..)]`, or `#[block(role = ..)]` if it is not a variable"),
                );
                Self::Invalid
            }
            [..] => {
                cx.error(
                    ident.span(),
                    format_args!(
                        "expected one attribute, `#[variable(..)]` or `#[block(..)]`, found {}",
                        attributes.len()
                    ),
                );
                Self::Invalid
            }
        }
    }
}

/// Reads `#[block(role = ..)]` or `#[block(prefix = "..", relative = "..")]`.
fn role_or_group(
    cx: &Ctxt,
    field: &syn::Field,
    ident: &Ident,
    attribute: &Attribute,
) -> FieldContent {
    let mut entries = Entries::of_attribute(cx, attribute);
    // All keys are taken before any decision, so that `finish` knows every key, whatever the combination is.
    let role = entries.one("role");
    let prefix = entries.text("prefix");
    let relative = entries.text("relative");
    let content = match (role, prefix) {
        (Some(role), None) => {
            if let Some(relative) = &relative {
                cx.error(relative.span(), "`relative` cannot be used with `role`");
            }
            if let Some(role) = role.word(cx) {
                FieldContent::Role(RoleAst {
                    role,
                    renamed_from: former_names(
                        &mut entries,
                        &ident.unraw().to_string(),
                        column_name_error,
                    ),
                    certainty: role_certainty(cx, role, &mut entries),
                    texts: role_texts(cx, field, ident, role, &mut entries),
                })
            } else {
                // The keys that the role would ask for are not known: none of them is reported.
                let _ = ["label", "why", "certainty", "renamed_from"].map(|key| entries.one(key));
                FieldContent::Invalid
            }
        }
        (None, Some(prefix)) => {
            if !is_column_name(prefix.as_str()) {
                cx.error(
                    prefix.span(),
                    "invalid prefix; expected lower case letters, digits and underscores, and a letter first",
                );
            }
            FieldContent::Group { prefix, relative }
        }
        (Some(_), Some(prefix)) => {
            cx.error(prefix.span(), "`prefix` cannot be used with `role`");
            FieldContent::Invalid
        }
        (None, None) => {
            let write = format!("role = {}", alternatives::<Role>());
            entries.missing(&["role", "prefix"], write);
            FieldContent::Invalid
        }
    };
    entries.finish();
    content
}

/// Reads `label(..)`, `why(..)` and the doc comment of a column with a role, if the role asks for them.
fn role_texts(
    cx: &Ctxt,
    field: &syn::Field,
    ident: &Ident,
    role: Role,
    entries: &mut Entries<'_>,
) -> Option<RoleTexts> {
    match role {
        Role::Reference | Role::Technical => {
            let docs = Docs::read(cx, &field.attrs);
            Some(RoleTexts {
                label: required_short_label(entries),
                definition: docs.definition(cx, ident.span(), &format!("`{ident}`")),
                why: required_label(entries, "why"),
            })
        }
        // The doc comment of these columns is for the readers of the code.
        Role::Subject | Role::ObservationPeriod => {
            for key in ["label", "why"] {
                if let Some(entry) = entries.one(key) {
                    cx.error(
                        entry.key.span(),
                        format_args!("`{key}` cannot be used with `role = {role}`, only with `role = reference` and `role = technical`"),
                    );
                }
            }
            None
        }
    }
}

/// Returns what is wrong with the name of a column.
fn column_name_error(name: &str) -> Option<String> {
    (!is_column_name(name)).then(|| {
        "invalid name of a column; expected lower case letters, digits and underscores, and a letter first".to_owned()
    })
}

/// Reads `certainty = ..` of an observation period.
fn role_certainty(cx: &Ctxt, role: Role, entries: &mut Entries<'_>) -> Option<TypeCertainty> {
    let entry = entries.one("certainty")?;
    if role != Role::ObservationPeriod {
        cx.error(
            entry.key.span(),
            format_args!("`certainty` cannot be used with `role = {role}`, only with `role = observation_period`"),
        );
        return None;
    }
    entry.word(cx)
}

impl FieldContent {
    /// Returns true for the column with the observation period of the row.
    pub(crate) fn is_observation_period(&self) -> bool {
        matches!(self, Self::Role(column) if column.role == Role::ObservationPeriod)
    }
}

impl VariableAst {
    fn from_attribute(cx: &Ctxt, field: &syn::Field, ident: &Ident, attribute: &Attribute) -> Self {
        let mut entries = Entries::of_attribute(cx, attribute);
        entries.report_guesses();
        let docs = Docs::read(cx, &field.attrs);
        let name = ident.unraw().to_string();
        let mut has_match_quality = false;
        let variable = Self {
            label: required_short_label(&mut entries),
            definition: docs.definition(cx, ident.span(), &format!("`{ident}`")),
            term: entries.required_text("term"),
            of: entries.text("of"),
            relative: entries.text("relative"),
            match_quality: entries.one("match_quality").and_then(|entry| {
                has_match_quality = true;
                entry.word(cx)
            }),
            certainty: entries.required_word("certainty"),
            alternatives: entries
                .one("alternatives")
                .map(|entry| value_kinds(cx, entry))
                .unwrap_or_default(),
            measurement: entries.required_word("measurement"),
            unit: label(&mut entries, "unit"),
            range: label(&mut entries, "range"),
            lineage: Lineage::take(&mut entries, &name, column_name_error),
            universe: label(&mut entries, "universe"),
            source_unit: label(&mut entries, "source_unit"),
            null: label(&mut entries, "null"),
            valid: valid(&mut entries),
            codes: entries.path("codes"),
            provenance: Provenance::take(&mut entries),
        };
        // Where no origin is named, it may say that none was found.
        if !has_match_quality && !variable.provenance.origins.is_empty() {
            let write = format!("match_quality = {}", alternatives::<MatchQuality>());
            entries.missing(&["match_quality"], write);
        }
        entries.finish();
        variable
    }
}

/// Reads `alternatives(kind, ..)`.
fn value_kinds(cx: &Ctxt, entry: Entry) -> Vec<ValueKind> {
    // `alternatives()` means that other types are possible and none is named.
    if matches!(&entry.value, EntryValue::Entries(entries) if entries.is_empty()) {
        return Vec::new();
    }
    let names = entry.idents(cx);
    let names = names.iter().flatten();
    names.filter_map(|ident| parse_word(cx, ident)).collect()
}
