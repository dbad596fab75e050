//! `deliberation!`: the model as a whole, and that it leaves out nothing that the decision says.

use std::rc::Rc;

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::{format_ident, quote, quote_spanned};
use syn::parse::{Parse, ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::spanned::Spanned;
use syn::{Ident, LitStr, Path, Token, bracketed, token};

use crate::ctxt::Ctxt;
use crate::names::version_error;
use crate::register::{Register, check_editions, heading_tokens, language_tokens};
use crate::scope::Library;
use beraad_describe::{did_you_mean, nearest, one_of};

/// The keys, each with its form; those that must be there first.
const KEYS: [(&str, &str); 6] = [
    ("version", "version = \"0.1.0\""),
    ("blocks", "blocks = [Block, ..]"),
    ("unmodelled", "unmodelled = [\"title\", ..]"),
    ("constraints", "constraints = [NAME, ..]"),
    ("glossary", "glossary = NAME"),
    ("crate", "crate = \"path::of::library\""),
];

/// The number of keys that must be there.
const REQUIRED: usize = 2;

/// `version = "..", blocks = [A, B], unmodelled = [".."], constraints = [C, D], glossary = E`.
pub(crate) struct Input {
    /// `None` only after an error.
    version: Option<LitStr>,
    blocks_span: Span,
    blocks: Vec<Path>,
    unmodelled: Vec<LitStr>,
    constraints: Vec<Path>,
    glossary: Option<Path>,
    library: Library,
}

impl Input {
    /// Parses the entries, and reports every error in them.
    ///
    /// Not with `Entries`: the values are lists in brackets of types and titles, which no attribute has. Each entry is
    /// parsed by itself, so that an error in one hides none in another. A comma within brackets is in a group, which is
    /// one token.
    pub(crate) fn from_tokens(cx: &Ctxt, tokens: TokenStream) -> Self {
        let mut input = Self {
            version: None,
            blocks_span: Span::call_site(),
            blocks: Vec::new(),
            unmodelled: Vec::new(),
            constraints: Vec::new(),
            glossary: None,
            library: Library::at(None),
        };
        let tokens: Vec<_> = tokens.into_iter().collect();
        let keys = KEYS.map(|(key, _)| key);
        let mut written: Vec<String> = Vec::new();
        for entry in tokens.split_inclusive(is_comma) {
            let Some((key, value)) = key_and_value(cx, entry) else {
                // A key without a value is not also missing.
                written.extend(entry.first().map(ToString::to_string));
                continue;
            };
            let name = key.to_string();
            if written.contains(&name) {
                cx.error(key.span(), format_args!("duplicate key `{name}`"));
                continue;
            }
            match &*name {
                "version" => input.version = cx.ok(syn::parse2(value)),
                "blocks" => {
                    input.blocks_span = key.span();
                    input.blocks = list(cx, &key, value);
                }
                "unmodelled" => input.unmodelled = list(cx, &key, value),
                "constraints" => input.constraints = list(cx, &key, value),
                "glossary" => input.glossary = cx.ok(syn::parse2(value)),
                "crate" => input.library = Library::at(cx.ok(library_path.parse2(value))),
                _ => {
                    let hint = did_you_mean(&name, keys);
                    let expected = one_of(&keys);
                    cx.error(
                        key.span(),
                        format_args!("unknown key `{name}`; {hint}expected {expected}"),
                    );
                    // The key that it was probably meant to be is not also missing.
                    written.extend(nearest(&name, keys).map(str::to_owned));
                }
            }
            written.push(name);
        }
        let start = tokens.first().map_or_else(Span::call_site, TokenTree::span);
        for (key, form) in &KEYS[..REQUIRED] {
            if !written.iter().any(|name| name == key) {
                cx.error(start, format_args!("missing key `{key}`; write `{form}`"));
            }
        }
        input
    }
}

fn is_comma(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == ',')
}

