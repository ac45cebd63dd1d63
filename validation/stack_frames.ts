/**
 * Reads stack traces.
 *
 * @module
 */
import { pathToFileURL } from "node:url";

/** Lists the places in a text's stack traces that are in a folder, relative to it, in order. */
export function stackFrames(text: string, dir: string): string[] {
  const start = `${pathToFileURL(dir).href.replace(/\/$/, "")}/`;
  return [...text.matchAll(/^ +at (?:.*\()?(file:\/\/[^\s)]+)\)?/gm)]
    .map(([, place = ""]) => place)
    .filter((place) => place.startsWith(start))
    .map((place) => place.slice(start.length));
}
