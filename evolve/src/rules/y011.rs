//! Y011: the form of the codes was loosened or tightened.

use beraad_describe::{CodeForm, CodeLength};

use crate::class::{Class, Verdict, Viewpoints};
use crate::example;
use crate::item::Kind;
use crate::rule::{Example, Found, Rule};
use crate::shown::both_sides;

pub(super) static RULE: Rule = Rule {
    id: "Y011",
    title: "the form of the codes was loosened or tightened",
    is_about_words: false,
    classes: &[Class::Breaking, Class::Compatible],
    viewpoints: Viewpoints::new(
        Verdict::Undecided,
        Verdict::Undecided,
        Verdict::Yes,
        Verdict::Yes,
    ),
    why: "A code that does not have the form is an error. Whether one pattern accepts all codes of another one cannot always be decided; it may reject stored codes then.",
    remedy: "Check the rows against the new form before you tighten it.",
    find: |changes| {
        let parts = changes.attributes(Kind::CodeList);
        let parts: Vec<_> = parts.filter(|part| part.name.starts_with("form")).collect();
        let lists = parts.chunk_by(|one, other| std::ptr::eq(one.pair().new, other.pair().new));
        let found = lists.filter_map(|parts| {
            let lists = changes.lists(parts[0].change)?;
            let data = lists.of_common_texts().and(lists.of_forms());
            let remedy = if data.old == Verdict::Yes {
                "None is needed for the rows."
            } else {
                RULE.remedy
            };
            let (classes, direction): (&[Class], _) = match (data.old, data.new) {
                (Verdict::Yes, Verdict::Yes) => (&[Class::Compatible], "no row is affected"),
                (Verdict::Yes, _) => (&[Class::Compatible], "loosened"),
                (Verdict::No, Verdict::Yes) => (&[Class::Breaking], "tightened"),
                (Verdict::No, _) => (&[Class::Breaking], "another form"),
                (Verdict::Undecided, _) => (&[Class::Breaking], "undetermined"),
            };
            let shown = |form: Option<&CodeForm>| {
                form.map_or_else(|| "any code".to_owned(), ToString::to_string)
            };
            let (old, new) = (lists.old.list.form.as_ref(), lists.new.list.form.as_ref());
            let json = [old, new].map(|form| form.and_then(|it| serde_json::to_value(it).ok()));
            let texts = [shown(old), shown(new)];
            let both = both_sides(&texts, [json[0].as_ref(), json[1].as_ref()]);
            let message = format!("{both}: {direction}");
            let found = Found::new(parts[0].index, message);
            let found = found
                .and(parts[1..].iter().map(|part| part.index))
                .classes(classes)
                .remedy(remedy);
            Some(found.viewpoints(data.with(Verdict::Yes, Verdict::Yes)))
        });
        found.collect()
    },
    example: Example {
        old: |model| {
            let form = CodeForm::new(CodeLength::new(1, 2), None);
            example::list(model, "fine_class").form = form.ok();
        },
        new: |model| {
            let form = CodeForm::new(CodeLength::new(1, 4), None);
            example::list(model, "fine_class").form = form.ok();
        },
    },
};
