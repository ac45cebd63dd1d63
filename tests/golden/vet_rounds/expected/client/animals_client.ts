/**
 * The part of the client about animals.
 *
 * @module
 */
import {
  type ApiCaller,
  type CallOptions,
  type ConditionalOptions,
  eachByOffset,
  segment,
} from "../kit/api_client_runtime.ts";
import type { Colleague } from "./colleagues_client.ts";
import type { Visit } from "./visits_client.ts";

/** An animal of the system. */
export interface Animal {
  /** The animal's chip. Unique. */
  readonly chip: string;
  /** The animal's nickname. */
  readonly called_as: string;
  /** The animal's kind. */
  readonly kind: "cat" | "dog" | "horse";
  /** The animal's state. */
  readonly state: "well" | "ill";
  /** The animal's traits. */
  readonly traits: readonly string[];
  /** Whether whoever asks has set the mark watch; false for who is not signed in. */
  readonly watched: boolean;
  /** How many there are of the kind animal watch. */
  readonly watchers: number;
  /** The remedies. */
  readonly remedies: readonly Remedy[];
  /** The visits. */
  readonly visits: readonly Visit[];
  /** How many there are of the kind visit. */
  readonly visit_count: number;
  /** The sum of fee of each visit; 0 without any. */
  readonly spent: number;
  /** The keeper. */
  readonly keeper: Colleague;
  /** The picture. */
  readonly picture: {
    readonly id: string;
    readonly name: string;
    readonly type: string;
    readonly size: number;
    readonly sha256: string;
    readonly url: string;
  } | null;
  /** Set by the server. */
  readonly created_at: string;
}

/** An animal of the system. */
export interface ListedAnimal {
  /** The animal's chip. Unique. */
  readonly chip: string;
  /** The animal's nickname. */
  readonly called_as: string;
  /** The animal's kind. */
  readonly kind: "cat" | "dog" | "horse";
  /** The animal's state. */
  readonly state: "well" | "ill";
  /** The animal's traits. */
  readonly traits: readonly string[];
  /** Whether whoever asks has set the mark watch; false for who is not signed in. */
  readonly watched: boolean;
  /** How many there are of the kind animal watch. */
  readonly watchers: number;
  /** The remedies. */
  readonly remedies: readonly Remedy[];
  /** How many there are of the kind visit. */
  readonly visit_count: number;
  /** The sum of fee of each visit; 0 without any. */
  readonly spent: number;
  /** The keeper. */
  readonly keeper: Colleague;
  /** The picture. */
  readonly picture: {
    readonly id: string;
    readonly name: string;
    readonly type: string;
    readonly size: number;
    readonly sha256: string;
    readonly url: string;
  } | null;
  /** Set by the server. */
  readonly created_at: string;
}

/** The body to create an animal. */
export interface AnimalCreate {
  /** The animal's chip. Unique. */
  readonly chip: string;
  /** The animal's nickname. */
  readonly called_as: string;
  /** The animal's kind. */
  readonly kind: "cat" | "dog" | "horse";
  /** The animal's state. */
  readonly state?: "well" | "ill";
  /** The animal's traits. */
  readonly traits?: readonly string[];
  /** The practice that the animal belongs to. Cannot be changed after creation. */
  readonly practice_id?: string;
  /** The user that is the animal's keeper. Cannot be changed after creation. */
  readonly keeper_id?: string;
}

/** The body to replace an animal. */
export interface AnimalReplace {
  /** The animal's chip. Unique. */
  readonly chip: string;
  /** The animal's nickname. */
  readonly called_as: string;
  /** The animal's kind. */
  readonly kind: "cat" | "dog" | "horse";
  /** The animal's state. */
  readonly state?: "well" | "ill";
  /** The animal's traits. */
  readonly traits?: readonly string[];
  /** The practice that the animal belongs to. Cannot be changed after creation. */
  readonly practice_id?: string;
  /** The user that is the animal's keeper. Cannot be changed after creation. */
  readonly keeper_id?: string;
}

