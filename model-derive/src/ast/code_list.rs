//! An enum that derives `CodeList`: with a variant for each code, or without variants.

use proc_macro2::{Span, TokenStream};
use syn::parse::ParseStream;
use syn::{Attribute, Data, DataEnum, DeriveInput, Expr, ExprLit, Fields, Ident, Lit, Token};

use super::id::id;
use super::lineage::Lineage;
use crate::attr::{Entries, Entry, EntryValue};
use crate::ctxt::Ctxt;
use crate::label::{Docs, label, required_label};
use crate::names::{id_error, snake_case};
use crate::provenance::{documented_from, inline_period};
use crate::register::Register;
use crate::scope::take_library;
use crate::table;
use crate::text::Text;
use beraad_describe::{
    CodeEntry, CodeForm, CodeLength, Label, ListKind, ListStatus, Meaning, ReadAt, one_of,
};
use beraad_register::LocatedCode;

pub(crate) struct CodeListAst {
    pub(crate) ident: Ident,
    pub(crate) id: String,
    pub(crate) lineage: Lineage,
    pub(crate) label: Option<Label>,
    pub(crate) definition: Option<Label>,
    pub(crate) kind: Option<ListKind>,
    pub(crate) status: Option<ListStatus>,
    pub(crate) is_complete: bool,
    pub(crate) is_searched: bool,
    pub(crate) read_at: ReadAt,
    pub(crate) why: Option<Label>,
    pub(crate) standard: Option<String>,
    pub(crate) page: Option<String>,
    /// The form of the codes, with the span of the attribute that declares it.
    pub(crate) form: Option<(Span, CodeForm)>,
    pub(crate) codes: Vec<CodeAst>,
    /// The variants with a code, in the order of `codes`.
    pub(crate) variants: Vec<Ident>,
    /// The table, if the codes are in one.
    pub(crate) table: Option<TableAst>,
}

/// A code table.
pub(crate) struct TableAst {
    /// The name, as the attribute writes it.
    pub(crate) name: String,
    /// The path of the file.
    pub(crate) path: String,
}

pub(crate) struct CodeAst {
    pub(crate) span: Span,
    /// The code, with the line of each meaning if it is in a table.
    pub(crate) code: LocatedCode,
}

impl CodeListAst {
    pub(crate) fn from_input(cx: &Ctxt, input: &DeriveInput) -> Option<Self> {
        let data = enum_without_generics(cx, input)?;
        let attribute = codes_attribute(cx, input)?;
        let docs = Docs::read(cx, &input.attrs);
        let definition = docs.definition(cx, input.ident.span(), "this code list");
        let mut entries = Entries::of_attribute(cx, attribute);
        entries.report_guesses();
        let kind = list_kind(cx, &mut entries);
        let id = id(cx, &mut entries, &input.ident);
        let lineage = Lineage::take(&mut entries, &id, id_error);
        let mut list = Self {
            ident: input.ident.clone(),
            id,
            lineage,
            label: label(&mut entries, "label"),
            definition,
            kind,
            status: entries.word("status"),
            is_complete: entries.flag("complete").is_some(),
            is_searched: entries.flag("searched").is_some(),
            read_at: entries.word("read_at").unwrap_or_default(),
            why: label(&mut entries, "why"),
            standard: entries.text("standard").map(|text| text.value()),
            page: entries.text("page").map(|text| text.value()),
            form: code_form(cx, &mut entries),
            codes: Vec::new(),
            variants: Vec::new(),
            table: None,
        };
        let table = entries.text("table");
        take_library(&mut entries);
        // All keys of `#[codes(..)]` were asked for by now. The codes have attributes of their own.
        entries.finish();
        match table {
            Some(table) if !data.variants.is_empty() => {
                cx.error(
                    table.span(),
                    "`table` cannot be used on an enum with variants",
                );
                return None;
            }
            Some(table) => list.read_table(cx, &table),
            None => list.read_variants(cx, data),
        }
        Some(list)
    }

