/**
 * What clients see of an entity → the model: fields, related entities, counts, sums and marks, each looked up.
 *
 * @module
 */
import type { ShownBlueprint } from "../blueprint/api_blueprint.ts";
import { nearName } from "../blueprint/near_name.ts";
import { quoted } from "../blueprint/quoted.ts";
import type { ShownModel } from "./api_model.ts";
import { type ApiContext, entityNamed } from "./api_context.ts";
import { isHiddenField, refuseHidden } from "./hidden_fields.ts";
import type { EntityModel } from "./system_model.ts";

/** Looks up what clients see; what is not found is reported and left out. */
export function expandShown(
  shows: readonly ShownBlueprint[],
  entity: EntityModel,
  path: string,
  context: ApiContext,
  { token = false }: { readonly token?: boolean } = {},
): readonly ShownModel[] {
  const seen = new Set<string>();
  return shows.flatMap((shown, index) => {
    const at = `${path}[${index}]`;
    const [[name, what] = ["", ""]] = typeof shown === "string"
      ? [[shown, shown] as const]
      : Object.entries(shown);
    if (seen.has(name)) {
      context.diagnostics.error(
        "AC563",
        at,
        `Cannot show ${quoted(name)} twice`,
        { hint: "remove one of the two, or give it another name" },
      );
    }
    seen.add(name);
    if (token && what === "token") return [{ name, kind: "token" as const }];
    const model = shownOf(name, what, entity, context) ??
      (what === "link" && !token ? { name, kind: "link" as const } : undefined);
    if (model) return [model];
    if (refusesHidden(what, entity, at, context)) return [];
    const known = [
      ...shownByDefault(entity).map(({ name }) => name),
      ...entity.relations.map(({ name }) => name),
    ];
    const near = nearName(what, known);
    context.diagnostics.error(
      "AC563",
      at,
      `Cannot show ${
        quoted(what)
      }: found no such field of "${entity.name.snake}"`,
      { meant: near, hint: `there are ${known.join(", ")}` },
    );
    return [];
  });
}

/** A sum tells of what it adds up, too. */
function refusesHidden(
  what: string,
  entity: EntityModel,
  path: string,
  { system, diagnostics }: ApiContext,
): boolean {
  const [, , of, field] = FUNCTION.exec(what) ?? [];
  const holder = of === undefined ? entity : entityNamed(system, of);
  const use = "in what clients see";
  return holder !== undefined &&
    refuseHidden(holder, field ?? what, path, { use, diagnostics });
}

/** What clients see of an entity where nothing is said: what the server sets, every field that answers may show, and marks. */
export function shownByDefault(entity: EntityModel): readonly ShownModel[] {
  const names = ["id", "createdAt", "updatedAt"].concat(
    entity.fields.map(({ name }) => name)
      .filter((name) => !isHiddenField(entity, name)),
  );
  return [
    ...names.map((name): ShownModel => ({ name, kind: "field", field: name })),
    ...(entity.links ?? []).map((link): ShownModel => ({
      name: link.name.camel,
      kind: "linked",
      link,
    })),
    ...markedParts(entity),
  ];
}

function shownOf(
  name: string,
  what: string,
  entity: EntityModel,
  context: ApiContext,
): ShownModel | undefined {
  const whole = FUNCTION.exec(what);
  if (whole) return totalOf(name, whole, entity, context);
  const link = entity.links?.find((link) => link.name.camel === name);
  const shownAs = Object.hasOwn(context.resources, what)
    ? context.resources[what]
    : undefined;
  if (link && shownAs && (shownAs.entity ?? what) === link.entity) {
    return { name, kind: "linked", link, resource: what };
  }
  const own = shownByDefault(entity).find((shown) => shown.name === what);
  if (own) return { ...own, name };
  return relatedOf(name, what, entity, context);
}

/** `{ author: profile }` is what a relation leads to, `{ lines: line }` what leads here by one. */
function relatedOf(
  name: string,
  what: string,
  entity: EntityModel,
  { resources, system }: ApiContext,
): ShownModel | undefined {
  const resource = Object.hasOwn(resources, what) ? resources[what] : undefined;
  if (resource === undefined) return undefined;
  const target = resource.entity ?? what;
  const relation = entity.relations.find((relation) =>
    relation.name === name && relation.entity === target
  );
  if (relation) {
    return {
      name,
      kind: "one",
      field: relation.field,
      nullable: !relation.required,
      entity: target,
      resource: what,
    };
  }
  const by = leadingTo(entity, entityNamed(system, target));
  return by === undefined
    ? undefined
    : { name, kind: "many", entity: target, by, resource: what };
}

function totalOf(
  name: string,
  [, kind, of = "", field]: RegExpExecArray,
  entity: EntityModel,
  { system }: ApiContext,
): ShownModel | undefined {
  const other = entityNamed(system, of);
  const by = leadingTo(entity, other);
  if (!other || by === undefined) return undefined;
  if (kind === "count" && field === undefined) {
    return { name, kind, entity: of, by };
  }
  const summed = other.fields.find((one) =>
    one.name === field && SUMMED.has(one.type) && !one.writeOnly
  );
  return kind === "sum" && summed
    ? { name, kind, entity: of, by, field: summed.name }
    : undefined;
}

/** The field by which an entity of another kind belongs to this one, where there is one only. */
function leadingTo(
  entity: EntityModel,
  other: EntityModel | undefined,
): string | undefined {
  const relations = (other?.relations ?? []).filter((relation) =>
    relation.entity === entity.name.snake
  );
  return relations.length === 1 ? relations[0]?.field : undefined;
}

function markedParts({ marks = [] }: EntityModel): readonly ShownModel[] {
  return marks.flatMap((mark): ShownModel[] => [
    ...(mark.field === undefined
      ? []
      : [{ name: mark.field, kind: "marked" as const, mark }]),
    ...(mark.count === undefined ? [] : [{
      name: mark.count,
      kind: "count" as const,
      entity: mark.link,
      by: mark.target,
    }]),
  ]);
}

const FUNCTION = /^(count|sum)\(([a-z][a-z0-9_]*)(?:\.([a-z][A-Za-z0-9]*))?\)$/;
const SUMMED: ReadonlySet<string> = new Set(["integer", "decimal", "number"]);