/** The body to change some fields of an animal. */
export interface AnimalPatch {
  /** The animal's chip. Unique. */
  readonly chip?: string;
  /** The animal's nickname. */
  readonly called_as?: string;
  /** The animal's kind. */
  readonly kind?: "cat" | "dog" | "horse";
  /** The animal's state. */
  readonly state?: "well" | "ill";
  /** The animal's traits. */
  readonly traits?: readonly string[];
  /** The practice that the animal belongs to. Cannot be changed after creation. */
  readonly practice_id?: string;
  /** The user that is the animal's keeper. Cannot be changed after creation. */
  readonly keeper_id?: string;
}

/** A group of animals. */
export interface AnimalByKindGroup {
  /** What those of the group have in common. */
  readonly kind: "cat" | "dog" | "horse";
  /** How many are in the group. */
  readonly count: number;
}

/** A group of animals. */
export interface AnimalByKeeperGroup {
  /** The keeper. */
  readonly keeper: Colleague;
  /** How many are in the group. */
  readonly count: number;
}

/** What is answered about animals. */
export interface AnimalBulkPatch {
  /** The chip of the animal. */
  readonly chip: string;
  /** Entity tags, or *: all is done only if this one has one of them (412 else). */
  readonly if_match?: string;
  /** The changes. */
  readonly changes: AnimalPatch;
}

/** What is answered about animals. */
export interface AnimalBulkDelete {
  /** The chip of the animal. */
  readonly chip: string;
  /** Entity tags, or *: all is done only if this one has one of them (412 else). */
  readonly if_match?: string;
}

/** A remedy of the system. */
export interface Remedy {
  /** The remedy's name. Unique. */
  readonly name: string;
}

/** A page of animals. */
export interface AnimalsPage {
  /** The animals. */
  readonly animals: readonly ListedAnimal[];
  /** How many there are on all pages. */
  readonly animals_count: number;
}

/** A page of animals. */
export interface AnimalsListRemediesPage {
  /** The remedies. */
  readonly remedies: readonly Remedy[];
  /** How many there are on all pages. */
  readonly remedies_count: number;
}

/** What a list of animals can say. */
export interface AnimalsQuery {
  /** How many at most. */
  readonly limit?: number;
  /** How many to skip. */
  readonly offset?: number;
  /** At most 4 names to sort by, in order; a leading - means largest first. They can be any of created_at, chip, called_as, kind, state. */
  readonly sort?: string;
  /** Text to search for. */
  readonly q?: string;
  /** Only with this kind. */
  readonly kind?: "cat" | "dog" | "horse";
  /** Only what belongs to the user with this email. */
  readonly keeper?: string;
  /** Only what belongs to the remedy with this name. */
  readonly remedy?: string;
  /** Only what the user with this email has marked. */
  readonly watched_by?: string;
}

/** What a list of animals can say. */
export interface AnimalsByKindQuery {
  /** Only with this kind. */
  readonly kind?: "cat" | "dog" | "horse";
  /** Only what belongs to the user with this email. */
  readonly keeper?: string;
  /** Only what belongs to the remedy with this name. */
  readonly remedy?: string;
  /** Only what the user with this email has marked. */
  readonly watched_by?: string;
}

/** What a list of animals can say. */
export interface AnimalsListRemediesQuery {
  /** How many at most. */
  readonly limit?: number;
  /** How many to skip. */
  readonly offset?: number;
  /** At most 4 names to sort by, in order; a leading - means largest first. They can be any of name. */
  readonly sort?: string;
  /** Text to search for. */
  readonly q?: string;
  /** Only with this name. */
  readonly name?: string;
}

