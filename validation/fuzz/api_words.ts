/**
 * How an API names the things of its model: where each has its path, its id, and what its members refer to.
 *
 * @module
 */
import { fieldName } from "../../generator/model/api_naming.ts";
import type { ResourceModel } from "../../generator/model/api_model.ts";
import type {
  EntityModel,
  FieldModel,
  SystemModel,
} from "../../generator/model/system_model.ts";
import type { JsonObject } from "../../generator/plan/openapi_responses.ts";
import type { ApiOperation } from "./api_document.ts";
import type { FuzzItem, FuzzViewer } from "./fuzz_world.ts";

/** The places of a path and what stands in them. */
export type PathPlace = Pick<FuzzItem, "template" | "places">;

/** The names that an API has for the parts of a model. */
export class ApiWords {
  readonly model: SystemModel;
  /** The name of the users' entity; empty without users. */
  readonly userEntity: string;
  readonly #templates: readonly string[];
  /** The paths of what is set and taken back, such as marks. */
  readonly #pairs: ReadonlySet<string>;

  /** Takes the model, with examples, and the operations of its document. */
  constructor(model: SystemModel, operations: readonly ApiOperation[]) {
    this.model = model;
    this.userEntity = model.users?.entity ?? "";
    const paths = new Set(operations.map(({ path }) => path));
    this.#templates = [...paths].filter((path) => path.endsWith("}"));
    const taken = operations.filter(({ method }) => method === "DELETE");
    this.#pairs = new Set(
      taken.map(({ path }) => path).filter((path) =>
        operations.some((one) => one.path === path && one.method === "POST")
      ),
    );
  }

  /** Tells whether an operation may make something another than it was, or take it away. */
  mayChange({ method, path }: ApiOperation): boolean {
    return method !== "GET" && !this.#pairs.has(path);
  }

  /** The name of the entity that an operation is about; undefined for endpoints of their own. */
  entityOf({ tag, path }: ApiOperation): string | undefined {
    const { api, entities } = this.model;
    if (tag === "auth" || tag === "account") return this.userEntity;
    if (!api) {
      return entities.find(({ plural }) => plural.words === tag)?.name.snake;
    }
    return this.#resources(tag)
      .find((one) => path.startsWith(one.path))?.entity;
  }

  /** The entity of that name. */
  entity(name: string | undefined): EntityModel | undefined {
    return this.model.entities.find((one) => one.name.snake === name);
  }

  /** A field of an entity by the name that clients see. */
  field(operation: ApiOperation, name: string): FieldModel | undefined {
    const entity = this.entity(this.entityOf(operation));
    const { api } = this.model;
    if (!api) return entity?.fields.find((field) => field.name === name);
    const shows = operation.tag === "account"
      ? api.account?.shows ?? []
      : this.#resources(operation.tag)[0]?.shows ?? [];
    return entity?.fields.find((field) =>
      fieldName(api, shows, field.name) === name
    );
  }

  /** The name of the entity whose id a member or a parameter holds; undefined when it holds none. */
  referred(operation: ApiOperation, name: string): string | undefined {
    const own = this.field(operation, name)?.relation;
    if (own) return own.entity;
    const { entities } = this.model;
    const named = entities.find((one) =>
      [`${one.name.camel}Id`, `${one.name.snake}_id`].includes(name)
    );
    if (named) return named.name.snake;
    const fields = entities.flatMap(({ fields }) => fields);
    return fields.find((field) => field.name === name)?.relation?.entity;
  }

  /** The member that shows the id of an entity. */
  idName(entity: string | undefined): string {
    const { api } = this.model;
    const shows = api?.resources.find((one) => one.entity === entity)?.shows;
    return api && shows ? fieldName(api, shows, "id") : "id";
  }

  /** Takes the entities out of an answer, without what they stand in. */
  shownIn(operation: ApiOperation, json: unknown): JsonObject[] {
    if (!isObject(json)) return [];
    const members = Object.entries(json);
    const items = members.find(([, value]) =>
      Array.isArray(value) && value.every(isObject)
    );
    const isPage = operation.method === "GET" && !operation.path.endsWith("}");
    if (items && (isPage || operation.path.includes("/bulk/"))) {
      return items[1] as JsonObject[];
    }
    const [only, ...others] = members;
    return [
      this.model.api?.envelope && others.length === 0 && isObject(only?.[1])
        ? only[1]
        : json,
    ];
  }

  /** Takes what was said of an entity out of a body, whatever stands beside its envelope. */
  givenIn({ body }: ApiOperation, sent: unknown): JsonObject {
    const example = body?.values().next().value?.example;
    const [name, more] = isObject(example) ? Object.keys(example) : [];
    const given = this.model.api?.envelope && name && more === undefined &&
        isObject(example) && isObject(example[name]) && isObject(sent)
      ? sent[name]
      : sent;
    return isObject(given) ? given : {};
  }

  /** Finds which path of the document a location is. */
  placeOf(location: string): PathPlace | undefined {
    const path = URL.canParse(location) ? new URL(location).pathname : location;
    const given = path.split("/");
    const fits = this.#templates.filter((template) => {
      const segments = template.split("/");
      return segments.length === given.length &&
        segments.every((one, at) => one.startsWith("{") || one === given[at]);
    });
    const [template] = fits.toSorted((a, b) => countPlaces(a) - countPlaces(b));
    if (template === undefined) return undefined;
    const places = template.split("/").flatMap((one, at) =>
      one.startsWith("{")
        ? [[one.slice(1, -1), decodeURIComponent(given[at] ?? "")] as const]
        : []
    );
    return { template, places: new Map(places) };
  }

  /** Finds the path of what a list shows. */
  listedPlace(
    { path }: ApiOperation,
    seen: JsonObject,
    above: ReadonlyMap<string, string>,
  ): PathPlace | undefined {
    const template = this.#templates.find((one) =>
      one.startsWith(`${path}/{`) && !one.slice(path.length + 1).includes("/")
    );
    if (template === undefined) return undefined;
    const key = seen[this.#keyName(path)];
    if (typeof key !== "string" && typeof key !== "number") return undefined;
    const place = template.slice(path.length + 2, -1);
    return { template, places: new Map([...above, [place, String(key)]]) };
  }

  /** The path of one thing after a change, which may have changed its key. */
  movedPlace(item: FuzzItem, seen: JsonObject): PathPlace {
    const cut = item.template.lastIndexOf("/");
    const key = seen[this.#keyName(item.template.slice(0, cut))];
    if (typeof key !== "string" && typeof key !== "number") return item;
    const place = item.template.slice(cut + 2, -1);
    const { template, places } = item;
    return { template, places: new Map([...places, [place, String(key)]]) };
  }

  /** The places of a path that hold the key of something whose path is another. */
  homeOf(path: string, place: string): string | undefined {
    const { api } = this.model;
    for (const resource of api?.resources ?? []) {
      const link = resource.links.find((one) =>
        one.param === place && path.startsWith(resource.path)
      );
      const other = api?.resources.find(({ name }) =>
        name.snake === link?.resource
      );
      if (other) return `${other.path}/{${other.param}}`;
    }
    return undefined;
  }

  /** Where those who are signed in can be seen; they must stay. */
  people(viewers: readonly FuzzViewer[]): FuzzItem[] {
    const { api } = this.model;
    const user = this.entity(this.userEntity);
    const homes = api
      ? api.resources.filter(({ entity }) => entity === this.userEntity)
        .map(({ path, param, key }) => ({
          template: `${path}/{${param}}`,
          key,
        }))
      : user
      ? [{ template: `${user.path}/{id}`, key: "id" }]
      : [];
    return homes.flatMap(({ template, key }) =>
      [...viewers.entries()].flatMap(([maker, { id, login }]) => {
        const value = key === "id" ? id : login?.[key];
        const place = template.slice(template.lastIndexOf("/") + 2, -1);
        return typeof value === "string" && this.#templates.includes(template)
          ? [{
            template,
            places: new Map([[place, value]]),
            maker,
            seen: {},
            kept: true as const,
          }]
          : [];
      })
    );
  }

  #resources(tag: string): readonly ResourceModel[] {
    return this.model.api?.resources.filter(({ plural }) =>
      plural.words === tag
    ) ?? [];
  }

  /** The member of an entity that stands in the paths below a collection. */
  #keyName(collection: string): string {
    const { api } = this.model;
    const resource = api?.resources.find(({ path }) => path === collection);
    return api && resource
      ? fieldName(api, resource.shows, resource.key)
      : "id";
  }
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function countPlaces(template: string): number {
  return template.split("{").length;
}
