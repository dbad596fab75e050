"""Writes the inputs of the comparison: one invented table, and the table after each change, in five formats."""

import copy
import json
import pathlib
import sys

YEAR = {"name": "year", "kind": "year", "label": "Year", "text": "Year at the end of which the dwelling was seen."}
TABLE = {
    "tenure": [("1", "owner"), ("2", "tenant"), ("3", "free of charge"), ("9", "other")],
    "rent_class": [("1", None, "500"), ("2", "500", "1000"), ("3", "1000", None)],
    "social": [("0", "no"), ("1", "yes")],
    "missing": [],
    "currency": "EUR",
    "columns": [
        {"name": "tenure", "kind": "code", "label": "Tenure", "text": "Right by which the household lives there."},
        {"name": "rent_class", "kind": "class", "label": "Class of the rent", "text": "Class of the monthly rent."},
        {"name": "rent", "kind": "amount", "label": "Rent", "text": "Monthly rent."},
        {"name": "social", "kind": "flag", "label": "Social housing", "text": "Rented out by a social landlord."},
        {"name": "rooms", "kind": "number", "label": "Rooms", "text": "Number of rooms."},
    ],
}


def column(table, name):
    return next(column for column in table["columns"] if column["name"] == name)


def labels_swapped(table):
    table["tenure"][:2] = [("1", "tenant"), ("2", "owner")]


def label_changed(table):
    table["tenure"][2] = ("3", "rented from a relative")


def boundary_moved(table):
    table["rent_class"][1:] = [("2", "500", "1250"), ("3", "1250", None)]


def unit_changed(table):
    table["currency"] = "BEF"


def code_became_missing(table):
    table["missing"] = ["9"]


def flag_swapped(table):
    table["social"] = [("0", "yes"), ("1", "no")]


def flag_stored_as_code(table):
    column(table, "social")["kind"] = "code"
    table["social"] = [("1", "yes"), ("2", "no")]


def code_removed(table):
    del table["tenure"][2]


def column_renamed(table):
    column(table, "rooms").update(name="room_count", renamed_from="rooms")


def column_required(table):
    column(table, "rooms")["required"] = True


def variable_added(table):
    table["columns"].append({"name": "garages", "kind": "number", "label": "Garages", "text": "Number of garages."})


def label_in_plural(table):
    table["tenure"][0] = ("1", "owners")


CHANGES = {
    "01-labels-swapped": labels_swapped,
    "02-label-changed": label_changed,
    "03-boundary-moved": boundary_moved,
    "04-unit-changed": unit_changed,
    "05-code-became-missing": code_became_missing,
    "06-flag-swapped": flag_swapped,
    "06b-flag-stored-as-code": flag_stored_as_code,
    "07-code-removed": code_removed,
    "08-column-renamed": column_renamed,
    "09-column-required": column_required,
    "10-variable-added": variable_added,
    "11-label-in-plural": label_in_plural,
}


def amounts(lower, upper, currency):
    """The words for a class of amounts; its lower bound is included."""
    if lower is None:
        return f"below {upper} {currency}"
    return f"at least {lower} {currency}" if upper is None else f"from {lower} to below {upper} {currency}"


def codes(table, name):
    """The codes of a column, each with its label and a remark on missing values."""
    if name == "rent_class":
        return [(code, amounts(lower, upper, "EUR"), "") for code, lower, upper in table[name]]
    missing = table["missing"] if name == "tenure" else []
    return [(code, label, "missing value: not known" if code in missing else "") for code, label in table[name]]


def text(table, it):
    """The description of a column with what the format has no place for: the unit, and how a source writes a flag."""
    if it["kind"] == "amount":
        return f"{it['text']} Unit: {table['currency']}."
    if it["kind"] == "flag":
        return f"{it['text']} In the source: " + ", ".join(f"{code} = {label}" for code, label in table["social"]) + "."
    return it["text"]


def is_code(it):
    return it["kind"] in ("code", "class")


def pascal(name):
    return "".join(part.capitalize() for part in name.split("_"))


def identifier(label):
    return label.upper().replace(" ", "_")


def protobuf(table, names):
    """Proto2: the syntax in which a field can be `required` and enums are closed. With `names`, the labels are names."""
    out = ['syntax = "proto2";', "package dwellings.v1;", ""]
    for it in filter(is_code, table["columns"]):
        out.append(f"// {it['text']}")
        out.append(f"enum {pascal(it['name'])} {{")
        for code, label, remark in codes(table, it["name"]):
            name = identifier(remark.split(":")[0] or label) if names else code
            comment = f"{label} ({remark})" if remark else label
            out.append(f"  {it['name'].upper()}_{name} = {code}; // {comment}")
        out += ["}", ""]
    if names:
        return "\n".join(out[:-1] + [""])
    out += ["// One dwelling in one year.", "message Dwelling {"]
    out.append("  required uint32 dwelling = 1;")
    out.append(f"  required int32 year = 2; // {YEAR['text']}")
    kinds = {"amount": "double", "flag": "bool", "number": "int32"}
    for number, it in enumerate(table["columns"], 3):
        kind = pascal(it["name"]) if is_code(it) else kinds[it["kind"]]
        presence = "required" if it.get("required") else "optional"
        out.append(f"  {presence} {kind} {it['name']} = {number}; // {text(table, it)}")
    return "\n".join([*out, "}", ""])


