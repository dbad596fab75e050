//! Imports go down only: in every crate, a file imports from the files that are declared before it, so circles are impossible.
//!
//! The order of the `mod` lines is from the bottom up. A parent and its child may import each other. Test code is ignored.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};

use beraad_tests::workspace;
use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Item, UseTree};

/// The folders of the crates.
const CRATES: [&str; 10] = [
    "describe",
    "evolve",
    "register",
    "model-derive",
    "schema",
    "model",
    "codegen",
    "delivery",
    "cli",
    "tests",
];

/// A module in a file of its own.
struct Module {
    file: PathBuf,
    /// The paths of all names that the file uses from its own crate.
    uses: Vec<Vec<String>>,
    /// The names that the file re-exports from other modules of the crate, with their original paths.
    exports: BTreeMap<String, Vec<String>>,
}

/// The modules of a crate by their paths, and their order of declaration.
#[derive(Default)]
struct Crate {
    modules: BTreeMap<Vec<String>, Module>,
    order: Vec<Vec<String>>,
}

impl Crate {
    fn read(root: &Path) -> Self {
        let mut found = Self::default();
        found.read_module(&root.join("src/lib.rs"), &root.join("src"), &[]);
        found
    }

    /// Reads the file of a module and those of its children. A child comes before its parent in the order, since the order is
    /// from the bottom up.
    fn read_module(&mut self, file: &Path, folder: &Path, path: &[String]) {
        let text = std::fs::read_to_string(file)
            .unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        let parsed =
            syn::parse_file(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        let mut module = Module {
            file: file.to_owned(),
            uses: Vec::new(),
            exports: BTreeMap::new(),
        };
        self.read_items(&parsed.items, folder, path, &mut module);
        self.order.push(path.to_vec());
        self.modules.insert(path.to_vec(), module);
    }

    fn read_items(&mut self, items: &[Item], folder: &Path, path: &[String], module: &mut Module) {
        for item in items {
            match item {
                Item::Mod(inner) if is_test(&inner.attrs) => {}
                Item::Mod(inner) => {
                    let name = inner.ident.to_string();
                    // A module inside the file belongs to the file.
                    if let Some((_, items)) = &inner.content {
                        self.read_items(items, folder, path, module);
                        continue;
                    }
                    let child: Vec<_> = path.iter().cloned().chain([name.clone()]).collect();
                    let (flat, nested) = (
                        folder.join(format!("{name}.rs")),
                        folder.join(&name).join("mod.rs"),
                    );
                    let file = if flat.is_file() { flat } else { nested };
                    self.read_module(&file, &folder.join(&name), &child);
                }
                Item::Use(import) => {
                    let public = !matches!(import.vis, syn::Visibility::Inherited);
                    let mut leaves = Vec::new();
                    collect_leaves(&import.tree, &mut Vec::new(), &mut leaves);
                    for (target, name) in leaves {
                        let Some(target) = from_root(&target, path) else {
                            continue;
                        };
                        if let Some(name) = name.filter(|_| public) {
                            module.exports.insert(name, target.clone());
                        }
                        module.uses.push(target);
                    }
                }
                // The paths in a macro are resolved where it is called, and do not count for the file that defines it.
                Item::Macro(defined) if defined.mac.path.is_ident("macro_rules") => {}
                other if is_test(attributes(other)) => {}
                // Tokens and not the syntax tree: paths in the arguments of macros have no place in the tree.
                other => collect_paths(other.to_token_stream(), path, &mut module.uses),
            }
        }
    }

    /// Returns the module in which the item of a path is defined. The function follows re-exports.
    fn target(&self, path: &[String]) -> &[String] {
        let mut path = path.to_vec();
        // A chain of re-exports is short. The limit ends a chain that leads to itself.
        for _ in 0..8 {
            let module = (0..=path.len())
                // From the longest prefix to the shortest: what is left behind the module is the name of an item in it.
                .rev()
                .find_map(|len| self.modules.get_key_value(&path[..len]));
            let (module_path, module) = module.expect("the root is a module");
            let next = match path.get(module_path.len()) {
                None => return module_path,
                Some(name) => match module.exports.get(name) {
                    Some(target) => target
                        .iter()
                        .chain(&path[module_path.len() + 1..])
                        .cloned()
                        .collect(),
                    None => return module_path,
                },
            };
            path = next;
        }
        self.modules
            .get_key_value(&Vec::new())
            .expect("the root is a module")
            .0
    }

    /// Returns a message for every import from a file that is declared later.
    fn upward_imports(&self) -> Vec<String> {
        let position: BTreeMap<&Vec<String>, usize> = self
            .order
            .iter()
            .enumerate()
            .map(|(position, path)| (path, position))
            .collect();
        let mut findings = Vec::new();
        for (path, module) in &self.modules {
            for used in &module.uses {
                let target = self.target(used);
                let is_parent_or_child = path.starts_with(target) || target.starts_with(path);
                if !is_parent_or_child && position[&target.to_vec()] > position[path] {
                    let file = module.file.display();
                    let other = self.modules[target].file.display();
                    findings.push(format!(
                        "{file} imports `crate::{}` from {other}, which is declared later",
                        used.join("::")
                    ));
                }
            }
        }
        findings
    }
}

fn attributes(item: &Item) -> &[syn::Attribute] {
    match item {
        Item::Fn(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Const(item) => &item.attrs,
        Item::Static(item) => &item.attrs,
        Item::Struct(item) => &item.attrs,
        Item::Enum(item) => &item.attrs,
        Item::Trait(item) => &item.attrs,
        _ => &[],
    }
}

fn is_test(attributes: &[syn::Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        attribute.path().is_ident("cfg") && attribute.to_token_stream().to_string().contains("test")
    })
}

/// Collects the leaves of an import: the path of each item, and the name that it gets, which is `None` for `*`.
fn collect_leaves(
    tree: &UseTree,
    before: &mut Vec<String>,
    leaves: &mut Vec<(Vec<String>, Option<String>)>,
) {
    match tree {
        UseTree::Path(path) => {
            before.push(path.ident.to_string());
            collect_leaves(&path.tree, before, leaves);
            before.pop();
        }
        UseTree::Name(name) => {
            let name = name.ident.to_string();
            let mut path = before.clone();
            if name == "self" {
                // `use a::{self}` imports `a` itself, under its last name.
                leaves.push((path.clone(), path.pop()));
            } else {
                path.push(name.clone());
                leaves.push((path, Some(name)));
            }
        }
        UseTree::Rename(rename) => {
            let mut path = before.clone();
            path.push(rename.ident.to_string());
            leaves.push((path, Some(rename.rename.to_string())));
        }
        UseTree::Glob(_) => leaves.push((before.clone(), None)),
        UseTree::Group(group) => group
            .items
            .iter()
            .for_each(|tree| collect_leaves(tree, before, leaves)),
    }
}

/// Converts a path to one from the root of the crate. Returns `None` for a path to another crate.
fn from_root(path: &[String], module: &[String]) -> Option<Vec<String>> {
    let (first, rest) = path.split_first()?;
    match &**first {
        "crate" => Some(rest.to_vec()),
        "self" => Some(module.iter().chain(rest).cloned().collect()),
        "super" => {
            let (_, parent) = module.split_last()?;
            let mut path = vec!["self".to_owned()];
            path.extend(rest.iter().cloned());
            if rest.first().is_some_and(|first| first == "super") {
                return from_root(rest, parent);
            }
            from_root(&path, parent)
        }
        _ => None,
    }
}

/// Collects the paths that start with `crate` or `super` anywhere in code, also in macro calls.
fn collect_paths(tokens: TokenStream, module: &[String], uses: &mut Vec<Vec<String>>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut index = 0;
    while index < tokens.len() {
        match &tokens[index] {
            TokenTree::Group(group) => collect_paths(group.stream(), module, uses),
            TokenTree::Ident(ident) if ident == "crate" || ident == "super" => {
                let mut path = vec![ident.to_string()];
                while let (
                    Some(TokenTree::Punct(one)),
                    Some(TokenTree::Punct(two)),
                    Some(TokenTree::Ident(name)),
                ) = (
                    tokens.get(index + 1),
                    tokens.get(index + 2),
                    tokens.get(index + 3),
                ) {
                    if one.as_char() != ':' || two.as_char() != ':' {
                        break;
                    }
                    path.push(name.to_string());
                    index += 3;
                }
                if path.len() > 1 {
                    uses.extend(from_root(&path, module));
                }
            }
            _ => {}
        }
        index += 1;
    }
}

#[test]
fn imports_go_down_only() {
    let root = workspace();
    let mut findings = String::new();
    for folder in CRATES {
        for finding in Crate::read(&root.join(folder)).upward_imports() {
            let _ = writeln!(
                findings,
                "{}",
                finding.replace(&format!("{}/", root.display()), "")
            );
        }
    }
    assert!(
        findings.is_empty(),
        "a file may import only from files that are declared before it, from its parent and from its children:\n{findings}"
    );
}

#[test]
fn upward_import_is_found_in_use_path_macro_and_re_export() {
    let folder = tempfile::tempdir().unwrap();
    let source = folder.path().join("src");
    std::fs::create_dir_all(source.join("top")).unwrap();
    let file = |name: &str, text: &str| std::fs::write(source.join(name), text).unwrap();
    file(
        "lib.rs",
        "mod bottom;\nmod middle;\nmod top;\npub use crate::top::part::Thing;",
    );
    file(
        "bottom.rs",
        "use std::fmt;\nuse crate::{middle::{self, One}, Thing};",
    );
    file(
        "middle.rs",
        "use crate::bottom::Two;\nfn call() { assert!(super::top::part::works()); }\n#[cfg(test)]\nmod tests { use crate::top::Other; }",
    );
    file("top/mod.rs", "pub mod part;\nuse crate::middle::One;");
    file("top/part.rs", "use super::Helper;\npub struct Thing;");
    let found = Crate::read(folder.path()).upward_imports();
    let found: Vec<_> = found
        .iter()
        .map(|line| {
            line.rsplit_once("src/").unwrap().1.to_owned()
                + " from "
                + line.split('`').nth(1).unwrap()
        })
        .collect();
    assert_eq!(
        found,
        [
            "middle.rs, which is declared later from crate::middle",
            "middle.rs, which is declared later from crate::middle::One",
            "top/part.rs, which is declared later from crate::Thing",
            "top/part.rs, which is declared later from crate::top::part::works",
        ]
    );
}
