//! Attributes as lists of entries, and the questions asked of them.

use proc_macro2::{Span, TokenStream};
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
    /// The key as a text: an identifier makes one whenever it is compared.
    name: String,
    pub(crate) value: EntryValue,
}

pub(crate) enum EntryValue {
    Alone,
    Text(Text),
    Is(Expr),
    Entries(Vec<Entry>),
    /// What is no list of entries: `rule(name: expression, ..)`.
    Tokens(TokenStream),
}

impl Parse for Entry {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let key = input.call(Ident::parse_any)?;
        let name = key.to_string();
        let value = if input.peek(Token![=]) {
            input.parse::<Token![=]>()?;
            // Nearly every value is a text; the parser of expressions takes ten times as long for it.
            match Text::take(input)? {
                Some(text) => EntryValue::Text(text),
                None => EntryValue::Is(input.parse()?),
            }
        } else if input.peek(syn::token::Paren) {
            let content;
            parenthesized!(content in input);
            let named =
                content.peek(Ident) && content.peek2(Token![:]) && !content.peek2(Token![::]);
            if named || name == "rule" {
                EntryValue::Tokens(content.parse()?)
            } else {
                EntryValue::Entries(
                    Punctuated::<Self, Token![,]>::parse_terminated(&content)?
                        .into_iter()
                        .collect(),
                )
            }
        } else {
            EntryValue::Alone
        };
        Ok(Self { key, name, value })
    }
}

/// The entries of one attribute. What nobody asked for is a mistake in [`Entries::finish`].
#[expect(clippy::struct_field_names, reason = "the entries are what it holds")]
pub(crate) struct Entries<'c> {
    cx: &'c Ctxt,
    span: Span,
    entries: Vec<Entry>,
    asked: Vec<&'static str>,
    /// The keys of which one must be there and none is, and what to write.
    missing: Vec<(Vec<&'static str>, String)>,
    /// A list that cannot be read is reported once, and what is missing from it is not reported besides.
    broken: bool,
}

