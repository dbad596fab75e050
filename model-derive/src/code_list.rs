//! `#[derive(CodeList)]`: an enum of codes, or an empty one whose codes stand in a table or come with the delivery.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use syn::parse::ParseStream;
use syn::spanned::Spanned;
use syn::{Data, DataEnum, DeriveInput, Fields, Token};

use crate::attr::Entries;
use crate::ctxt::Ctxt;
use crate::describe::{Docs, Label, Period, snake_case};
use crate::expand_block::in_scope;
use crate::json::{Object, Raw, ToJson};
use crate::register::Register;
use crate::table;
use crate::text::Text;
use beraad_describe::{CodeEntry, Meaning, one_of};
use beraad_register::{LocatedCode, check_codes};

const MISSING: &[&str] = &["unknown", "unspecified", "not_applicable"];
const KINDS: [&str; 3] = ["closed", "open", "supplied"];
const ROLES: &[&str] = &["delivered", "reference", "related"];
const READ_AT: &[&str] = &["observation_period", "event_date", "not_checkable"];

/// Whether a text can be a code.
pub(crate) fn is_code(text: &str) -> bool {
    CodeEntry::is_code(text)
}

/// What is to be said of a text that cannot.
pub(crate) fn no_code(text: &str) -> String {
    format!(
        "invalid code `{text}`: expected at most {} printable ASCII characters",
        CodeEntry::MAX_CODE_BYTES
    )
}

/// The list.
pub(crate) struct ListAst {
    ident: Ident,
    id: String,
    label: Option<Label>,
    definition: String,
    /// `None` after a mistake.
    kind: Option<&'static str>,
    role: Option<&'static str>,
    complete: bool,
    read_at: &'static str,
    why: Option<Label>,
    standard: Option<Text>,
    page: Option<Text>,
    codes: Vec<CodeAst>,
    variants: Vec<Ident>,
    table: Option<String>,
    table_name: Option<String>,
}

/// A code of a variant or of a table, and where its errors are reported.
pub(crate) struct CodeAst {
    span: Span,
    code: LocatedCode,
}

impl ListAst {
    pub(crate) fn from_input(cx: &Ctxt, input: &DeriveInput) -> Option<Self> {
        let ident = input.ident.clone();
        let Data::Enum(data) = &input.data else {
            cx.error(
                ident.span(),
                "a code list is an enum: with a variant for each code, or with none",
            );
            return None;
        };
        if !input.generics.params.is_empty() {
            cx.error_at(
                &input.generics,
                "a code list has no generic parameters: it lists codes, and holds none",
            );
            return None;
        }
        let Some(attribute) = input
            .attrs
            .iter()
            .find(|attribute| attribute.path().is_ident("codes"))
        else {
            cx.error(ident.span(), "a code list says what is known of it; write `#[codes(closed | open | supplied, ..)]`");
            return None;
        };
        let definition = Docs::of(&input.attrs).en;
        if definition.is_empty() {
            cx.error(
                ident.span(),
                "this code list has no definition; write a doc comment that says what it lists",
            );
        }
        let mut entries = Entries::of_attribute(cx, attribute);
        let said: Vec<_> = KINDS
            .iter()
            .filter_map(|kind| entries.flag(kind).map(|span| (*kind, span)))
            .collect();
        let kind = match &*said {
            [(kind, _)] => Some(*kind),
            [] => {
                entries.missing(&KINDS, "#[codes(closed, ..)]".to_owned());
                None
            }
            [_, (_, second), ..] => {
                cx.error(*second, format_args!("a list is one of {}", one_of(&KINDS)));
                None
            }
        };
        let mut list = Self {
            id: entries
                .text("id")
                .map_or_else(|| snake_case(&ident.to_string()), |id| id.value()),
            label: Label::take(&mut entries, cx, "label"),
            definition,
            kind,
            role: entries.word("status", ROLES).map(|(_, word)| word),
            complete: entries.flag("complete").is_some(),
            read_at: entries
                .word("read_at", READ_AT)
                .map_or("observation_period", |(_, word)| word),
            why: Label::take(&mut entries, cx, "why"),
            standard: entries.text("standard"),
            page: entries.text("page"),
            codes: Vec::new(),
            variants: Vec::new(),
            table: None,
            table_name: None,
            ident,
        };
        let table = entries.text("table");
        entries.finish();
        match table {
            Some(table) if !data.variants.is_empty() => {
                cx.error(table.span(), "a list has variants or a `table`, not both");
                return None;
            }
            Some(table) => list.read_table(cx, &table),
            None => data
                .variants
                .iter()
                .for_each(|variant| list.read_variant(cx, variant)),
        }
        list.check(cx, data);
        Some(list)
    }

