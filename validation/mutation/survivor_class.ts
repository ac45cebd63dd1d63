/**
 * Says why a mutant may survive: which kind of thing it changed.
 *
 * @module
 */
import { basename } from "node:path";
import type {
  EntityModel,
  SystemModel,
} from "../../generator/model/system_model.ts";
import type { Mutant } from "./mutant.ts";

/** What of a model explains survivors. */
export type ExplainingModel = Pick<
  SystemModel,
  "engine" | "entities" | "users"
>;

/** Explains a survivor by its class. */
export function explainSurvivor(
  mutant: Mutant,
  model: ExplainingModel,
): string {
  const found = CLASSES.find(({ matches }) => matches(mutant, model));
  return found?.why ?? UNEXPLAINED;
}

/** What is said of a survivor that no class explains. */
export const UNEXPLAINED = "no test notices it";

const CLASSES: readonly {
  readonly why: string;
  readonly matches: (mutant: Mutant, model: ExplainingModel) => boolean;
}[] = [
  {
    why: "equivalent: a buffer has this size unless it is told another",
    matches: ({ operator, original }) =>
      operator === "member dropped" && original === "bufferSize: 100",
  },
  {
    why: "equivalent: a name in SQL, of a store in memory",
    matches: ({ file, member }, { engine }) =>
      engine === "memory" && file.startsWith("models/") &&
      ["column", "table"].includes(member),
  },
  {
    why: "equivalent: memory holds nothing that has to be closed",
    matches: ({ code }, { engine }) =>
      engine === "memory" && code.includes("ownResource("),
  },
  {
    why: "equivalent: what no API lists is never searched, and has no path",
    matches: ({ file, member }, model) =>
      file.startsWith("models/") && isInternal(file, model) &&
      ["search", "path", "name", "nullable"].includes(member),
  },
  {
    why: "said twice: a body with a field that only the server sets is " +
      "refused by the rules as well",
    matches: ({ file, code }, model) => {
      const entity = file.startsWith("schemas/")
        ? entityOf(file, model)
        : undefined;
      const field = /^(\w+): /.exec(code)?.[1];
      return entity?.fields.some(({ name, readOnly, assigned, decided }) =>
        name === field && (readOnly || assigned || decided) === true
      ) ?? false;
    },
  },
  {
    why: "said twice: the schema, the rules and the database all say whether " +
      "a field may be null",
    matches: ({ file, member }) =>
      file.startsWith("models/") && member === "nullable",
  },
  {
    why: "the digits that a decimal is kept with, which no answer shows",
    matches: ({ file, member }) =>
      file.startsWith("models/") && member === "scale",
  },
  {
    why: "the address that is listened on: tests listen on the loopback one",
    matches: ({ member }) => member === "hostname",
  },
  {
    why: "a second end of what has ended already",
    matches: ({ original }) => original.includes("#listener.close()"),
  },
  {
    why: "a name that only messages and errors show",
    matches: ({ file, member, code, operator }) =>
      file.startsWith("models/") && member === "name" ||
      operator === "text emptied" && code.includes("ownResource("),
  },
];

function isInternal(file: string, { users }: ExplainingModel): boolean {
  return users !== undefined &&
    [users.credential, users.refreshToken].some(({ name }) =>
      basename(file) === `${name.snake}.ts`
    );
}

function entityOf(
  file: string,
  { entities }: ExplainingModel,
): EntityModel | undefined {
  return entities.find(({ name }) =>
    basename(file) === `${name.snake}_schema.ts`
  );
}
