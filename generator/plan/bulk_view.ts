/**
 * What templates and documents need to know of what is done with several entities at once.
 *
 * @module
 */
import type { BulkOperation } from "../blueprint/blueprint.ts";
import type { BulkModel } from "../model/expand_bulk.ts";
import type { EntityModel, SystemModel } from "../model/system_model.ts";
import {
  mdText,
  type Name,
  name,
  type Safe,
  safe,
  tsArray,
  tsLiteral,
} from "../../templates/safe_text.ts";
import { answersOf } from "./answers.ts";

type Md = Safe<"md">;

/** Renders what adds the routes. */
export function bulkExpression({ operations, most }: BulkModel): Safe<"ts"> {
  return safe`bulkRoutes(${tsArray(operations.map(tsLiteral))}, ${
    tsLiteral(most)
  })`;
}

/** Lists the statuses of an operation on several. */
export function bulkAnswers(
  operation: BulkOperation,
  entity: EntityModel,
  system: SystemModel,
): readonly string[] {
  const isAnonymous = (entity.access?.rules[operation] ?? []).includes(
    "everyone",
  );
  const own = answersOf(operation, entity, system);
  const more = [
    ...BODY,
    // Several can meet the changes of others.
    ...(operation === "create" ? [] : ["409"]),
    ...(system.idempotency ? ["409"] : []),
    ...(system.idempotency && system.users && isAnonymous ? ["401"] : []),
  ];
  return [...new Set([...own, ...more])].sort();
}

/** Lists the rows of docs/API.md. */
export function bulkRows(entity: EntityModel, system: SystemModel): {
  readonly operation: BulkOperation;
  readonly method: Name;
  readonly path: Md;
  readonly summary: Md;
  readonly answers: Md;
}[] {
  return (entity.bulk?.operations ?? []).map((operation) => ({
    operation,
    method: name("POST"),
    path: safe`${mdText(entity.path)}/bulk/${name(operation)}`,
    summary: mdText(`${VERBS[operation]} several ${entity.plural.words}`),
    answers: mdText(bulkAnswers(operation, entity, system).join(", ")),
  }));
}

/** Says in docs/API.md how several are changed at once; undefined where they are not. */
export function bulkNote({ entities }: SystemModel): Md | undefined {
  const bulk = entities.flatMap(({ bulk }) => bulk ?? []);
  if (bulk.length === 0) return undefined;
  const has = (operation: BulkOperation) =>
    bulk.some(({ operations }) => operations.includes(operation));
  const limits = [...new Set(bulk.map(({ most }) => most))]
    .toSorted((a, b) => a - b);
  const forms: Md[] = [
    ...(has("create") ? [safe<"md">`those of a POST to create`] : []),
    ...(has("patch")
      ? [
        safe<
          "md"
        >`\`{ "id": …, "changes": { … } }\` to change, the changes being those of a PATCH`,
      ]
      : []),
    ...(has("delete") ? [safe<"md">`\`{ "id": … }\` to delete`] : []),
  ];
  const tags: Md = has("patch") || has("delete")
    ? safe` With \`"ifMatch"\` and an \`ETag\` beside its id, each has a condition as \`If-Match\` is.`
    : safe``;
  const answers: Md = safe`${
    has("create") || has("patch")
      ? safe<"md">`\`{ "items": […] }\` as they became, in order`
      : safe<"md">``
  }${
    has("delete")
      ? has("create") || has("patch")
        ? safe<"md">`, or 204 after a deletion`
        : safe<"md">`204`
      : safe<"md">``
  }`;
  return safe`The paths that end with \`/bulk/…\` take \`{ "items": […] }\`, at most ${
    mdText(limits.join(" or "))
  } of them: ${
    forms.reduce<Md>((all, form) =>
      all === "" ? form : safe`${all}; ${form}`, safe``)
  }.${tags} All are done or none, in one transaction, each as if it were alone and by whoever may do it alone. The answer is ${answers}. What stands against one has the status that it would have alone, \`item\` with its place from 0, and paths such as \`items/3/title\` in \`errors\`.`;
}

/** How each is said. */
export const VERBS: Readonly<Record<BulkOperation, string>> = {
  create: "create",
  patch: "change some fields of",
  delete: "delete",
};
const BODY = ["400", "408", "413", "415", "422"];
