use beraad_schema::describe::NumberQuantity;
use beraad_schema::own_quantity;

const QUANTITY: NumberQuantity = own_quantity! { id: "days", nl: "aantal werkdagen", en: "number of working days" };

fn main() {
    println!("{QUANTITY:?}");
}