    fn read_table(&mut self, cx: &Ctxt, table: &Text) {
        let Some(folder) = cx.ok(Register::folder_of(table.span())) else {
            return;
        };
        let path = folder.join(table.as_str());
        self.table = Some(path.display().to_string());
        self.table_name = Some(table.value());
        match table::read(&path, table.as_str()) {
            Ok(read) => {
                self.codes = read
                    .codes
                    .into_iter()
                    .map(|code| CodeAst {
                        span: table.span(),
                        code,
                    })
                    .collect();
            }
            Err(mistakes) => cx.error(table.span(), mistakes),
        }
    }

    fn read_variant(&mut self, cx: &Ctxt, variant: &syn::Variant) {
        if !matches!(variant.fields, Fields::Unit) {
            cx.error(variant.ident.span(), "a code is a variant without fields");
            return;
        }
        let attribute = variant
            .attrs
            .iter()
            .find(|attribute| attribute.path().is_ident("code"));
        let Some(attribute) = attribute else {
            cx.error(
                variant.ident.span(),
                "which code is this? write `#[code(\"..\", label(nl = \"..\", en = \"..\"))]`",
            );
            return;
        };
        let parse = |input: ParseStream<'_>| {
            let code: Text = input.parse()?;
            if !input.is_empty() {
                input.parse::<Token![,]>()?;
            }
            Ok((code, input.parse::<TokenStream>()?))
        };
        let Some((code, rest)) = cx.ok(attribute.parse_args_with(parse)) else {
            return;
        };
        let mut entries = Entries::of_tokens(cx, code.span(), rest);
        let label = Label::require(&mut entries, cx, "label");
        let period = Period::inline(&mut entries, cx);
        let aliases = entries
            .all("alias")
            .into_iter()
            .filter_map(|entry| entry.text(cx))
            .map(|alias| alias.value().into())
            .collect();
        let missing = entries.word("missing", MISSING);
        let source = entries.text("source");
        let short = Label::take(&mut entries, cx, "short");
        let remark = Label::take(&mut entries, cx, "remark");
        entries.finish();
        let Some(label) = label else { return };
        self.variants.push(variant.ident.clone());
        let meaning = {
            let mut described = Meaning::new(label.described());
            described.period = period.described();
            described.source = source.map(|source| source.value().into());
            described.short = short.map(Label::described);
            described.missing = missing.and_then(|(_, word)| word.parse().ok());
            described.remark = remark.map(Label::described);
            described
        };
        let entry = {
            let mut entry = CodeEntry::unpublished(vec![meaning]);
            entry.code = Some(code.value().into());
            entry.aliases = aliases;
            entry
        };
        self.codes.push(CodeAst {
            span: code.span(),
            code: entry.into(),
        });
    }

    fn check(&self, cx: &Ctxt, data: &DataEnum) {
        if !data.variants.is_empty() {
            if matches!(self.kind, Some("open" | "supplied")) {
                cx.error(self.ident.span(), "only a closed list is an enum with variants: others may hold codes that no variant names; use a `table`");
            }
            if matches!(self.role, Some("reference" | "related")) {
                cx.error(self.ident.span(), "a list for orientation rejects no code, and an enum holds none but its own; use a `table`, or `role = delivered`");
            }
            if data.variants.len() > 256 {
                cx.error(
                    self.ident.span(),
                    "an enum of codes has at most 256 variants; use a `table`",
                );
            }
            let codes: Vec<_> = self.codes.iter().map(|code| code.code.clone()).collect();
            for error in check_codes(&codes) {
                cx.error(self.codes[error.code].span, error.message);
            }
        }
        if self.kind == Some("closed") {
            if data.variants.is_empty() && self.table.is_none() {
                cx.error(self.ident.span(), "a closed list has codes: variants, or a `table`; a list that comes with the delivery is `supplied`");
            }
            for CodeAst { span, code } in &self.codes {
                if code.entry.code.is_none() {
                    let line = code.lines.first().copied().unwrap_or_default();
                    let name = self.table_name.as_deref().unwrap_or_default();
                    cx.error(*span, format_args!("{name}:{line}: missing code in a closed list; write the code, or `open` if it is not published"));
                }
            }
        }
    }
}

