/**
 * Reads server-sent events, as a browser's EventSource does.
 *
 * @module
 */

/** One event. */
export interface ReadEvent {
  /** The id that a reader comes back with; as it was where an event brings none. */
  readonly id: string | undefined;
  /** What has happened. */
  readonly event: string;
  /** What stands in its data. */
  readonly data: unknown;
}

/** Reads the events of an answer until it ends; who stops reading closes it. */
export async function* readEvents(
  response: Response,
): AsyncGenerator<ReadEvent, void> {
  if (response.body === null) return;
  const lines = response.body.pipeThrough(new TextDecoderStream());
  let rest = "";
  let id: string | undefined;
  for await (const text of lines) {
    const blocks = (rest + text).split("\n\n");
    rest = blocks.pop() ?? "";
    for (const block of blocks) {
      const fields = fieldsOf(block);
      id = fields.get("id") ?? id;
      const data = fields.get("data");
      if (data === undefined) continue; // a comment
      yield {
        id,
        event: fields.get("event") ?? "message",
        data: JSON.parse(data),
      };
    }
  }
}

function fieldsOf(block: string): Map<string, string> {
  const fields = block.split("\n").map((line): [string, string] => {
    const colon = line.indexOf(":");
    return [line.slice(0, colon), line.slice(colon + 1).trimStart()];
  });
  return new Map(fields);
}
