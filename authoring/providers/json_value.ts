/**
 * Reads the JSON object in a model's answer.
 *
 * @module
 */

/**
 * Finds the JSON object in a text: the whole text, a fenced block, or what stands between the first brace and the last.
 * Models put words around it, or think aloud before it. Undefined when there is none.
 */
export function jsonObjectIn(text: string): unknown {
  const answer = text.replace(THOUGHTS, "").trim();
  const fenced = [...answer.matchAll(FENCE)]
    .filter(([, language]) => language === "" || language === "json")
    .map(([, , inside = ""]) => inside);
  const braced = answer.slice(
    answer.indexOf("{"),
    answer.lastIndexOf("}") + 1,
  );
  for (const candidate of [answer, ...fenced, braced]) {
    const value = parsed(candidate);
    if (value !== undefined) return value;
  }
  return undefined;
}

function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === "object" && value !== null &&
      !Array.isArray(value);
    return isObject ? value : undefined;
  } catch {
    return undefined;
  }
}

const THOUGHTS = /^\s*<think>[\s\S]*?<\/think>/;
const FENCE = /```(\w*)[ \t]*\r?\n([\s\S]*?)```/g;
