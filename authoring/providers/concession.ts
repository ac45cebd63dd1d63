/**
 * What is left out for servers that speak less than the whole protocol.
 *
 * @module
 */

/** Something that a server does not take. */
export type Concession =
  | "a schema by another name"
  | "no schema beside the prompt"
  | "max_completion_tokens"
  | "no usage in the stream";

/** What was learnt about a server; it holds for as long as its model is open. */
export type Concessions = Set<Concession>;

/**
 * Finds in a server's refusal what it does not take, of what was not left out yet. A schema is first given as older servers
 * take it, with `json_object`; it stands in the prompt as well, so nothing is lost with it. A status of 500 is a refusal, too,
 * where it names what was asked for: not every server knows its own validation from its faults. Undefined when the refusal is
 * about something else.
 */
export function concessionFor(
  status: number,
  message: string,
  made: ReadonlySet<Concession>,
): Concession | undefined {
  if (!REFUSALS.has(status)) return undefined;
  return CONCESSIONS.find(({ about, concession }) =>
    !made.has(concession) && about.test(message)
  )?.concession;
}

const REFUSALS: ReadonlySet<number> = new Set([400, 422, 500, 501]);

const CONCESSIONS: readonly {
  readonly about: RegExp;
  readonly concession: Concession;
}[] = [
  { about: /max_completion_tokens/, concession: "max_completion_tokens" },
  {
    about: /stream_options|include_usage/,
    concession: "no usage in the stream",
  },
  {
    about: /response_format|json_schema/,
    concession: "a schema by another name",
  },
  {
    about:
      /response_format|json_(?:schema|object)|\bgrammar\b|structured output/i,
    concession: "no schema beside the prompt",
  },
];
