/**
 * Finds the route of a request.
 *
 * Hono's router does it, without Hono's application around it: the context and the promises that this makes for each
 * request take longer than the search.
 *
 * @module
 */
import { Hono } from "hono";

/** Routes, by method and path. */
export class RouteTable<R> {
  readonly #hono = new Hono();
  // The router keeps whatever it is given.
  readonly #router = this.#hono.router as unknown as Router<R>;

  /** Adds a route on a path such as `/tasks/{id}`. All are added before the first request; of several, the first counts. */
  add(method: string, path: string, route: R): void {
    this.#router.add(method, honoPath(path), route);
  }

  /** Finds the route of a request, as if it had another method; undefined if there is none. */
  find(request: Request, method: string): RoutedRequest<R> | undefined {
    const [[first], values] = this.#router.match(method, this.pathOf(request));
    return first && new RoutedRequest(request, first, values);
  }

  /** Whether a path has a route with a method. */
  has(method: string, path: string): boolean {
    return this.#router.match(method, path)[0].length > 0;
  }

  /** Gives the path of a request as routes are compared with it. */
  pathOf(request: Request): string {
    return this.#hono.getPath(request);
  }
}

/** A request and its route. */
export class RoutedRequest<R> {
  /** The request as it came. */
  readonly raw: Request;
  /** The route that answers it. */
  readonly route: R;
  readonly #places: Places;
  readonly #values: readonly string[] | undefined;

  /** Takes what the router has found: values in the path, or their places among `values`. */
  constructor(
    raw: Request,
    [route, places]: Found<R>,
    values: readonly string[] | undefined,
  ) {
    this.raw = raw;
    this.route = route;
    this.#places = places;
    this.#values = values;
  }

  /** Gives the value of a `{name}` of the route's path, decoded. */
  param(name: string): string | undefined {
    const place = this.#places[name];
    const value = typeof place === "number" ? this.#values?.[place] : place;
    return value?.includes("%") ? decoded(value) : value;
  }
}

/** What cannot be decoded stays as it is. */
function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value.replace(ENCODED, (text) => {
      try {
        return decodeURIComponent(text);
      } catch {
        return text;
      }
    });
  }
}

/** OpenAPI writes `{id}`, Hono `:id`. */
function honoPath(path: string): string {
  return path.replaceAll(/\{(\w+)\}/g, ":$1");
}

const ENCODED = /(?:%[0-9A-Fa-f]{2})+/g;

type Places = Readonly<Record<string, string | number>>;
type Found<R> = readonly [R, Places];

/** Hono's router, as far as it is used. */
interface Router<R> {
  add(method: string, path: string, route: R): void;
  match(
    method: string,
    path: string,
  ): readonly [readonly Found<R>[], (readonly string[])?];
}
