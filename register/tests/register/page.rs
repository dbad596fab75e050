//! `docs/deliberation-toml.md` documents exactly the keys that the reader knows, and its examples are valid.

use beraad_register::Register;

const PAGE: &str = include_str!("../../../docs/deliberation-toml.md");

/// A row of the page.
struct Row {
    /// The name of the table, as in `Register::KEYS`.
    table: String,
    key: String,
    required: String,
    example: String,
}

impl Row {
    /// Returns the key as it is written in an example.
    fn name(&self) -> &str {
        self.example.split(" = ").next().expect("a key")
    }

    fn is_alternative(&self) -> bool {
        self.required.starts_with("one of")
    }
}

/// Returns the rows of all tables that list keys.
fn rows() -> Vec<Row> {
    let mut rows = Vec::new();
    for section in PAGE.split("\n## ").skip(1) {
        let (title, body) = section.split_once('\n').expect("a title");
        let table = match title {
            "The file" => "",
            title => title
                .split('`')
                .nth(1)
                .unwrap_or(title)
                .trim_matches(['[', ']']),
        };
        let is_list = body.contains("| key | value | required | without it | meaning | example |");
        let lines = body
            .lines()
            .filter(|line| is_list && line.starts_with("| "));
        for line in lines.skip(2) {
            let cells: Vec<_> = line.trim_matches('|').split('|').map(str::trim).collect();
            let [key, _, required, _, meaning, example] = cells[..] else {
                panic!("six cells: {line}");
            };
            assert!(!meaning.is_empty(), "{line}");
            rows.push(Row {
                table: table.to_owned(),
                key: key.trim_matches('`').to_owned(),
                required: required.to_owned(),
                example: example.trim_matches('`').to_owned(),
            });
        }
    }
    rows
}

/// A register as text, by table: the name of the table, and its entries.
type Tables = Vec<(String, Vec<String>)>;

/// Returns the smallest register of the page.
fn smallest() -> Tables {
    let (_, example) = PAGE.split_once("```toml\n").expect("an example");
    let (example, _) = example.split_once("```").expect("the end of the example");
    let mut tables: Tables = Vec::new();
    for line in example.lines().filter(|line| !line.is_empty()) {
        if line.starts_with('[') {
            tables.push((line.trim_matches(['[', ']']).to_owned(), Vec::new()));
        } else {
            let (_, entries) = tables.last_mut().expect("a table");
            entries.push(line.to_owned());
        }
    }
    tables
}

fn text(tables: &Tables) -> String {
    let table = |(table, entries): &(String, Vec<String>)| {
        let header = match &**table {
            "paragraph" | "statement" | "heading" => format!("[[{table}]]"),
            table => format!("[{table}]"),
        };
        format!("{header}\n{}\n\n", entries.join("\n"))
    };
    tables.iter().map(table).collect()
}

/// Returns the register with the example of a row in place of the entry with its key, if it has one.
fn with(tables: &Tables, row: &Row) -> Tables {
    let mut tables = tables.clone();
    // The items of `terms` are entries of a table on one line.
    if row.table == "terms" {
        let (_, entries) = tables.last_mut().expect("a heading");
        let terms = entries.pop().expect("terms");
        let terms = if row.key == "term" {
            format!("terms = [{{ {} }}]", row.example)
        } else {
            terms.replace(" }]", &format!(", {} }}]", row.example))
        };
        entries.push(terms);
        return tables;
    }
    match tables.iter_mut().find(|(table, _)| *table == row.table) {
        Some((_, entries)) => {
            entries.retain(|entry| !entry.starts_with(&format!("{} = ", row.name())));
            // Before `terms`, which stays the last entry of its table.
            entries.insert(0, row.example.clone());
        }
        None => tables.push((row.table.clone(), vec![row.example.clone()])),
    }
    tables
}

/// Returns the register without an entry.
fn without(tables: &Tables, row: &Row) -> Tables {
    let mut tables = tables.clone();
    if row.table == "terms" {
        let (_, entries) = tables.last_mut().expect("a heading");
        // Its items have one key.
        if row.key == "term" {
            entries.pop();
            entries.push("terms = [{}]".to_owned());
        }
        return tables;
    }
    for (table, entries) in &mut tables {
        if *table == row.table {
            entries.retain(|entry| !entry.starts_with(&format!("{} = ", row.name())));
        }
    }
    if row.table.is_empty() {
        tables.retain(|(table, _)| *table != row.key);
    }
    tables
}

#[test]
fn page_has_exactly_the_keys_of_the_reader() {
    let documented: Vec<_> = rows().into_iter().map(|row| (row.table, row.key)).collect();
    let known: Vec<_> = Register::KEYS
        .iter()
        .flat_map(|(table, keys)| {
            let keys = keys.iter();
            keys.map(move |key| ((*table).to_owned(), (*key).to_owned()))
        })
        .collect();
    assert_eq!(documented, known);
}

#[test]
fn smallest_register_has_exactly_the_required_keys() {
    let smallest = smallest();
    Register::parse(&text(&smallest)).expect("the smallest register is valid");
    for row in rows() {
        // The keys of tables that may be left out; and the paragraph, which only a heading needs.
        if ["wording", "statement"].contains(&&*row.table)
            || (row.table.is_empty() && row.key == "paragraph")
        {
            continue;
        }
        let is_required = row.required.starts_with("yes") || row.key == "first_year";
        let reduced = without(&smallest, &row);
        let is_error = Register::parse(&text(&reduced)).is_err();
        assert_eq!(is_error, is_required, "{}.{}", row.table, row.key);
        let is_there = reduced != smallest;
        assert_eq!(
            is_there,
            is_required || row.table.is_empty() && row.key == "heading",
            "{}.{}",
            row.table,
            row.key
        );
    }
}

#[test]
fn each_example_is_valid() {
    let smallest = smallest();
    let rows = rows();
    // A statement needs all of its keys.
    let statement = rows.iter().filter(|row| row.table == "statement");
    let with_statement = statement.fold(smallest.clone(), |tables, row| with(&tables, row));
    Register::parse(&text(&with_statement)).expect("a statement");
    for row in rows.iter().filter(|row| !row.table.is_empty()) {
        let mut tables = if row.table == "statement" {
            with_statement.clone()
        } else {
            smallest.clone()
        };
        if row.is_alternative() {
            for other in rows.iter().filter(|row| row.is_alternative()) {
                tables = without(&tables, other);
            }
        }
        let tables = with(&tables, row);
        let read = Register::parse(&text(&tables));
        assert!(read.is_ok(), "{}: {}", row.example, read.unwrap_err());
    }
}

#[test]
fn page_states_the_default_precision_and_the_default_amounts() {
    let register = Register::parse(&text(&smallest())).expect("a valid register");
    let deliberation = &register.deliberation;
    let heading = &deliberation.headings[0];
    assert_eq!(
        deliberation.dates(heading, None),
        beraad_describe::Grain::Year
    );
    assert!(!deliberation.allows_exact_amounts(heading, &heading.terms[0]));
}
