//! Rules: a small subset of Rust expressions, written out twice: as data, and over kinds for the compiler to check.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::spanned::Spanned;
use syn::{BinOp, Expr, ExprBinary, ExprMacro, ExprMethodCall, Ident, Lit, Token, UnOp};

use crate::assert::Placed;
use crate::ast::{BlockAst, FieldAst, FieldContent};
use crate::attr::{Entries, Entry, EntryValue};
use crate::code_list::{is_code, no_code};
use crate::ctxt::Ctxt;
use crate::describe::Label;
use crate::json::{Object, Raw, ToJson};
use beraad_describe::{did_you_mean, one_of};

const SUBSET: &str = "a rule is made of columns, codes and dates by their path, whole numbers, true and false, `== != < <= > >=`, `&& || !`, `+ -`, \
     `.is_some()`, `.is_none()`, `.len()`, `.is_empty()`, `.contains(..)` and `matches!(column, A | B)`";

/// `rule(name: expression, nl = "..", en = "..", basis = "..")`.
pub(crate) struct Rule {
    pub(crate) name: Ident,
    pub(crate) says: Option<Label>,
    pub(crate) basis: Option<String>,
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
            input
                .parse::<Token![:]>()
                .map_err(|error| syn::Error::new(error.span(), "a rule starts with its name: `rule(name: expression, nl = \"..\", en = \"..\")`"))?;
            let expression = input.parse::<Expr>()?;
            if !input.is_empty() {
                input.parse::<Token![,]>()?;
            }
            Ok((name, expression, input.parse::<TokenStream>()?))
        };
        let parsed = parse.parse2(tokens).map_err(|error| {
            // What syn says of expressions that this crate does not let it read is no help here.
            if error.to_string().starts_with("unsupported expression") {
                syn::Error::new(error.span(), SUBSET)
            } else {
                error
            }
        });
        let (name, expression, rest) = cx.ok(parsed)?;
        let mut entries = Entries::of_tokens(cx, name.span(), rest);
        let says = Label::inline(&mut entries);
        let basis = entries.text("basis").map(|basis| basis.value());
        entries.finish();
        Some(Self {
            name,
            says,
            basis,
            expression,
        })
    }
}

impl ToJson for Rule {
    /// Without its expression, which may name constants.
    fn to_json(&self) -> String {
        Object::new()
            .put("id", &self.name.unraw().to_string())
            .put(
                "message",
                &Raw(self.says.as_ref().map_or("null".into(), ToJson::to_json)),
            )
            .put_some("basis", self.basis.as_ref())
            .to_json()
    }
}

