//! `deliberation.toml`, the register of the decision that structs are checked against: where it is, and what the compiler
//! must know of it.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::{Mutex, PoisonError};

use beraad_describe::{Heading, Language, Languages, Term, Text};
use beraad_register::Lines;
use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::Ident;

use crate::files;
use crate::span::SpannedTokens;

/// The name of the file.
const FILE: &str = "deliberation.toml";

/// The register, and the file that it was read from.
pub(crate) struct Register {
    pub(crate) path: PathBuf,
    contents: beraad_register::Register,
    lines: Lines,
}

impl Deref for Register {
    type Target = beraad_register::Register;

    fn deref(&self) -> &Self::Target {
        &self.contents
    }
}

/// The error if there is no file.
const NO_FILE: &str = "there is no `deliberation.toml` at or above this source file; transcribe the decision into one, beside the package's Cargo.toml";

impl Register {
    /// Reads the nearest `deliberation.toml` at or above the source file of `span`, else that of the package.
    ///
    /// A file that is as it was for the last block is not parsed again: a model has dozens of blocks.
    pub(crate) fn load(span: Span) -> syn::Result<Rc<Self>> {
        thread_local! {
            // In each thread, since `Rc` cannot be shared; a compiler that expands macros on one thread parses a
            // register once.
            static LAST: RefCell<Option<(String, Rc<Register>)>> = const { RefCell::new(None) };
        }

        let fail = |message: String| syn::Error::new(span, message);
        let path = find(span).ok_or_else(|| fail(NO_FILE.to_owned()))?;
        // The file is read each time: an editor keeps this process alive while somebody edits the register.
        let text =
            files::read(&path).map_err(|error| fail(format!("cannot read `{FILE}`: {error}")))?;
        let unchanged = |(known, register): &(String, Rc<Self>)| {
            (*known == text && register.path == path).then(|| Rc::clone(register))
        };
        if let Some(register) = LAST.with_borrow(|last| last.as_ref().and_then(unchanged)) {
            return Ok(register);
        }
        let parsed = beraad_register::Register::parse_with_lines(&text);
        let (register, lines) = parsed.map_err(|errors| {
            let lines: Vec<_> = errors
                .iter()
                .map(|error| format!("{FILE}:{error}"))
                .collect();
            let list = lines.join("\n");
            if is_listed_elsewhere(span, &path, &list) {
                fail(format!("`{FILE}` has errors, which another message lists"))
            } else {
                fail(list)
            }
        })?;
        let register = Rc::new(Self {
            path,
            contents: register,
            lines,
        });
        LAST.set(Some((text, Rc::clone(&register))));
        Ok(register)
    }

    /// Returns the line of a heading, or of one of its terms: where the decision would have to allow something else.
    pub(crate) fn line_of(&self, heading: &Heading, term: Option<&Term>) -> u32 {
        let is_heading = |other: &Heading| std::ptr::eq(other, heading);
        let index = self.deliberation.headings.iter().position(is_heading);
        let of_term = |index: usize, term: &Term| {
            let position = heading.terms.iter().position(|other| other == term)?;
            self.lines.terms.get(index)?.get(position).copied()
        };
        let line = index.and_then(|index| match term {
            Some(term) => of_term(index, term),
            None => self.lines.headings.get(index).copied(),
        });
        line.and_then(|line| u32::try_from(line).ok())
            .unwrap_or_default()
    }

    /// Reads the text of a file without errors.
    #[cfg(test)]
    pub(crate) fn parse(path: &Path, text: &str) -> Self {
        let parsed = beraad_register::Register::parse_with_lines(text);
        let (register, lines) = parsed.expect("the text has no errors");
        Self {
            path: path.to_owned(),
            contents: register,
            lines,
        }
    }

    /// The folder of the nearest `deliberation.toml`, from which code list tables are named.
    pub(crate) fn folder_of(span: Span) -> syn::Result<PathBuf> {
        let path = find(span).ok_or_else(|| syn::Error::new(span, NO_FILE))?;
        Ok(path.parent().unwrap_or(Path::new("")).to_owned())
    }
}

/// Returns whether a message at another struct lists the errors of a file already: one list is enough for all structs.
///
/// An editor expands the same struct again and again in one process, and its message must stay. So the position of the first
/// struct is remembered, not only that there was one.
fn is_listed_elsewhere(span: Span, path: &Path, list: &str) -> bool {
    static LISTED: Mutex<BTreeMap<PathBuf, (String, Position)>> = Mutex::new(BTreeMap::new());
    let span = span.unwrap();
    let position = (span.local_file(), span.line(), span.column());
    // A panic in another expansion leaves the map valid: an entry is inserted as a whole.
    let mut listed = LISTED.lock().unwrap_or_else(PoisonError::into_inner);
    match listed.get(path) {
        Some((known, first)) if known == list => *first != position,
        _ => {
            listed.insert(path.to_owned(), (list.to_owned(), position));
            false
        }
    }
}