    /// A list for an enum with errors, whose variants all have the empty code.
    pub(crate) fn placeholder(input: &DeriveInput, variants: &[&syn::Variant]) -> Self {
        // The code is never read. It is there because the implementations have a text for each variant.
        let codes = variants.iter().map(|variant| CodeAst {
            span: variant.ident.span(),
            code: LocatedCode::from(CodeEntry::new("", Vec::new())),
        });
        Self {
            ident: input.ident.clone(),
            id: snake_case(&input.ident.to_string()),
            lineage: Lineage::default(),
            label: None,
            definition: None,
            kind: Some(ListKind::Open),
            status: None,
            is_complete: false,
            is_searched: false,
            read_at: ReadAt::default(),
            why: None,
            standard: None,
            page: None,
            form: None,
            codes: codes.collect(),
            variants: variants
                .iter()
                .map(|variant| variant.ident.clone())
                .collect(),
            table: None,
        }
    }

    fn read_table(&mut self, cx: &Ctxt, table: &Text) {
        let Some(folder) = cx.ok(Register::folder_of(table.span())) else {
            return;
        };
        let path = folder.join(table.as_str());
        self.table = Some(TableAst {
            name: table.value(),
            path: path.display().to_string(),
        });
        let Some(languages) = cx.languages().described() else {
            cx.ok(Register::load(table.span()));
            return;
        };
        match table::read(languages, &path, table.as_str()) {
            Ok(codes) => {
                // A table is not Rust source, so its lines have no spans. An error in one is reported at the name of
                // the table, and its message begins with the line.
                let span = table.span();
                let codes = codes.codes.into_iter();
                self.codes = codes.map(|code| CodeAst { span, code }).collect();
            }
            Err(errors) => cx.error(table.span(), errors),
        }
    }

    fn read_variants(&mut self, cx: &Ctxt, data: &DataEnum) {
        for variant in &data.variants {
            // A variant with errors is in neither list, so that the code of a variant is at the same index in both.
            if let Some(code) = CodeAst::from_variant(cx, variant) {
                self.codes.push(code);
                self.variants.push(variant.ident.clone());
            }
        }
    }
}

impl CodeAst {
    fn from_variant(cx: &Ctxt, variant: &syn::Variant) -> Option<Self> {
        let span = variant.ident.span();
        if !matches!(variant.fields, Fields::Unit) {
            cx.error(
                span,
                "a code cannot have fields; write a variant without fields",
            );
            return None;
        }
        let mut attributes = variant
            .attrs
            .iter()
            .filter(|attribute| attribute.path().is_ident("code"));
        let first = attributes.next();
        for duplicate in attributes {
            cx.error_at(
                duplicate,
                "duplicate attribute `code`; a code that changes its meaning is written in a `table`",
            );
        }
        let Some(attribute) = first else {
            cx.error(
                span,
                format_args!(
                    "missing code of `{}`; write `#[code(\"..\", label({}))]`",
                    variant.ident,
                    cx.languages().example()
                ),
            );
            return None;
        };
        let (code, rest) = cx.ok(attribute.parse_args_with(code_and_entries))?;
        let mut entries = Entries::of_tokens(cx, code.span(), rest);
        let label_of_code = required_label(&mut entries, "label");
        let period = inline_period(&mut entries);
        let documented_from = documented_from(&mut entries, period);
        let aliases = entries.all("alias").into_iter();
        let aliases: Vec<_> = aliases.filter_map(|entry| entry.text(cx)).collect();
        let missing = entries.word("missing");
        let source = entries.text("source");
        let short = label(&mut entries, "short");
        let remark = label(&mut entries, "remark");
        entries.finish();
        // Not earlier: `finish` reports missing and unknown keys, and a `?` before it would lose these errors.
        let mut meaning = Meaning::new(label_of_code?);
        meaning.period = period;
        meaning.documented_from = documented_from;
        meaning.source = source.map(|source| source.value().into());
        meaning.short = short;
        meaning.missing = missing;
        meaning.remark = remark;
        let mut entry = CodeEntry::new(code.value(), vec![meaning]);
        entry.aliases = aliases.iter().map(|alias| alias.value().into()).collect();
        Some(Self {
            span: code.span(),
            code: LocatedCode::from(entry),
        })
    }
}

