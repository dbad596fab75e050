//! A model with the codes of supplied lists in it.

use beraad_schema::describe::SuppliedFile;
use beraad_schema::describe::{CodeEntry, CodeList, Meaning, Model, Period};

use super::check::same_label;
use super::row::Row;

/// A list that was supplied, read and found to be without mistakes.
pub(super) struct Read {
    pub(super) id: String,
    pub(super) supplied: SuppliedFile,
    pub(super) rows: Vec<Row>,
}

/// Puts the codes of a file into the list of its name.
///
/// A published code stays; a published label without a code makes room for the code that was supplied with that label.
/// Beside what is published, each line that adds to it names the file, so that a reader can tell the two apart.
/// What the list is to a check stays as it was: no code is rejected because a file lacks it. A period that a file states
/// counts as any other, so that a code outside it has no meaning then.
pub(super) fn merge(model: &mut Model, read: &Read) {
    let mut lists = model.code_lists.iter_mut();
    let Some(list) = lists.find(|list| list.id == read.id) else {
        return;
    };
    let published: Vec<CodeEntry> = list.codes.to_vec();
    let mut codes = Codes::of(list);
    for row in &read.rows {
        codes.add(&published, row, &read.supplied.file);
    }
    list.codes = codes.codes;
    list.supplied_by = Some(read.supplied.clone());
}

struct Codes {
    codes: Vec<CodeEntry>,
    /// Where each text stands, its aliases too: a search for each line would take long.
    positions: std::collections::BTreeMap<String, usize>,
}

impl Codes {
    fn of(list: &CodeList) -> Self {
        let codes = list.codes.to_vec();
        let mut positions = std::collections::BTreeMap::new();
        for (position, code) in codes.iter().enumerate() {
            if code.code.is_some() {
                for alias in code.aliases.iter() {
                    positions.entry(alias.to_string()).or_insert(position);
                }
            }
        }
        // A text is the code of that text before it is an alias.
        for (position, code) in codes.iter().enumerate() {
            if let Some(text) = &code.code {
                positions.insert(text.to_string(), position);
            }
        }
        Self { codes, positions }
    }

    fn add(&mut self, published: &[CodeEntry], row: &Row, file: &str) {
        let supplied = |mut meaning: Meaning| {
            if !published.is_empty() {
                meaning.source.get_or_insert_with(|| file.to_owned().into());
            }
            meaning
        };
        if let Some(&position) = self.positions.get(&row.code) {
            if adds(published.get(position), row) {
                let meanings = &mut self.codes[position].meanings;
                meanings.push(supplied(row.meaning.clone()));
            }
            return;
        }
        let unpublished = self.codes.iter().take(published.len()).position(|code| {
            code.code.is_none() && code.meanings.iter().any(|it| same_label(it, row))
        });
        if let Some(position) = unpublished {
            let code = &mut self.codes[position];
            code.code = Some(row.code.clone().into());
            for known in &mut code.meanings {
                if same_label(known, row) {
                    *known = supplied(completed(known, row));
                }
            }
            self.positions.insert(row.code.clone(), position);
            return;
        }
        self.positions.insert(row.code.clone(), self.codes.len());
        let meanings = vec![supplied(row.meaning.clone())];
        self.codes.push(CodeEntry::new(row.code.clone(), meanings));
    }
}

/// Whether a line says more of a code than what is published: another meaning, its class, or days that the published
/// period leaves out.
fn adds(published: Option<&CodeEntry>, row: &Row) -> bool {
    // A label of which only now the code is known has no meaning of its own to be held against.
    let Some(code) = published.filter(|code| code.code.is_some()) else {
        return true;
    };
    let meaning = &row.meaning;
    let says_it = |known: &Meaning| {
        let same_source =
            known.source.is_none() || meaning.source.is_none() || known.source == meaning.source;
        same_source && same_label(known, row) && covers(known.period, meaning.period)
    };
    meaning.class.is_some() || !code.meanings.iter().any(says_it)
}

/// Whether a published period holds every day that a line states; an end that is not stated asks for nothing.
fn covers(published: Period, line: Period) -> bool {
    if !published.overlaps(line) {
        return false;
    }
    let from = published.from.zip(line.from);
    let to = published.to.zip(line.to);
    from.is_none_or(|(published, line)| published <= line)
        && to.is_none_or(|(published, line)| line <= published)
}

/// A published label with all that a line says of it, which is more: its code, perhaps a period.
fn completed(known: &Meaning, row: &Row) -> Meaning {
    let mut meaning = row.meaning.clone();
    let fr = meaning.label.fr.take().or_else(|| known.label.fr.clone());
    meaning.label = known.label.clone();
    meaning.label.fr = fr;
    meaning.short.clone_from(&known.short);
    meaning.missing = meaning.missing.or(known.missing);
    meaning.remark = meaning.remark.or_else(|| known.remark.clone());
    meaning.source = meaning.source.or_else(|| known.source.clone());
    if meaning.period.is_always() {
        meaning.period = known.period;
    }
    meaning
}
