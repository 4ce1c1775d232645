import { readFileSync } from "node:fs";
import { decode } from "../src/core/wire/decode.ts";

// npm run -s decode -- FILE [DIALECT]: prints what a saved stream or completion says, as one JSON object.
const [file, dialect] = process.argv.slice(2);
if (file === undefined) {
  console.error("Usage: npm run -s decode -- FILE [DIALECT]");
  process.exitCode = 2;
} else {
  try {
    console.log(JSON.stringify(decode(readFileSync(file, "utf8"), dialect), null, 2));
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
