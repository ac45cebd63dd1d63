/**
 * The part of the client about recipes.
 *
 * @module
 */
import {
  type ApiCaller,
  type CallOptions,
  type ConditionalOptions,
  eachByCursor,
  segment,
} from "../kit/api_client_runtime.ts";

/** A recipe of the system. */
export interface Recipe {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt: string;
  /** Set by the server at every change. */
  readonly updatedAt: string;
  /** The recipe's name. */
  readonly name: string;
  /** The recipe's steps. */
  readonly steps: string | null;
  /** The labels. */
  readonly labels: readonly string[];
  /** The goes with. */
  readonly goesWith: readonly string[];
}

/** The body to create a recipe. */
export interface RecipeCreate {
  /** The recipe's name. */
  readonly name: string;
  /** The recipe's steps. */
  readonly steps?: string | null;
}

/** The body to replace a recipe. */
export interface RecipeReplace {
  /** The recipe's name. */
  readonly name: string;
  /** The recipe's steps. */
  readonly steps?: string | null;
}

/** The body to change some fields of a recipe. */
export interface RecipePatch {
  /** The recipe's name. */
  readonly name?: string;
  /** The recipe's steps. */
  readonly steps?: string | null;
}

/** A label of the system. */
export interface Label {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt: string;
  /** Set by the server at every change. */
  readonly updatedAt: string;
  /** The label's word. Unique. */
  readonly word: string;
}

/** A page of recipes. */
export interface RecipesPage {
  /** The items. */
  readonly items: readonly Recipe[];
  /** Where the next page starts; null on the last page. */
  readonly nextCursor: string | null;
}

/** A page of recipes. */
export interface RecipesListLabelsPage {
  /** The items. */
  readonly items: readonly Label[];
  /** Where the next page starts; null on the last page. */
  readonly nextCursor: string | null;
}

/** What a list of recipes can say. */
export interface RecipesQuery {
  /** How many at most. */
  readonly limit?: number;
  /** The nextCursor of the page before. */
  readonly cursor?: string;
  /** At most 4 names to sort by, in order; a leading - means largest first. They can be any of id, createdAt, updatedAt, name. */
  readonly sort?: string;
  /** Text to search for. */
  readonly q?: string;
  /** Only with this name. */
  readonly name?: string;
  /** Only with this steps. */
  readonly steps?: string;
}

/** What a list of recipes can say. */
export interface RecipesListLabelsQuery {
  /** How many at most. */
  readonly limit?: number;
  /** The nextCursor of the page before. */
  readonly cursor?: string;
  /** At most 4 names to sort by, in order; a leading - means largest first. They can be any of id, createdAt, updatedAt, word. */
  readonly sort?: string;
  /** Text to search for. */
  readonly q?: string;
  /** Only with this word. */
  readonly word?: string;
}

