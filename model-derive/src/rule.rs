//! Rules: a small subset of Rust expressions, written out twice: as data, and over kinds for the compiler to check.

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::parse::{ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::spanned::Spanned;
use syn::{BinOp, Expr, ExprBinary, ExprMacro, ExprMethodCall, Ident, Lit, Token, UnOp};

use crate::attr::{Entries, Entry, EntryValue};
use crate::ctxt::Ctxt;
use crate::describe::Label;
use crate::json::{Object, Raw, ToJson};
use crate::suggest::did_you_mean;

const SUBSET: &str = "a rule is made of columns, codes and dates by their path, whole numbers, true and false, `== != < <= > >=`, `&& || !`, `+ -`, \
     `.is_some()`, `.is_none()`, `.len()`, `.is_empty()`, `.contains(..)` and `matches!(column, A | B)`";

/// `rule(name: expression, nl = "..", en = "..", cites = "..")`.
pub(crate) struct Rule {
    pub(crate) name: Ident,
    pub(crate) says: Option<Label>,
    pub(crate) cites: Option<String>,
    pub(crate) expression: Expr,
}

impl Rule {
    pub(crate) fn from_entry(cx: &Ctxt, entry: Entry) -> Option<Self> {
        let span = entry.key.span();
        let EntryValue::Tokens(tokens) = entry.value else {
            cx.error(
                span,
                "write `rule(name: expression, nl = \"..\", en = \"..\")`",
            );
            return None;
        };
        let parse = |input: ParseStream<'_>| {
            let name = input.parse::<Ident>()?;
            input.parse::<Token![:]>()?;
            let expression = input.parse::<Expr>()?;
            if !input.is_empty() {
                input.parse::<Token![,]>()?;
            }
            Ok((name, expression, input.parse::<TokenStream>()?))
        };
        let (name, expression, rest) = cx.ok(parse.parse2(tokens))?;
        let mut entries = Entries::of_tokens(cx, name.span(), rest);
        let says = Label::inline(&mut entries);
        let cites = entries.text("cites").map(|cites| cites.value());
        entries.finish();
        Some(Self {
            name,
            says,
            cites,
            expression,
        })
    }
}

impl ToJson for Rule {
    /// Without its expression, which may name constants.
    fn to_json(&self) -> String {
        Object::new()
            .put("id", &self.name.to_string())
            .put(
                "says",
                &Raw(self.says.as_ref().map_or("null".into(), ToJson::to_json)),
            )
            .put_some("cites", self.cites.as_ref())
            .to_json()
    }
}

/// The expression of a rule in both forms; what is outside the subset or names no column is a mistake.
pub(crate) fn expand(cx: &Ctxt, rule: &Rule, columns: &[&Ident]) -> Option<Both> {
    Writer { cx, columns }.expr(&rule.expression)
}

/// An expression in both forms.
pub(crate) struct Both {
    /// As data.
    pub(crate) data: TokenStream,
    /// Over operands, for the compiler.
    pub(crate) check: TokenStream,
}

struct Writer<'a> {
    cx: &'a Ctxt,
    columns: &'a [&'a Ident],
}

