use beraad_schema::describe::NumberQuantity;
use beraad_schema::own_quantity;

const QUANTITY: NumberQuantity = own_quantity! { nl: "aantal kilometer", en: "number of kilometres" };

fn main() {
    println!("{QUANTITY:?}");
}