/// Parses the text of a code, and returns the entries after it unparsed.
fn code_and_entries(input: ParseStream<'_>) -> syn::Result<(Text, TokenStream)> {
    let code = input.parse()?;
    if !input.is_empty() {
        input.parse::<Token![,]>()?;
    }
    Ok((code, input.parse()?))
}

fn enum_without_generics<'i>(cx: &Ctxt, input: &'i DeriveInput) -> Option<&'i DataEnum> {
    let Data::Enum(data) = &input.data else {
        cx.error(
            input.ident.span(),
            "`CodeList` can only be derived for an enum: with a variant for each code, or without variants",
        );
        return None;
    };
    if !input.generics.params.is_empty() {
        cx.error_at(
            &input.generics,
            "a code list cannot have generic parameters",
        );
        return None;
    }
    Some(data)
}

/// Returns the attribute `#[codes(..)]` of an enum.
fn codes_attribute<'i>(cx: &Ctxt, input: &'i DeriveInput) -> Option<&'i Attribute> {
    let mut attributes = input
        .attrs
        .iter()
        .filter(|attribute| attribute.path().is_ident("codes"));
    let codes = attributes.next();
    for duplicate in attributes {
        cx.error_at(
            duplicate,
            "duplicate attribute `codes`; write all keys in one",
        );
    }
    if codes.is_none() {
        cx.error(
            input.ident.span(),
            "missing kind of this code list; write `#[codes(closed | open | supplied, ..)]`",
        );
    }
    codes
}

/// Takes `length` and `pattern`.
fn code_form(cx: &Ctxt, entries: &mut Entries<'_>) -> Option<(Span, CodeForm)> {
    let length = entries.one("length");
    let pattern = entries.text("pattern");
    let span = pattern.as_ref().map(Text::span);
    let span = span.or_else(|| length.as_ref().map(|length| length.key.span()))?;
    let (has_length, has_pattern) = (length.is_some(), pattern.is_some());
    let length = length.and_then(|entry| code_length(cx, &entry));
    let pattern = pattern.and_then(|text| {
        let pattern = text.as_str().parse();
        pattern
            .map_err(|error| cx.error(text.span(), format_args!("invalid pattern: {error}")))
            .ok()
    });
    if length.is_some() != has_length || pattern.is_some() != has_pattern {
        return None;
    }
    match CodeForm::new(length, pattern) {
        Ok(form) => Some((span, form)),
        Err(error) => {
            cx.error(span, error);
            None
        }
    }
}

/// Returns the length of `length = 14` or `length = "3..=5"`.
fn code_length(cx: &Ctxt, entry: &Entry) -> Option<CodeLength> {
    let length = match &entry.value {
        EntryValue::Text(text) => text.as_str().parse().ok(),
        EntryValue::Expr(Expr::Lit(ExprLit {
            lit: Lit::Int(number),
            ..
        })) => number.base10_digits().parse().ok(),
        _ => None,
    };
    if length.is_none() {
        let max = CodeLength::MAX;
        cx.error(
            entry.key.span(),
            format_args!("invalid length; write a number of at most {max} or a range: `length = 14`, `length = \"3..=5\"`"),
        );
    }
    length
}

/// Takes `closed`, `open` or `supplied`.
fn list_kind(cx: &Ctxt, entries: &mut Entries<'_>) -> Option<ListKind> {
    let kinds = [
        ("closed", ListKind::Closed),
        ("open", ListKind::Open),
        ("supplied", ListKind::Supplied),
    ];
    // All three are asked for, also after one was found: each must become a known key, and two of them are an error.
    let flags = kinds.map(|(key, kind)| entries.flag(key).map(|span| (key, kind, span)));
    let found: Vec<_> = flags.into_iter().flatten().collect();
    match &*found {
        [(_, kind, _)] => Some(*kind),
        [] => {
            entries.missing(
                &kinds.map(|(key, _)| key),
                "#[codes(closed, ..)]".to_owned(),
            );
            None
        }
        [(first, ..), (second, _, span), ..] => {
            let expected = one_of(&kinds.map(|(key, _)| key));
            cx.error(
                *span,
                format_args!(
                    "`{second}` cannot be used with `{first}`; expected one of {expected}"
                ),
            );
            None
        }
    }
}
