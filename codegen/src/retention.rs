//! The end of the time during which the data may be kept, as a sentence.

use beraad_schema::describe::{Deliberation, Language, Retention};

use crate::message;
use crate::messages::Messages;

/// Returns a sentence that says until when the data may be kept: a day, the words of the decision, or that the decision
/// does not say it.
#[must_use]
pub fn retention(deliberation: &Deliberation, language: Language) -> String {
    let messages = Messages::of(language);
    match &deliberation.keep_until {
        Some(Retention::Until(day)) => {
            messages.with(message!("keep-until"), &[("date", &day.to_string())])
        }
        Some(Retention::Words(words)) => {
            let (_, until) = words.first_of(&deliberation.languages.preferred(language));
            messages.with(message!("keep-until.words"), &[("until", until)])
        }
        None => messages.text(message!("keep-until.unlimited")).to_owned(),
    }
}
