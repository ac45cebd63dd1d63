/**
 * Puts into the draft what may not overlap, and what actions take from others.
 *
 * @module
 */
import type { Literal, RequirementRef } from "../blueprint/blueprint.ts";
import {
  type EntityDraft,
  NOT_UNDERSTOOD,
  type Outcome,
  type SystemDraft,
} from "./draft.ts";
import type { Feature } from "./feature.ts";
import { findMember } from "./find_member.ts";
import { entityOf } from "./fold_fields.ts";
import { SPAN_ENDS } from "./lexicon_domains.ts";
import type { Noun } from "./statement.ts";
import { fieldName, wordsOf } from "./names.ts";

type Of<K extends Feature["is"]> = Extract<Feature, { is: K }>;

/** "A room cannot be booked twice at the same time": of what belongs to it and has a start and an end. */
export function foldOverlap(
  draft: SystemDraft,
  { of, within }: Of<"no overlap">,
): Outcome {
  const inside = within && entityOf(draft, within);
  const entities = of === undefined
    ? [...draft.entities.values()]
    : [entityOf(draft, of)];
  const found = entities.flatMap((entity) => {
    if (entity === undefined) return [];
    const relations = [...entity.relations].filter(([, to]) =>
      to.belongsTo === inside?.name && !to.optional
    );
    if (inside !== undefined && relations.length !== 1) return [];
    const ends = endsOf(entity);
    return ends ? [{ entity, ends, within: relations[0]?.[0] }] : [];
  });
  const [one, more] = found;
  if (one === undefined || more !== undefined) return NOT_UNDERSTOOD;
  const { entity, ends: [from, until] } = one;
  for (const name of [from, until]) {
    const field = entity.fields.get(name);
    if (field) Object.assign(field, { required: true });
    delete field?.default;
    delete field?.assumedRequired;
  }
  const when = stillCounts(entity);
  entity.overlaps.push({
    from,
    until,
    ...(one.within ? { within: [one.within] } : {}),
    ...(when ? { when } : {}),
  });
  if (when) {
    draft.assumptions.push(
      `${entity.name} that was cancelled takes no time from ${from} until ${until}`,
    );
  }
  const names = [from, until, ...one.within ? [one.within] : []];
  return {
    refs: names.map((name): RequirementRef => `${entity.name}.${name}`),
    phrases: ["no two of them overlap"],
  };
}

/** The two fields in which something begins and ends. */
function endsOf(entity: EntityDraft): readonly [string, string] | undefined {
  const ordered = [...entity.fields].filter(([, field]) =>
    field.type === "datetime" || field.type === "date" || field.type === "time"
  );
  for (const [start, end] of SPAN_ENDS) {
    const [first] = ordered.filter(([name]) => begins(name, start));
    const [last] = ordered.filter(([name]) => begins(name, end));
    if (first && last && first !== last && first[1].type === last[1].type) {
      return [first[0], last[0]];
    }
  }
  return undefined;
}

function begins(name: string, words: string): boolean {
  return `${wordsOf(name).join(" ")} `.toLowerCase().startsWith(`${words} `);
}

/** What was cancelled does not count any more. */
function stillCounts(
  entity: EntityDraft,
): Record<string, Literal | readonly Literal[]> | undefined {
  const cancel = entity.actions.get("cancel") ?? entity.actions.get("reject");
  const [name, value] = Object.entries(cancel?.set ?? {})[0] ?? [];
  const field = name === undefined ? undefined : entity.fields.get(name);
  if (name === undefined || field === undefined) return undefined;
  if (typeof value === "boolean") return { [name]: !value };
  const others = (field.values ?? []).filter((one) => one !== value);
  return others.length > 0 ? { [name]: others } : undefined;
}

/** "Placing an order takes the quantity from the product's stock" */
export function foldAdjust(
  draft: SystemDraft,
  { verb, of, amount, target, takes }: Of<"adjust">,
): Outcome {
  const entity = entityOf(draft, of);
  const name = fieldName(verb.split(" "));
  const action = name && entity?.actions.get(name);
  if (!entity || !action) return NOT_UNDERSTOOD;
  const places = [...entity.relations].flatMap(([relation, to]) => {
    const other = draft.entities.get(to.belongsTo);
    const field = other === undefined || other === entity
      ? undefined
      : findMember(draft, other, target);
    const isNumber = NUMBERS.has(other?.fields.get(field ?? "")?.type ?? "");
    return other && field && isNumber && !to.optional
      ? [{ relation, other, field }]
      : [];
  });
  const [place, more] = places;
  const own = typeof amount === "number"
    ? undefined
    : findMember(draft, entity, withoutOwner(amount)) ??
      fieldName(amount.words);
  if (place === undefined || more !== undefined) return NOT_UNDERSTOOD;
  const number = own === undefined ? undefined : entity.fields.get(own);
  if (own !== undefined && !NUMBERS.has(number?.type ?? "")) {
    return NOT_UNDERSTOOD;
  }
  if (number) Object.assign(number, { required: true });
  action.adjust = {
    ...action.adjust,
    [`${place.relation}.${place.field}`]: own === undefined
      ? takes ? -Number(amount) : Number(amount)
      : `${takes ? "-" : ""}${own}`,
  };
  return {
    refs: [`${entity.name}.${name}`, `${place.other.name}.${place.field}`],
    phrases: [
      `${name} ${
        takes ? "takes from" : "adds to"
      } ${place.relation}.${place.field}`,
    ],
  };
}

function withoutOwner({ owner: _, ...noun }: Noun): Noun {
  return noun;
}

const NUMBERS: ReadonlySet<string> = new Set(["integer", "decimal", "number"]);
