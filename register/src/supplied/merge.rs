//! Merges a supplied list into the list of a model.

use std::collections::BTreeMap;

use beraad_describe::{CodeEntry, CodeList, Meaning, Model, Period};

use super::SuppliedList;
use super::check::{contradicts, has_label};
use super::line::SuppliedMeaning;

/// Adds the codes of a file to the list that it is named after.
///
/// A published code stays as it is, except that its label gets the texts that it lacks; a published label without a code
/// gets the code that was supplied with that label.
/// Each meaning that a file adds names the file, so that a reader can distinguish it from a published one.
/// No code is rejected because a file lacks it, unless the file says that it is complete. A period that a file states applies
/// as any other, so that a code outside it has no meaning.
pub(super) fn merge(model: &mut Model, supplied: &SuppliedList) {
    let mut lists = model.code_lists.iter_mut();
    let Some(list) = lists.find(|list| list.id == supplied.id) else {
        return;
    };
    // The list without the file. Each line is compared with what is published, not with what earlier lines have
    // added.
    let published = list.codes.clone();
    let mut codes = Codes::of(list);
    for meaning in &supplied.meanings {
        codes.add(&published, meaning, &supplied.file.file);
    }
    list.codes = codes.codes;
    list.supplied_by = Some(supplied.file.clone());
}

struct Codes {
    codes: Vec<CodeEntry>,
    /// The index of the code with each text or alias: a search for each line would take long.
    indices: BTreeMap<String, usize>,
}

impl Codes {
    fn of(list: &CodeList) -> Self {
        let codes = list.codes.clone();
        let mut indices = BTreeMap::new();
        for (index, code) in codes.iter().enumerate() {
            // As in `CodeList::find`: an alias of a label without a code leads nowhere.
            if code.code.is_some() {
                for alias in &code.aliases {
                    indices.entry(alias.to_string()).or_insert(index);
                }
            }
        }
        // A text is the code of that text before it is an alias.
        for (index, code) in codes.iter().enumerate() {
            if let Some(text) = &code.code {
                indices.insert(text.to_string(), index);
            }
        }
        Self { codes, indices }
    }

    fn add(&mut self, published: &[CodeEntry], line: &SuppliedMeaning, file: &str) {
        let supplied = |mut meaning: Meaning| {
            meaning.supplied_by = Some(file.to_owned().into());
            meaning
        };
        if let Some(&index) = self.indices.get(&line.code) {
            if is_new(published.get(index), line) {
                let meanings = &mut self.codes[index].meanings;
                meanings.push(supplied(line.meaning.clone()));
            } else {
                translate(&mut self.codes[index], line);
            }
            return;
        }
        // Only the published entries can lack a code, and there are few of them: a search through all codes for each
        // line would be quadratic.
        let unpublished = self.codes.iter().take(published.len()).position(|code| {
            code.code.is_none() && code.meanings.iter().any(|it| has_label(it, line))
        });
        if let Some(index) = unpublished {
            let code = &mut self.codes[index];
            code.code = Some(line.code.clone().into());
            for known in &mut code.meanings {
                if has_label(known, line) {
                    *known = supplied(completed(known, line));
                }
            }
            self.indices.insert(line.code.clone(), index);
            return;
        }
        self.indices.insert(line.code.clone(), self.codes.len());
        let meaning = supplied(line.meaning.clone());
        self.codes
            .push(CodeEntry::new(line.code.clone(), vec![meaning]));
    }
}

/// Returns whether a line adds to what is published of a code: another meaning, its class, or days outside the published period.
fn is_new(published: Option<&CodeEntry>, line: &SuppliedMeaning) -> bool {
    // A label without a published code has no meaning to compare with.
    let Some(code) = published.filter(|code| code.code.is_some()) else {
        return true;
    };
    line.meaning.class.is_some() || repeated(code, line).is_empty()
}

/// Returns the positions of the published meanings that a line repeats.
///
/// A line that has no language in common with them may mean any: it repeats a meaning only if that is the only one.
fn repeated(code: &CodeEntry, line: &SuppliedMeaning) -> Vec<usize> {
    let meaning = &line.meaning;
    let is_possible = |known: &Meaning| {
        let same_source =
            known.source.is_none() || meaning.source.is_none() || known.source == meaning.source;
        same_source && !contradicts(known, line) && covers(known.period, meaning.period)
    };
    let positions = |is_repeated: &dyn Fn(&Meaning) -> bool| -> Vec<usize> {
        let meanings = code.meanings.iter().enumerate();
        let found = meanings.filter(|(_, known)| is_possible(known) && is_repeated(known));
        found.map(|(position, _)| position).collect()
    };
    let with_label = positions(&|known| has_label(known, line));
    if !with_label.is_empty() {
        return with_label;
    }
    let possible = positions(&|_| true);
    if possible.len() == 1 {
        possible
    } else {
        Vec::new()
    }
}

/// Adds the texts of a line to the published meanings that it repeats, in the languages that these do not have.
fn translate(code: &mut CodeEntry, line: &SuppliedMeaning) {
    for position in repeated(code, line) {
        let known = &mut code.meanings[position];
        for (language, text) in line.meaning.label.iter() {
            if known.label.text(language).is_none() {
                known.label.set(language, text.to_owned());
            }
        }
    }
}

/// Returns whether a published period contains every day that a line states; an end that is not stated asks for nothing.
fn covers(published: Period, supplied: Period) -> bool {
    if !published.overlaps(supplied) {
        return false;
    }
    let from = published.from.zip(supplied.from);
    let to = published.to.zip(supplied.to);
    from.is_none_or(|(published, supplied)| published <= supplied)
        && to.is_none_or(|(published, supplied)| supplied <= published)
}

/// A published label without a code, completed by what a line adds, such as a period.
fn completed(known: &Meaning, line: &SuppliedMeaning) -> Meaning {
    let mut meaning = line.meaning.clone();
    // The published text comes first: that of the line may differ in the spaces around it.
    for (language, text) in known.label.iter() {
        meaning.label.set(language, text.to_owned());
    }
    meaning.short.clone_from(&known.short);
    meaning.missing = meaning.missing.or(known.missing);
    meaning.remark = meaning.remark.or_else(|| known.remark.clone());
    meaning.source = meaning.source.or_else(|| known.source.clone());
    if meaning.period.is_always() {
        meaning.period = known.period;
    }
    meaning
}