/// A file, a line and a column.
type Position = (Option<PathBuf>, usize, usize);

/// The nearest file at or above the source file, but not above its workspace; else that of the package.
fn find(span: Span) -> Option<PathBuf> {
    let source = span
        .unwrap()
        .local_file()
        .and_then(|file| std::path::absolute(file).ok());
    let package = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    // The source file comes first, so that two decisions can live in one workspace or even in one package. A macro
    // that an editor expands may have a span without a file: then the package decides.
    let mut folders: Vec<PathBuf> = Vec::new();
    for folder in source.iter().flat_map(|file| file.ancestors().skip(1)) {
        folders.push(folder.to_owned());
        // The root of the workspace. A register above it would belong to another project.
        if folder.join("Cargo.lock").is_file() {
            break;
        }
    }
    folders
        .into_iter()
        .chain(package)
        .map(|folder| folder.join(FILE))
        // Whatever has this name: a folder or a pipe is an error when it is read, and a link whose target is missing too.
        .find(|file| file.symlink_metadata().is_ok())
}

/// The number by which the compiler compares the phrases of blocks with those of the decision.
pub(crate) fn term_key(term: &Term) -> u128 {
    key(&term.term, term.of.as_deref().unwrap_or_default())
}

/// The number by which the compiler compares relatives; zero for none.
pub(crate) fn relative_key(relative: &str) -> u128 {
    if relative.is_empty() {
        0
    } else {
        key(relative, "")
    }
}

/// A hash of a text and of the text that it is nested in (FNV-1a): every letter of both counts.
fn key(text: &str, of: &str) -> u128 {
    // No byte of UTF-8 is 255, so that `("ab", "c")` and `("a", "bc")` give different bytes. The numbers below are
    // the offset and the prime of the 128-bit FNV-1a.
    let bytes = text.bytes().chain([u8::MAX]).chain(of.bytes());
    bytes.fold(0x6c62_272e_07bb_0142_62b8_2175_6295_c58d, |key, byte| {
        (key ^ u128::from(byte)).wrapping_mul(0x0000_0000_0100_0000_0000_0000_0000_013b)
    })
}

/// The heading as a constant `HeadingRef`, with which the compiler checks that blocks carry out each of its terms.
pub(crate) fn heading_tokens(heading: &Heading) -> TokenStream {
    let Heading {
        paragraph, title, ..
    } = heading;
    let relatives = relative_refs(&heading.relatives);
    let terms = heading.terms.iter().map(term_ref);
    quote!(__b::__private::HeadingRef { paragraph: #paragraph, title: #title, relatives: #relatives, terms: &[#(#terms),*] })
}

fn term_ref(term: &Term) -> TokenStream {
    let (key, text) = (term_key(term), &term.term);
    let of = term.of.as_deref().unwrap_or_default();
    let relatives = relative_refs(&term.relatives);
    quote!(__b::__private::TermRef { key: #key, term: #text, of: #of, relatives: #relatives })
}

/// Relatives, each with its key.
fn relative_refs(relatives: &[Text]) -> TokenStream {
    let keys = relatives.iter().map(|relative| relative_key(relative));
    quote!(&[#((#keys, #relatives)),*])
}

/// Writes the check that each constant of some lists has a text in every edition. Each list has the name of its constant, the
/// function that checks an item, and the paths of its items.
pub(crate) fn check_editions(
    lists: &[(&str, &str, &[syn::Path])],
    languages: &Languages,
) -> Option<TokenStream> {
    let checks: Vec<_> = lists
        .iter()
        .flat_map(|(name, check, paths)| {
            paths.iter().enumerate().map(move |(index, path)| {
                let span = SpannedTokens::new(path).first;
                let (name, check) = (Ident::new(name, span), Ident::new(check, span));
                quote_spanned!(span=> __b::__private::#check(&#name[#index], EDITIONS);)
            })
        })
        .collect();
    let editions = languages.editions.iter().map(language_tokens);
    (!checks.is_empty()).then(|| {
        quote!(const _: () = {
            const EDITIONS: &[__b::describe::Language] = &[#(#editions),*];
            #(#checks)*
        };)
    })
}

/// A language as a constant. The usual ones have a name, which the compiler evaluates once for all crates.
pub(crate) fn language_tokens(language: &Language) -> TokenStream {
    match *language {
        Language::NL => quote!(__b::describe::Language::NL),
        Language::EN => quote!(__b::describe::Language::EN),
        Language::FR => quote!(__b::describe::Language::FR),
        Language::DE => quote!(__b::describe::Language::DE),
        _ => {
            let tag = language.as_str();
            quote!(__b::describe::Language::new(#tag))
        }
    }
}
