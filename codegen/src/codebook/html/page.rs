//! The page: for each language a bar with search, an index, and the document.

use beraad_schema::describe::Language;

use super::security::content_security_policy;
use super::writer::Html;
use crate::codebook::document::{Document, Section, SectionKind, fragment};
use crate::message;
use crate::messages::Messages;

const STYLE: &str = include_str!("style.css");
const SCRIPT: &str = include_str!("script.js");

/// The page with one edition for each document. Until the script of the page has chosen a language, the first is shown.
pub(crate) fn html(editions: &[Document]) -> String {
    let mut html = Html::default();
    let Some(first) = editions.first() else {
        return html.finish();
    };
    html.element("html", &[("lang", first.language.as_str())], |html| {
        html.element("head", &[], |html| head(html, first));
        html.element("body", &[], |html| {
            for (position, document) in editions.iter().enumerate() {
                let writer = EditionWriter {
                    document,
                    language: document.language.as_str(),
                    quoted: document.quoted,
                    messages: Messages::of(document.language),
                    hidden: position > 0,
                };
                writer.edition(html, editions);
            }
            // At the end of the body: the script looks up elements as soon as it runs.
            html.constant("script", SCRIPT);
        });
    });
    html.finish()
}

fn head(html: &mut Html, first: &Document) {
    let policy = content_security_policy(STYLE, SCRIPT);
    html.void("meta", &[("charset", "utf-8")]);
    html.void(
        "meta",
        &[
            ("http-equiv", "Content-Security-Policy"),
            ("content", &policy),
        ],
    );
    html.void(
        "meta",
        &[
            ("name", "viewport"),
            ("content", "width=device-width, initial-scale=1"),
        ],
    );
    html.void("meta", &[("name", "referrer"), ("content", "no-referrer")]);
    html.void(
        "meta",
        &[("name", "color-scheme"), ("content", "light dark")],
    );
    html.leaf("title", &[], &page_title(first));
    html.constant("style", STYLE);
}

fn page_title(document: &Document) -> String {
    format!("{} – {}", document.title, document.subtitle)
}

/// A writer of one edition: a document in one language.
pub(super) struct EditionWriter<'a> {
    document: &'a Document,
    language: &'a str,
    /// The language of quotations.
    pub(super) quoted: Language,
    messages: &'static Messages,
    /// True if another edition is shown first.
    hidden: bool,
}