def rust(table, names):
    """Enums and a struct that serde could read. With `names`, the labels are the names of the variants."""
    out = []
    for it in filter(is_code, table["columns"]):
        out += [f"/// {it['text']}", f"pub enum {pascal(it['name'])} {{"]
        for code, label, remark in codes(table, it["name"]):
            name = pascal(identifier(remark.split(":")[0] or label).lower()) if names else f"Code{code}"
            out += [f"    /// {label} ({remark})." if remark else f"    /// {label}.", f"    {name} = {code},"]
        out += ["}", ""]
    if names:
        return "\n".join(out[:-1] + [""])
    out += ["/// One dwelling in one year.", "pub struct Dwelling {", "    pub dwelling: u32,"]
    out += [f"    /// {YEAR['text']}", "    pub year: i32,"]
    kinds = {"amount": "f64", "flag": "bool", "number": "i32"}
    for it in table["columns"]:
        kind = pascal(it["name"]) if is_code(it) else kinds[it["kind"]]
        kind = kind if it.get("required") else f"Option<{kind}>"
        out += [f"    /// {text(table, it)}", f"    pub {it['name']}: {kind},"]
    return "\n".join([*out, "}", ""])


def json_schema(table):
    """Draft 7, which both programs read. A column may be left out unless it is in `required`."""
    properties = {
        "dwelling": {"type": "integer"},
        "year": {"type": "integer", "description": YEAR["text"]},
    }
    for it in table["columns"]:
        new = {"title": it["label"], "description": text(table, it)}
        if is_code(it):
            listed = codes(table, it["name"])
            new["anyOf"] = [
                {"type": "string", "enum": [code], "title": label} | ({"description": remark} if remark else {})
                for code, label, remark in listed
            ]
        elif it["kind"] == "amount":
            new |= {"type": "number", "minimum": 0, "maximum": 100000}
        elif it["kind"] == "number":
            new |= {"type": "integer", "minimum": 0, "maximum": 100}
        else:
            new["type"] = "boolean"
        properties[it["name"]] = new
    required = ["dwelling", "year"] + [it["name"] for it in table["columns"] if it.get("required")]
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Dwelling",
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


def data_contract(table):
    """ODCS 3.2.0 as JSON, which is valid YAML."""
    properties = [
        {"name": "dwelling", "logicalType": "integer", "required": True, "primaryKey": True, "primaryKeyPosition": 1},
        {"name": "year", "logicalType": "integer", "required": True, "primaryKey": True, "primaryKeyPosition": 2},
    ]
    kinds = {"amount": "number", "number": "integer", "flag": "boolean"}
    for it in table["columns"]:
        new = {"name": it["name"], "businessName": it["label"], "description": text(table, it)}
        new["logicalType"] = kinds.get(it["kind"], "string")
        new["required"] = it.get("required", False)
        if it["kind"] == "amount":
            new["customProperties"] = [{"property": "unit", "value": table["currency"]}]
        if is_code(it):
            new["enum"] = [
                {"value": code, "description": f"{label} ({remark})" if remark else label}
                for code, label, remark in codes(table, it["name"])
            ]
        if it["name"] == "tenure":
            few = {"name": "few_missing", "metric": "missingValues", "unit": "percent", "mustBeLessThan": 20}
            new["quality"] = [few | {"arguments": {"missingValues": ["", *table["missing"]]}}]
        properties.append(new)
    return {
        "apiVersion": "v3.2.0",
        "kind": "DataContract",
        "id": "dwellings",
        "name": "Dwellings",
        "version": "1.0.0",
        "status": "active",
        "schema": [{"name": "dwelling", "logicalType": "object", "properties": properties}],
    }


def en(words):
    return {"en": words}


def model_variable(table, it):
    """A variable of a Beraad model, as its JSON has it."""
    kind, name = it["kind"], it["name"]
    types = {
        "code": {"kind": "code", "list": name},
        "class": {"kind": "amount_class", "list": name},
        "amount": {"kind": "amount", "currency": table["currency"], "decimals": 2, "min": 0, "max": 100000},
        "flag": {"kind": "flag"},
        "number": {"kind": "number", "quantity": "count", "min": 0, "max": 100, "decimals": 0},
    }
    new = {"id": name}
    if "renamed_from" in it:
        new["renamed_from"] = [it["renamed_from"]]
    new |= {"label": en(it["label"]), "definition": en(it["text"])}
    new["phrase"] = {"paragraph": "1", "heading": "Dwellings", "term": "the dwelling", "dates": "year"}
    new |= {"value_type": types[kind], "certainty": "documented", "alternatives": []}
    new |= {"nullable": not it.get("required", False)}
    new["measurement"] = "metric" if kind in ("amount", "number") else "ordinal" if kind == "class" else "nominal"
    if kind not in ("amount", "number"):
        new["code_list"] = name
    return {"variable": new | {"match_quality": "exact", "origins": [], "evidence": [], "notes": [], "breaks": []}}