/// Returns the key and the value of an entry, which may end with a comma, or reports that it has another form.
fn key_and_value(cx: &Ctxt, entry: &[TokenTree]) -> Option<(Ident, TokenStream)> {
    let content = match entry {
        [content @ .., last] if is_comma(last) => content,
        _ => entry,
    };
    match content {
        [TokenTree::Ident(key), TokenTree::Punct(equals), value @ ..]
            if equals.as_char() == '=' && !value.is_empty() =>
        {
            Some((key.clone(), value.iter().cloned().collect()))
        }
        _ => {
            // Without content, the comma is what should not be there.
            let place = content.first().or(entry.first());
            let form = match place {
                Some(TokenTree::Ident(key)) => form_of(key),
                _ => None,
            };
            let form = form.unwrap_or("key = value");
            cx.error_at(place, format_args!("invalid entry; write `{form}`"));
            None
        }
    }
}

/// Parses `[item, ..]`; none after an error.
fn list<T: Parse>(cx: &Ctxt, key: &Ident, value: TokenStream) -> Vec<T> {
    let parse = |input: ParseStream<'_>| {
        if !input.peek(token::Bracket) {
            let form = form_of(key).unwrap_or_default();
            return Err(input.error(format_args!("expected a list: `{form}`")));
        }
        let content;
        bracketed!(content in input);
        Punctuated::<T, Token![,]>::parse_terminated(&content)
    };
    let items = cx.ok(parse.parse2(value));
    items.into_iter().flatten().collect()
}

/// Returns the form of the entry with this key.
fn form_of(key: &Ident) -> Option<&'static str> {
    let form = KEYS.iter().find(|(known, _)| key == known);
    form.map(|(_, form)| *form)
}

/// Parses the path of the library, which may be in a text.
fn library_path(input: ParseStream<'_>) -> syn::Result<Path> {
    if input.peek(LitStr) {
        input.parse::<LitStr>()?.parse()
    } else {
        input.parse()
    }
}