impl EditionWriter<'_> {
    /// The id of a section, which contains the language: each edition has the same anchors.
    pub(super) fn id(&self, anchor: &str) -> String {
        format!("{}/{}", self.language, fragment(anchor))
    }

    pub(super) fn href(&self, anchor: &str) -> String {
        format!("#{}", self.id(anchor))
    }

    fn edition(&self, html: &mut Html, editions: &[Document]) {
        let title = page_title(self.document);
        let attributes = [
            ("class", "edition"),
            ("id", self.language),
            ("lang", self.language),
            ("data-title", &title),
        ];
        html.element("div", &attributes, |html| {
            self.bar(html, editions);
            self.index(html);
            // The link that skips the bar moves the focus here, which needs an element that can have it.
            let mut attributes = vec![("tabindex", "-1")];
            let id = self.id("the-codebook");
            attributes.push(("id", &id));
            self.hide(&mut attributes);
            html.element("main", &attributes, |html| {
                html.element("div", &[("class", "title")], |html| {
                    let name = self.messages.text(message!("codebook"));
                    html.leaf("p", &[("class", "eyebrow")], name);
                    html.leaf("h1", &[], &self.document.title);
                });
                for section in &self.document.sections {
                    self.section(html, section, 2);
                }
            });
        });
    }

    fn hide(&self, attributes: &mut Vec<(&'static str, &str)>) {
        if self.hidden {
            attributes.push(("hidden", ""));
        }
    }

    fn bar(&self, html: &mut Html, editions: &[Document]) {
        let mut attributes = vec![("class", "bar")];
        self.hide(&mut attributes);
        html.element("header", &attributes, |html| {
            let main = self.href("the-codebook");
            let skip = self.messages.text(message!("skip-to-content"));
            html.leaf("a", &[("class", "skip"), ("href", &main)], skip);
            let top = format!("#{}", self.language);
            html.leaf(
                "a",
                &[("class", "home"), ("href", &top)],
                &self.document.subtitle,
            );
            self.search(html);
            let name = self.messages.text(message!("language"));
            html.element(
                "nav",
                &[("class", "languages"), ("aria-label", name)],
                |html| {
                    for edition in editions {
                        let language = edition.language.as_str();
                        let href = format!("#{language}");
                        let mut attributes =
                            vec![("href", &*href), ("lang", language), ("hreflang", language)];
                        if language == self.language {
                            attributes.push(("aria-current", "true"));
                        }
                        html.leaf("a", &attributes, &Messages::name_of(edition.language));
                    }
                },
            );
        });
    }

    fn search(&self, html: &mut Html) {
        let label = self.messages.text(message!("search"));
        let input = format!("{}-search", self.language);
        let (one, many) = (
            self.messages.text(message!("search.one")),
            self.messages.text(message!("search.many")),
        );
        let more = self.messages.text(message!("search.more"));
        html.element("form", &[("class", "search"), ("role", "search")], |html| {
            html.leaf("label", &[("class", "unseen"), ("for", &input)], label);
            let attributes = [
                ("type", "search"),
                ("id", &*input),
                ("placeholder", label),
                ("autocomplete", "off"),
                ("spellcheck", "false"),
            ];
            html.void("input", &attributes);
            html.leaf("kbd", &[("aria-hidden", "true")], "/");
            let attributes = [("class", "results"), ("data-more", more)];
            html.element("div", &attributes, |html| {
                let attributes = [("role", "status"), ("data-one", one), ("data-many", many)];
                html.leaf("p", &attributes, "");
                html.leaf("ol", &[], "");
            });
        });
    }

    fn index(&self, html: &mut Html) {
        let name = self.messages.text(message!("contents"));
        let mut attributes = vec![("class", "index"), ("aria-label", name)];
        self.hide(&mut attributes);
        html.element("nav", &attributes, |html| {
            html.element("details", &[("open", "")], |html| {
                html.leaf("summary", &[], name);
                html.element("ul", &[], |html| {
                    // Headings of one paragraph follow each other, so that its name is written once above them.
                    let mut last = None;
                    for section in &self.document.sections {
                        if let SectionKind::Heading { paragraph, .. } = &section.kind {
                            if last != Some(paragraph) {
                                html.leaf("li", &[("class", "paragraph")], paragraph);
                            }
                            last = Some(paragraph);
                        }
                        self.index_entry(html, section);
                    }
                });
            });
        });
    }

    fn index_entry(&self, html: &mut Html, section: &Section) {
        let link = |html: &mut Html| {
            html.leaf(
                "a",
                &[("href", &self.href(&section.anchor))],
                &section.title,
            );
        };
        match &section.kind {
            SectionKind::General => html.element("li", &[("class", "matter")], link),
            SectionKind::Heading {
                modelled: false, ..
            } => {
                html.element("li", &[("class", "absent")], |html| {
                    link(html);
                    html.text(" ");
                    let absent = self.messages.text(message!("not-modelled"));
                    html.leaf("span", &[("class", "absent-word")], absent);
                });
            }
            SectionKind::Heading { .. } => html.element("li", &[], |html| {
                html.element("details", &[], |html| {
                    html.leaf("summary", &[], &section.title);
                    html.element("ul", &[], |html| {
                        for block in &section.sections {
                            self.index_entry(html, block);
                        }
                    });
                });
            }),
            SectionKind::Block { .. } => html.element("li", &[("class", "block")], |html| {
                link(html);
                html.element("ul", &[], |html| {
                    for column in &section.sections {
                        self.index_entry(html, column);
                    }
                });
            }),
            SectionKind::Variable { .. } | SectionKind::Role { .. } => {
                html.element("li", &[], link);
            }
        }
    }
}
