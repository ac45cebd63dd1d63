/**
 * Keeps those who sign in, where something is said to have one of them: "customers log in; an order has a customer".
 *
 * @module
 */
import { newEntity, type SystemDraft } from "./draft.ts";
import { singular } from "./inflection.ts";
import { snakeName } from "./names.ts";
import type { SentenceReading } from "./read_request.ts";

/** Makes the people who sign in, or whose own things are spoken of, an entity where a text stands for one of them. */
export function keepPeople(
  readings: readonly SentenceReading[],
  draft: SystemDraft,
): void {
  if (draft.entities.has("user")) return;
  const statements = readings.flatMap((one) => one.statements);
  const signing = statements.flatMap((one) =>
    one.kind === "signIn" && one.people ? [one.people] : []
  );
  const owning = statements.flatMap((one) =>
    one.kind === "unbuilt" && one.whose ? [one.whose.words] : []
  );
  const named = signing.length > 0 ? signing : owning;
  const names = new Set(
    named.map((words) => snakeName(words.map((word) => singular(word))) ?? ""),
  );
  const [name = "", more] = names;
  if (more !== undefined || EVERYBODY.has(name)) return;
  if (draft.entities.has(name)) return;
  const having = [...draft.entities.values()].filter(({ fields }) => {
    const field = fields.get(name);
    return field?.type === "string" && !field.typed;
  });
  if (having.length === 0) return;
  draft.entities.set(name, newEntity(name));
  for (const { fields, relations } of having) {
    fields.delete(name);
    relations.set(name, { belongsTo: name, optional: false });
  }
}

const EVERYBODY: ReadonlySet<string> = new Set(
  [
    "",
    "user",
    "person",
    "people",
    "everyone",
    "everybody",
    "anyone",
    "you",
    "we",
    "i",
    "they",
    "staff",
  ],
);
