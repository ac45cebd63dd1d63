/**
 * What an interpolation of each language accepts: the functions that compiled templates call.
 *
 * @module
 */
import type { Safe } from "./safe_text.ts";

/** Takes what may stand in TypeScript. */
export function ts(value: Safe<"ts"> | number | boolean): string {
  return String(value);
}

/** Takes what may stand in Markdown. */
export function md(value: Safe<"md"> | number | boolean): string {
  return String(value);
}

/** Takes what may stand in YAML. */
export function yaml(value: Safe<"yaml"> | number | boolean): string {
  return String(value);
}

/** Takes what may stand in SQL. */
export function sql(value: Safe<"sql"> | number | boolean): string {
  return String(value);
}

/** Takes what may stand in any other text, such as a Dockerfile. */
export function text(value: Safe<"text"> | number | boolean): string {
  return String(value);
}