/// `model()`, and that it leaves out nothing.
pub(crate) fn expand(cx: &Ctxt, input: &Input, register: syn::Result<Rc<Register>>) -> TokenStream {
    let Some(register) = cx.ok(register) else {
        return TokenStream::new();
    };
    let Input {
        version,
        blocks,
        unmodelled,
        constraints,
        glossary,
        library,
        ..
    } = input;
    let file = register.path.display().to_string();
    let decision = &register.deliberation;
    let text = serde_json::to_string(decision).expect("a decision is always JSON");
    let headings = decision.headings.iter().map(heading_tokens);
    let all = blocks
        .iter()
        .map(|block| quote_spanned!(block.span()=> <#block as __b::Block>::__REF));
    check_unmodelled(cx, unmodelled, &register);
    if let Some(version) = version
        && let Some(error) = version_error(&version.value())
    {
        cx.error(version.span(), error);
    }
    // Only after an error, when nothing runs.
    let version = version
        .as_ref()
        .map_or_else(|| quote!(""), |version| quote!(#version));
    let for_each_block = for_each_block(&register, blocks);
    // The compiler evaluates this constant and reports its errors at `blocks`. After an error in `unmodelled` it
    // would report the same title again, and the heading that was meant as not modelled.
    let coverage = (!cx.has_errors()).then(|| quote_spanned!(input.blocks_span=> __b::__private::coverage(&[#(#headings),*], &[#(#all),*], &[#(#unmodelled),*])));
    let checks = check_editions(
        &[("__CONSTRAINTS", "check_constraint", constraints)],
        &decision.languages,
    );
    let (glossary, span) = match glossary {
        Some(path) => (quote_spanned!(path.span()=> #path), path.span()),
        None => (quote!(&[]), Span::call_site()),
    };
    let (import, model) = (library.import(), library.path_of(&quote!(describe::Model)));
    let count = blocks.len();
    let editions = decision.languages.editions.iter().map(language_tokens);
    // At the path, so that the compiler reports a missing text there.
    let check_glossary =
        quote_spanned!(span=> __b::__private::check_glossary(__GLOSSARY, EDITIONS););
    quote! {
        // Where `Row` is in scope, the compiler would find its path too long.
        #[allow(unused_qualifications)]
        const _: () = {
            #import
            // Makes the compiler expand the macro again when the register changes.
            const _: &[::core::primitive::u8] = ::core::include_bytes!(#file);
            #coverage
        };
        /// The model: the decision, its blocks in the order of the text, and their code lists.
        #[must_use]
        #[allow(unused_qualifications)]
        pub fn model() -> &'static #model {
            #import
            const __CONSTRAINTS: &[__b::describe::Constraint] = &[#(#constraints),*];
            const __GLOSSARY: &[__b::describe::GlossaryEntry] = #glossary;
            const _: () = {
                const EDITIONS: &[__b::describe::Language] = &[#(#editions),*];
                #check_glossary
            };
            #checks
            // With their types, which the compiler cannot infer without blocks.
            type __Lists = [::std::vec::Vec<&'static __b::describe::CodeList>; #count];
            type __Subjects = [::std::vec::Vec<&'static __b::describe::Subject>; #count];
            static MODEL: ::std::sync::LazyLock<__b::describe::Model> = ::std::sync::LazyLock::new(|| {
                __b::describe::Model::assemble(
                    #version,
                    __b::__private::deliberation(#text),
                    [#(<#blocks as __b::Block>::description()),*],
                    ::core::iter::Iterator::flatten(<__Lists as ::core::iter::IntoIterator>::into_iter([#(<#blocks as __b::Fields>::code_lists()),*])),
                    ::core::iter::Iterator::flatten(<__Subjects as ::core::iter::IntoIterator>::into_iter([#(<#blocks as __b::Fields>::subjects()),*])),
                    __CONSTRAINTS.to_vec(),
                    __GLOSSARY.to_vec(),
                )
            });
            &MODEL
        }
        #for_each_block
    }
}

/// The macro `for_each_block!`, which names the types of the blocks to other crates.
///
/// An exported macro is always at the root of its crate. Its name there contains the number of the decision, so that one
/// crate can hold two decisions; the re-export puts it beside `model()` and gives it the name that users write.
///
/// The macro is expanded in crates where the paths of the input mean nothing. They are therefore written from `$crate`,
/// which is right for a `deliberation!` at the root of its crate and for paths that start with `crate`.
fn for_each_block(register: &Register, blocks: &[Path]) -> TokenStream {
    let number = register
        .deliberation
        .number
        .replace(|letter: char| !letter.is_ascii_alphanumeric(), "_");
    let exported = format_ident!("__for_each_block_of_{number}");
    let blocks: Vec<_> = blocks.iter().map(from_root).collect();
    quote! {
        /// Visits the types of all blocks, in the order of `model()`.
        ///
        /// - `for_each_block!(|B| check::<B>())` evaluates the expression once for each block. `B`, or any other name, is
        ///   the type of the block.
        /// - `for_each_block!(callback)` expands to `callback! { path::to::A, path::to::B, .. }`, wherever a macro can be
        ///   used.
        #[doc(hidden)]
        #[macro_export]
        macro_rules! #exported {
            // The alias is in a block of its own, so that each expansion may use the name that the caller chose.
            (|$block:ident| $visit:expr) => {{ #({ type $block = #blocks; $visit; })* }};
            // A path cannot be called as a macro once it has been matched as a `path`.
            ($($callback:tt)+) => { $($callback)+! { #(#blocks),* } };
        }
        #[doc(inline)]
        pub use #exported as for_each_block;
    }
}

/// The path of a block as other crates write it.
fn from_root(path: &Path) -> TokenStream {
    if path.leading_colon.is_some() {
        return quote!(#path);
    }
    let segments = path.segments.iter();
    let segments =
        segments.skip_while(|segment| segment.ident == "crate" || segment.ident == "self");
    quote!($crate #(::#segments)*)
}

/// Compares the titles with those of the decision, so that a message is at the literal. That each heading has a block, the
/// compiler checks over all blocks: see `coverage` in `beraad-schema`.
fn check_unmodelled(cx: &Ctxt, unmodelled: &[LitStr], register: &Register) {
    let decision = &register.deliberation;
    let titles: Vec<_> = decision
        .headings
        .iter()
        .map(|heading| &*heading.title)
        .collect();
    for (at, literal) in unmodelled.iter().enumerate() {
        let title = literal.value();
        if !titles.contains(&&*title) {
            let hint = did_you_mean(&title, titles.iter().copied());
            cx.error(
                literal.span(),
                format_args!(
                    "unknown heading `{title}` in decision {}; {hint}expected {}",
                    decision.number,
                    one_of(&titles)
                ),
            );
        }
        if unmodelled[..at].iter().any(|other| other.value() == title) {
            cx.error(literal.span(), format_args!("duplicate heading `{title}`"));
        }
    }
}
