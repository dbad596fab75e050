//! Classes of amounts as text for messages.

use crate::item::Item;

/// Returns true if the meaning is that of a class of which at least one bound is known.
pub(crate) fn has_bounds(meaning: &Item) -> bool {
    !meaning.text("class.lower").is_empty() || !meaning.text("class.upper").is_empty()
}

/// Returns the bounds of a meaning for a message: `5 to 10`, `from 10`.
pub(crate) fn shown_bounds(meaning: &Item) -> String {
    match (meaning.text("class.lower"), meaning.text("class.upper")) {
        ("", "") => "no bounds".to_owned(),
        (lower, "") => format!("from {lower}"),
        ("", upper) => format!("to {upper}"),
        (lower, upper) => format!("{lower} to {upper}"),
    }
}

/// Returns all that is known about a class for a message: `5 to 10 EUR per day, including the lower bound`.
pub(crate) fn shown_class(meaning: &Item) -> String {
    let mut text = shown_bounds(meaning);
    for name in ["class.currency", "class.unit"] {
        let unit = meaning.text(name);
        if !unit.is_empty() {
            text = format!("{text} {unit}");
        }
    }
    let side = match meaning.text("class.closed") {
        "left" => ", including the lower bound",
        "right" => ", including the upper bound",
        "both" => ", including both bounds",
        _ => "",
    };
    text + side
}
