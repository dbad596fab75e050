//! Former names: the old block or column that a new one continues, where one of the two names the other in `renamed_from`.

use std::collections::{BTreeMap, BTreeSet};

use beraad_describe::{Block, Column};

use crate::item::Item;

/// The present name of a block or column, and the former ones.
pub(crate) struct Names {
    present: String,
    former: Vec<String>,
}

impl Names {
    /// Returns the names of an item; those of a column are with the prefixes of its groups.
    pub(crate) fn of(item: &Item) -> Self {
        let former = item.attributes.get("renamed_from");
        let former = former.and_then(serde_json::Value::as_array);
        let former = former.into_iter().flatten().filter_map(|it| it.as_str());
        let prefix = item.prefix();
        Self {
            present: item.text(item.kind.identity()[0]).to_owned(),
            former: former.map(|name| format!("{prefix}{name}")).collect(),
        }
    }

    /// Returns true if the other item has another name, and one of the two gives the name of the other as a former one.
    pub(crate) fn is_renamed_to(&self, other: &Self) -> bool {
        self.present != other.present
            && (other.former.contains(&self.present) || self.former.contains(&other.present))
    }
}

impl From<&Block> for Names {
    fn from(block: &Block) -> Self {
        Self {
            present: block.id.to_string(),
            former: block.renamed_from.iter().map(ToString::to_string).collect(),
        }
    }
}

impl From<&Column<'_>> for Names {
    fn from(column: &Column<'_>) -> Self {
        Self {
            present: column.name.clone(),
            former: column.former_names().collect(),
        }
    }
}

/// Returns for each new item the index of the old one that it continues: under another name, or under the same one.
///
/// The new items may give the name of one that was renamed to another item, or exchange two names.
pub(crate) fn continued(old: &[Names], new: &[Names]) -> Vec<Option<usize>> {
    let mut continued = renamed(old, new);
    let taken: BTreeSet<_> = continued.values().copied().collect();
    // From the last to the first, so that the first of several items of one name is taken first.
    let mut free: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (place, names) in old.iter().enumerate().rev() {
        if !taken.contains(&place) {
            free.entry(&names.present).or_default().push(place);
        }
    }
    for (place, names) in new.iter().enumerate() {
        if !continued.contains_key(&place)
            && let Some(same) = free.get_mut(&*names.present).and_then(Vec::pop)
        {
            continued.insert(place, same);
        }
    }
    let all = 0..new.len();
    all.map(|place| continued.get(&place).copied()).collect()
}

/// Returns the renames: the index of the old item by that of the new one.
fn renamed(old: &[Names], new: &[Names]) -> BTreeMap<usize, usize> {
    let (places_of_old, places_of_new) = (places(old), places(new));
    let forward = claims(new, old);
    // The return to an old version is a rename too.
    let backward = claims(old, new).into_iter().map(|(old, new)| (new, old));
    let (mut renames, mut taken) = (BTreeMap::new(), BTreeSet::new());
    for (new, old) in forward.into_iter().chain(backward) {
        if !renames.contains_key(&new) && taken.insert(old) {
            renames.insert(new, old);
        }
    }
    // Both names may be in both models. Then it is a rename only if one of the two other items was renamed as well: otherwise each item
    // continues that of its own name. What is dropped may decide about another rename.
    loop {
        let is_rename = |place: usize, former: usize| {
            let old_of_name = places_of_old.get(&*new[place].present);
            let new_of_former = places_of_new.get(&*old[former].present);
            match (old_of_name, new_of_former) {
                (Some(old), Some(new)) => {
                    renames.contains_key(new) || renames.values().any(|it| it == old)
                }
                _ => true,
            }
        };
        let dropped = renames.iter().find(|it| !is_rename(*it.0, *it.1));
        let Some(place) = dropped.map(|it| *it.0) else {
            return renames;
        };
        renames.remove(&place);
    }
}

/// Returns the items that name one of the others as a former name, with the index of the other.
///
/// A name that the other item of the same name gives as well is part of the past of both models, and says nothing about their
/// difference.
fn claims(items: &[Names], others: &[Names]) -> Vec<(usize, usize)> {
    let places = places(others);
    let claim = |(place, names): (usize, &Names)| {
        let same = places.get(&*names.present).map(|same| &others[*same]);
        let mut former = names.former.iter().filter(|name| {
            **name != names.present && same.is_none_or(|same| !same.former.contains(name))
        });
        let other = former.find_map(|name| places.get(&**name))?;
        Some((place, *other))
    };
    items.iter().enumerate().filter_map(claim).collect()
}

fn places(names: &[Names]) -> BTreeMap<&str, usize> {
    let places = names.iter().enumerate();
    places.map(|(place, it)| (&*it.present, place)).collect()
}

#[cfg(test)]
mod tests {
    use super::{Names, continued};

    /// Reads `b(a)`: the name, and the former names in brackets.
    fn names(texts: &str) -> Vec<Names> {
        let names = texts.split_whitespace().map(|text| {
            let (present, former) = text.split_once('(').unwrap_or((text, ""));
            let former = former.trim_end_matches(')').split(',');
            Names {
                present: present.to_owned(),
                former: former
                    .filter(|it| !it.is_empty())
                    .map(str::to_owned)
                    .collect(),
            }
        });
        names.collect()
    }

    /// Compares the items of two models, and checks that the other direction gives the same.
    #[track_caller]
    fn check(old: &str, new: &str, expected: &str) {
        let pairs = |old: &[Names], new: &[Names]| -> Vec<(String, String)> {
            let continued = continued(old, new).into_iter().zip(new);
            let pairs = continued.filter_map(|(it, new)| Some((&old[it?], new)));
            let mut pairs: Vec<_> = pairs
                .map(|(old, new)| (old.present.clone(), new.present.clone()))
                .collect();
            pairs.sort();
            pairs
        };
        let (old, new) = (names(old), names(new));
        let there = pairs(&old, &new);
        let texts: Vec<_> = there.iter().map(|(a, b)| format!("{a}-{b}")).collect();
        assert_eq!(texts.join(" "), expected);
        let back = pairs(&new, &old).into_iter().map(|(new, old)| (old, new));
        let mut back: Vec<_> = back.collect();
        back.sort();
        assert_eq!(there, back);
    }

    #[test]
    fn renamed_item_is_followed() {
        check("a c", "b(a) c", "a-b c-c");
        check("a", "c(b,a)", "a-c");
        check("b(a)", "c(b,a)", "b-c");
    }

    #[test]
    fn former_name_may_belong_to_another_item_now() {
        check("a c", "b(a) a c", "a-b c-c");
        check("a b", "b(a) c(b) a", "a-b b-c");
    }

    #[test]
    fn names_may_be_exchanged() {
        check("a b", "a(b) b(a)", "a-b b-a");
        check("a b c", "b(a) c(b) a(c)", "a-b b-c c-a");
    }

    #[test]
    fn former_name_that_both_models_give_is_past() {
        check("a(b) b(a)", "a(b) b(a)", "a-a b-b");
        check("b(a)", "b(a) a", "b-b");
    }

    #[test]
    fn items_of_both_models_keep_their_names() {
        check("a b", "a b(a)", "a-a b-b");
    }

    #[test]
    fn name_of_a_removed_item_may_be_taken() {
        check("a b", "b(a)", "a-b");
    }

    #[test]
    fn one_item_continues_another() {
        check("a", "b(a) c(a)", "a-b");
    }
}
