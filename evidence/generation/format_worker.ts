/**
 * Formats files in a worker, one batch a message.
 *
 * @module
 */
/// <reference lib="deno.worker" />
import { loadFormatter } from "../../generator/output/format_text.ts";
import type { RenderedFile } from "./format_pool.ts";

const formatter = await loadFormatter();
self.onmessage = ({ data }: MessageEvent<readonly RenderedFile[]>) => {
  self.postMessage(
    data.map(({ path, text }) => ({
      path,
      text: formatter.format(path, text),
    })),
  );
};
self.postMessage([]); // ready
