//! How the codebook is read: what holds for every block and is therefore said once.

use super::{Author, Element, Fact, Inline, Kind, Section};

/// The anchor of the definition of the reference date.
pub(super) const ANCHOR: &str = "how-to-read";

pub(super) fn reading(author: Author<'_>) -> Section {
    let fact = |nl, en, text: Inline| Fact::new(author.say(nl, en), text);
    let say = |nl, en| Inline::from(author.say(nl, en));
    let facts = vec![
        reference_date(author),
        fact(
            "Geldigheid",
            "Validity",
            say(
                "Waar van een periode een einde niet vermeld is, is het niet bekend; dat keurt nooit een waarde af. Beide vermelde dagen horen bij de periode.",
                "Where an end of a period is not stated, it is not known; that never rejects a value. Both days that are stated belong to the period.",
            ),
        ),
        fact(
            "Codes",
            "Codes",
            say(
                "Een code is een tekst: 01 is iets anders dan 1. Wat een code betekent, hangt af van de periode waarin ze gelezen wordt.",
                "A code is a text: 01 is another code than 1. What a code means depends on the period at which it is read.",
            ),
        ),
        fact(
            "Geen waarde",
            "No value",
            say(
                "Waar staat dat een rij zonder waarde kan zijn, maar niet gedocumenteerd is wat dat betekent, is het geen ‘nee’ en geen nul.",
                "Where a row may be without a value, and what that means is not documented, it is neither ‘no’ nor zero.",
            ),
        ),
        fact(
            "Zekerheid",
            "Certainty",
            say(
                "Bij elke variabele staat of haar bron gevonden is en hoe zeker haar soort waarde is. Wat aangenomen is, kan bij levering anders blijken; de alternatieven staan erbij. De onderbouwing is in het Engels.",
                "Each variable says whether its source was found, and how sure the type of its values is. What is assumed may turn out otherwise on delivery; the alternatives are given. The evidence is in English.",
            ),
        ),
    ];
    Section {
        anchor: ANCHOR.into(),
        kind: Kind::Matter,
        title: author
            .say("Dit codeboek lezen", "Reading this codebook")
            .into(),
        body: vec![Element::Facts(facts)],
        sections: Vec::new(),
    }
}

/// What the state of a period is.
pub(super) fn reference_date(author: Author<'_>) -> Fact {
    Fact::new(
        author.say("Peildatum", "Reference date"),
        author.say(
            "Een waarnemingsperiode is een maand, een kwartaal of een jaar. Een toestand is die op de laatste dag van de periode, om middernacht. Een registerjaar T is dus de toestand op 31 december T om 24 uur, dat is 1 januari T+1: de toestand op 1 januari van een jaar staat in de rij van het jaar ervoor.",
            "An observation period is a month, a quarter or a year. A state is that on the last day of the period, at midnight. A register year T is therefore the state on 31 December T at 24:00, which is 1 January T+1: the state on 1 January of a year stands in the row of the year before.",
        ),
    )
}