def model_list(table, it):
    """A code list of a Beraad model. Only there are the bounds of a class, and missing values, more than words."""
    entries = []
    for index, (code, label, remark) in enumerate(codes(table, it["name"])):
        meaning = {"label": en(label)}
        if remark:
            meaning["missing"] = "unknown"
        if it["kind"] == "class":
            _, lower, upper = table["rent_class"][index]
            bounds = {"lower": lower, "upper": upper, "closed": "left", "unit": "per month", "currency": "EUR"}
            meaning["class"] = {key: value for key, value in bounds.items() if value is not None}
        entries.append({"code": code, "meanings": [meaning]})
    new = {"id": it["name"], "definition": en(f"Codes of: {it['label']}."), "kind": "closed", "status": "delivered"}
    return new | {"complete": True, "read_at": "observation_period", "codes": entries}


def role(name, role, label, text, value_type):
    new = {"id": name, "role": role, "label": en(label), "definition": en(text)}
    return {"role": new | {"value_type": value_type, "nullable": False}}


def beraad(table):
    """A Beraad model as JSON, with an invented decision."""
    number = {"kind": "serial_number", "of": "dwelling"}
    fields = [
        role("dwelling", "subject", "Dwelling", "The dwelling, as a meaningless number.", number),
        role("year", "observation_period", "Year", YEAR["text"], {"kind": "year"}),
    ]
    fields += [model_variable(table, it) for it in table["columns"]]
    block = {"id": "dwelling", "label": en("Dwelling"), "definition": en("One dwelling in one year.")}
    block |= {"paragraph": "1", "heading": "Dwellings", "row_unit": en("one dwelling in one year")}
    block |= {"analysis_unit": en("dwelling"), "temporality": "status", "identity": {"key": ["dwelling", "year"]}}
    block |= {"observation_period": "year", "fields": fields, "rules": []}
    block |= {"origins": [], "evidence": [], "notes": [], "breaks": []}
    heading = {"paragraph": "1", "title": "Dwellings", "label": en("Dwellings"), "relatives": []}
    heading["terms"] = [{"term": "the dwelling", "relatives": []}]
    decision = {"number": "2042/1", "languages": {"decision": "en", "editions": ["en"], "others": []}}
    decision |= {"words": {"decision": en("decision"), "paragraph": en("paragraph")}, "title": en("Dwellings (invented)")}
    decision |= {"dated": "2042-01-01", "amended": [], "committee": en("Invented committee"), "recipient": en("University")}
    decision |= {"purpose": en("research"), "window": {"period": {"from": "2030-01-01", "to": "2040-12-31"}}}
    decision |= {"keep_until": {"until": "2049-12-31"}, "paragraphs": [{"number": "1", "provider": "Register", "dates": "year"}]}
    decision |= {"statements": [], "headings": [heading]}
    lists = [model_list(table, it) for it in table["columns"] if it["kind"] not in ("amount", "number")]
    return {
        "format": 1,
        "version": "1.0.0",
        "deliberation": decision,
        "blocks": [block],
        "subjects": [{"id": "dwelling", "name": en("dwelling")}],
        "constraints": [],
        "code_lists": lists,
        "glossary": [],
    }


def as_json(value, depth=0):
    """JSON in which a short object or array, and each column of a model, takes one line."""
    short = json.dumps(value, ensure_ascii=False)
    is_column = isinstance(value, dict) and value.keys() & {"variable", "role"}
    if len(short) + depth <= 155 or is_column or not isinstance(value, (dict, list)) or not value:
        return short
    pad = " " * (depth + 1)
    if isinstance(value, dict):
        parts = [f"{json.dumps(key)}: {as_json(it, depth + 1)}" for key, it in value.items()]
    else:
        parts = [as_json(it, depth + 1) for it in value]
    opening, closing = "{}" if isinstance(value, dict) else "[]"
    return f"{opening}\n{pad}" + f",\n{pad}".join(parts) + f"\n{' ' * depth}{closing}"


def write(folder, table, is_about_labels):
    folder.mkdir(parents=True, exist_ok=True)
    files = {
        "dwelling.proto": protobuf(table, names=False),
        "dwelling.rs": rust(table, names=False),
        "dwelling.schema.json": as_json(json_schema(table)) + "\n",
        "dwelling.odcs.yaml": as_json(data_contract(table)) + "\n",
        "dwelling.model.json": as_json(beraad(table)) + "\n",
    }
    if is_about_labels:
        files["labels-as-names.proto"] = protobuf(table, names=True)
        files["labels-as-names.rs"] = rust(table, names=True)
    for name, content in files.items():
        (folder / name).write_text(content, encoding="utf-8")


def main():
    inputs = pathlib.Path(sys.argv[1])
    write(inputs / "old", TABLE, is_about_labels=True)
    for name, change in CHANGES.items():
        table = copy.deepcopy(TABLE)
        change(table)
        write(inputs / name, table, is_about_labels=name[:2] in ("01", "02", "03", "05", "11"))


main()
