/**
 * How the functions of logic are named, in generated files and in those of the user's.
 *
 * @module
 */
import { nameForms, variableNameOf } from "../model/names.ts";

/** Names the function of a piece of logic by its path, such as `entities.article.actions.publish.guard`; that of an action itself has no last part. */
export function functionName(path: string): string {
  const [kind, owner = "", part = "", name = "", role] = path.split(".");
  if (kind === "endpoints") return endpointFunction(owner);
  if (part === "actions") {
    return `${role === undefined ? "apply" : "guard"}${nameForms(name).pascal}`;
  }
  return part === "fields" ? `compute${nameForms(name).pascal}` : name;
}

/** Names the function of an endpoint, like nothing else in its file. */
function endpointFunction(endpoint: string): string {
  const forms = nameForms(endpoint);
  const isFree = variableNameOf(forms) === forms.camel;
  return isFree && !TAKEN.has(forms.camel)
    ? forms.camel
    : `${forms.camel}Endpoint`;
}

/** What the file of an endpoint imports. */
const TAKEN: ReadonlySet<string> = new Set([
  "boolean",
  "date",
  "dateTime",
  "decimal",
  "duration",
  "email",
  "integer",
  "json",
  "list",
  "number",
  "oneOf",
  "sortedList",
  "text",
  "time",
  "url",
  "uuid",
]);
