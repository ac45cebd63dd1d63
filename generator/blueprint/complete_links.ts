/**
 * Many-to-many relations: each becomes an entity of its own that leads to both ends, and no field of either.
 *
 * @module
 */
import { camelCase, snakeCase } from "./spelling.ts";
import type {
  Blueprint,
  EntityBlueprint,
  RelationBlueprint,
} from "./blueprint.ts";
import type { DiagnosticList } from "./diagnostic_list.ts";
import { nearName } from "./near_name.ts";
import { quoted } from "./quoted.ts";

/** Takes many-to-many relations out of the entities and adds what they are kept in; without any the blueprint stays as it is. */
export function completeLinks(
  blueprint: Blueprint,
  diagnostics: DiagnosticList,
): Blueprint {
  const { entities = {} } = blueprint;
  const made: Record<string, EntityBlueprint> = {};
  const kept = Object.entries(entities).map(([name, entity]) => {
    const links: Record<string, string> = {};
    const relations: Record<string, RelationBlueprint> = {};
    for (const [key, relation] of Object.entries(entity.relations ?? {})) {
      const path = `entities.${name}.relations.${key}`;
      const target = targetOf(relation, path, entities, diagnostics);
      if (target === undefined) {
        relations[key] = relation;
        continue;
      }
      links[key] = target;
      const link = linkedBy(name, key, entity);
      if (Object.hasOwn(entities, link)) continue; // It is written out.
      const guarded = blueprint.users !== undefined;
      const { editable, exempt = [] } = entity;
      const held = exempt.includes("patch") ? undefined : editable;
      made[link] = linkEntity(name, key, target, { guarded, held });
    }
    return Object.keys(links).length === 0
      ? [name, entity] as const
      : [name, { ...entity, relations, links }] as const;
  });
  return kept.every(([, { links }]) => links === undefined)
    ? blueprint
    : { ...blueprint, entities: { ...Object.fromEntries(kept), ...made } };
}

/** Names the entity that a many-to-many relation is kept in. */
export function linkedBy(
  entity: string,
  relation: string,
  { relations = {}, links = {} }: EntityBlueprint,
): string {
  const targets = [
    ...Object.values(links),
    ...Object.values(relations).map(({ manyToMany }) => manyToMany),
  ];
  const target = links[relation] ?? relations[relation]?.manyToMany ?? "";
  const isOnly = targets.filter((one) => one === target).length === 1;
  return isOnly && target !== entity
    ? `${entity}_${target}`
    : `${entity}_${snakeCase(relation)}_link`;
}

/** Names the relations of what a many-to-many relation is kept in: to its own side, and to the other. */
export function sidesOf(
  entity: string,
  relation: string,
  target: string,
): { readonly own: string; readonly other: string } {
  return {
    own: camelCase(entity),
    other: target === entity ? relation : camelCase(target),
  };
}

function targetOf(
  relation: RelationBlueprint,
  path: string,
  entities: Readonly<Record<string, EntityBlueprint>>,
  diagnostics: DiagnosticList,
): string | undefined {
  const { manyToMany, ...settings } = relation;
  // The reader lets both be missing, as either may stand.
  const belongsTo: string | undefined = relation.belongsTo;
  if (manyToMany === undefined) {
    if (belongsTo === undefined) {
      diagnostics.error(
        "AC111",
        path,
        `Cannot use ${path} as a relation: found no "belongsTo"`,
        { at: "key", hint: 'add "belongsTo": the entity it belongs to' },
      );
    }
    return undefined;
  }
  const [other] = Object.keys(settings)
    .filter((key) => settings[key as keyof typeof settings] !== undefined);
  if (other !== undefined) {
    diagnostics.error(
      "AC571",
      `${path}.${other}`,
      `Cannot use "${other}" beside "manyToMany": both ends may have none or many`,
      { at: "key", hint: "leave it out" },
    );
  }
  if (!Object.hasOwn(entities, manyToMany)) {
    const near = nearName(manyToMany, Object.keys(entities));
    diagnostics.error(
      "AC571",
      `${path}.manyToMany`,
      `Cannot relate to ${quoted(manyToMany)}: found no such entity`,
      { meant: near },
    );
  }
  return manyToMany;
}

function linkEntity(
  entity: string,
  relation: string,
  target: string,
  { guarded, held }: {
    readonly guarded: boolean;
    /** The state in which one of its own side may be changed. */
    readonly held: EntityBlueprint["editable"];
  },
): EntityBlueprint {
  const { own, other } = sidesOf(entity, relation, target);
  return {
    description:
      `That one of the kind "${target}" is among the ${relation} of one of the kind "${entity}".`,
    fields: {},
    relations: {
      [own]: { belongsTo: entity, onDelete: "cascade" },
      [other]: { belongsTo: target, onDelete: "cascade" },
    },
    unique: [[own, other]],
    operations: [],
    ...(held ? { requires: { [own]: held } } : {}),
    ...(guarded ? { access: {} } : {}),
  };
}
