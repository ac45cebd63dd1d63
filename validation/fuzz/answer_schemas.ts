/**
 * Tells whether a value is what an OpenAPI document says.
 *
 * @module
 */
import type { JsonObject } from "../../generator/plan/openapi_responses.ts";

/** Says what is wrong with a value; undefined when nothing is. */
export type SchemaCheck = (
  pointer: string,
  value: unknown,
) => string | undefined;

/** Compiles the schemas of a document when they are needed; the validator is loaded only here. */
export async function schemaCheck(document: JsonObject): Promise<SchemaCheck> {
  const { Ajv2020 } = await import("ajv/dist/2020.js");
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  for (const [format, fits] of Object.entries(FORMATS)) {
    ajv.addFormat(format, fits);
  }
  ajv.addSchema(document, "document");
  const compiled = new Map<string, ReturnType<typeof ajv.compile>>();
  return (pointer, value) => {
    let validate = compiled.get(pointer);
    if (!validate) {
      validate = ajv.compile({ $ref: `document#${pointer}` });
      compiled.set(pointer, validate);
    }
    return validate(value)
      ? undefined
      : ajv.errorsText(validate.errors?.slice(0, 3), { dataVar: "body" });
  };
}

/** What texts of each format must look like; all formats that our documents name. */
const FORMATS: Readonly<Record<string, RegExp | ((text: string) => boolean)>> =
  {
    date: isDate,
    "date-time": (text) =>
      /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/.test(text) &&
      isDate(text.slice(0, 10)) && !Number.isNaN(Date.parse(text)),
    "time-local": /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?$/,
    duration: /^P(?!$)(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$/,
    email: /^[^@\s]+@[^@\s]+$/,
    uri: (text) => URL.canParse(text),
    uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
    password: () => true,
    "uri-reference": (text) => URL.canParse(text, "http://localhost/"),
    binary: () => true,
  };

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) &&
    new Date(time).toISOString().slice(0, 10) === text;
}
