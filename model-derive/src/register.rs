//! `deliberation.toml`: the decision that structs are held against.

mod read;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::{Mutex, PoisonError};

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote};

use crate::describe::{Day, Label};
use crate::json::{Object, Raw, ToJson};

/// The name of the file.
const FILE: &str = "deliberation.toml";

/// The decision, as its file says it.
pub(crate) struct Register {
    pub(crate) path: PathBuf,
    pub(crate) number: String,
    title: Label,
    dated: Day,
    amended: Vec<Day>,
    committee: String,
    recipient: String,
    purpose: Label,
    first_year: i16,
    last_year: i16,
    keep_until: Day,
    /// The words by which a phrase says that it is delivered in classes.
    classed: Vec<String>,
    /// The words by which a phrase names an identification number.
    identifier: Vec<String>,
    paragraphs: Vec<Paragraph>,
    statements: Vec<Statement>,
    pub(crate) headings: Vec<Heading>,
}

struct Paragraph {
    number: u8,
    provider: String,
    dates: String,
}

struct Statement {
    paragraph: u8,
    topic: Label,
    text: Label,
}

pub(crate) struct Heading {
    pub(crate) paragraph: u8,
    pub(crate) title: String,
    en: String,
    pub(crate) relatives: Vec<String>,
    pub(crate) terms: Vec<Term>,
}

#[expect(clippy::struct_field_names, reason = "the phrase itself is the term")]
pub(crate) struct Term {
    pub(crate) term: String,
    pub(crate) of: Option<String>,
    pub(crate) relatives: Vec<String>,
    precision: Option<String>,
    pub(crate) disputed: Option<Label>,
}

/// What is said where there is no file.
const NO_FILE: &str = "there is no `deliberation.toml` at or above this source file; transcribe the decision into one, beside the package's Cargo.toml";

impl Register {
    /// Reads the nearest `deliberation.toml` at or above the source file of `span`, else that of the package.
    ///
    /// A file that reads as it did at the last block is not taken apart again: a model has a hundred of them.
    pub(crate) fn load(span: Span) -> syn::Result<Rc<Self>> {
        thread_local! {
            static LAST: RefCell<Option<(String, Rc<Register>)>> = const { RefCell::new(None) };
        }

        let fail = |message: String| syn::Error::new(span, message);
        let path = find(span).ok_or_else(|| fail(NO_FILE.to_owned()))?;
        let text = std::fs::read_to_string(&path)
            .map_err(|error| fail(format!("`{FILE}` cannot be read: {error}")))?;
        let same = |(known, register): &(String, Rc<Self>)| {
            (*known == text && register.path == path).then(|| Rc::clone(register))
        };
        if let Some(register) = LAST.with_borrow(|last| last.as_ref().and_then(same)) {
            return Ok(register);
        }
        let register = read::register(&path, &text).map_err(|mistakes| {
            let lines: Vec<_> = mistakes
                .iter()
                .map(|mistake| format!("{FILE}:{mistake}"))
                .collect();
            let list = lines.join("\n");
            if is_listed_elsewhere(span, &path, &list) {
                fail(format!(
                    "`{FILE}` has mistakes, which another message lists"
                ))
            } else {
                fail(list)
            }
        })?;
        let register = Rc::new(register);
        LAST.set(Some((text, Rc::clone(&register))));
        Ok(register)
    }

    /// The folder of the nearest `deliberation.toml`, from which code list tables are named.
    pub(crate) fn folder_of(span: Span) -> syn::Result<PathBuf> {
        let path = find(span).ok_or_else(|| syn::Error::new(span, NO_FILE))?;
        Ok(path.parent().unwrap_or(Path::new("")).to_owned())
    }

    /// How precise a date under a phrase may be: its own precision, else that of its paragraph.
    pub(crate) fn dates<'a>(&'a self, heading: &Heading, term: Option<&'a Term>) -> &'a str {
        let own = term.and_then(|term| term.precision.as_deref());
        let paragraph = self
            .paragraphs
            .iter()
            .find(|paragraph| paragraph.number == heading.paragraph);
        own.or(paragraph.map(|paragraph| &*paragraph.dates))
            .unwrap_or("year")
    }

    /// Whether the words of a phrase, or of what it stands under, say that it is delivered in classes.
    pub(crate) fn is_classed(&self, heading: &Heading, term: &Term) -> bool {
        let texts = [Some(&*heading.title), Some(&*term.term), term.of.as_deref()];
        self.classed
            .iter()
            .any(|words| texts.iter().flatten().any(|text| text.contains(&**words)))
    }

    /// Whether a phrase names an identification number.
    pub(crate) fn is_identifier(&self, term: &Term) -> bool {
        self.identifier
            .iter()
            .any(|words| term.term.contains(&**words))
    }
}

impl Term {
    /// What stands for the phrase where the compiler holds blocks against the decision.
    pub(crate) fn key(&self) -> u128 {
        key(&self.term, self.of.as_deref().unwrap_or_default())
    }
}