/** Calls the operations about recipes. */
export class RecipesClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List recipes. */
  async list(
    query: RecipesQuery = {},
    options: CallOptions = {},
  ): Promise<RecipesPage> {
    return await this.#caller.send<RecipesPage>({
      method: "GET",
      path: "/recipes",
      query,
      options,
    });
  }

  /** List recipes. Goes through all pages, each read when it is needed. */
  listAll(
    query: RecipesQuery = {},
    options: CallOptions = {},
  ): AsyncGenerator<Recipe, void, void> {
    return eachByCursor(query.cursor, async (cursor) => {
      const page = await this.list({ ...query, cursor }, options);
      return page;
    });
  }

  /** Create a recipe. */
  async create(body: RecipeCreate, options: CallOptions = {}): Promise<Recipe> {
    return await this.#caller.send<Recipe>({
      method: "POST",
      path: "/recipes",
      body,
      options,
    });
  }

  /** Read a recipe. */
  async get(id: string, options: ConditionalOptions = {}): Promise<Recipe> {
    return await this.#caller.send<Recipe>({
      method: "GET",
      path: `/recipes/${segment(id)}`,
      options,
    });
  }

  /** Replace a recipe. */
  async replace(
    id: string,
    body: RecipeReplace,
    options: ConditionalOptions = {},
  ): Promise<Recipe> {
    return await this.#caller.send<Recipe>({
      method: "PUT",
      path: `/recipes/${segment(id)}`,
      body,
      options,
    });
  }

  /** Change some fields of a recipe. */
  async patch(
    id: string,
    body: RecipePatch,
    options: ConditionalOptions = {},
  ): Promise<Recipe> {
    return await this.#caller.send<Recipe>({
      method: "PATCH",
      path: `/recipes/${segment(id)}`,
      body,
      options,
    });
  }

  /** Delete a recipe. */
  async delete(id: string, options: ConditionalOptions = {}): Promise<void> {
    await this.#caller.send<unknown>({
      method: "DELETE",
      path: `/recipes/${segment(id)}`,
      options,
    });
  }

  /** List the labels of a recipe. */
  async listLabels(
    id: string,
    query: RecipesListLabelsQuery = {},
    options: CallOptions = {},
  ): Promise<RecipesListLabelsPage> {
    return await this.#caller.send<RecipesListLabelsPage>({
      method: "GET",
      path: `/recipes/${segment(id)}/labels`,
      query,
      options,
    });
  }

  /** List the labels of a recipe. Goes through all pages, each read when it is needed. */
  listAllLabels(
    id: string,
    query: RecipesListLabelsQuery = {},
    options: CallOptions = {},
  ): AsyncGenerator<Label, void, void> {
    return eachByCursor(query.cursor, async (cursor) => {
      const page = await this.listLabels(id, { ...query, cursor }, options);
      return page;
    });
  }

  /** Add a label to the labels of a recipe. */
  async addLabelToLabels(
    id: string,
    labelId: string,
    options: CallOptions = {},
  ): Promise<Recipe> {
    return await this.#caller.send<Recipe>({
      method: "PUT",
      path: `/recipes/${segment(id)}/labels/${segment(labelId)}`,
      options,
    });
  }

  /** Remove a label from the labels of a recipe. */
  async removeLabelFromLabels(
    id: string,
    labelId: string,
    options: CallOptions = {},
  ): Promise<Recipe> {
    return await this.#caller.send<Recipe>({
      method: "DELETE",
      path: `/recipes/${segment(id)}/labels/${segment(labelId)}`,
      options,
    });
  }

  /** List the goes with of a recipe. */
  async listGoesWith(
    id: string,
    query: RecipesQuery = {},
    options: CallOptions = {},
  ): Promise<RecipesPage> {
    return await this.#caller.send<RecipesPage>({
      method: "GET",
      path: `/recipes/${segment(id)}/goes-with`,
      query,
      options,
    });
  }

  /** List the goes with of a recipe. Goes through all pages, each read when it is needed. */
  listAllGoesWith(
    id: string,
    query: RecipesQuery = {},
    options: CallOptions = {},
  ): AsyncGenerator<Recipe, void, void> {
    return eachByCursor(query.cursor, async (cursor) => {
      const page = await this.listGoesWith(id, { ...query, cursor }, options);
      return page;
    });
  }

  /** Add a recipe to the goes with of a recipe. */
  async addRecipeToGoesWith(
    id: string,
    recipeId: string,
    options: CallOptions = {},
  ): Promise<Recipe> {
    return await this.#caller.send<Recipe>({
      method: "PUT",
      path: `/recipes/${segment(id)}/goes-with/${segment(recipeId)}`,
      options,
    });
  }

  /** Remove a recipe from the goes with of a recipe. */
  async removeRecipeFromGoesWith(
    id: string,
    recipeId: string,
    options: CallOptions = {},
  ): Promise<Recipe> {
    return await this.#caller.send<Recipe>({
      method: "DELETE",
      path: `/recipes/${segment(id)}/goes-with/${segment(recipeId)}`,
      options,
    });
  }
}