impl Writer<'_> {
    fn expr(&self, expr: &Expr) -> Option<Both> {
        match expr {
            Expr::Paren(paren) => self.expr(&paren.expr),
            Expr::Group(group) => self.expr(&group.expr),
            Expr::Binary(binary) => self.binary(binary),
            Expr::Unary(unary) if matches!(unary.op, UnOp::Not(_)) => {
                let inner = self.expr(&unary.expr)?;
                let (data, check) = (inner.data, inner.check);
                let negated = quote_spanned!(unary.op.span()=> .not());
                Some(Both {
                    data: quote!(__b::Expr::Not(::std::vec![#data].into())),
                    check: quote!(#check #negated),
                })
            }
            Expr::MethodCall(call) => self.method(call),
            Expr::Macro(makro) if makro.mac.path.is_ident("matches") => self.matches(makro),
            Expr::Path(path) if path.path.get_ident().is_some() => {
                self.column(path.path.get_ident()?)
            }
            Expr::Lit(_) | Expr::Call(_) | Expr::Path(_) => {
                let Both { data, check } = self.constant(expr)?;
                Some(Both {
                    data: quote!(__b::Expr::Literal(#data)),
                    check,
                })
            }
            other => {
                self.cx.error_at(other, SUBSET);
                None
            }
        }
    }

    fn column(&self, ident: &Ident) -> Option<Both> {
        let name = ident.to_string();
        if !self.columns.iter().any(|column| *column == ident) {
            let names: Vec<_> = self.columns.iter().map(ToString::to_string).collect();
            let hint = did_you_mean(&name, names.iter().map(String::as_str));
            let hint = if hint.is_empty() {
                "a rule names the columns of its own block".to_owned()
            } else {
                hint.trim_end().to_owned()
            };
            self.cx.error(
                ident.span(),
                format_args!("there is no column `{name}`; {hint}"),
            );
            return None;
        }
        Some(Both {
            data: quote!(__b::Expr::Column(__b::Text::Borrowed(#name))),
            check: quote_spanned!(ident.span()=> __b::operand::operand(&row.#ident)),
        })
    }

    /// A constant, as a `Literal` and as an operand.
    fn constant(&self, expr: &Expr) -> Option<Both> {
        match expr {
            Expr::Lit(lit) => match &lit.lit {
                Lit::Int(number) => {
                    let value = self.cx.ok(number.base10_parse::<i64>())?;
                    Some(Both {
                        data: quote!(__b::Literal::Number(#value)),
                        check: quote_spanned!(number.span()=> __b::operand::whole(#value)),
                    })
                }
                Lit::Bool(flag) => Some(Both {
                    data: quote!(__b::Literal::Flag(#flag)),
                    check: quote_spanned!(flag.span()=> __b::operand::flag(#flag)),
                }),
                other => {
                    self.cx.error_at(other, SUBSET);
                    None
                }
            },
            // A code by its path, or a date by a call: anything with a constant `literal()`.
            Expr::Path(_) | Expr::Call(_) => Some(Both {
                data: quote_spanned!(expr.span()=> (#expr).literal()),
                check: quote_spanned!(expr.span()=> __b::operand::operand(&#expr)),
            }),
            other => {
                self.cx.error_at(other, SUBSET);
                None
            }
        }
    }

    fn binary(&self, binary: &ExprBinary) -> Option<Both> {
        let (operator, method) = match binary.op {
            BinOp::Eq(_) => ("Equal", "same"),
            BinOp::Ne(_) => ("NotEqual", "same"),
            BinOp::Lt(_) => ("Less", "order"),
            BinOp::Le(_) => ("LessOrEqual", "order"),
            BinOp::Gt(_) => ("Greater", "order"),
            BinOp::Ge(_) => ("GreaterOrEqual", "order"),
            BinOp::And(_) => ("And", "and"),
            BinOp::Or(_) => ("Or", "and"),
            BinOp::Add(_) => ("Plus", "sum"),
            BinOp::Sub(_) => ("Minus", "sum"),
            _ => {
                self.cx.error_at(binary.op, SUBSET);
                return None;
            }
        };
        let (left, right) = (self.expr(&binary.left), self.expr(&binary.right));
        let (left, right) = (left?, right?);
        let operator = Ident::new(operator, Span::call_site());
        let method = Ident::new(method, binary.op.span());
        let (data_left, data_right, check_left, check_right) =
            (left.data, right.data, left.check, right.check);
        Some(Both {
            data: quote!(__b::Expr::Binary(__b::Operator::#operator, ::std::vec![#data_left, #data_right].into())),
            check: quote!(#check_left.#method(#check_right)),
        })
    }

    fn method(&self, call: &ExprMethodCall) -> Option<Both> {
        let receiver = self.expr(&call.receiver)?;
        let (data, check) = (receiver.data, receiver.check);
        let name = call.method.to_string();
        let span = call.method.span();
        let mut arguments = call.args.iter();
        let both = match (&*name, arguments.next(), arguments.next()) {
            ("is_none", None, None) => Both {
                data: quote!(__b::Expr::IsNull(::std::vec![#data].into())),
                check: quote_spanned!(span=> #check.null()),
            },
            ("is_some", None, None) => Both {
                data: quote!(__b::Expr::Not(
                    ::std::vec![__b::Expr::IsNull(::std::vec![#data].into())].into()
                )),
                check: quote_spanned!(span=> #check.null()),
            },
            ("len", None, None) => Both {
                data: quote!(__b::Expr::Len(::std::vec![#data].into())),
                check: quote_spanned!(span=> #check.len()),
            },
            ("is_empty", None, None) => {
                let zero = quote!(__b::Expr::Literal(__b::Literal::Number(0)));
                Both {
                    data: quote!(__b::Expr::Binary(
                        __b::Operator::Equal,
                        ::std::vec![__b::Expr::Len(::std::vec![#data].into()), #zero].into()
                    )),
                    check: quote_spanned!(span=> #check.is_empty()),
                }
            }
            ("contains", Some(item), None) => {
                let item = self.expr(item)?;
                let (item_data, item_check) = (item.data, item.check);
                Both {
                    data: quote!(__b::Expr::Contains(::std::vec![#data, #item_data].into())),
                    check: quote_spanned!(span=> #check.contains(#item_check)),
                }
            }
            _ => {
                self.cx.error(span, SUBSET);
                return None;
            }
        };
        Some(both)
    }

    fn matches(&self, makro: &ExprMacro) -> Option<Both> {
        let arguments =
            Punctuated::<Expr, Token![,]>::parse_terminated.parse2(makro.mac.tokens.clone());
        let arguments = self.cx.ok(arguments)?;
        let (value, pattern) = match (arguments.first(), arguments.get(1), arguments.len()) {
            (Some(value), Some(pattern), 2) => (value, pattern),
            _ => {
                self.cx
                    .error_at(&makro.mac.path, "write `matches!(column, A | B)`");
                return None;
            }
        };
        let value = self.expr(value)?;
        let mut alternatives = Vec::new();
        split_alternatives(pattern, &mut alternatives);
        let constants: Vec<_> = alternatives
            .into_iter()
            .filter_map(|alternative| self.constant(alternative))
            .collect();
        let (value_data, value_check) = (value.data, value.check);
        let data = constants.iter().map(|constant| &constant.data);
        let checks = constants.iter().map(|constant| &constant.check);
        Some(Both {
            data: quote!(__b::Expr::OneOf(
                ::std::vec![#value_data].into(),
                ::std::vec![#(#data),*].into()
            )),
            check: quote!({ let value = #value_check; value #(.one_of(#checks))*.matched() }),
        })
    }
}

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
