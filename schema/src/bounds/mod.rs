//! Requirements of the decision for types, as trait bounds: the compiler checks them, and its messages show the field or the rule.
//!
//! Nothing here is public API: the code that the derive macros generate names it.

pub mod field;
pub mod operand;
