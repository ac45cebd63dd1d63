/**
 * What can be included when entities are read: the entities that they belong to, and those that belong to them.
 *
 * @module
 */
import type { DiagnosticList } from "../blueprint/diagnostic_list.ts";
import type {
  EntityModel,
  RelationModel,
  SystemModel,
} from "./system_model.ts";

/** Something that can be included in an entity. */
export interface IncludeModel {
  /** Its name in requests and answers, such as `author` or `comments`. */
  readonly name: string;
  /** Whether the entity refers to one, is referred to by many, or by one at most. */
  readonly kind: "one" | "many" | "only";
  /** The relation: of the entity for `one`, else of the others. */
  readonly relation: RelationModel;
  /** The others. */
  readonly other: EntityModel;
}

/** Lists what can be included in an entity; nothing where clients do not read it, or the API has a shape of its own. */
export function includesOf(
  entity: EntityModel,
  system: SystemModel,
): readonly IncludeModel[] {
  if (system.api || !isRead(entity)) return [];
  return candidates(entity, system).flatMap(({ include, names }) => {
    const name = names.find((name) => name !== undefined);
    return name === undefined ? [] : [{ ...include, name }];
  });
}

/** Tells of what cannot be included because its names are taken. */
export function checkIncludes(
  system: SystemModel,
  diagnostics: DiagnosticList,
): void {
  if (system.api) return;
  for (const entity of system.entities.filter(isRead)) {
    for (const { include, names, wanted } of candidates(entity, system)) {
      if (names.some((name) => name !== undefined)) continue;
      const owner = include.kind === "one" ? entity : include.other;
      diagnostics.assume(
        "AC600",
        `entities.${owner.name.snake}.relations.${include.relation.name}`,
        `Assumed that "${entity.name.snake}" is read without its "${wanted}": found a field or something else to include of that name`,
        { at: "key", hint: "rename one of them so that it can be included" },
      );
    }
  }
}

interface Candidate {
  readonly include: Omit<IncludeModel, "name">;
  /** The names that it could have, best first; undefined where one is taken. */
  readonly names: readonly (string | undefined)[];
  /** The name that it should have. */
  readonly wanted: string;
}

/** Fields have their names first, then what the entity belongs to, then what belongs to it. */
function candidates(
  entity: EntityModel,
  system: SystemModel,
): readonly Candidate[] {
  const taken = new Set([
    ...SERVER_FIELDS,
    ...entity.fields.map(({ name }) => name),
  ]);
  const take = (wanted: readonly string[]): (string | undefined)[] => {
    const found = wanted.find((name) => !taken.has(name));
    if (found !== undefined) taken.add(found);
    return wanted.map((name) => name === found ? name : undefined);
  };
  const above = entity.relations.flatMap((relation): Candidate[] => {
    const other = system.entities.find(({ name }) =>
      name.snake === relation.entity
    );
    if (!other || !isReadBy("get", other)) return [];
    const { name } = relation;
    const include = { kind: "one", relation, other } as const;
    return [{ include, names: take([name]), wanted: name }];
  });
  const below = system.entities.flatMap((other) => {
    if (!isReadBy("list", other)) return [];
    const relations = other.relations.filter((relation) =>
      relation.entity === entity.name.snake
    );
    return relations.map((relation): Candidate => {
      const kind = relation.unique ? "only" : "many";
      const plain = relation.unique ? other.name.camel : other.plural.camel;
      const { name } = relation;
      const full = `${plain}By${name.charAt(0).toUpperCase()}${name.slice(1)}`;
      const wanted = relations.length > 1 ? [full] : [plain, full];
      return {
        include: { kind, relation, other },
        names: take(wanted),
        wanted: wanted[0] ?? plain,
      };
    });
  });
  return [...above, ...below];
}

function isRead({ operations }: EntityModel): boolean {
  return operations.includes("get") || operations.includes("list");
}

/** What nobody may read cannot be included. */
function isReadBy(operation: "get" | "list", other: EntityModel): boolean {
  const rule = other.access?.rules[operation];
  return other.operations.includes(operation) &&
    (other.access === undefined || (rule ?? []).length > 0);
}

const SERVER_FIELDS = ["id", "createdAt", "updatedAt"];
