//! Attributes as lists of entries.
//!
//! A stage asks [`Entries`] for the keys that it knows. Whatever nobody asked for is an unknown key, which
//! [`Entries::finish`] reports; so the list of known keys is written nowhere but in the code that reads them.

use std::str::FromStr;

use proc_macro2::{Span, TokenStream};
use strum::VariantArray;
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::{Attribute, Expr, Ident, Path, Token, parenthesized};

use crate::ctxt::Ctxt;
use crate::text::Text;
use beraad_describe::{did_you_mean, nearest, one_of};

/// `key`, `key = value` or `key(..)`.
pub(crate) struct Entry {
    pub(crate) key: Ident,
    /// The key as a string. Comparing an `Ident` allocates one each time.
    name: String,
    pub(crate) value: EntryValue,
}

pub(crate) enum EntryValue {
    /// `key`.
    Flag,
    /// `key = ".."`.
    Text(Text),
    /// `key = expression`.
    Expr(Expr),
    /// `key(entry, ..)`.
    Entries(Vec<Entry>),
    /// `key(..)` with something else than entries in it: `rule(name: expression, ..)`.
    Tokens(TokenStream),
}

impl Parse for Entry {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        // Keywords too: `type = ..` is then an unknown key, reported with the known ones, and not a syntax error.
        let key = input.call(Ident::parse_any)?;
        let name = key.to_string();
        let value = if input.peek(Token![=]) {
            input.parse::<Token![=]>()?;
            // Nearly every value is a text, and parsing one as an expression takes ten times as long.
            match Text::parse_optional(input)? {
                Some(text) => EntryValue::Text(text),
                None => EntryValue::Expr(input.parse()?),
            }
        } else if input.peek(syn::token::Paren) {
            let content;
            parenthesized!(content in input);
            // `rule(name: expression, ..)` is not a list of entries and stays unparsed. A rule without a name is not
            // one either, but its message should name what is missing, and not the token that cannot be parsed.
            let is_named =
                content.peek(Ident) && content.peek2(Token![:]) && !content.peek2(Token![::]);
            if is_named || name == "rule" {
                EntryValue::Tokens(content.parse()?)
            } else {
                EntryValue::Entries(
                    Punctuated::<Self, Token![,]>::parse_terminated(&content)?
                        .into_iter()
                        .collect(),
                )
            }
        } else {
            EntryValue::Flag
        };
        Ok(Self { key, name, value })
    }
}

/// A description enum whose variants are words in an attribute.
pub(crate) trait Word: Copy + FromStr + Into<&'static str> + VariantArray {}

impl<T: Copy + FromStr + Into<&'static str> + VariantArray> Word for T {}

fn words<T: Word>() -> Vec<&'static str> {
    T::VARIANTS
        .iter()
        .map(|variant| (*variant).into())
        .collect()
}

/// Returns `a | b | c` for the words of `T`.
pub(crate) fn alternatives<T: Word>() -> String {
    words::<T>().join(" | ")
}

/// A key, or a choice of keys, that must be there and is not.
struct Missing<'c> {
    keys: Vec<&'c str>,
    /// The correct form, for the message.
    write: String,
}

/// The entries of one attribute.
#[expect(clippy::struct_field_names, reason = "the entries are the contents")]
pub(crate) struct Entries<'c> {
    cx: &'c Ctxt,
    span: Span,
    entries: Vec<Entry>,
    known_keys: Vec<&'c str>,
    missing: Vec<Missing<'c>>,
    /// The attribute could not be parsed. That was reported, and nothing is reported as missing from it.
    is_broken: bool,
}

impl<'c> Entries<'c> {
    pub(crate) fn of_attribute(cx: &'c Ctxt, attribute: &Attribute) -> Self {
        // syn stops at the first syntax error of an attribute. Everything behind it is unknown, hence `is_broken`.
        let parsed = attribute.parse_args_with(Punctuated::<Entry, Token![,]>::parse_terminated);
        let name = attribute.path().segments.first();
        let span = name.map_or_else(Span::call_site, |segment| segment.ident.span());
        Self::new(cx, span, cx.ok(parsed))
    }

