/**
 * What the files of logic say about who wrote it, and after which words.
 *
 * @module
 */
import type { LogicModel } from "../model/logic_model.ts";
import { comment } from "../../templates/safe_text.ts";
import type { LogicFunctionView } from "../../templates/views.ts";
import { sentence } from "./entity_view.ts";

/** Says what a function does in the words that a model was given, where one wrote it. */
export function aboutOf(
  { behavior }: LogicModel,
): Pick<LogicFunctionView, "about"> {
  return behavior === undefined ? {} : {
    about: behavior.trim().split(/\n\s*\n/).flatMap((paragraph, index) => [
      ...index === 0 ? [] : [""],
      ...wrapped(paragraph.trim()),
    ]).map(comment),
  };
}

/** Gives as one line the words after which logic is written; none where it is code. */
export function wordsOfLogic(
  ...logic: readonly (LogicModel | undefined)[]
): string | undefined {
  const words = logic.map((one) => one?.behavior?.trim().replace(/\s+/g, " "))
    .filter((one): one is string => one !== undefined && one !== "");
  return words.length === 0 ? undefined : words.map(sentence).join(" ");
}

/** Describes an operation of OpenAPI by the words after which its logic is written. */
export function describedBy(
  ...logic: readonly (LogicModel | undefined)[]
): { readonly description?: string } {
  const description = wordsOfLogic(...logic);
  return description === undefined ? {} : { description };
}

/** Says what something does: in a sentence, and in short in the words after which it is written. */
export function withWords(text: string, words?: string): string {
  if (words === undefined) return text;
  return text === "" ? inShort(words) : `${sentence(text)} ${inShort(words)}`;
}

/** Gives a text whole where it is short, else its first sentence, or how that begins. */
export function inShort(text: string): string {
  const first = text.length <= LONGEST
    ? text
    : /^.*?[.!?](?=\s)/s.exec(text)?.[0] ?? text;
  const characters = [...first];
  return characters.length <= LONGEST
    ? first
    : `${characters.slice(0, LONGEST).join("").trimEnd()}…`;
}

function wrapped(text: string): readonly string[] {
  const lines = [""];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1) ?? "";
    if (last.length + word.length < LINE_WIDTH) {
      lines[lines.length - 1] = last === "" ? word : `${last} ${word}`;
    } else lines.push(word);
  }
  return lines;
}

/** Says as the end of a sentence what a file's logic is made of. */
export function originOf(logic: readonly LogicModel[]): string {
  const isWorded = ({ behavior }: LogicModel) => behavior !== undefined;
  if (!logic.some(isWorded)) {
    return "in TypeScript. It is made of the blueprint's `run`: change it there.";
  }
  return logic.every(isWorded)
    ? `in words. ${WRITTEN}`
    : "in TypeScript and in words. It is made of the blueprint's `run` and `behavior`: change it there.";
}

/** How a function comes about that a model wrote. */
export const WRITTEN =
  "A language model wrote it after the blueprint's `behavior`: change it there.";
const LINE_WIDTH = 96;

/** Characters of a behaviour in a table. */
const LONGEST = 240;
