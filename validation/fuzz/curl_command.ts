/**
 * Writes a request as a command that repeats it.
 *
 * @module
 */
import type { HttpRequest } from "./http_exchange.ts";

/** Writes it; the token is left to the environment. */
export function curlCommand(
  { method, target, headers, body }: HttpRequest,
): string {
  const text = body === undefined ? "" : new TextDecoder().decode(body);
  const tooLong = text.length > MOST;
  return [
    "curl -i",
    ...(method === "GET" ? [] : [`-X ${method}`]),
    quoted(`http://127.0.0.1:8080${target}`),
    ...Object.entries(headers).map(([name, value]) =>
      name === "authorization" && / \S{60,}$/.test(value)
        ? `-H "authorization: ${value.split(" ")[0]} $TOKEN"`
        : `-H ${quoted(`${name}: ${value}`)}`
    ),
    ...(body === undefined ? [] : [
      tooLong
        ? `--data-binary ${
          quoted(`${text.slice(0, 200)}… (${text.length} characters)`)
        }`
        : `--data-binary ${quoted(text)}`,
    ]),
  ].join(" ");
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

const MOST = 4000;
