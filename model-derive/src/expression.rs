//! The expressions of rules.
//!
//! A rule is a small subset of Rust. Each expression is written twice:
//!
//! * as *data*: an expression that builds a `describe::Expr` at run time. It is part of the description of the block.
//! * over *kinds*, for the compiler: the same operators as calls of functions in `operand`, whose arguments have the kind
//!   of a column (a month, a code of one list, a number) as a type and no value. It is type-checked and never called.
//!
//! The macro cannot check the types itself: it sees `lent <= returned`, and not that one column is a month and the other a
//! number. The compiler knows, and reports `lent <= books` at the operator. The real operators would not do: a rule may
//! compare an `Option<YearMonth>` with a `YearMonth`, and rustc would explain the traits of the standard library instead
//! of what a rule can compare.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::ext::IdentExt;
use syn::parse::Parser;
use syn::punctuated::Punctuated;
use syn::{
    BinOp, Expr, ExprBinary, ExprLit, ExprMacro, ExprMethodCall, Ident, Lit, LitInt, Token, UnOp,
};

use crate::ast::{BlockAst, FieldAst, FieldContent, RuleAst, SUPPORTED_EXPRESSIONS};
use crate::consistency::report_unknown_column;
use crate::ctxt::Ctxt;
use crate::names::code_error;
use crate::span::SpannedTokens;

/// An expression in both forms.
pub(crate) struct Written {
    pub(crate) data: TokenStream,
    pub(crate) check: TokenStream,
}

/// Writes the expressions of the rules of a block, and reports what a rule cannot contain.
pub(crate) fn write_rules(cx: &Ctxt, block: &BlockAst) -> Vec<Written> {
    let rules = block.rules.iter();
    rules
        .filter_map(|rule| write_rule(cx, rule, &block.fields))
        .collect()
}

