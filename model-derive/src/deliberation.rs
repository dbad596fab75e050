//! `deliberation!`: the model as a whole, and that it leaves out nothing that the decision says.

use std::rc::Rc;

use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::spanned::Spanned;
use syn::{Ident, LitStr, Path, Token, bracketed};

use crate::ctxt::Ctxt;
use crate::names::version_error;
use crate::register::{Register, check_editions, heading_tokens, language_tokens};
use crate::scope::Library;
use beraad_describe::{did_you_mean, one_of};

const KEYS: [&str; 6] = [
    "version",
    "blocks",
    "unmodelled",
    "constraints",
    "glossary",
    "crate",
];

/// `version = "..", blocks = [A, B], unmodelled = [".."], constraints = [C, D], glossary = E`.
pub(crate) struct Input {
    version: LitStr,
    blocks_span: Span,
    blocks: Vec<Path>,
    unmodelled: Vec<LitStr>,
    constraints: Vec<Path>,
    glossary: Option<Path>,
    library: Library,
}

impl Parse for Input {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        // Not `Entries`: the values are lists in brackets of types and titles, which no attribute has. A syntax error
        // ends the parse, since what follows it cannot be assigned to a key.
        let (mut version, mut blocks, mut unmodelled) = (None, None, Vec::new());
        let (mut constraints, mut glossary, mut library) = (Vec::new(), None, None);
        let start = input.span();
        while !input.is_empty() {
            let key = input.call(Ident::parse_any)?;
            input.parse::<Token![=]>()?;
            match &*key.to_string() {
                "version" => version = Some(input.parse::<LitStr>()?),
                "blocks" => {
                    let content;
                    bracketed!(content in input);
                    let paths = Punctuated::<Path, Token![,]>::parse_terminated(&content)?;
                    blocks = Some((key.span(), paths.into_iter().collect()));
                }
                "unmodelled" => {
                    let content;
                    bracketed!(content in input);
                    unmodelled = Punctuated::<LitStr, Token![,]>::parse_terminated(&content)?
                        .into_iter()
                        .collect();
                }
                "constraints" => {
                    let content;
                    bracketed!(content in input);
                    constraints = Punctuated::<Path, Token![,]>::parse_terminated(&content)?
                        .into_iter()
                        .collect();
                }
                "glossary" => glossary = Some(input.parse::<Path>()?),
                "crate" if input.peek(LitStr) => {
                    library = Some(input.parse::<LitStr>()?.parse::<Path>()?);
                }
                "crate" => library = Some(input.parse::<Path>()?),
                other => {
                    return Err(syn::Error::new(
                        key.span(),
                        format!("unknown key `{other}`; expected {}", one_of(&KEYS)),
                    ));
                }
            }
            if !input.is_empty() {
                input.parse::<Token![,]>()?;
            }
        }
        let missing = |key: &str| {
            let message = format!("missing key `{key}`; expected {}", one_of(&KEYS));
            syn::Error::new(start, message)
        };
        let (blocks_span, blocks) = blocks.ok_or_else(|| missing("blocks"))?;
        Ok(Self {
            version: version.ok_or_else(|| missing("version"))?,
            blocks_span,
            blocks,
            unmodelled,
            constraints,
            glossary,
            library: Library::at(library),
        })
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
    if let Some(error) = version_error(&version.value()) {
        cx.error(version.span(), error);
    }
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
            static MODEL: ::std::sync::LazyLock<__b::describe::Model> = ::std::sync::LazyLock::new(|| {
                __b::describe::Model::assemble(
                    #version,
                    __b::__private::deliberation(#text),
                    [#(<#blocks as __b::Block>::description()),*],
                    ::core::iter::Iterator::flatten(::core::iter::IntoIterator::into_iter([#(<#blocks as __b::Fields>::code_lists()),*])),
                    ::core::iter::Iterator::flatten(::core::iter::IntoIterator::into_iter([#(<#blocks as __b::Fields>::subjects()),*])),
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
