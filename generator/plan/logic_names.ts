/**
 * How the functions of logic are named, in generated files and in those of the user's.
 *
 * @module
 */
import { nameForms } from "../model/names.ts";

/** Names the function of a piece of logic by its path, such as `entities.article.actions.publish.guard`. */
export function functionName(path: string): string {
  const [, , part = "", name = ""] = path.split(".");
  if (part === "actions") return `guard${nameForms(name).pascal}`;
  return part === "fields" ? `compute${nameForms(name).pascal}` : name;
}
