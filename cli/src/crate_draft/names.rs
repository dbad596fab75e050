//! Names for Rust and for columns, made from phrases of a decision.

use std::collections::BTreeSet;

use beraad_schema::describe::{MAX_COLUMN_NAME_LEN, is_windows_device};
use heck::{ToSnakeCase, ToUpperCamelCase};

/// The longest name of a column, a module or a rule: the limit of the macros, less the room for an underscore and a number.
const MAX_NAME: usize = MAX_COLUMN_NAME_LEN - 3;

/// The longest name of a type, in snake case.
const MAX_TYPE_NAME: usize = 48;

/// Words that cannot be a name: keywords, and the names of modules that a draft has.
const RESERVED: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "codes", "const", "continue",
    "crate", "do", "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if",
    "impl", "in", "let", "lib", "loop", "macro", "main", "match", "mod", "model", "move", "mut",
    "override", "priv", "pub", "ref", "return", "self", "static", "struct", "subjects", "super",
    "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use", "virtual", "where",
    "while", "yield",
];

/// Types that a drafted file or the prelude of Rust names, which a block or a list must not hide.
const RESERVED_TYPES: &[&str] = &[
    "Age",
    "Amount",
    "AmountClass",
    "AsMut",
    "AsRef",
    "Block",
    "Box",
    "Clone",
    "Code",
    "CodeList",
    "Copy",
    "Count",
    "Day",
    "Days",
    "Debug",
    "Default",
    "Drop",
    "Employer",
    "Eq",
    "Err",
    "Extend",
    "Fn",
    "FnMut",
    "FnOnce",
    "From",
    "FromIterator",
    "Hours",
    "HoursPerWeek",
    "Into",
    "IntoIterator",
    "Iterator",
    "Minutes",
    "Months",
    "None",
    "Ok",
    "Option",
    "Ord",
    "PartialEq",
    "PartialOrd",
    "Percentage",
    "Person",
    "Ratio",
    "Result",
    "Self",
    "Send",
    "SerialNumber",
    "Sized",
    "Some",
    "String",
    "Sync",
    "ToOwned",
    "ToString",
    "TryFrom",
    "TryInto",
    "Unpin",
    "Vec",
    "Weeks",
    "Year",
    "Years",
    "YearMonth",
    "YearQuarter",
];

/// Names that have been given, each once.
#[derive(Debug, Default)]
pub(crate) struct Names(BTreeSet<String>);

impl Names {
    /// Returns a new name in snake case for a phrase: of a column, a module or a rule.
    pub(crate) fn snake(&mut self, phrase: &str, fallback: &str) -> String {
        let name = usable(ascii(phrase).to_snake_case(), fallback);
        let name = shortened(&name, MAX_NAME);
        let name = if is_reserved(&name) {
            format!("{name}_value")
        } else {
            name
        };
        self.unique(name, "_")
    }

    /// Returns a new name in camel case for a phrase: of a struct or an enum.
    pub(crate) fn camel(&mut self, phrase: &str, fallback: &str) -> String {
        // The id of the block or list and the name of the file are the name of the type in snake case.
        let name = shortened(&ascii(phrase).to_snake_case(), MAX_TYPE_NAME);
        let mut name = usable(name.to_upper_camel_case(), fallback);
        while RESERVED_TYPES.contains(&&*name) || is_reserved(&module_of(&name)) {
            name.push_str(fallback);
        }
        self.unique(name, "")
    }

    fn unique(&mut self, name: String, separator: &str) -> String {
        let numbered = (2_usize..).map(|number| format!("{name}{separator}{number}"));
        let mut all = std::iter::once(name.clone()).chain(numbered);
        // There are more numbers than names.
        let free = all.find(|name| !self.0.contains(name)).unwrap_or(name);
        self.0.insert(free.clone());
        free
    }
}

fn is_reserved(name: &str) -> bool {
    RESERVED.contains(&name) || is_windows_device(name)
}

/// Returns the file name of a type, without its extension: the name in snake case, as the macros write it.
pub(crate) fn module_of(name: &str) -> String {
    let mut module = String::new();
    for (at, letter) in name.chars().enumerate() {
        if letter.is_ascii_uppercase() && at > 0 {
            module.push('_');
        }
        module.push(letter.to_ascii_lowercase());
    }
    module
}

/// Letters of other alphabets become ASCII; everything else separates words.
fn ascii(phrase: &str) -> String {
    let ascii = deunicode::deunicode(phrase);
    let is_name = |char: char| {
        if char.is_ascii_alphanumeric() {
            char
        } else {
            ' '
        }
    };
    ascii.chars().map(is_name).collect()
}

/// Cuts a name between two words, if it can.
fn shortened(name: &str, max: usize) -> String {
    let Some(start) = name.get(..max).filter(|_| name.len() > max) else {
        return name.to_owned();
    };
    let is_word_end = name[max..].starts_with('_');
    let end = if is_word_end { None } else { start.rfind('_') };
    let mut name = &start[..end.unwrap_or(max)];
    // A short word at the end belongs to the next one: `l` of `l'arret`, or a preposition.
    while let Some((rest, last)) = name.rsplit_once('_') {
        if last.len() > 2 || last.contains(|char: char| char.is_ascii_digit()) {
            break;
        }
        name = rest;
    }
    name.to_owned()
}

fn usable(name: String, fallback: &str) -> String {
    match name.chars().next() {
        Some(first) if first.is_ascii_alphabetic() => name,
        Some(_) => format!("{fallback}{name}"),
        None => fallback.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn name_is_ascii_unique_and_not_reserved() {
        let mut names = Names::default();
        let snake = |names: &mut Names, phrase: &str| names.snake(phrase, "column");
        assert_eq!(snake(&mut names, "état civil"), "etat_civil");
        assert_eq!(snake(&mut names, "État civil!"), "etat_civil_2");
        assert_eq!(snake(&mut names, "type"), "type_value");
        assert_eq!(snake(&mut names, "60e artikel"), "column60e_artikel");
        assert_eq!(snake(&mut names, "😶\u{202e}"), "no_mouth");
        assert_eq!(snake(&mut names, "()"), "column");
        let long = snake(&mut names, &"woord ".repeat(40));
        assert!(long.len() <= MAX_NAME && long.ends_with("woord"), "{long}");
        assert_eq!(
            snake(&mut names, "nombre de jours de l'arrêt de travail"),
            "nombre_de_jours"
        );
        assert_eq!(names.camel("code", "List"), "CodeListList");
        assert_eq!(names.camel("???", "Rows"), "Rows");
        assert_eq!(names.camel("block", "Rows"), "BlockRows");
        assert_eq!(names.camel("con", "Rows"), "ConRows");
        assert_eq!(names.camel("com0", "Rows"), "Com0Rows");
        assert_eq!(names.camel("type", "Rows"), "TypeRows");
        assert_eq!(module_of("LoanType2"), "loan_type2");
    }
}
