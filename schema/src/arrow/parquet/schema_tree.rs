//! The tree of the columns in a footer, validated before `parquet` builds it.
//!
//! The footer has a list of elements, each with the number of its children, which follow it. `parquet` allocates for as many
//! children as an element claims, and calls itself for each level: an element of a few bytes could claim 2^31 children, and a
//! footer of some thousand nested elements ends the stack of a thread.

/// The maximum depth of a tree. A column of a row has at most three levels below the root.
const MAX_DEPTH: usize = 32;

/// The elements of a footer, as far as they were read.
#[derive(Default)]
pub(super) struct SchemaTree {
    /// The number of children that are still to come, of each element around the next one.
    expected: Vec<i64>,
    /// The number of children of the element that is read.
    children: i64,
    has_root: bool,
    is_invalid: bool,
}

impl SchemaTree {
    /// Adds the number of children of the element that is read.
    pub(super) fn children(&mut self, number: i64) {
        self.children = number;
    }

    /// Ends an element.
    pub(super) fn end_element(&mut self) {
        let children = std::mem::take(&mut self.children);
        match self.expected.last_mut() {
            Some(expected) => *expected -= 1,
            // A second root.
            None if self.has_root => self.is_invalid = true,
            None => self.has_root = true,
        }
        if children != 0 {
            self.expected.push(children);
        }
        while self.expected.last() == Some(&0) {
            self.expected.pop();
        }
        self.is_invalid |= children < 0 || self.expected.len() > MAX_DEPTH;
    }

    /// Returns true if the elements are one complete tree.
    pub(super) fn is_complete(&self) -> bool {
        self.has_root && self.expected.is_empty() && !self.is_invalid
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_complete(children: &[i64]) -> bool {
        let mut tree = SchemaTree::default();
        for &number in children {
            tree.children(number);
            tree.end_element();
        }
        tree.is_complete()
    }

    #[test]
    fn tree_has_the_children_that_it_claims() {
        assert!(is_complete(&[0]));
        assert!(is_complete(&[3, 0, 1, 1, 0, 0]));
        for invalid in [
            &[][..],
            &[1],
            &[0, 0],
            &[2, 0],
            &[1, 0, 0],
            &[-1],
            &[1, -1],
            &[i64::MAX],
        ] {
            assert!(!is_complete(invalid), "{invalid:?}");
        }
        let nested = |depth| [vec![1; depth], vec![0]].concat();
        assert!(is_complete(&nested(32)));
        assert!(!is_complete(&nested(33)));
        assert!(!is_complete(&nested(100_000)));
    }
}
