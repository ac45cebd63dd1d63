/**
 * The version of the tool, as in deno.json; a test compares them.
 *
 * @module
 */

/** The version that manifests and reports name. */
export const TOOL_VERSION = "0.1.0";
