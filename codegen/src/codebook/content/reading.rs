//! Instructions for reading the codebook: what is true of every block is written once, here.

use super::edition::Edition;
use crate::codebook::document::{Element, Fact, Inline, Section, SectionKind};

/// The anchor of the definition of the reference date.
pub(super) const ANCHOR: &str = "how-to-read";

pub(super) fn section(edition: Edition<'_>) -> Section {
    let fact = |name: [&'static str; 2], text: [&'static str; 2]| {
        let text = Inline::from(edition.pick(text[0], text[1]));
        Fact::new(edition.pick(name[0], name[1]), text)
    };
    let facts = vec![
        reference_date(edition),
        fact(
            ["Geldigheid", "Validity"],
            [
                "Staat bij een periode geen begin of einde, dan is het niet bekend, en dan wordt er nooit een waarde om afgekeurd. De vermelde dagen horen zelf bij de periode.",
                "If the start or end of a period is not stated, it is not known, and no value is rejected because of it. The stated days belong to the period.",
            ],
        ),
        fact(
            ["Codes", "Codes"],
            [
                "Een code is een tekst: 01 en 1 zijn verschillende codes. Wat een code betekent, hangt af van de periode waarin ze voorkomt.",
                "A code is a text: 01 and 1 are different codes. The meaning of a code depends on the period in which it occurs.",
            ],
        ),
        fact(
            ["Geen waarde", "No value"],
            [
                "Een rij zonder waarde betekent niet ‘nee’ en niet nul, tenzij de documentatie dat zegt.",
                "A row without a value does not mean ‘no’ and does not mean zero, unless the documentation states it.",
            ],
        ),
        fact(
            ["Zekerheid", "Certainty"],
            [
                "Bij elke variabele staat of ze in een bron teruggevonden is, en hoe zeker het soort waarde is. Wat aangenomen is, kan bij de levering anders blijken te zijn; de andere mogelijkheden staan erbij. De onderbouwing is in het Engels.",
                "For each variable, the codebook says whether it was found in a source, and how certain the type of its values is. An assumption may turn out to be wrong when the data are delivered; the other possibilities are listed. The evidence is in English.",
            ],
        ),
    ];
    Section {
        anchor: ANCHOR.into(),
        kind: SectionKind::General,
        title: edition
            .pick("Dit codeboek lezen", "Reading this codebook")
            .into(),
        body: vec![Element::Facts(facts)],
        sections: Vec::new(),
    }
}

/// The day of an observation period that a state is about.
pub(super) fn reference_date(edition: Edition<'_>) -> Fact {
    Fact::new(
        edition.pick("Peildatum", "Reference date"),
        edition.pick(
            "Een waarnemingsperiode is een maand, een kwartaal of een jaar. Een toestand is die aan het einde van de laatste dag van de periode. Registerjaar T is dus de toestand op 31 december T om 24 uur, dat is 1 januari T+1: de toestand op 1 januari van een jaar staat in de rij van het jaar ervoor.",
            "An observation period is a month, a quarter or a year. A state is the one at the end of the last day of the period. Register year T is therefore the state on 31 December T at 24:00, which is 1 January T+1: the state on 1 January of a year is in the row of the year before.",
        ),
    )
}
