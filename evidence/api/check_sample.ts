/**
 * Reads one answer of each kind and checks that it is what was asked for.
 *
 * @module
 */
import type { LoadKind } from "./run_wrk.ts";

/** Throws if a server's answer to one kind of request is not right. */
export async function checkSample(
  url: string,
  kind: LoadKind,
  ids: string,
): Promise<void> {
  const [id = ""] = (await Deno.readTextFile(ids)).split("\n", 1);
  const response = await fetch(...REQUEST[kind](`${url}/tasks`, id));
  const body = await response.json();
  if (!IS_RIGHT[kind](body, id)) {
    throw new Error(
      `Cannot use the answers of "${url}": found ${
        JSON.stringify(body).slice(0, 500)
      } to a ${kind}`,
    );
  }
}

const REQUEST: Readonly<
  Record<LoadKind, (url: string, id: string) => [string, RequestInit?]>
> = {
  read: (url, id) => [`${url}/${id}`],
  list: (url) => [url],
  write: (url) => [url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: '{"title":"Sample"}',
  }],
};

/** Of a body that came as JSON. */
interface Body {
  readonly id?: string;
  readonly title?: string;
  readonly items?: readonly Body[];
}

const IS_RIGHT: Readonly<
  Record<LoadKind, (body: Body, id: string) => boolean>
> = {
  read: (body, id) => body.id === id && body.title === "Task 1",
  list: ({ items }, id) => items?.length === 50 && items[0]?.id === id,
  write: ({ title }) => title === "Sample",
};