/// The expressions of the rules of a block in both forms; what is outside the subset or names no column is a mistake.
pub(crate) fn expand(cx: &Ctxt, block: &BlockAst) -> Vec<Both> {
    let rules = block.rules.iter();
    rules
        .filter_map(|rule| {
            let writer = Writer {
                cx,
                fields: &block.fields,
                used: RefCell::default(),
                times: Cell::default(),
            };
            let Both { data, check } = writer.expr(&rule.expression)?;
            if writer.times.get() == 0 {
                cx.error_at(
                    &rule.expression,
                    "this rule names no column, and so says nothing of a row",
                );
                return None;
            }
            let check = condition(&rule.expression, &check);
            let columns = writer.columns();
            Some(Both {
                data,
                check: quote!({ #columns let _: __b::operand::Operand<__b::Flag> = #check; }),
            })
        })
        .collect()
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
    fields: &'a [FieldAst],
    /// The columns that the rule names, by their place among the fields, and where it names them first.
    used: RefCell<BTreeMap<usize, Span>>,
    /// How many times the rule has named a column so far.
    times: Cell<usize>,
}

/// A method of a trait of operands, at the tokens that a message about it is to stand under.
fn operator(at: &impl ToTokens, name: &str, method: &str) -> TokenStream {
    let Placed { first, last, .. } = Placed::new(at);
    let (name, method) = (Ident::new(name, first), Ident::new(method, last));
    let mut path = quote_spanned!(first=> __b::operand::#name);
    path.extend(quote_spanned!(last=> ::#method));
    path
}

fn condition(expr: &Expr, check: &TokenStream) -> TokenStream {
    let (operator, check) = (
        operator(expr, "IsBoolean", "condition"),
        Placed::new(expr).at_end(check),
    );
    quote!(#operator #check)
}

/// The operand of a column within a check, at the place where the rule names it.
fn operand_of(place: usize, span: Span) -> Ident {
    Ident::new(&format!("__column_{place}"), span)
}

impl Writer<'_> {
    fn expr(&self, expr: &Expr) -> Option<Both> {
        match expr {
            Expr::Paren(paren) => self.expr(&paren.expr),
            Expr::Group(group) => self.expr(&group.expr),
            Expr::Binary(binary) => self.binary(binary),
            Expr::Unary(unary) if matches!(unary.op, UnOp::Not(_)) => {
                let Both { data, check } = self.expr(&unary.expr)?;
                Some(Both {
                    data: quote!(__b::describe::Expr::not(#data)),
                    check: condition(&unary.expr, &check),
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
                    data: quote!(__b::describe::Expr::Literal(#data)),
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
        let name = ident.unraw().to_string();
        let is_group = |field: &FieldAst| matches!(field.content, FieldContent::Group { .. });
        let place = self
            .fields
            .iter()
            .position(|field| field.name == name && !is_group(field));
        let Some(place) = place else {
            let fields = self.fields.iter().filter(|field| !is_group(field));
            let names: Vec<_> = fields.map(|field| &*field.name).collect();
            let hint = did_you_mean(&name, names.iter().copied());
            self.cx.error(
                ident.span(),
                format_args!(
                    "there is no column `{name}`; {hint}expected {}",
                    one_of(&names)
                ),
            );
            return None;
        };
        self.times.set(self.times.get() + 1);
        self.used.borrow_mut().entry(place).or_insert(ident.span());
        let operand = operand_of(place, ident.span());
        Some(Both {
            data: quote!(__b::describe::Expr::Column(__b::describe::Text::Borrowed(#name))),
            check: quote!(#operand),
        })
    }

    /// The operands of the columns that the rule names. A column of a type that is no value type is reported at its field only.
    fn columns(&self) -> TokenStream {
        let used = self.used.borrow();
        let operands = used.iter().map(|(&place, &span)| {
            let operand = operand_of(place, span);
            let kind = self.fields[place].ty.of_type("Value", "Kind");
            quote!(let #operand = __b::operand::column::<#kind>();)
        });
        quote!(#(#operands)*)
    }

    /// A constant, as a `Literal` and as an operand.
    fn constant(&self, expr: &Expr) -> Option<Both> {
        match expr {
            Expr::Lit(lit) => match &lit.lit {
                Lit::Int(number) => {
                    let value = self.cx.ok(number.base10_parse::<i64>())?;
                    Some(Both {
                        data: quote!(__b::describe::Literal::Number(#value)),
                        check: quote_spanned!(number.span()=> __b::operand::whole(#value)),
                    })
                }
                Lit::Bool(flag) => Some(Both {
                    data: quote!(__b::describe::Literal::Flag(#flag)),
                    check: quote_spanned!(flag.span()=> __b::operand::flag(#flag)),
                }),
                other => {
                    self.cx.error_at(other, SUBSET);
                    None
                }
            },
            // A code by its path, a code or a date by a call.
            Expr::Path(_) | Expr::Call(_) => {
                check_code(self.cx, expr);
                let constant =
                    Placed::new(expr).at_end(&quote_spanned!(Placed::new(expr).first=> &#expr));
                let (data, check) = (
                    operator(expr, "Constant", "literal"),
                    operator(expr, "Constant", "operand"),
                );
                Some(Both {
                    data: quote!(#data #constant),
                    check: quote!(#check #constant),
                })
            }
            other => {
                self.cx.error_at(other, SUBSET);
                None
            }
        }
    }

    fn binary(&self, binary: &ExprBinary) -> Option<Both> {
        let (operator, name, method) = match binary.op {
            BinOp::Eq(_) => ("Equal", "Same", "same"),
            BinOp::Ne(_) => ("NotEqual", "Same", "same"),
            BinOp::Lt(_) => ("Less", "Ordered", "ordered"),
            BinOp::Le(_) => ("LessOrEqual", "Ordered", "ordered"),
            BinOp::Gt(_) => ("Greater", "Ordered", "ordered"),
            BinOp::Ge(_) => ("GreaterOrEqual", "Ordered", "ordered"),
            BinOp::And(_) => ("And", "Same", "same"),
            BinOp::Or(_) => ("Or", "Same", "same"),
            BinOp::Add(_) => ("Plus", "Sum", "sum"),
            BinOp::Sub(_) => ("Minus", "Sum", "sum"),
            _ => {
                self.cx.error_at(binary.op, SUBSET);
                return None;
            }
        };
        let times = self.times.get();
        let (left, right) = (self.expr(&binary.left), self.expr(&binary.right));
        let (mut left, mut right) = (left?, right?);
        if name != "Sum" && !matches!(binary.op, BinOp::And(_) | BinOp::Or(_)) {
            let said = if self.times.get() == times {
                Some("this compares constants, and so says nothing of a row; name a column")
            } else if left.data.to_string() == right.data.to_string() {
                Some("both sides are the same; compare with another column or with a constant")
            } else {
                None
            };
            if let Some(message) = said {
                self.cx.error_at(binary, message);
                return None;
            }
        }
        if matches!(binary.op, BinOp::And(_) | BinOp::Or(_)) {
            left.check = condition(&binary.left, &left.check);
            right.check = condition(&binary.right, &right.check);
        }
        let operator = Ident::new(operator, Span::call_site());
        let (data_left, data_right, check_left, check_right) =
            (left.data, right.data, left.check, right.check);
        let check = self::operator(&binary.op, name, method);
        let checked = Placed::new(&binary.op).at_end(&quote!(#check_left, #check_right));
        Some(Both {
            data: quote!(__b::describe::Expr::binary(__b::describe::Operator::#operator, #data_left, #data_right)),
            check: quote!(#check #checked),
        })
    }

    fn method(&self, call: &ExprMethodCall) -> Option<Both> {
        let receiver = self.expr(&call.receiver)?;
        let (data, check) = (receiver.data, receiver.check);
        let name = call.method.to_string();
        let span = call.method.span();
        let mut arguments = call.args.iter();
        let of_list = |name: &str, method: &str, arguments: TokenStream| {
            let operator = operator(&call.receiver, name, method);
            let arguments = Placed::new(&call.receiver).at_end(&arguments);
            quote!(#operator #arguments)
        };
        let both = match (&*name, arguments.next(), arguments.next()) {
            ("is_none", None, None) => Both {
                data: quote!(__b::describe::Expr::is_null(#data)),
                check: quote!(__b::operand::null(#check)),
            },
            ("is_some", None, None) => Both {
                data: quote!(__b::describe::Expr::not(__b::describe::Expr::is_null(#data))),
                check: quote!(__b::operand::null(#check)),
            },
            ("len", None, None) => Both {
                data: quote!(__b::describe::Expr::len(#data)),
                check: of_list("Listed", "len", check),
            },
            ("is_empty", None, None) => {
                let zero = quote!(__b::describe::Expr::Literal(
                    __b::describe::Literal::Number(0)
                ));
                Both {
                    data: quote!(__b::describe::Expr::binary(
                        __b::describe::Operator::Equal,
                        __b::describe::Expr::len(#data),
                        #zero
                    )),
                    check: of_list("Listed", "is_empty", check),
                }
            }
            ("contains", Some(item), None) => {
                let item = self.expr(item)?;
                let (item_data, item_check) = (item.data, item.check);
                Both {
                    data: quote!(__b::describe::Expr::contains(#data, #item_data)),
                    check: of_list("Holds", "contains", quote!(#check, #item_check)),
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
        let (Some(value), Some(pattern), 2) =
            (arguments.first(), arguments.get(1), arguments.len())
        else {
            self.cx
                .error_at(&makro.mac.path, "write `matches!(column, A | B)`");
            return None;
        };
        let value = self.expr(value)?;
        let mut alternatives = Vec::new();
        split_alternatives(pattern, &mut alternatives);
        let (value_data, value_check) = (value.data, value.check);
        let match_quality = |span: Span| Ident::new("__matched", span);
        let declared = match_quality(makro.mac.path.span());
        let (mut data, mut checks) = (Vec::new(), Vec::new());
        for alternative in alternatives {
            let Some(constant) = self.constant(alternative) else {
                continue;
            };
            let (same, check) = (operator(alternative, "Same", "same"), constant.check);
            data.push(constant.data);
            let match_quality = match_quality(Placed::new(alternative).first);
            let arguments = Placed::new(alternative).at_end(&quote!(#match_quality, #check));
            checks.push(quote!(#same #arguments));
        }
        Some(Both {
            data: quote!(__b::describe::Expr::one_of(#value_data, ::std::vec![#(#data),*])),
            check: quote!({ let #declared = #value_check; #(let _ = #checks;)* __b::operand::flag(true) }),
        })
    }
}

/// Says while compiling that `Code::<List>::new("..")` holds no code, which would come out when the rule is first used.
fn check_code(cx: &Ctxt, expr: &Expr) {
    let Expr::Call(call) = expr else { return };
    let Expr::Path(function) = &*call.func else {
        return;
    };
    let is_new = function
        .path
        .segments
        .last()
        .is_some_and(|last| last.ident == "new");
    for argument in &call.args {
        if let Expr::Lit(syn::ExprLit {
            lit: Lit::Str(text),
            ..
        }) = argument
            && is_new
            && !is_code(&text.value())
        {
            cx.error(text.span(), no_code(&text.value()));
        }
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
