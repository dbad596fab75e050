//! Labels that stay distinct within the limit of a package.

use beraad_schema::describe::{visible, visible_code};

use super::companions::Companion;
use super::text::cut;

/// Returns the labels of the codes of a companion, each visible, at most `max` bytes long, and unlike every other one.
///
/// Two labels may become the same when they are cut, or when their invisible characters are written out. A package then joins the
/// two codes in silence, so each such label gets its code at its end.
pub(crate) fn distinct_labels(companion: &Companion, max: usize) -> Vec<String> {
    let codes = &companion.codes;
    let shown: Vec<String> = codes.iter().map(|code| visible(&code.label)).collect();
    let mut labels: Vec<String> = shown
        .iter()
        .map(|label| cut(label, max).into_owned())
        .collect();
    // A label with its code may be that of a third code: then that one gets its code too.
    for round in 0..3 {
        let repeated = repeated(&labels);
        if repeated.is_empty() {
            break;
        }
        for place in repeated {
            // The position is certain where even the codes become the same.
            let ending = match round {
                0 => format!(" [{}]", visible_code(&codes[place].code)),
                _ => format!(" [{} #{}]", visible_code(&codes[place].code), place + 1),
            };
            let ending = if ending.len() < max {
                ending
            } else {
                format!(" [#{}]", place + 1)
            };
            let start = cut(&shown[place], max.saturating_sub(ending.len()));
            labels[place] = format!("{start}{ending}");
        }
    }
    labels
}

/// Returns the places of the labels that another place has too.
fn repeated(labels: &[String]) -> Vec<usize> {
    let mut known = std::collections::BTreeMap::<&str, Vec<usize>>::new();
    for (place, label) in labels.iter().enumerate() {
        known.entry(label).or_default().push(place);
    }
    let mut places: Vec<_> = known
        .into_values()
        .filter(|it| it.len() > 1)
        .flatten()
        .collect();
    places.sort_unstable();
    places
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::packages::LabelledCode;

    fn labels(codes: &[(&str, &str)], max: usize) -> Vec<String> {
        let code = |(code, label): &(&str, &str)| LabelledCode {
            periods: Vec::new(),
            code: (*code).to_owned(),
            number: 0,
            label: (*label).to_owned(),
            missing: None,
            shares_label: false,
        };
        let companion = Companion {
            name: "n".to_owned(),
            period: None,
            codes: codes.iter().map(code).collect(),
        };
        distinct_labels(&companion, max)
    }

    #[test]
    fn labels_that_become_the_same_when_they_are_cut_get_their_codes() {
        let cut = labels(&[("1", "a long label"), ("2", "a long lid")], 12);
        assert_eq!(cut, ["a long label", "a long lid"]);
        let cut = labels(&[("1", "a long label"), ("2", "a long lament")], 9);
        assert_eq!(cut, ["a… [1]", "a… [2]"]);
    }

    #[test]
    fn label_that_is_another_one_with_its_code_gets_its_code_too() {
        let shown = labels(&[("1", "a\tb"), ("2", "a b"), ("3", "a b [1]")], 99);
        assert_eq!(shown, ["a b [1 #1]", "a b [2]", "a b [1] [3 #3]"]);
    }
}
