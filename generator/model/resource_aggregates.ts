/**
 * Which aggregates a resource tells: those of its entity that are of nothing but what clients see in its list.
 *
 * @module
 */
import type { DiagnosticList } from "../blueprint/diagnostic_list.ts";
import { quoted } from "../blueprint/quoted.ts";
import type { ApiModel, ResourceModel, ShownModel } from "./api_model.ts";
import type {
  AggregateModel,
  EntityModel,
  SystemModel,
} from "./system_model.ts";

/** Lists the aggregates that a resource tells; none without a list, whose rules hold for them. */
export function aggregatesOf(
  { shows, operations }: Pick<ResourceModel, "shows" | "operations">,
  { aggregates = [] }: EntityModel,
): readonly AggregateModel[] {
  const isListed = operations.some(({ operation }) => operation === "list");
  return isListed
    ? aggregates.filter((one) => unseenIn(one, shows).length === 0)
    : [];
}

/** Finds under which name clients see a key of groups: the field, or what it refers to. */
export function keyShown(
  field: string,
  shows: readonly ShownModel[],
): ShownModel | undefined {
  return shows.find((one) => one.kind === "field" && one.field === field) ??
    shows.find((one) => one.kind === "one" && one.field === field);
}

/** Refuses aggregates that no resource tells, and keys whose names groups have for something else. */
export function checkAggregatesShown(
  { resources }: ApiModel,
  { entities }: SystemModel,
  diagnostics: DiagnosticList,
): void {
  for (const entity of entities) {
    const seen = resources.filter((one) => one.entity === entity.name.snake);
    for (const aggregate of entity.aggregates ?? []) {
      if (seen.some(({ aggregates }) => aggregates.includes(aggregate))) {
        continue;
      }
      const [first] = seen.filter(({ operations }) =>
        operations.some(({ operation }) => operation === "list")
      );
      const unseen = first ? unseenIn(aggregate, first.shows) : [];
      diagnostics.error(
        "AC617",
        `entities.${entity.name.snake}.aggregates.${aggregate.name.camel}`,
        first
          ? `Cannot tell clients of ${
            quoted(aggregate.name.camel)
          }: found that "${first.name.snake}" does not show ${
            unseen.map((name) => quoted(name)).join(" and ")
          }`
          : `Cannot tell clients of ${
            quoted(aggregate.name.camel)
          }: found no resource of "${entity.name.snake}" with a list`,
        {
          at: "key",
          hint: first
            ? `add what is missing to "api.resources.${first.name.snake}.shows"`
            : 'add "list" to the operations of one',
        },
      );
    }
  }
  for (const resource of resources) checkNames(resource, diagnostics);
}

function checkNames(
  { name, aggregates, shows }: ResourceModel,
  diagnostics: DiagnosticList,
): void {
  for (const { by, name: aggregate } of aggregates) {
    for (const { field } of by) {
      const shown = keyShown(field, shows)?.name;
      if (shown === undefined || !ANSWERED.includes(shown)) continue;
      diagnostics.error(
        "AC618",
        `api.resources.${name.snake}`,
        `Cannot tell "${aggregate.camel}" of "${name.snake}" by "${shown}": groups have something else of that name`,
        { at: "key", hint: "show it under another name" },
      );
    }
  }
}

/** What an aggregate is of and clients do not see; what is measured they see as it is. */
function unseenIn(
  { by, sum, avg, min, max }: AggregateModel,
  shows: readonly ShownModel[],
): readonly string[] {
  const plain = new Set(
    shows.flatMap((one) => one.kind === "field" ? [one.field] : []),
  );
  return [
    ...new Set([
      ...by.filter(({ field }) => keyShown(field, shows) === undefined)
        .map(({ field }) => field),
      ...[...sum, ...avg, ...min, ...max].filter((field) => !plain.has(field)),
    ]),
  ];
}

/** What a group has beside its own values. */
const ANSWERED: readonly string[] = ["count", "sum", "avg", "min", "max"];
