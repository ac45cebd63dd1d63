/**
 * What the entities of a list come to: from the blueprint's names to fields.
 *
 * @module
 */
import type {
  AggregateBlueprint,
  EntityBlueprint,
} from "../blueprint/blueprint.ts";
import { groupKey, listed } from "../blueprint/check_aggregates.ts";
import { nameForms, wordsOf } from "./names.ts";
import type {
  AggregateModel,
  EntityModel,
  NameForms,
  RelationModel,
} from "./system_model.ts";

/** Expands the checked aggregates of an entity. */
export function expandAggregates(
  { aggregates }: EntityBlueprint,
  relations: readonly RelationModel[],
  plural: NameForms,
): readonly AggregateModel[] | undefined {
  if (aggregates === undefined) return undefined;
  return Object.entries(aggregates).map(([key, written]): AggregateModel => {
    const { by, sum, avg, min, max, description } = written;
    const keys = listed(by).map(groupKey).map(({ member, part }) => {
      const relation = relations.find(({ name }) => name === member);
      const field = relation?.field ?? member;
      return part === undefined ? { field } : { field, part };
    });
    const text = description?.replace(/\s+/g, " ").trim();
    return {
      name: nameForms(wordsOf(key).join("_")),
      by: keys,
      sum: listed(sum),
      avg: listed(avg),
      min: listed(min),
      max: listed(max),
      description: text || describe(written, plural),
    };
  });
}

/** Says aggregates as they are written, relations by their names. */
export function writtenAggregates(
  { aggregates, relations }: EntityModel,
): Pick<EntityBlueprint, "aggregates"> {
  if (aggregates === undefined) return {};
  return {
    aggregates: Object.fromEntries(
      aggregates.map(({ name, by, description, ...measures }) => [name.camel, {
        by: by.map(({ field, part }) => {
          const relation = relations.find((one) => one.field === field);
          const member = relation?.name ?? field;
          return part === undefined ? member : { [member]: part };
        }),
        ...Object.fromEntries(
          Object.entries(measures).filter(([, fields]) => fields.length > 0),
        ),
        description,
      }]),
    ),
  };
}

function describe(written: AggregateBlueprint, plural: NameForms): string {
  const keys = listed(written.by).map(groupKey).map(({ member, part }) =>
    part === undefined
      ? wordsOf(member).join(" ")
      : `${part} of ${wordsOf(member).join(" ")}`
  );
  const measures = (["sum", "avg", "min", "max"] as const).flatMap(
    (measure) => {
      const fields = listed(written[measure]).map((field) =>
        wordsOf(field).join(" ")
      );
      return fields.length === 0
        ? []
        : [`${WORDS[measure]} ${inWords(fields)}`];
    },
  );
  const counts = `Count ${plural.words} by ${keys.join(" and ")}`;
  return measures.length === 0
    ? counts
    : `${counts}, with the ${inWords(measures)}`;
}

function inWords(names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  return names.length < 2
    ? last
    : `${names.slice(0, -1).join(", ")} and ${last}`;
}

const WORDS = {
  sum: "sum of",
  avg: "mean of",
  min: "least",
  max: "greatest",
} as const;
