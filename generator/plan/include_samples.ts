/**
 * What tests of included entities make: one that is read, and what belongs to it.
 *
 * @module
 */
import type { IncludeModel } from "../model/includes.ts";
import type {
  EntityModel,
  FieldModel,
  SystemModel,
} from "../model/system_model.ts";
import {
  name,
  type Safe,
  safe,
  tsLiteral,
  tsObject,
} from "../../templates/safe_text.ts";
import { makeName, sampleExpression } from "./sample_views.ts";
import {
  otherState,
  requiredMembers,
  visibleMembers,
} from "./state_rules_view.ts";
import { isTenantField, tenantOf } from "./tenant_view.ts";

type Ts = Safe<"ts">;
type Members = Readonly<Record<string, Ts>>;

/** What a test makes before it reads. */
export interface IncludeSample {
  /** What the entity that is read is made with. */
  readonly members: Members;
  /** Makes the entity that is read. */
  readonly make: Ts;
  /** Makes what belongs to it; `id` is its id. */
  readonly others: readonly Ts[];
}

/** How a sample is made. */
export interface IncludeSampleOptions {
  /** Whether `owner` is somebody whom the entities belong to. */
  readonly owned: boolean;
  /** Whether one of each is enough. @default false */
  readonly few?: boolean;
}

/** Describes what a test of an include makes. */
export function includeTrial(
  include: IncludeModel,
  entity: EntityModel,
  system: SystemModel,
  options: IncludeSampleOptions,
): IncludeSample {
  const members = {
    ...visibleMembers(entity),
    ...ownMember(entity, options),
    ...referring(include, entity, system),
  };
  const isOwner = entity.name.snake === system.users?.entity && options.owned;
  const make = isOwner
    ? safe<"ts">`owner`
    : entity === tenantOf(system)
    ? safe<"ts">`await home(test.system)`
    : madeEntity(entity, members);
  return { members, make, others: belongings(include, system, options) };
}

/** Renders the call that makes an entity. */
export function madeEntity(entity: EntityModel, members: Members): Ts {
  return Object.keys(members).length === 0
    ? safe`await ${makeName(entity)}(test.system)`
    : safe`await ${makeName(entity)}(test.system, ${tsObject(members)})`;
}

/** What the entity needs so that there is something to include, or so that something can belong to it. */
function referring(
  { kind, relation, other }: IncludeModel,
  entity: EntityModel,
  system: SystemModel,
): Members {
  if (kind !== "one") {
    const field = fieldNamed(other, relation.field);
    return field ? requiredMembers(field, system) : {};
  }
  const field = fieldNamed(entity, relation.field);
  return field && !field.required && !field.assigned
    ? { [field.name]: sampleExpression(field, system) }
    : {};
}

/** The first belongs to the owner, the second is one that not everybody sees, the third is another tenant's. */
function belongings(
  { kind, relation, other }: IncludeModel,
  system: SystemModel,
  options: IncludeSampleOptions,
): Ts[] {
  if (kind === "one") return [];
  const base = { [relation.field]: name("id") };
  const apart = (members: Members) => ({
    ...freshMembers(other, relation.field, system),
    ...members,
    ...base,
  });
  const first = madeEntity(
    other,
    apart({ ...visibleMembers(other), ...ownMember(other, options) }),
  );
  if (options.few || !belongsTwice({ kind, relation, other })) return [first];
  const tenant = tenantOf(system);
  const home = other.fields.find(isTenantField);
  const elsewhere = tenant && home && home.name !== relation.field
    ? [madeEntity(
      other,
      apart({
        ...visibleMembers(other),
        [home.name]: safe`(await ${makeName(tenant)}(test.system)).id`,
      }),
    )]
    : [];
  return [first, madeEntity(other, apart(unseenMember(other))), ...elsewhere];
}

/** Tells whether tests can let two belong to one: with another of its own relations, where they must differ in that. */
export function belongsTwice(
  { kind, relation, other }: Pick<IncludeModel, "kind" | "relation" | "other">,
): boolean {
  const sets = other.unique.filter((set) =>
    set.some(({ name }) => name === relation.field)
  );
  return kind === "many" &&
    sets.every((set) =>
      set.some((field) => field.relation && field.name !== relation.field)
    );
}

/** What must differ between two that belong to one. */
function freshMembers(
  other: EntityModel,
  field: string,
  system: SystemModel,
): Members {
  const sets = other.unique.filter((set) =>
    set.some(({ name }) => name === field)
  );
  const differing = other.fields.filter((one) =>
    one.relation !== undefined && one.name !== field && !one.ofTenant &&
    (one.unique ||
      sets.some((set) => set.some(({ name }) => name === one.name)))
  );
  return Object.fromEntries(
    differing.map((one) => [one.name, sampleExpression(one, system)]),
  );
}

function ownMember(
  { access, fields }: EntityModel,
  { owned }: IncludeSampleOptions,
): Members {
  const field = fields.find(({ name }) => name === access?.owner);
  return owned && field ? { [field.name]: safe`owner.id` } : {};
}

function unseenMember({ access, fields }: EntityModel): Members {
  const [first] = Object.entries(access?.visible?.when ?? {});
  if (first === undefined) return {};
  const [key, values] = first;
  const field = fields.find(({ name }) => name === key);
  const other = field && otherState(field, values);
  return other === undefined ? {} : { [key]: tsLiteral(other) };
}

function fieldNamed(
  { fields }: EntityModel,
  wanted: string,
): FieldModel | undefined {
  return fields.find(({ name }) => name === wanted);
}