    pub(crate) fn of_tokens(cx: &'c Ctxt, span: Span, tokens: TokenStream) -> Self {
        let parsed = Punctuated::<Entry, Token![,]>::parse_terminated.parse2(tokens);
        Self::new(cx, span, cx.ok(parsed))
    }

    fn new(cx: &'c Ctxt, span: Span, entries: Option<impl IntoIterator<Item = Entry>>) -> Self {
        Self {
            cx,
            span,
            is_broken: entries.is_none(),
            entries: entries.into_iter().flatten().collect(),
            known_keys: Vec::new(),
            missing: Vec::new(),
        }
    }

    pub(crate) fn cx(&self) -> &'c Ctxt {
        self.cx
    }

    /// Takes all entries with this key, in their order.
    pub(crate) fn all(&mut self, key: &'c str) -> Vec<Entry> {
        // Most keys that are asked for are not there: the entries are moved only if one is.
        self.known_keys.push(key);
        if !self.contains(key) {
            return Vec::new();
        }
        let (found, rest) = std::mem::take(&mut self.entries)
            .into_iter()
            .partition(|entry| entry.name == key);
        self.entries = rest;
        found
    }

    fn contains(&self, key: &str) -> bool {
        self.entries.iter().any(|entry| entry.name == key)
    }

    /// Takes the entry with this key; a second one is an error.
    pub(crate) fn one(&mut self, key: &'c str) -> Option<Entry> {
        let mut found = self.all(key).into_iter();
        let first = found.next();
        for duplicate in found {
            self.cx
                .error(duplicate.key.span(), format_args!("duplicate key `{key}`"));
        }
        first
    }

    /// Takes `key = "text"`.
    pub(crate) fn text(&mut self, key: &'c str) -> Option<Text> {
        self.one(key).and_then(|entry| entry.text(self.cx))
    }

    /// Takes `key = "text"`, which must be there.
    pub(crate) fn required_text(&mut self, key: &'c str) -> Option<Text> {
        let Some(entry) = self.one(key) else {
            self.missing(&[key], format!("{key} = \"..\""));
            return None;
        };
        entry.text(self.cx)
    }

    /// Takes `key = word`.
    pub(crate) fn word<T: Word>(&mut self, key: &'static str) -> Option<T> {
        self.one(key).and_then(|entry| entry.word(self.cx))
    }

    /// Takes `key = word`, which must be there.
    pub(crate) fn required_word<T: Word>(&mut self, key: &'static str) -> Option<T> {
        let Some(entry) = self.one(key) else {
            self.missing(&[key], format!("{key} = {}", alternatives::<T>()));
            return None;
        };
        entry.word(self.cx)
    }

    /// Takes `key = path`.
    pub(crate) fn path(&mut self, key: &'static str) -> Option<Path> {
        self.one(key).and_then(|entry| entry.path(self.cx))
    }

    /// Takes `key` without a value.
    pub(crate) fn flag(&mut self, key: &'static str) -> Option<Span> {
        let entry = self.one(key)?;
        if !matches!(entry.value, EntryValue::Flag) {
            self.cx
                .error(entry.key.span(), format_args!("`{key}` takes no value"));
        }
        // After an error too: the key is there, and must not be reported as missing as well.
        Some(entry.key.span())
    }

    /// Reports every `guess = ".."`: a draft marks with it what nobody has checked yet.
    ///
    /// It is never one of the keys that an error lists as expected, since nobody writes it.
    pub(crate) fn report_guesses(&mut self) {
        let (guesses, rest) = std::mem::take(&mut self.entries)
            .into_iter()
            .partition(|entry| entry.name == "guess");
        self.entries = rest;
        let guesses: Vec<Entry> = guesses;
        for guess in guesses {
            let span = guess.key.span();
            if let Some(text) = guess.text(self.cx) {
                let text = text.value();
                self.cx.error(
                    span,
                    format_args!(
                        "unchecked guess of a draft: {text}; correct it, then remove this `guess`"
                    ),
                );
            }
        }
    }

    /// Notes that one of these keys must be there and none is; [`finish`](Self::finish) reports it.
    pub(crate) fn missing(&mut self, keys: &[&'c str], write: String) {
        let keys = keys.to_vec();
        self.missing.push(Missing { keys, write });
    }

    /// Reports unknown and missing keys.
    ///
    /// A key that is there with a spelling error is unknown and not also missing, so that one slip gives one message.
    pub(crate) fn finish(self) {
        // Every stage that knows the attribute has asked by now: what is left is unknown.
        let names = self.entries.iter().map(|entry| &entry.name);
        let misspelt: Vec<_> = names
            .filter_map(|name| nearest(name, self.known_keys.iter().copied()))
            .collect();
        for Missing { keys, write } in &self.missing {
            if !self.is_broken && !keys.iter().any(|key| misspelt.contains(key)) {
                self.cx.error(
                    self.span,
                    format_args!("missing key {}; write `{write}`", one_of(keys)),
                );
            }
        }
        for entry in &self.entries {
            let name = &entry.name;
            let hint = did_you_mean(name, self.known_keys.iter().copied());
            let expected = one_of(&self.known_keys);
            self.cx.error(
                entry.key.span(),
                format_args!("unknown key `{name}`; {hint}expected {expected}"),
            );
        }
    }
}

