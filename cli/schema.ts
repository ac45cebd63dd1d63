/**
 * `autocoder schema`: the JSON Schema of the blueprint language.
 *
 * @module
 */
import { blueprintJsonSchema } from "../generator/blueprint/json_schema.ts";
import type { Console } from "./console.ts";
import { EXIT, type ExitCode } from "./exit_code.ts";

/** Runs the command. */
export function schemaCommand(console: Console): ExitCode {
  console.out(JSON.stringify(blueprintJsonSchema(), null, 2) + "\n");
  return EXIT.done;
}