/** Calls the operations about animals. */
export class AnimalsClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** The list "mine" of animals. */
  async listMine(
    query: AnimalsQuery = {},
    options: CallOptions = {},
  ): Promise<AnimalsPage> {
    return await this.#caller.send<AnimalsPage>({
      method: "GET",
      path: "/api/animals/mine",
      query,
      options,
    });
  }

  /** The list "mine" of animals. Goes through all pages, each read when it is needed. */
  listAllMine(
    query: AnimalsQuery = {},
    options: CallOptions = {},
  ): AsyncGenerator<ListedAnimal, void, void> {
    return eachByOffset(query.offset, async (offset) => {
      const page = await this.listMine({ ...query, offset }, options);
      return { items: page.animals, total: page.animals_count };
    });
  }

  /** The list "watched" of animals. */
  async listWatched(
    query: AnimalsQuery = {},
    options: CallOptions = {},
  ): Promise<AnimalsPage> {
    return await this.#caller.send<AnimalsPage>({
      method: "GET",
      path: "/api/animals/watched",
      query,
      options,
    });
  }

  /** The list "watched" of animals. Goes through all pages, each read when it is needed. */
  listAllWatched(
    query: AnimalsQuery = {},
    options: CallOptions = {},
  ): AsyncGenerator<ListedAnimal, void, void> {
    return eachByOffset(query.offset, async (offset) => {
      const page = await this.listWatched({ ...query, offset }, options);
      return { items: page.animals, total: page.animals_count };
    });
  }

  /** List animals. */
  async list(
    query: AnimalsQuery = {},
    options: CallOptions = {},
  ): Promise<AnimalsPage> {
    return await this.#caller.send<AnimalsPage>({
      method: "GET",
      path: "/api/animals",
      query,
      options,
    });
  }

  /** List animals. Goes through all pages, each read when it is needed. */
  listAll(
    query: AnimalsQuery = {},
    options: CallOptions = {},
  ): AsyncGenerator<ListedAnimal, void, void> {
    return eachByOffset(query.offset, async (offset) => {
      const page = await this.list({ ...query, offset }, options);
      return { items: page.animals, total: page.animals_count };
    });
  }

  /** Create an animal. */
  async create(body: AnimalCreate, options: CallOptions = {}): Promise<Animal> {
    return await this.#caller.send<Animal>({
      method: "POST",
      path: "/api/animals",
      body: { animal: body },
      under: "animal",
      options,
    });
  }

  /** Read an animal. */
  async get(chip: string, options: ConditionalOptions = {}): Promise<Animal> {
    return await this.#caller.send<Animal>({
      method: "GET",
      path: `/api/animals/${segment(chip)}`,
      under: "animal",
      options,
    });
  }

  /** Replace an animal. */
  async replace(
    chip: string,
    body: AnimalReplace,
    options: ConditionalOptions = {},
  ): Promise<Animal> {
    return await this.#caller.send<Animal>({
      method: "PUT",
      path: `/api/animals/${segment(chip)}`,
      body: { animal: body },
      under: "animal",
      options,
    });
  }

  /** Change some fields of an animal. */
  async patch(
    chip: string,
    body: AnimalPatch,
    options: ConditionalOptions = {},
  ): Promise<Animal> {
    return await this.#caller.send<Animal>({
      method: "PATCH",
      path: `/api/animals/${segment(chip)}`,
      body: { animal: body },
      under: "animal",
      options,
    });
  }

  /** Delete an animal. */
  async delete(chip: string, options: ConditionalOptions = {}): Promise<void> {
    await this.#caller.send<unknown>({
      method: "DELETE",
      path: `/api/animals/${segment(chip)}`,
      options,
    });
  }

  /** Count animals by kind. */
  async byKind(
    query: AnimalsByKindQuery = {},
    options: CallOptions = {},
  ): Promise<readonly AnimalByKindGroup[]> {
    return await this.#caller.send<readonly AnimalByKindGroup[]>({
      method: "GET",
      path: "/api/animals/by-kind",
      query,
      under: "groups",
      options,
    });
  }

  /** Count animals by keeper. */
  async byKeeper(
    query: AnimalsByKindQuery = {},
    options: CallOptions = {},
  ): Promise<readonly AnimalByKeeperGroup[]> {
    return await this.#caller.send<readonly AnimalByKeeperGroup[]>({
      method: "GET",
      path: "/api/animals/by-keeper",
      query,
      under: "groups",
      options,
    });
  }

  /** Create several animals, all or none. */
  async bulkCreate(
    body: readonly AnimalCreate[],
    options: CallOptions = {},
  ): Promise<readonly Animal[]> {
    return await this.#caller.send<readonly Animal[]>({
      method: "POST",
      path: "/api/animals/bulk/create",
      body: { animals: body },
      under: "animals",
      options,
    });
  }

  /** Change some fields of several animals, all or none. */
  async bulkPatch(
    body: readonly AnimalBulkPatch[],
    options: ConditionalOptions = {},
  ): Promise<readonly Animal[]> {
    return await this.#caller.send<readonly Animal[]>({
      method: "POST",
      path: "/api/animals/bulk/patch",
      body: { animals: body },
      under: "animals",
      options,
    });
  }

  /** Delete several animals, all or none. */
  async bulkDelete(
    body: readonly AnimalBulkDelete[],
    options: ConditionalOptions = {},
  ): Promise<void> {
    await this.#caller.send<unknown>({
      method: "POST",
      path: "/api/animals/bulk/delete",
      body: { animals: body },
      options,
    });
  }

  /** Heal an animal: sets state to well. */
  async heal(chip: string, options: ConditionalOptions = {}): Promise<Animal> {
    return await this.#caller.send<Animal>({
      method: "POST",
      path: `/api/animals/${segment(chip)}/heal`,
      under: "animal",
      options,
    });
  }

  /** Set the mark "watch" on an animal. */
  async setWatch(chip: string, options: CallOptions = {}): Promise<Animal> {
    return await this.#caller.send<Animal>({
      method: "POST",
      path: `/api/animals/${segment(chip)}/watch`,
      under: "animal",
      options,
    });
  }

  /** Take the mark "watch" back from an animal. */
  async takeWatch(chip: string, options: CallOptions = {}): Promise<Animal> {
    return await this.#caller.send<Animal>({
      method: "DELETE",
      path: `/api/animals/${segment(chip)}/watch`,
      under: "animal",
      options,
    });
  }

  /** List the remedies of an animal. */
  async listRemedies(
    chip: string,
    query: AnimalsListRemediesQuery = {},
    options: CallOptions = {},
  ): Promise<AnimalsListRemediesPage> {
    return await this.#caller.send<AnimalsListRemediesPage>({
      method: "GET",
      path: `/api/animals/${segment(chip)}/remedies`,
      query,
      options,
    });
  }

  /** List the remedies of an animal. Goes through all pages, each read when it is needed. */
  listAllRemedies(
    chip: string,
    query: AnimalsListRemediesQuery = {},
    options: CallOptions = {},
  ): AsyncGenerator<Remedy, void, void> {
    return eachByOffset(query.offset, async (offset) => {
      const page = await this.listRemedies(chip, { ...query, offset }, options);
      return { items: page.remedies, total: page.remedies_count };
    });
  }

  /** Add a remedy to the remedies of an animal. */
  async addRemedyToRemedies(
    chip: string,
    name: string,
    options: CallOptions = {},
  ): Promise<Animal> {
    return await this.#caller.send<Animal>({
      method: "PUT",
      path: `/api/animals/${segment(chip)}/remedies/${segment(name)}`,
      under: "animal",
      options,
    });
  }

  /** Remove a remedy from the remedies of an animal. */
  async removeRemedyFromRemedies(
    chip: string,
    name: string,
    options: CallOptions = {},
  ): Promise<Animal> {
    return await this.#caller.send<Animal>({
      method: "DELETE",
      path: `/api/animals/${segment(chip)}/remedies/${segment(name)}`,
      under: "animal",
      options,
    });
  }
}
