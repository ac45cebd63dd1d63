/**
 * The sentences that stand in docs where the blueprint has none.
 *
 * @module
 */
import type {
  ComponentType,
  FieldType,
  Literal,
} from "../blueprint/blueprint.ts";
import { withArticle } from "../blueprint/with_article.ts";
import { wordsOf } from "./names.ts";

/** Describes a system. */
export function describeSystem(words: string): string {
  return `The ${words.replace(/ system$/, "")} system.`;
}

/** Describes an entity. */
export function describeEntity(words: string): string {
  return `${capital(withArticle(words))} of the system.`;
}

/** Describes a field. */
export function describeField(
  field: string,
  type: FieldType,
  entityWords: string,
): string {
  const words = wordsOf(field);
  const [first = ""] = words;
  const last = words.at(-1);
  if (type === "boolean") {
    const rest = words.slice(1).join(" ");
    if (first === "is" && rest) {
      return `Whether the ${entityWords} is ${rest}.`;
    }
    if (first === "has" && rest) {
      return `Whether the ${entityWords} has ${rest}.`;
    }
    return `Whether the ${entityWords} is ${words.join(" ")}.`;
  }
  if (
    (type === "date" || type === "datetime") && words.length > 1 &&
    (last === "on" || last === "at")
  ) {
    const what = `${words.slice(0, -1).join(" ")} date`;
    return `The ${entityWords}'s ${what}${type === "date" ? "" : " and time"}.`;
  }
  return `The ${entityWords}'s ${words.join(" ")}.`;
}

/** Describes a relation's key. */
export function describeRelation(
  relation: string,
  target: string,
  entityWords: string,
): string {
  const role = wordsOf(relation).join(" ");
  return role === target
    ? `The ${target} that the ${entityWords} belongs to.`
    : `The ${target} that is the ${entityWords}'s ${role}.`;
}

/** Describes an action. */
export function describeAction(
  action: string,
  set: Readonly<Record<string, Literal>>,
  entityWords: string,
): string {
  const words = wordsOf(action);
  // "Pay an order", but not "Mark paid an order".
  const what = words.length === 1
    ? `${words[0]} ${withArticle(entityWords)}`
    : words.join(" ");
  const changes = Object.entries(set).map(([field, value]) =>
    `${wordsOf(field).join(" ")} to ${wordOf(value)}`
  );
  return `${capital(what)}: sets ${listed(changes)}.`;
}

/** Describes a component. */
export function describeComponent(
  type: ComponentType,
  entityWords: string | undefined,
): string {
  const what = entityWords ?? "entity";
  switch (type) {
    case "APIEndpoint":
      return "Serves the REST API and passes each request on to its controller.";
    case "Controller":
      return `Keeps the rules for ${
        withArticle(what)
      }: answers requests with the help of the store.`;
    case "Store":
      return `Keeps every ${what}: executes one command at a time.`;
  }
}

function wordOf(value: Literal): string {
  if (value === null) return "nothing";
  return value === "$now" ? "the time" : String(value).replace(/\s+/g, " ");
}

function listed(words: readonly string[]): string {
  return words.length < 2
    ? words.join("")
    : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
