//! The decision: what it is, until when the data may be kept, and what else it says of them.

use beraad_schema::describe::Language;

use super::{Author, Element, Fact, Inline, Kind, Section, Span};

pub(super) fn decision(author: Author<'_>) -> Section {
    let deliberation = author.deliberation();
    let model = author.selection.model;
    let mut facts = vec![
        Fact::new(author.say("Nummer", "Number"), &*deliberation.number),
        Fact::new(author.say("Van", "Dated"), dates(author)),
        Fact::new(
            author.say("Genomen door", "Taken by"),
            dutch(author, &deliberation.committee),
        ),
        Fact::new(
            author.say("Ontvanger", "Recipient"),
            dutch(author, &deliberation.recipient),
        ),
        Fact::new(
            author.say("Doel", "Purpose"),
            author.label(&deliberation.purpose),
        ),
        Fact::new(
            author.say("Waarnemingsvenster", "Observation window"),
            format!("{} – {}", deliberation.first_year, deliberation.last_year),
        ),
        Fact::new(
            author.say("In dit codeboek", "In this codebook"),
            counts(author),
        ),
        Fact::new(
            author.say("Model", "Model"),
            Inline::from(author.say("versie ", "version "))
                .text(&*model.version)
                .text(author.say(", vingerafdruk ", ", fingerprint "))
                .code(author.selection.fingerprint()),
        ),
    ];
    let providers: Vec<_> = deliberation
        .paragraphs
        .iter()
        .map(|paragraph| {
            let by = author.say("datums per ", "dates by ");
            let grain = paragraph.dates.label();
            Inline::new().strong(&*paragraph.provider).text(format!(
                " ({} {}), {by}{}",
                author.say("paragraaf", "paragraph"),
                paragraph.number,
                author.label(&grain)
            ))
        })
        .collect();
    if let Some(fact) = Fact::list(author.say("Leveranciers", "Providers"), providers) {
        facts.insert(5, fact);
    }
    Section {
        anchor: "the-decision".into(),
        kind: Kind::Matter,
        title: author.say("De beraadslaging", "The deliberation").into(),
        body: vec![Element::Notice(keep_until(author)), Element::Facts(facts)],
        sections: Vec::new(),
    }
}

/// What the decision says of the data as a whole.
pub(super) fn statements(author: Author<'_>) -> Section {
    let facts = author.deliberation().statements.iter().map(|statement| {
        let paragraph = author.say("paragraaf", "paragraph");
        Inline::new()
            .strong(author.label(&statement.topic))
            .text(". ")
            .text(author.label(&statement.text))
            .text(format!(" ({paragraph} {})", statement.paragraph))
    });
    let items: Vec<_> = facts.collect();
    Section {
        anchor: "what-it-says".into(),
        kind: Kind::Matter,
        title: author
            .say("Wat ze over de gegevens zegt", "What it says of the data")
            .into(),
        body: if items.is_empty() {
            Vec::new()
        } else {
            vec![Element::List(items)]
        },
        sections: Vec::new(),
    }
}

fn keep_until(author: Author<'_>) -> Inline {
    Inline::from(author.say(
        "De gegevens moeten vernietigd worden na ",
        "The data must be destroyed after ",
    ))
    .strong(author.deliberation().keep_until.to_string())
    .text(".")
}

fn dates(author: Author<'_>) -> String {
    let deliberation = author.deliberation();
    let dated = deliberation.dated.to_string();
    if deliberation.amended.is_empty() {
        return dated;
    }
    let days: Vec<_> = deliberation
        .amended
        .iter()
        .map(ToString::to_string)
        .collect();
    let amended = author.say("gewijzigd op", "amended on");
    format!("{dated}, {amended} {}", days.join(", "))
}

fn dutch(author: Author<'_>, text: &str) -> Inline {
    match author.language {
        Language::Nl => text.into(),
        _ => Inline::of(Span::In(Language::Nl, text.to_owned())),
    }
}

fn counts(author: Author<'_>) -> String {
    let model = author.selection.model;
    let blocks = &author.selection.blocks;
    let headings = &author.deliberation().headings;
    let modelled = headings
        .iter()
        .filter(|heading| {
            model
                .blocks_of(heading)
                .any(|block| author.selection.has(block))
        })
        .count();
    let variables: Vec<_> = blocks.iter().flat_map(|block| block.variables()).collect();
    let named = |id: &str| {
        variables
            .iter()
            .any(|(_, v)| v.code_list.as_deref() == Some(id))
    };
    let lists = || model.code_lists.iter().filter(|list| named(&list.id));
    let codes: usize = lists().map(|list| list.codes.len()).sum();
    let (of, rubrics) = (author.say("van", "of"), author.say("rubrieken", "headings"));
    format!(
        "{modelled} {of} {} {rubrics}, {} {}, {} {}, {} {}, {codes} {}",
        headings.len(),
        blocks.len(),
        author.say("blokken", "blocks"),
        variables.len(),
        author.say("variabelen", "variables"),
        lists().count(),
        author.say("codelijsten", "code lists"),
        author.say("codes", "codes"),
    )
}
