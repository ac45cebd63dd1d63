/**
 * Talks to a server in bytes, for tests of what no well-behaved client sends.
 *
 * @module
 */

/** Sends text as it is and gives all that comes back until the server closes the connection. */
export async function rawExchange(url: string, text: string): Promise<string> {
  using connection = await rawConnect(url);
  await connection.send(text);
  return await connection.rest();
}

/** A connection in the hands of a test. */
export interface RawConnection extends Disposable {
  /** Sends text as it is. */
  send(text: string): Promise<void>;
  /** Waits for something and gives it. */
  some(): Promise<string>;
  /** Gives all until the server closes the connection. */
  rest(): Promise<string>;
}

/** Opens a connection. */
export async function rawConnect(url: string): Promise<RawConnection> {
  const { hostname, port } = new URL(url);
  const connection = await Deno.connect({ hostname, port: Number(port) });
  const buffer = new Uint8Array(64 * 1024);
  const read = async (): Promise<string | null> => {
    const count = await connection.read(buffer).catch(() => null); // reset is an end too
    return count === null
      ? null
      : new TextDecoder().decode(buffer.subarray(0, count));
  };
  return {
    async send(text) {
      const bytes = new TextEncoder().encode(text);
      for (let sent = 0; sent < bytes.length;) {
        const rest = bytes.subarray(sent);
        const count = await connection.write(rest).catch(() => rest.length);
        sent += count;
      }
    },
    async some() {
      return await read() ?? "";
    },
    async rest() {
      let text = "";
      for (let part = await read(); part !== null; part = await read()) {
        text += part;
      }
      return text;
    },
    [Symbol.dispose]() {
      connection.close();
    },
  };
}

/** Gives the status codes of responses, in order. */
export function statusesOf(responses: string): number[] {
  return [...responses.matchAll(/HTTP\/1\.[01] (\d{3}) /g)]
    .map(([, status]) => Number(status));
}
