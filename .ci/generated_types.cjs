// Compiles schemas with Ajv as it comes, checks rows, and writes TypeScript types: node .ci/generated_types.cjs INPUTS DIR
// Prints one line for each failure. Called by .ci/generated_types.py, which sets NODE_PATH.
"use strict";
const fs = require("fs");
const path = require("path");
const Ajv2020 = require("ajv/dist/2020");
const { compile } = require("json-schema-to-typescript");

async function main([inputs, folder]) {
  for (const { path: file, name, rows, invalid } of JSON.parse(fs.readFileSync(inputs, "utf8"))) {
    const schema = JSON.parse(fs.readFileSync(file, "utf8"));
    let validate;
    // Where Ajv is less strict, it warns.
    console.warn = (warning) => console.log(`${name}: Ajv warns: ${warning}`);
    try {
      validate = new Ajv2020().compile(schema);
    } catch (error) {
      console.log(`${name}: Ajv: ${error.message}`);
      continue;
    }
    rows.forEach((row, at) => {
      if (!validate(row)) console.log(`${name}: Ajv refuses row ${at}: ${validate.errors[0].instancePath}`);
    });
    for (const [reason, row] of invalid) {
      if (validate(row)) console.log(`${name}: Ajv accepts ${reason}`);
    }
    fs.writeFileSync(path.join(folder, `${name}.json2ts.ts`), await compile(schema, name));
  }
}

main(process.argv.slice(2));
