//! Codes of a list that were added or removed together: one finding for each list, not one for each code.

use crate::class::{Class, Verdict};
use crate::code_labels::{code, texts};
use crate::code_lists::{Data, Lists};
use crate::item::Kind;
use crate::rule::{Changes, Found, Single};
use crate::shown::listed;

/// The rule about codes that were added or removed.
pub(crate) struct CodeGroup {
    /// The act, for a message: `added: `; empty if the title of the rule says it.
    pub(crate) verb: &'static str,
    /// Returns true if the rule is about codes of these lists.
    pub(crate) is_of_rule: fn(&Lists<'_>) -> bool,
    /// The classes if the old rows with the codes are valid in the new model, and if they are not.
    pub(crate) classes: [&'static [Class]; 2],
}

impl CodeGroup {
    /// Returns the findings about these codes: one for each list, or two if the verdicts about its codes differ.
    ///
    /// The codes of a list follow each other. The time is that of sorting the codes: a supplied list may have 100,000 of them.
    pub(crate) fn found<'c, 'm: 'c>(
        &self,
        changes: &Changes<'m>,
        codes: impl Iterator<Item = Single<'c, 'm>>,
    ) -> Vec<Found> {
        let codes: Vec<_> = codes.collect();
        let of_lists = codes
            .chunk_by(|one, other| std::ptr::eq(one.change.owner().new, other.change.owner().new));
        let mut findings = Vec::new();
        for codes in of_lists {
            let Some(lists) = changes.lists(codes[0].change) else {
                continue;
            };
            if (self.is_of_rule)(&lists) {
                let finder = lists.finder();
                let mut groups: Vec<(Data, Vec<&Single<'_, '_>>)> = Vec::new();
                for code in codes {
                    let data = finder.of_texts(&texts(code.item));
                    match groups.iter_mut().find(|(known, _)| *known == data) {
                        Some((_, group)) => group.push(code),
                        None => groups.push((data, vec![code])),
                    }
                }
                let groups = groups.into_iter();
                findings.extend(groups.map(|(data, group)| {
                    let [valid, invalid] = self.classes;
                    let classes = if data.old == Verdict::Yes {
                        valid
                    } else {
                        invalid
                    };
                    found_together(&group, self.verb, |single| code(single.item))
                        .classes(classes)
                        .viewpoints(data.with(lists.rust_names_codes(), Verdict::Yes))
                }));
            }
        }
        findings
    }
}

/// Returns one finding about codes of a list, of which there is at least one.
pub(crate) fn found_together(
    codes: &[&Single<'_, '_>],
    verb: &str,
    shown: impl Fn(&Single<'_, '_>) -> String,
) -> Found {
    // A long message is not read, and costs time.
    let named: Vec<_> = codes.iter().take(20).map(|code| shown(code)).collect();
    let message = match &named[..] {
        [only] => format!("{verb}{only}"),
        _ => format!(
            "{verb}{} codes: {}",
            codes.len(),
            listed(&named, codes.len())
        ),
    };
    let indexes = codes.iter().map(|code| code.index);
    let found = Found::new(codes[0].index, message).and(indexes.skip(1));
    if codes.len() > 1 {
        found.of_whole(Kind::CodeList)
    } else {
        found
    }
}