fn write_rule(cx: &Ctxt, rule: &RuleAst, fields: &[FieldAst]) -> Option<Written> {
    let writer = Writer {
        cx,
        fields,
        columns: RefCell::default(),
        column_count: Cell::default(),
    };
    // The writer goes through the expression once and writes both forms side by side, so that they cannot diverge.
    let Written { data, check } = writer.expr(&rule.expression)?;
    if writer.column_count.get() == 0 {
        cx.error_at(
            &rule.expression,
            "this rule names no column; name at least one",
        );
        return None;
    }
    // The check of a rule is a block of its own, since two rules name their columns alike: `__column_0`.
    let check = boolean(&rule.expression, &check);
    let columns = writer.column_operands();
    Some(Written {
        data,
        check: quote!({ #columns let _: __b::__private::operand::Operand<__b::Flag> = #check; }),
    })
}

struct Writer<'a> {
    cx: &'a Ctxt,
    fields: &'a [FieldAst],
    /// The columns that the rule names, by their index among the fields, each with the span of its first mention.
    columns: RefCell<BTreeMap<usize, Span>>,
    /// The number of mentions of a column so far.
    column_count: Cell<usize>,
}

/// Writes the check that an expression is true or false, reported at the expression.
fn boolean(expr: &Expr, check: &TokenStream) -> TokenStream {
    let at = SpannedTokens::new(expr);
    let function = at.path(["__private", "operand", "IsBoolean", "condition"]);
    let arguments = at.arguments(check);
    quote!(#function #arguments)
}

/// Returns true for a constant, the length of a list, and a sum of these: numbers without a quantity.
fn has_no_quantity(expression: &Expr) -> bool {
    match expression {
        // Of the operators with one operand, a sum only contains the sign of a number.
        Expr::Lit(_) | Expr::Unary(_) => true,
        Expr::MethodCall(call) => call.method == "len",
        Expr::Paren(inner) => has_no_quantity(&inner.expr),
        // What `$x` becomes if a macro of the user wrote the struct.
        Expr::Group(inner) => has_no_quantity(&inner.expr),
        Expr::Binary(sum) => has_no_quantity(&sum.left) && has_no_quantity(&sum.right),
        _ => false,
    }
}

/// The variable that holds the operand of a column within a check.
fn operand_ident(column: usize, span: Span) -> Ident {
    Ident::new(&format!("__column_{column}"), span)
}

/// Writes a call of a constructor of `Expr` with these operands.
fn expr_data(constructor: &str, operands: &[&TokenStream]) -> TokenStream {
    let constructor = Ident::new(constructor, Span::call_site());
    quote!(__b::describe::Expr::#constructor(#(#operands),*))
}

/// The year, quarter or month that contains a date.
fn containing(grain: &str, date: &TokenStream, check: TokenStream) -> Written {
    let grain = format_ident!("{grain}");
    Written {
        data: expr_data("containing", &[&quote!(__b::describe::Grain::#grain), date]),
        check,
    }
}

fn binary_data(operator: &str, left: &TokenStream, right: &TokenStream) -> TokenStream {
    let operator = Ident::new(operator, Span::call_site());
    quote!(__b::describe::Expr::binary(__b::describe::Operator::#operator, #left, #right))
}

fn literal_data(literal: &TokenStream) -> TokenStream {
    quote!(__b::describe::Expr::Literal(#literal))
}

impl Writer<'_> {
    fn unsupported(&self, tokens: impl ToTokens) -> Option<Written> {
        self.cx.error_at(tokens, SUPPORTED_EXPRESSIONS);
        None
    }

    fn expr(&self, expr: &Expr) -> Option<Written> {
        match expr {
            // Parentheses have done their work when the expression was parsed. A group has the same meaning: it is
            // what `$x` becomes if a macro of the user wrote the struct.
            Expr::Paren(paren) => self.expr(&paren.expr),
            Expr::Group(group) => self.expr(&group.expr),
            Expr::Binary(binary) => self.binary(binary),
            Expr::Unary(unary) if matches!(unary.op, UnOp::Not(_)) => {
                let Written { data, check } = self.expr(&unary.expr)?;
                Some(Written {
                    data: expr_data("not", &[&data]),
                    check: boolean(&unary.expr, &check),
                })
            }
            Expr::MethodCall(call) => self.method(call),
            Expr::Macro(call) if call.mac.path.is_ident("matches") => self.matches(call),
            // A name alone is a column; `Sex::Female` is a constant.
            Expr::Path(path) if path.path.get_ident().is_some() => {
                self.column(path.path.get_ident()?)
            }
            Expr::Lit(_) | Expr::Unary(_) | Expr::Call(_) | Expr::Path(_) => {
                let Written { data, check } = self.constant(expr)?;
                Some(Written {
                    data: literal_data(&data),
                    check,
                })
            }
            other => self.unsupported(other),
        }
    }

    fn column(&self, ident: &Ident) -> Option<Written> {
        let name = ident.unraw().to_string();
        // A group is a field of several columns, and no rule can name one of them.
        let is_group = |field: &FieldAst| matches!(field.content, FieldContent::Group { .. });
        let mut fields = self.fields.iter();
        let Some(column) = fields.position(|field| field.name == name && !is_group(field)) else {
            let fields = self.fields.iter().filter(|field| !is_group(field));
            let names: Vec<_> = fields.map(|field| &*field.name).collect();
            report_unknown_column(self.cx, ident, &names);
            return None;
        };
        self.column_count.set(self.column_count.get() + 1);
        let mut columns = self.columns.borrow_mut();
        columns.entry(column).or_insert(ident.span());
        let operand = operand_ident(column, ident.span());
        Some(Written {
            data: quote!(__b::describe::Expr::Column(__b::describe::Text::Borrowed(#name))),
            check: quote!(#operand),
        })
    }

    /// Writes the operands of the columns that the rule names.
    ///
    /// They are variables before the check, and not expressions within it, so that a column whose type is not a value
    /// type is reported at its field and not again at each mention.
    fn column_operands(&self) -> TokenStream {
        let columns = self.columns.borrow();
        let operands = columns.iter().map(|(&column, &span)| {
            let operand = operand_ident(column, span);
            let kind = self.fields[column].ty.item_of("Value", "Kind");
            quote!(let #operand = __b::__private::operand::column::<#kind>();)
        });
        quote!(#(#operands)*)
    }

    /// Writes a constant: as data, a `Literal`.
    fn constant(&self, expr: &Expr) -> Option<Written> {
        match expr {
            Expr::Lit(literal) => self.literal(&literal.lit),
            Expr::Unary(unary) if matches!(unary.op, UnOp::Neg(_)) => match &*unary.expr {
                Expr::Lit(ExprLit {
                    lit: Lit::Int(number),
                    ..
                }) => self.number(number, i64::wrapping_neg),
                other => self.unsupported(other),
            },
            // A code by its path, a code or a date by a call.
            Expr::Path(_) | Expr::Call(_) => {
                check_code(self.cx, expr);
                // The macro cannot know the type of the constant. The trait `Constant` is implemented for those that a
                // rule can contain, and gives the data at run time and the kind for the check.
                let at = SpannedTokens::new(expr);
                let reference = quote_spanned!(at.first=> &#expr);
                let arguments = at.arguments(&reference);
                let literal = at.path(["__private", "operand", "Constant", "literal"]);
                let operand = at.path(["__private", "operand", "Constant", "operand"]);
                Some(Written {
                    data: quote!(#literal #arguments),
                    check: quote!(#operand #arguments),
                })
            }
            other => self.unsupported(other),
        }
    }

    fn literal(&self, literal: &Lit) -> Option<Written> {
        match literal {
            Lit::Int(number) => self.number(number, |value| value),
            Lit::Bool(flag) => Some(Written {
                data: quote!(__b::describe::Literal::Flag(#flag)),
                check: quote_spanned!(flag.span()=> __b::__private::operand::flag(#flag)),
            }),
            other => self.unsupported(other),
        }
    }

    /// Writes a whole number with its sign, which is an operator before the literal.
    fn number(&self, number: &LitInt, with_sign: impl Fn(i64) -> i64) -> Option<Written> {
        // A number with a suffix (`3u8`) is parsed by its digits.
        let value = with_sign(self.cx.ok(number.base10_parse::<i64>())?);
        Some(Written {
            data: quote!(__b::describe::Literal::Number(#value)),
            check: quote_spanned!(number.span()=> __b::__private::operand::whole(#value)),
        })
    }

    fn binary(&self, binary: &ExprBinary) -> Option<Written> {
        let (operator, [r#trait, function]) = match binary.op {
            BinOp::Eq(_) => ("Equal", ["Same", "same"]),
            BinOp::Ne(_) => ("NotEqual", ["Same", "same"]),
            BinOp::Lt(_) => ("Less", ["Ordered", "ordered"]),
            BinOp::Le(_) => ("LessOrEqual", ["Ordered", "ordered"]),
            BinOp::Gt(_) => ("Greater", ["Ordered", "ordered"]),
            BinOp::Ge(_) => ("GreaterOrEqual", ["Ordered", "ordered"]),
            BinOp::And(_) => ("And", ["Same", "same"]),
            BinOp::Or(_) => ("Or", ["Same", "same"]),
            BinOp::Add(_) => ("Plus", ["Sum", "sum"]),
            BinOp::Sub(_) => ("Minus", ["Sum", "sum"]),
            _ => return self.unsupported(binary.op),
        };
        let is_logical = matches!(binary.op, BinOp::And(_) | BinOp::Or(_));
        // The number of mentions, not of columns, so that a comparison can find out whether one is within its own two
        // sides.
        let columns_before = self.column_count.get();
        // Both sides before `?`, so that errors on both are reported.
        let (left, right) = (self.expr(&binary.left), self.expr(&binary.right));
        let (mut left, mut right) = (left?, right?);
        // `&&` and `||` take two conditions of any form. Each side is checked to be one by itself, so that a message is
        // at that side; what is left to compare are two flags.
        if is_logical {
            left.check = boolean(&binary.left, &left.check);
            right.check = boolean(&binary.right, &right.check);
        } else if r#trait != "Sum" {
            // Not for a sum: it is one side of a comparison, and only the whole must name a column (`a == 1 + 2`).
            let has_column = self.column_count.get() > columns_before;
            check_comparison(self.cx, binary, has_column, [&left, &right])?;
        }
        let at = SpannedTokens::new(&binary.op);
        let (mut left_check, mut right_check) = (&left.check, &right.check);
        // The kind of a sum is that of its first operand: in `1 + days` it is that of the second one.
        if r#trait == "Sum" && has_no_quantity(&binary.left) {
            std::mem::swap(&mut left_check, &mut right_check);
        }
        let function = at.path(["__private", "operand", r#trait, function]);
        let arguments = at.arguments(&quote!(#left_check, #right_check));
        Some(Written {
            data: binary_data(operator, &left.data, &right.data),
            check: quote!(#function #arguments),
        })
    }

    fn method(&self, call: &ExprMethodCall) -> Option<Written> {
        let Written { data, check } = self.expr(&call.receiver)?;
        let method = call.method.to_string();
        let arguments: Vec<_> = call.args.iter().collect();
        // The functions of `operand` on one operand, reported at the receiver.
        let of_receiver = |r#trait: &str, function: &str, arguments: &TokenStream| {
            let at = SpannedTokens::new(&call.receiver);
            let function = at.path(["__private", "operand", r#trait, function]);
            let arguments = at.arguments(arguments);
            quote!(#function #arguments)
        };
        Some(match (&*method, &*arguments) {
            // `is_none` and `is_some` may ask any column: the check only needs the receiver to be an operand.
            ("is_none", []) => Written {
                data: expr_data("is_null", &[&data]),
                check: quote!(__b::__private::operand::null(#check)),
            },
            // The data has no `is_some`: it is the negation of `is_null`, which every language can write.
            ("is_some", []) => Written {
                data: expr_data("not", &[&expr_data("is_null", &[&data])]),
                check: quote!(__b::__private::operand::null(#check)),
            },
            ("len", []) => Written {
                data: expr_data("len", &[&data]),
                check: of_receiver("Listed", "len", &check),
            },
            ("year", []) => containing("Year", &data, of_receiver("HasYear", "year", &check)),
            ("quarter", []) => containing(
                "Quarter",
                &data,
                of_receiver("HasQuarter", "quarter", &check),
            ),
            ("month", []) => containing("Month", &data, of_receiver("HasMonth", "month", &check)),
            // The data has no `is_empty`: other languages have only a length.
            ("is_empty", []) => Written {
                data: binary_data(
                    "Equal",
                    &expr_data("len", &[&data]),
                    &literal_data(&quote!(__b::describe::Literal::Number(0))),
                ),
                check: of_receiver("Listed", "is_empty", &check),
            },
            ("contains", [item]) => {
                let item = self.expr(item)?;
                let item_check = item.check;
                Written {
                    data: expr_data("contains", &[&data, &item.data]),
                    check: of_receiver("Holds", "contains", &quote!(#check, #item_check)),
                }
            }
            _ => return self.unsupported(&call.method),
        })
    }

    /// Writes `matches!(column, A | B)`.
    fn matches(&self, call: &ExprMacro) -> Option<Written> {
        // syn leaves the arguments of a macro unparsed.
        let parse_arguments = Punctuated::<Expr, Token![,]>::parse_terminated;
        let arguments = self
            .cx
            .ok(parse_arguments.parse2(call.mac.tokens.clone()))?;
        let arguments: Vec<_> = arguments.iter().collect();
        // The pattern was parsed as an expression: `A | B` is a binary operator to syn, and a rule has no other
        // patterns.
        let [value, pattern] = &*arguments else {
            self.cx
                .error_at(&call.mac.path, "expected `matches!(column, A | B)`");
            return None;
        };
        let Written { data, check } = self.expr(value)?;
        let mut alternatives = Vec::new();
        split_alternatives(pattern, &mut alternatives);
        // The value is checked once, as a variable, and each alternative is compared with it. The name has the span of the
        // alternative, so that a report about the comparison is at the alternative.
        let value_ident = |span| Ident::new("__matched", span);
        let (mut constants, mut checks) = (Vec::new(), Vec::new());
        for alternative in alternatives {
            // It was reported; the other alternatives are checked nevertheless. The rule is then incomplete, but never
            // expanded.
            let Some(constant) = self.constant(alternative) else {
                continue;
            };
            let at = SpannedTokens::new(alternative);
            let (value, constant_check) = (value_ident(at.first), constant.check);
            let function = at.path(["__private", "operand", "Same", "same"]);
            let arguments = at.arguments(&quote!(#value, #constant_check));
            checks.push(quote!(#function #arguments));
            constants.push(constant.data);
        }
        let value = value_ident(SpannedTokens::new(&call.mac.path).first);
        Some(Written {
            data: quote!(__b::describe::Expr::one_of(#data, ::std::vec![#(#constants),*])),
            check: quote!({ let #value = #check; #(let _ = #checks;)* __b::__private::operand::flag(true) }),
        })
    }
}

/// A comparison has a column in it, and two different sides.
fn check_comparison(
    cx: &Ctxt,
    binary: &ExprBinary,
    has_column: bool,
    [left, right]: [&Written; 2],
) -> Option<()> {
    let message = if !has_column {
        "this comparison contains no column; name at least one"
    } else if left.data.to_string() == right.data.to_string() {
        // Token streams cannot be compared. Their text can, and is the same for the same expression.
        "equal expressions on both sides; compare with another column or with a constant"
    } else {
        return Some(());
    };
    cx.error_at(binary, message);
    None
}

/// The text in `Code::<List>::new("..")` can be a code. The compiler does not run `new`, which would panic when the rule is
/// used for the first time.
fn check_code(cx: &Ctxt, expr: &Expr) {
    let Expr::Call(call) = expr else { return };
    let Expr::Path(function) = &*call.func else {
        return;
    };
    let last = function.path.segments.last();
    // By its last segment, since the path may have any prefix: `Code::<Sex>::new`, `Self::new`, an alias of the
    // type.
    if last.is_none_or(|last| last.ident != "new") {
        return;
    }
    for argument in &call.args {
        if let Expr::Lit(literal) = argument
            && let Lit::Str(text) = &literal.lit
            && let Some(error) = code_error(&text.value())
        {
            cx.error(text.span(), error);
        }
    }
}

/// Splits the pattern `A | B | C`, which is parsed as an expression with the operator `|`.
fn split_alternatives<'e>(expr: &'e Expr, alternatives: &mut Vec<&'e Expr>) {
    match expr {
        Expr::Binary(ExprBinary {
            left,
            op: BinOp::BitOr(_),
            right,
            ..
        }) => {
            split_alternatives(left, alternatives);
            split_alternatives(right, alternatives);
        }
        other => alternatives.push(other),
    }
}
