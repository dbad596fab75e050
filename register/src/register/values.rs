//! Reads the values of a parsed TOML document, and collects every error with its position.

use std::borrow::Cow;
use std::fmt::Display;
use std::ops::{Range, RangeInclusive};
use std::str::FromStr;

use beraad_describe::{
    Date, Label, Language, Languages, Retention, Text, did_you_mean, excerpt, nearest, one_of,
};
use strum::VariantArray;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::Lines;
use super::keys::LANGUAGES;
use crate::error::{Error, Positions};
use crate::words::expected;

const A_TEXT: &str = "a text that is not empty";
const A_LANGUAGE: &str = "a language tag in quotes, such as \"nl\" or \"fr-BE\"";
const A_DAY: &str = "a day in quotes, such as \"2017-07-04\"";

/// A key of a table, with its position.
type Key<'t> = Spanned<Cow<'t, str>>;

/// A table of the document whose keys were checked.
pub(super) struct Table<'t> {
    entries: &'t DeTable<'t>,
    /// The bytes of the table, to which a missing key is reported.
    pub(super) span: Range<usize>,
    /// The keys that unknown keys were probably meant to be. They are not reported as missing as well.
    misspelt: Vec<String>,
}

impl Table<'_> {
    pub(super) fn has(&self, key: &str) -> bool {
        self.entries.contains_key(key)
    }

    /// Returns whether an array that must have items has none: its key is missing, or the array is empty.
    pub(super) fn lacks_items(&self, key: &str) -> bool {
        let value = self.entries.get(key).map(Spanned::get_ref);
        // A value of another type was reported by `items`, and is not also an empty array.
        value.map_or(!self.is_misspelt(key), |value| {
            value.as_array().is_some_and(|items| items.is_empty())
        })
    }

    /// Returns true if an unknown key was probably meant to be this one.
    pub(super) fn is_misspelt(&self, key: &str) -> bool {
        self.misspelt.iter().any(|misspelt| misspelt == key)
    }

    /// The bytes of the value of a key; of the table if there is none.
    pub(super) fn span_of(&self, key: &str) -> Range<usize> {
        let value = self.entries.get(key);
        value.map_or_else(|| self.span.clone(), Spanned::span)
    }
}

/// Reads values, and collects errors instead of stopping at the first one.
///
/// A method that finds an error reports it and returns `None`, or leaves an item out of a list.
pub(super) struct Reader<'t> {
    positions: Positions<'t>,
    pub(super) lines: Lines,
    /// The languages of labels: those that a label must have, and those that it may have.
    pub(super) languages: Languages,
    /// Each error with the byte that it is at.
    errors: Vec<(usize, String)>,
}