impl Entry {
    pub(crate) fn text(self, cx: &Ctxt) -> Option<Text> {
        let EntryValue::Text(text) = self.value else {
            cx.error(
                self.key.span(),
                format_args!("expected a text: `{} = \"..\"`", self.key),
            );
            return None;
        };
        if text.as_str().trim().is_empty() {
            cx.error(
                text.span(),
                format_args!("empty text; write a text, or leave out `{}`", self.key),
            );
            return None;
        }
        Some(text)
    }

    pub(crate) fn word<T: Word>(self, cx: &Ctxt) -> Option<T> {
        // A word without quotes is a path of one segment to syn.
        if let EntryValue::Expr(Expr::Path(path)) = &self.value
            && let Some(ident) = path.path.get_ident()
        {
            return parse_word(cx, ident);
        }
        let (key, alternatives) = (&self.key, alternatives::<T>());
        cx.error(
            key.span(),
            format_args!("expected a word: `{key} = {alternatives}`"),
        );
        None
    }

    pub(crate) fn path(self, cx: &Ctxt) -> Option<Path> {
        let EntryValue::Expr(Expr::Path(path)) = self.value else {
            cx.error(
                self.key.span(),
                format_args!("expected a name: `{} = Name`", self.key),
            );
            return None;
        };
        Some(path.path)
    }

    /// Returns the names of `key(name, name, ..)`.
    pub(crate) fn idents(self, cx: &Ctxt) -> Option<Vec<Ident>> {
        let names = match self.value {
            EntryValue::Entries(entries) => entries
                .into_iter()
                .map(|entry| matches!(entry.value, EntryValue::Flag).then_some(entry.key))
                .collect(),
            _ => None,
        };
        if names.is_none() {
            cx.error(
                self.key.span(),
                format_args!("expected names: `{}(name, ..)`", self.key),
            );
        }
        names
    }

    /// Returns the entries of `key(entry, ..)`.
    pub(crate) fn entries(self, cx: &Ctxt) -> Option<Entries<'_>> {
        let EntryValue::Entries(entries) = self.value else {
            cx.error(
                self.key.span(),
                format_args!("expected a list: `{}(..)`", self.key),
            );
            return None;
        };
        Some(Entries::new(cx, self.key.span(), Some(entries)))
    }
}

/// Returns the word that an identifier is, or reports that it is none.
pub(crate) fn parse_word<T: Word>(cx: &Ctxt, ident: &Ident) -> Option<T> {
    let name = ident.to_string();
    let word = name.parse().ok();
    if word.is_none() {
        let words = words::<T>();
        let hint = did_you_mean(&name, words.iter().copied());
        cx.error(
            ident.span(),
            format_args!("unknown value `{name}`; {hint}expected {}", one_of(&words)),
        );
    }
    word
}
