//! A delivery with findings of many checks, and its page, parsed.

#![allow(dead_code, reason = "each test file uses a part")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use beraad_delivery::{Delivery, Options, Report};
use beraad_schema::describe::{Date, Model, example_model};
use html5gum::{DefaultEmitter, Token, Tokenizer};
use serde_json::Value as Json;

/// Texts that are not values or codes. Nothing else in a report has these letters or digits.
pub(crate) const SECRETS: [&str; 5] = ["7318054", "8426193", "QZXW", "60524817", "JVKQ"];

/// The example model, whose block of members has no column of several values: CSV has no form of its own for it.
pub(crate) fn model() -> Model {
    let mut json = serde_json::to_value(example_model()).unwrap();
    let fields = json["blocks"][1]["fields"].as_array_mut().unwrap();
    fields.retain(|field| field["variable"]["id"] != "languages");
    serde_json::from_value(json).unwrap()
}

/// Writes files to a new folder.
pub(crate) fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    folder
}

pub(crate) fn check(folder: &Path, options: &Options) -> Report {
    let model = model();
    let delivery = Delivery::open(folder, &model).unwrap();
    let mut report = delivery.check(options).unwrap();
    report.day = Some(Date::ymd(2026, 11, 29));
    report
}

/// A delivery with findings of many checks. Secrets are in it as invalid values and as codes that no list has.
pub(crate) fn delivery() -> tempfile::TempDir {
    folder(&[
        (
            "loan.csv",
            "person,loan_month,return_month,department,renewals,fine_class\n\
             1,2011-03,2011-04,01,2,\n\
             2,7318054,,01,9,\n\
             3,8426193,QZXW,60524817,JVKQ,\n\
             4,2011-06,2011-01,9,1,\n\
             5,2011-06,2011-01,9,1,\n\
             5,2011-06,2011-01,9,1,\n\
             JVKQ,,2011-01,9,1.5,\n",
        ),
        (
            "member.csv",
            "person,year,sex,parent_1_sex\n\
             1,2011,M,V\n\
             1,2011,QZXW,60524817\n\
             2,2012,QZXW,M\n\
             3,1850,M,M\n\
             4,2016,JVKQ,M\n",
        ),
    ])
}

/// The elements and the text of a page.
#[derive(Debug, Default)]
pub(crate) struct Parsed {
    /// The elements with their attributes, in their order.
    pub(crate) elements: Vec<(String, BTreeMap<String, String>)>,
    /// The text outside of the style.
    pub(crate) text: String,
}

impl Parsed {
    pub(crate) fn values(&self, attribute: &str) -> Vec<&str> {
        let elements = self.elements.iter();
        elements
            .filter_map(|(_, attributes)| attributes.get(attribute).map(String::as_str))
            .collect()
    }

    pub(crate) fn names(&self) -> Vec<&str> {
        self.elements.iter().map(|(name, _)| &**name).collect()
    }
}

/// Parses the page as a browser does, and asserts that every element has its own end tag.
pub(crate) fn parse(page: &str) -> Parsed {
    let utf8 = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    let mut parsed = Parsed::default();
    let mut open: Vec<String> = Vec::new();
    let mut emitter = DefaultEmitter::default();
    // The tokenizer then treats the style as a browser does: its content is not markup.
    emitter.naively_switch_states(true);
    for token in Tokenizer::new_with_emitter(page, emitter) {
        match token.unwrap() {
            Token::StartTag(tag) => {
                let name = utf8(&tag.name);
                if !matches!(&*name, "meta" | "wbr") {
                    open.push(name.clone());
                }
                let attributes = tag.attributes.iter();
                let attributes = attributes
                    .map(|(name, value)| (utf8(name), utf8(value)))
                    .collect();
                parsed.elements.push((name, attributes));
            }
            Token::EndTag(tag) => assert_eq!(open.pop(), Some(utf8(&tag.name))),
            Token::String(text) => {
                if open.last().is_none_or(|tag| tag != "style") {
                    parsed.text += &utf8(&text);
                }
            }
            Token::Comment(comment) => panic!("a comment: {comment:?}"),
            Token::Doctype(_) => {}
            Token::Error(error) => panic!("not well formed: {error:?}"),
        }
    }
    assert!(open.is_empty(), "{open:?}");
    parsed
}

/// Asserts that every reference in a page has a target, that no heading leaves out a level, and that the page loads nothing.
pub(crate) fn assert_page(parsed: &Parsed) {
    let ids = parsed.values("id");
    let unique: BTreeSet<_> = ids.iter().collect();
    assert_eq!(ids.len(), unique.len(), "duplicate id");
    for href in parsed.values("href") {
        let id = href.strip_prefix('#');
        assert!(id.is_some_and(|id| ids.contains(&id)), "{href}");
    }
    for id in parsed.values("aria-labelledby") {
        assert!(ids.contains(&id), "{id}");
    }
    let mut last = 0;
    for name in parsed.names() {
        let level = match name {
            "h1" => 1,
            "h2" => 2,
            "h3" => 3,
            _ => continue,
        };
        assert!(level <= last + 1, "{name} after h{last}");
        last = level;
    }
    for attribute in ["src", "srcset", "action", "data", "style", "srcdoc"] {
        assert_eq!(parsed.values(attribute), Vec::<&str>::new(), "{attribute}");
    }
    for name in parsed.names() {
        let loads = [
            "link", "img", "iframe", "object", "base", "script", "image", "use",
        ];
        assert!(!loads.contains(&name), "{name}");
    }
    let policies = parsed.values("content");
    let policy = policies.iter().find(|it| it.starts_with("default-src"));
    let policy = policy.expect("a content security policy");
    assert!(policy.starts_with("default-src 'none'; style-src 'sha256-"));
    assert!(!policy.contains("unsafe"), "{policy}");
}

/// Returns a page without its style and the hash of it, which change together.
pub(crate) fn without_style(page: &str) -> String {
    let (before, rest) = page.split_once("sha256-").unwrap();
    let (_, rest) = rest.split_once('&').unwrap();
    let (between, rest) = rest.split_once("<style>").unwrap();
    let (_, after) = rest.split_once("</style>").unwrap();
    format!("{before}<hash>&{between}{after}")
}

/// Asserts that a schema is the published one, that a value is of it, and that it refuses a list in each of these places.
pub(crate) fn assert_schema(name: &str, schema: &Json, value: &Json, pointers: &[&str]) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("schemas");
    let path = folder.join(name);
    let text = format!("{schema:#}\n");
    if std::env::var_os("BERAAD_WRITE").is_some() {
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(&path, &text).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        kept.replace("\r\n", "\n") == text,
        "{} is stale; write it again with BERAAD_WRITE=1",
        path.display()
    );
    let validator = jsonschema::validator_for(schema).unwrap();
    let errors = validator.iter_errors(value).map(|it| it.to_string());
    assert_eq!(errors.collect::<Vec<_>>(), Vec::<String>::new());
    for pointer in pointers {
        let mut changed = value.clone();
        *changed.pointer_mut(pointer).unwrap() = serde_json::json!([]);
        assert!(!validator.is_valid(&changed), "{pointer}");
    }
}