impl<'t> Reader<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self {
            positions: Positions::new(text),
            lines: Lines::default(),
            languages: Languages::new(Language::EN, []),
            errors: Vec::new(),
        }
    }

    /// The line of a value, counted from 1.
    pub(super) fn line_of(&self, span: &Range<usize>) -> usize {
        self.positions.line(span.start)
    }

    pub(super) fn error(&mut self, span: &Range<usize>, message: String) {
        self.errors.push((span.start, message));
    }

    /// The lines of headings and terms, and all errors.
    pub(super) fn finish(self) -> (Lines, Vec<Error>) {
        (self.lines, self.positions.errors(self.errors))
    }

    /// The table with these entries, after a report of each key that is not in `keys`.
    pub(super) fn open(
        &mut self,
        entries: &'t DeTable<'t>,
        span: Range<usize>,
        keys: &'static [&'static str],
    ) -> Table<'t> {
        let declared: Vec<_> = self.languages.all().collect();
        let tags: Vec<_> = declared.iter().map(Language::as_str).collect();
        let known = keys.iter().flat_map(|key| match *key {
            LANGUAGES => &*tags,
            _ => std::slice::from_ref(key),
        });
        let known: Vec<_> = known.copied().collect();
        let mut misspelt = Vec::new();
        for key in entries.keys() {
            let name = &**key.get_ref();
            let is_language =
                || keys.contains(&LANGUAGES) && self.declared_language(name).is_some();
            if known.contains(&name) || is_language() {
                continue;
            }
            misspelt.extend(nearest(name, known.iter().copied()).map(str::to_owned));
            let hint = did_you_mean(name, known.iter().copied());
            let expected = one_of(&known);
            self.error(
                &key.span(),
                format!("unknown key `{name}`; {hint}expected {expected}"),
            );
        }
        Table {
            entries,
            span,
            misspelt,
        }
    }

    fn required(&mut self, table: &Table<'t>, key: &str) -> Option<&'t Spanned<DeValue<'t>>> {
        let value = table.entries.get(key);
        if value.is_none() && !table.is_misspelt(key) {
            self.error(&table.span, format!("missing key `{key}`"));
        }
        value
    }

    /// Reports that the value of a key has another type, or is not valid.
    fn invalid_value(&mut self, key: &str, value: &Spanned<DeValue<'_>>, expected: &str) {
        let found = found(value.get_ref());
        let message = format!("invalid value of `{key}`: expected {expected}, found {found}");
        self.error(&value.span(), message);
    }

    /// Reports that an item of an array has another type, or is not valid.
    fn invalid_item(&mut self, key: &str, item: &Spanned<DeValue<'_>>, expected: &str) {
        let found = found(item.get_ref());
        let message = format!("invalid item of `{key}`: expected {expected}, found {found}");
        self.error(&item.span(), message);
    }

    /// The table at a key, which must be there.
    pub(super) fn table(
        &mut self,
        table: &Table<'t>,
        key: &str,
        keys: &'static [&'static str],
    ) -> Option<Table<'t>> {
        let value = self.required(table, key)?;
        let Some(entries) = value.get_ref().as_table() else {
            self.invalid_value(key, value, "a table");
            return None;
        };
        Some(self.open(entries, value.span(), keys))
    }

    /// The tables of the array at a key; none if the key is not there.
    pub(super) fn tables(
        &mut self,
        table: &Table<'t>,
        key: &str,
        keys: &'static [&'static str],
    ) -> Vec<Table<'t>> {
        let mut tables = Vec::new();
        for item in self.items(table, key, "an array of tables") {
            match item.get_ref().as_table() {
                Some(entries) => tables.push(self.open(entries, item.span(), keys)),
                None => self.invalid_item(key, item, "a table"),
            }
        }
        tables
    }

    /// The items of the array at a key; none if the key is not there.
    fn items(
        &mut self,
        table: &Table<'t>,
        key: &str,
        expected: &str,
    ) -> &'t [Spanned<DeValue<'t>>] {
        let Some(value) = table.entries.get(key) else {
            return &[];
        };
        if let Some(items) = value.get_ref().as_array() {
            return items;
        }
        self.invalid_value(key, value, expected);
        &[]
    }

    /// The text at a key, which must be there.
    pub(super) fn text(&mut self, table: &Table<'t>, key: &str) -> Option<Text> {
        let value = self.required(table, key)?;
        let text = text_of(value);
        if text.is_none() {
            self.invalid_value(key, value, A_TEXT);
        }
        text.map(|text| text.to_owned().into())
    }

    /// The keys of a table that are declared languages, in a table that also has other keys.
    pub(super) fn language_keys(&self, table: &Table<'t>) -> Vec<(Language, &'t Key<'t>)> {
        let keys = table.entries.keys();
        keys.filter_map(|key| Some((self.declared_language(key.get_ref())?, key)))
            .collect()
    }

    /// The language with this tag, if the decision declares it.
    fn declared_language(&self, tag: &str) -> Option<Language> {
        let language = Language::try_new(tag).ok()?;
        self.languages.all().find(|declared| *declared == language)
    }

    /// The text at a key, if the key is there.
    pub(super) fn optional_text(&mut self, table: &Table<'t>, key: &str) -> Option<Text> {
        table.has(key).then(|| self.text(table, key)).flatten()
    }

    /// The texts of the array at a key; none if the key is not there.
    pub(super) fn texts(&mut self, table: &Table<'t>, key: &str) -> Vec<Text> {
        let mut texts = Vec::new();
        for item in self.items(table, key, "an array of texts") {
            match text_of(item) {
                Some(text) => texts.push(text.to_owned().into()),
                None => self.invalid_item(key, item, A_TEXT),
            }
        }
        texts
    }

    /// The integer at a key, which must be there.
    pub(super) fn integer<T>(
        &mut self,
        table: &Table<'t>,
        key: &str,
        range: &RangeInclusive<T>,
    ) -> Option<T>
    where
        T: TryFrom<i64> + PartialOrd + Display,
    {
        let value = self.required(table, key)?;
        // The parser keeps the digits and the radix (16 for `0xFF`). Digits that 64 bits cannot hold are an error here,
        // with the bounds in its message.
        let integer = value.get_ref().as_integer();
        let number =
            integer.and_then(|number| i64::from_str_radix(number.as_str(), number.radix()).ok());
        let number = number.and_then(|number| T::try_from(number).ok());
        let number = number.filter(|number| range.contains(number));
        if number.is_none() {
            let (first, last) = (range.start(), range.end());
            self.invalid_value(key, value, &format!("an integer from {first} to {last}"));
        }
        number
    }

    /// The day at a key, which must be there.
    pub(super) fn day(&mut self, table: &Table<'t>, key: &str) -> Option<Date> {
        let value = self.required(table, key)?;
        let day = day_of(value);
        if day.is_none() {
            self.invalid_value(key, value, A_DAY);
        }
        day
    }

    /// The days of the array at a key; none if the key is not there.
    pub(super) fn days(&mut self, table: &Table<'t>, key: &str) -> Vec<Date> {
        let mut days = Vec::new();
        for item in self.items(table, key, "an array of days") {
            match day_of(item) {
                Some(day) => days.push(day),
                None => self.invalid_item(key, item, A_DAY),
            }
        }
        days
    }

    /// The label at a key, which must be there: a table with a text in each required language.
    pub(super) fn label(&mut self, table: &Table<'t>, key: &str) -> Option<Label> {
        let value = self.required(table, key)?;
        let Some(entries) = value.get_ref().as_table() else {
            self.invalid_value(key, value, "a table with a text for each language");
            return None;
        };
        let mut texts = Table {
            entries,
            span: value.span(),
            misspelt: Vec::new(),
        };
        let mut keys = Vec::new();
        for name in entries.keys() {
            match self.declared_language(name.get_ref()) {
                Some(language) => keys.push((language, name)),
                None => texts.misspelt.extend(self.report_unknown_language(name)),
            }
        }
        self.texts_in_languages(&texts, keys, None)
    }

    /// The name at a key, which must be there: a label, or one text in the language of the decision.
    pub(super) fn name(&mut self, table: &Table<'t>, key: &str) -> Option<Label> {
        let is_label = |value: &Spanned<DeValue<'_>>| value.get_ref().as_table().is_some();
        if table.entries.get(key).is_some_and(is_label) {
            return self.label(table, key);
        }
        let language = self.languages.decision;
        self.text(table, key)
            .map(|text| Label::new([(language, text)]))
    }

    /// Reports that a key of a label is not a declared language. Returns the language that it was probably meant to be.
    fn report_unknown_language(&mut self, key: &Key<'_>) -> Option<String> {
        let name = &**key.get_ref();
        let declared: Vec<_> = self.languages.all().collect();
        let tags: Vec<_> = declared.iter().map(Language::as_str).collect();
        let hint = did_you_mean(name, tags.iter().copied());
        let expected = match Language::try_new(name) {
            Ok(language) => format!("`{language}` is not in `editions` or `other_languages`"),
            Err(_) => format!("expected {}", one_of(&tags)),
        };
        self.error(
            &key.span(),
            format!("unknown language `{}`; {hint}{expected}", excerpt(name)),
        );
        nearest(name, tags.iter().copied()).map(str::to_owned)
    }

    /// The label whose texts are at these keys of a table, with a text in each edition.
    ///
    /// `title` is the text in a language whose key may be missing; it is `None` in itself if it was reported as an error.
    pub(super) fn texts_in_languages(
        &mut self,
        table: &Table<'t>,
        keys: Vec<(Language, &'t Key<'t>)>,
        title: Option<(Language, Option<Text>)>,
    ) -> Option<Label> {
        let mut texts: Vec<(Language, Option<Text>)> = Vec::new();
        for (language, key) in keys {
            // Keys that differ in case only are one language.
            if texts.iter().any(|(other, _)| *other == language) {
                self.error(&key.span(), format!("duplicate language `{language}`"));
            }
            let text = self.text(table, key.get_ref());
            texts.push((language, text));
        }
        if let Some((language, title)) = title
            && !texts.iter().any(|(other, _)| *other == language)
        {
            texts.push((language, title));
        }
        for language in self.languages.editions.clone() {
            let is_there = texts.iter().any(|(other, _)| *other == language);
            if !is_there && !table.is_misspelt(language.as_str()) {
                self.error(&table.span, format!("missing key `{language}`"));
            }
        }
        let texts: Option<Vec<_>> = texts
            .into_iter()
            .map(|(language, text)| Some((language, text?)))
            .collect();
        Label::try_new(texts?).ok()
    }

    /// The languages of the array at a key, none if the key is not there; `None` if one of them is not valid.
    pub(super) fn language_list(&mut self, table: &Table<'t>, key: &str) -> Option<Vec<Language>> {
        let mut languages = Some(Vec::new());
        if table.has(key) && table.entries[key].get_ref().as_array().is_none() {
            languages = None;
        }
        for item in self.items(table, key, "an array of languages") {
            let language = item.get_ref().as_str().and_then(|tag| tag.parse().ok());
            let Some(language) = language else {
                self.invalid_item(key, item, A_LANGUAGE);
                languages = None;
                continue;
            };
            if let Some(languages) = &mut languages {
                if languages.contains(&language) {
                    self.error(&item.span(), format!("duplicate language `{language}`"));
                } else {
                    languages.push(language);
                }
            }
        }
        languages
    }

    /// The language at a key, which must be there.
    pub(super) fn language(&mut self, table: &Table<'t>, key: &str) -> Option<Language> {
        let value = self.required(table, key)?;
        let language = value.get_ref().as_str().and_then(|tag| tag.parse().ok());
        if language.is_none() {
            self.invalid_value(key, value, A_LANGUAGE);
        }
        language
    }

    /// The day, or the label, at a key, if the key is there.
    pub(super) fn optional_retention(&mut self, table: &Table<'t>, key: &str) -> Option<Retention> {
        let value = table.entries.get(key)?;
        if value.get_ref().as_table().is_some() {
            return self.label(table, key).map(Retention::Words);
        }
        let day = day_of(value);
        if day.is_none() {
            self.invalid_value(key, value, &format!("{A_DAY}, or a label"));
        }
        day.map(Retention::Until)
    }

    /// The ascending years of the array at a key.
    pub(super) fn years(
        &mut self,
        table: &Table<'t>,
        key: &str,
        range: &RangeInclusive<i16>,
    ) -> Vec<i16> {
        let mut years: Vec<i16> = Vec::new();
        for item in self.items(table, key, "an array of years") {
            let year = item.get_ref().as_integer();
            let year = year.and_then(|year| i16::from_str_radix(year.as_str(), year.radix()).ok());
            match year.filter(|year| range.contains(year)) {
                None => {
                    let (first, last) = (range.start(), range.end());
                    self.invalid_item(key, item, &format!("an integer from {first} to {last}"));
                }
                Some(year) => {
                    if let Some(last) = years.last().filter(|last| **last >= year) {
                        let message = format!(
                            "year {year} of `{key}` is not after {last}; write the years in ascending order"
                        );
                        self.error(&item.span(), message);
                    }
                    years.push(year);
                }
            }
        }
        years
    }

    /// The label at a key, if the key is there.
    pub(super) fn optional_label(&mut self, table: &Table<'t>, key: &str) -> Option<Label> {
        table.has(key).then(|| self.label(table, key)).flatten()
    }

    /// The variant whose name is at a key, which must be there.
    pub(super) fn variant<T>(&mut self, table: &Table<'t>, key: &str) -> Option<T>
    where
        T: FromStr + VariantArray + Display,
    {
        let value = self.required(table, key)?;
        let text = value.get_ref().as_str();
        let variant = text.and_then(|text| text.parse().ok());
        if variant.is_none() {
            self.invalid_value(key, value, &expected::<T>());
        }
        variant
    }

    /// The variant whose name is at a key, if the key is there.
    pub(super) fn optional_variant<T>(&mut self, table: &Table<'t>, key: &str) -> Option<T>
    where
        T: FromStr + VariantArray + Display,
    {
        table.has(key).then(|| self.variant(table, key)).flatten()
    }
}

/// The value as a message describes it.
fn found(value: &DeValue<'_>) -> String {
    match value {
        DeValue::String(text) => format!("the string \"{}\"", excerpt(text)),
        DeValue::Integer(_) => "an integer".to_owned(),
        DeValue::Array(_) => "an array".to_owned(),
        other => format!("a {}", other.type_str()),
    }
}

fn text_of<'a>(value: &'a Spanned<DeValue<'_>>) -> Option<&'a str> {
    let text = value.get_ref().as_str()?;
    (!text.trim().is_empty()).then_some(text)
}

fn day_of(value: &Spanned<DeValue<'_>>) -> Option<Date> {
    value.get_ref().as_str()?.parse().ok()
}