impl<'c> Entries<'c> {
    pub(crate) fn of_attribute(cx: &'c Ctxt, attribute: &Attribute) -> Self {
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
            broken: entries.is_none(),
            entries: entries.into_iter().flatten().collect(),
            asked: Vec::new(),
            missing: Vec::new(),
        }
    }

    pub(crate) fn span(&self) -> Span {
        self.span
    }

    /// All entries with this key, in their order.
    pub(crate) fn all(&mut self, key: &'static str) -> Vec<Entry> {
        self.asked.push(key);
        if !self.has(key) {
            return Vec::new();
        }
        let (found, rest) = std::mem::take(&mut self.entries)
            .into_iter()
            .partition(|entry| entry.name == key);
        self.entries = rest;
        found
    }

    fn has(&self, key: &str) -> bool {
        self.entries.iter().any(|entry| entry.name == key)
    }

    /// The only entry with this key.
    pub(crate) fn one(&mut self, key: &'static str) -> Option<Entry> {
        let mut found = self.all(key).into_iter();
        let first = found.next();
        for more in found {
            self.cx
                .error(more.key.span(), format_args!("`{key}` is said twice"));
        }
        first
    }

    /// `key = "text"`.
    pub(crate) fn text(&mut self, key: &'static str) -> Option<Text> {
        self.one(key).and_then(|entry| entry.text(self.cx))
    }

    /// `key = "text"`, which must be there.
    pub(crate) fn required_text(&mut self, key: &'static str, example: &str) -> Option<Text> {
        let before = self.has(key);
        let text = self.text(key);
        if !before {
            self.missing(&[key], format!("{key} = {example}"));
        }
        text
    }

    /// `key = word`, one of `words`.
    pub(crate) fn word(
        &mut self,
        key: &'static str,
        words: &[&'static str],
    ) -> Option<(Span, &'static str)> {
        self.one(key).and_then(|entry| entry.word(self.cx, words))
    }

    /// `key = word`, one of `words`, which must be there.
    pub(crate) fn required_word(
        &mut self,
        key: &'static str,
        words: &[&'static str],
    ) -> Option<(Span, &'static str)> {
        let before = self.has(key);
        let word = self.word(key, words);
        if !before {
            self.missing(&[key], format!("{key} = {}", words.join(" | ")));
        }
        word
    }

    /// `key = path`.
    pub(crate) fn path(&mut self, key: &'static str) -> Option<Path> {
        self.one(key).and_then(|entry| entry.path(self.cx))
    }

    /// `key`, alone.
    pub(crate) fn flag(&mut self, key: &'static str) -> Option<Span> {
        let entry = self.one(key)?;
        if !matches!(entry.value, EntryValue::Alone) {
            self.cx.error(
                entry.key.span(),
                format_args!("`{key}` stands alone, without a value"),
            );
        }
        Some(entry.key.span())
    }

    /// A mistake: none of the keys is there. It is reported in [`Entries::finish`].
    pub(crate) fn missing(&mut self, keys: &[&'static str], write: String) {
        self.missing.push((keys.to_vec(), write));
    }

    /// Reports the entries that nobody asked for, and what is missing: unless it is there, misspelt.
    pub(crate) fn finish(self) {
        let names = self.entries.iter().map(|entry| &entry.name);
        let meant: Vec<_> = names
            .filter_map(|name| nearest(name, self.asked.iter().copied()))
            .collect();
        for (keys, write) in &self.missing {
            if !self.broken && !keys.iter().any(|key| meant.contains(key)) {
                self.cx.error(
                    self.span,
                    format_args!("{} is missing; write `{write}`", one_of(keys)),
                );
            }
        }
        for entry in &self.entries {
            let name = &entry.name;
            let hint = did_you_mean(name, self.asked.iter().copied());
            self.cx.error(
                entry.key.span(),
                format_args!(
                    "unknown key `{name}`; {hint}expected {}",
                    one_of(&self.asked)
                ),
            );
        }
    }
}

impl Entry {
    pub(crate) fn text(self, cx: &Ctxt) -> Option<Text> {
        if let EntryValue::Text(text) = self.value {
            if text.as_str().trim().is_empty() {
                cx.error(
                    text.span(),
                    format_args!("`{}` is empty; leave it out, or write a text", self.key),
                );
                return None;
            }
            Some(text)
        } else {
            cx.error(
                self.key.span(),
                format_args!("expected a text: `{} = \"..\"`", self.key),
            );
            None
        }
    }

    pub(crate) fn word(self, cx: &Ctxt, words: &[&'static str]) -> Option<(Span, &'static str)> {
        let key = self.key.clone();
        let ident = match self.value {
            EntryValue::Is(Expr::Path(path)) => path.path.get_ident().cloned(),
            _ => None,
        };
        let Some(ident) = ident else {
            cx.error(
                key.span(),
                format_args!("expected a word: `{key} = {}`", words.join(" | ")),
            );
            return None;
        };
        known_word(cx, &ident, words)
    }

    pub(crate) fn path(self, cx: &Ctxt) -> Option<Path> {
        if let EntryValue::Is(Expr::Path(path)) = self.value {
            Some(path.path)
        } else {
            cx.error(
                self.key.span(),
                format_args!("expected a name: `{} = Name`", self.key),
            );
            None
        }
    }

    /// `key(word, word, ..)`.
    pub(crate) fn idents(self, cx: &Ctxt) -> Option<Vec<Ident>> {
        let names = match self.value {
            EntryValue::Entries(entries) => entries
                .into_iter()
                .map(|entry| matches!(entry.value, EntryValue::Alone).then_some(entry.key))
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

    /// `key(..)` as entries of its own.
    pub(crate) fn entries(self, cx: &Ctxt) -> Option<Entries<'_>> {
        if let EntryValue::Entries(entries) = self.value {
            Some(Entries::new(cx, self.key.span(), Some(entries)))
        } else {
            cx.error(
                self.key.span(),
                format_args!("expected a list: `{}(..)`", self.key),
            );
            None
        }
    }
}

/// The word that an identifier is.
pub(crate) fn known_word(
    cx: &Ctxt,
    ident: &Ident,
    words: &[&'static str],
) -> Option<(Span, &'static str)> {
    let name = ident.to_string();
    let known = words.iter().find(|word| **word == name);
    if known.is_none() {
        let hint = did_you_mean(&name, words.iter().copied());
        cx.error(
            ident.span(),
            format_args!(
                "`{name}` is none of the words known here; {hint}expected {}",
                one_of(words)
            ),
        );
    }
    known.map(|word| (ident.span(), *word))
}