/// Whether the mistakes of a file are listed at another place already: one list is enough for all structs.
///
/// The place is kept, and not only that there is one, since an editor expands the same struct again and again in one
/// process, and its message must stay.
fn is_listed_elsewhere(span: Span, path: &Path, list: &str) -> bool {
    static LISTED: Mutex<BTreeMap<PathBuf, (String, Place)>> = Mutex::new(BTreeMap::new());
    let span = span.unwrap();
    let place = (span.local_file(), span.line(), span.column());
    let mut listed = LISTED.lock().unwrap_or_else(PoisonError::into_inner);
    match listed.get(path) {
        Some((known, first)) if known == list => *first != place,
        _ => {
            listed.insert(path.to_owned(), (list.to_owned(), place));
            false
        }
    }
}

/// A file, a line and a column.
type Place = (Option<PathBuf>, usize, usize);

/// The nearest file at or above the source file; a file above the workspace is not ours.
fn find(span: Span) -> Option<PathBuf> {
    let source = span
        .unwrap()
        .local_file()
        .and_then(|file| std::path::absolute(file).ok());
    let package = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    let mut folders: Vec<PathBuf> = Vec::new();
    for folder in source.iter().flat_map(|file| file.ancestors().skip(1)) {
        folders.push(folder.to_owned());
        if folder.join("Cargo.lock").is_file() {
            break;
        }
    }
    folders
        .into_iter()
        .chain(package)
        .map(|folder| folder.join(FILE))
        .find(|file| file.is_file())
}

impl ToJson for Register {
    fn to_json(&self) -> String {
        Object::new()
            .put("number", &self.number)
            .put("title", &self.title)
            .put("dated", &self.dated)
            .put("amended", &self.amended)
            .put("committee", &self.committee)
            .put("recipient", &self.recipient)
            .put("purpose", &self.purpose)
            .put("first_year", &Raw(self.first_year.to_string()))
            .put("last_year", &Raw(self.last_year.to_string()))
            .put("keep_until", &self.keep_until)
            .put("paragraphs", &self.paragraphs)
            .put("statements", &self.statements)
            .put("headings", &self.headings)
            .to_json()
    }
}

impl ToJson for Paragraph {
    fn to_json(&self) -> String {
        Object::new()
            .put("number", &self.number)
            .put("provider", &self.provider)
            .put("dates", &self.dates)
            .to_json()
    }
}

impl ToJson for Statement {
    fn to_json(&self) -> String {
        Object::new()
            .put("paragraph", &self.paragraph)
            .put("topic", &self.topic)
            .put("text", &self.text)
            .to_json()
    }
}

impl ToJson for Heading {
    fn to_json(&self) -> String {
        let label = Label::elsewhere(self.title.clone(), self.en.clone(), None);
        Object::new()
            .put("paragraph", &self.paragraph)
            .put("title", &self.title)
            .put("label", &label)
            .put("relatives", &self.relatives)
            .put("terms", &self.terms)
            .to_json()
    }
}

impl ToJson for Term {
    fn to_json(&self) -> String {
        Object::new()
            .put("term", &self.term)
            .put_some("of", self.of.as_ref())
            .put("relatives", &self.relatives)
            .put_some("precision", self.precision.as_ref())
            .put_some("disputed", self.disputed.as_ref())
            .to_json()
    }
}

/// What stands for a text of the decision where the compiler holds blocks against it: every letter of it counts, and so
/// do those of what it is nested in (FNV-1a).
fn key(text: &str, of: &str) -> u128 {
    let bytes = text.bytes().chain([u8::MAX]).chain(of.bytes());
    bytes.fold(0x6c62_272e_07bb_0142_62b8_2175_6295_c58d, |key, byte| {
        (key ^ u128::from(byte)).wrapping_mul(0x0000_0000_0100_0000_0000_0000_0000_013b)
    })
}

/// What stands for a relative there; zero for none.
pub(crate) fn relative_key(relative: &str) -> u128 {
    if relative.is_empty() {
        0
    } else {
        key(relative, "")
    }
}

/// Relatives, each with its key.
fn keyed(relatives: &[String]) -> TokenStream {
    let keys = relatives.iter().map(|relative| relative_key(relative));
    quote!(&[#((#keys, #relatives)),*])
}

/// The heading for the compiler, which holds the blocks against it.
impl ToTokens for Heading {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let Self {
            paragraph,
            title,
            terms,
            ..
        } = self;
        let relatives = keyed(&self.relatives);
        tokens.extend(quote!(__b::__private::HeadingRef { heading: (#paragraph, #title), relatives: #relatives, terms: &[#(#terms),*] }));
    }
}

impl ToTokens for Term {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let Self { term, .. } = self;
        let (key, of) = (self.key(), self.of.as_deref().unwrap_or_default());
        let relatives = keyed(&self.relatives);
        tokens.extend(quote!(__b::__private::TermRef { key: #key, term: #term, of: #of, relatives: #relatives }));
    }
}