/// The implementation of `Codes`, and of `Scalar` and serde for an enum with variants.
pub(crate) fn expand(list: &ListAst) -> TokenStream {
    let ListAst {
        ident, variants, ..
    } = list;
    let tracked = list.table.as_ref().map(|table| {
        quote!(
            let _ = ::core::include_bytes!(#table);
        )
    });
    let (id, text) = (&list.id, list.to_json());
    let codes = quote! {
        impl __b::CodeList for #ident {
            const ID: &'static ::core::primitive::str = #id;
            fn description() -> &'static __b::describe::CodeList {
                #tracked
                static LIST: __b::__private::Listed = __b::__private::Listed::new(#text);
                LIST.list()
            }
        }
    };
    if variants.is_empty() {
        return in_scope(&codes);
    }
    let texts: Vec<_> = list
        .codes
        .iter()
        .filter_map(|code| code.code.entry.code.as_ref())
        .collect();
    // A list of more variants was refused.
    let places = (0..=u8::MAX).take(variants.len());
    in_scope(&quote! {
        #codes
        impl #ident {
            /// Every code, in the order of the list.
            pub const ALL: &'static [Self] = &[#(Self::#variants),*];
            /// The stored text.
            #[must_use]
            pub const fn code(self) -> &'static ::core::primitive::str {
                Self::__text(&self)
            }
            // By reference, so that an enum that is not `Copy` gets no message about code that its author did not write.
            const fn __text(&self) -> &'static ::core::primitive::str {
                const TEXTS: &[&::core::primitive::str] = &[#(#texts),*];
                TEXTS[Self::__place(self) as ::core::primitive::usize]
            }
            const fn __place(&self) -> ::core::primitive::u8 {
                match self { #(Self::#variants => #places),* }
            }
            fn __nth(position: ::core::primitive::usize) -> ::core::result::Result<Self, __b::ValueError> {
                __b::__private::nth([#(Self::#variants),*], <Self as __b::CodeList>::description(), position)
            }
            /// What the code means in a period, by every source that gives it a meaning then.
            #[must_use]
            pub fn at(self, period: impl __b::ObservationPeriod) -> ::std::vec::Vec<&'static __b::describe::Meaning> {
                __b::__private::meanings::<Self>(Self::__text(&self), __b::ObservationPeriod::period(period))
            }
        }
        impl __b::Scalar for #ident {
            const TYPE: __b::describe::ValueType = __b::describe::ValueType::Code { list: __b::describe::Text::Borrowed(#id) };
            type Kind = Self;
            type Grain = __b::check::by::Dateless;
            type Form = __b::check::form::Classed;
            type Stored = __b::__private::Position;
            fn code_list() -> ::core::option::Option<&'static __b::describe::CodeList> { ::core::option::Option::Some(<Self as __b::CodeList>::description()) }
            fn datum(&self) -> __b::Datum { __b::__private::code_datum(Self::__text(self)) }
            fn from_datum(datum: __b::Datum) -> ::core::result::Result<Self, __b::ValueError> {
                Self::__nth(__b::__private::position(&datum, <Self as __b::CodeList>::description())?)
            }
        }
        impl __b::__private::Positioned for #ident {
            #[inline]
            fn position(&self) -> ::core::primitive::u8 { Self::__place(self) }
        }
        impl __b::operand::Constant for #ident {
            type Kind = Self;
            fn literal(&self) -> __b::describe::Literal {
                __b::describe::Literal::Code { list: __b::describe::Text::Borrowed(#id), code: __b::describe::Text::Borrowed(Self::__text(self)) }
            }
        }
        __b::__code_impls!(#ident);
    })
}

/// An implementation for an enum with mistakes, so that one mistake does not bring others where the list is used.
pub(crate) fn fallback(input: &DeriveInput) -> TokenStream {
    let Data::Enum(data) = &input.data else {
        return TokenStream::new();
    };
    if !input.generics.params.is_empty() {
        return TokenStream::new();
    }
    let unit = |variant: &&syn::Variant| matches!(variant.fields, Fields::Unit);
    let variants: Vec<_> = data.variants.iter().filter(unit).collect();
    let tokens = expand(&ListAst {
        ident: input.ident.clone(),
        id: snake_case(&input.ident.to_string()),
        label: None,
        definition: String::new(),
        kind: None,
        role: None,
        complete: false,
        read_at: "observation_period",
        why: None,
        standard: None,
        page: None,
        codes: variants
            .iter()
            .map(|variant| CodeAst {
                span: variant.span(),
                code: LocatedCode::from({
                    let mut entry = CodeEntry::unpublished(Vec::new());
                    entry.code = Some("".into());
                    entry
                }),
            })
            .collect(),
        variants: variants
            .iter()
            .map(|variant| variant.ident.clone())
            .collect(),
        table: None,
        table_name: None,
    });
    if variants.len() == data.variants.len() {
        return tokens;
    }
    // A variant with fields has no place in the matches of an expansion: there is a list, and no more.
    let ident = &input.ident;
    in_scope(&quote! {
        impl __b::CodeList for #ident {
            const ID: &'static ::core::primitive::str = "";
            fn description() -> &'static __b::describe::CodeList { ::core::unreachable!() }
        }
    })
}

impl ToJson for ListAst {
    fn to_json(&self) -> String {
        let codes = self.codes.iter().map(|code| &code.code.entry);
        let codes = serde_json::to_string(&codes.collect::<Vec<_>>());
        let codes = Raw(codes.expect("codes are always JSON"));
        Object::new()
            .put("id", &self.id)
            .put_some("label", self.label.as_ref())
            .put("definition", &self.definition)
            .put("kind", self.kind.unwrap_or("open"))
            .put_some("status", self.role.as_ref())
            .put("complete", &self.complete)
            .put("read_at", self.read_at)
            .put_some("why", self.why.as_ref())
            .put_some("standard", self.standard.as_ref())
            .put_some("page", self.page.as_ref())
            .put("codes", &codes)
            .to_json()
    }
}
