/**
 * Lets one process at a time heal a system. The lock goes when the process does, however that ends.
 *
 * @module
 */
import { dirname, join } from "node:path";
import { MANIFEST_PATH } from "../../generator/output/manifest.ts";
import { ignoreMissing } from "./durable_file.ts";

/**
 * Waits until nobody else heals the system, and holds the lock until it is disposed of.
 *
 * The folder of the manifest itself is locked: a file for that could be removed while another process waits for it. Where
 * there is no such folder, nothing is healed; Windows opens no folder, and there nothing is locked.
 */
export async function lockHealing(
  dir: string,
  { signal }: { readonly signal?: AbortSignal } = {},
): Promise<Disposable> {
  signal?.throwIfAborted();
  if (Deno.build.os === "windows") return { [Symbol.dispose]: () => {} };
  const folder = await Deno.open(join(dir, dirname(MANIFEST_PATH)))
    .catch(ignoreMissing);
  if (!folder) return { [Symbol.dispose]: () => {} };
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const abort = () => reject(signal?.reason);
  signal?.addEventListener("abort", abort, { once: true });
  try {
    await Promise.race([folder.lock(true), aborted]);
  } catch (error) {
    folder.close();
    throw error;
  } finally {
    signal?.removeEventListener("abort", abort);
  }
  return { [Symbol.dispose]: () => folder.close() };
}
