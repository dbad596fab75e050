//! C045: another file supplies codes of a list.

use beraad_describe::SuppliedFile;

use crate::class::{Class, Verdict, Viewpoints};
use crate::example;
use crate::item::Kind;
use crate::rule::{Example, Found, Rule, unchanged};
use crate::shown::quoted;

pub(super) static RULE: Rule = Rule {
    id: "C045",
    title: "another file supplies codes of a list",
    is_about_words: false,
    classes: &[Class::Risky, Class::Doc],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "The codes of the list come from other bytes than before; what differs in them is a change of its own.",
    remedy: "Keep both files, and compare the codes that they have.",
    find: |changes| {
        let files = changes.attributes(Kind::CodeList);
        let is_file = |name: &str| matches!(name, "supplied_by.file" | "supplied_by.sha256");
        let files: Vec<_> = files.filter(|file| is_file(file.name)).collect();
        let lists = files.chunk_by(|one, other| std::ptr::eq(one.pair().new, other.pair().new));
        let of_lists = lists.map(|parts| {
            let pair = parts[0].pair();
            let file =
                |name: &str| [pair.old, pair.new].map(|list| quoted(list.attributes.get(name)));
            let [mut old, mut new] = file("supplied_by.file");
            if old == new {
                let [old_bytes, new_bytes] = file("supplied_by.sha256");
                old = format!("{old} with the SHA-256 {old_bytes}");
                new = format!("{new} with {new_bytes}");
            }
            let found = Found::new(parts[0].index, format!("{old} -> {new}"));
            found
                .and(parts[1..].iter().map(|part| part.index))
                .classes(&[Class::Risky])
        });
        let meanings = changes.attribute(Kind::Meaning, "supplied_by");
        let of_meanings = meanings.map(|file| file.found().classes(&[Class::Doc]));
        of_lists.chain(of_meanings).collect()
    },
    example: Example {
        old: unchanged,
        new: |model| {
            example::list(model, "language").supplied_by =
                Some(SuppliedFile::from_bytes("talen.csv", b"code"));
        },
    },
};
