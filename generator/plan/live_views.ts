/**
 * What templates need to know about live updates, ready made.
 *
 * @module
 */
import { enginePart } from "./engine_part.ts";
import { shortIdentifier } from "../model/short_identifiers.ts";
import { LIVE_REQUESTS } from "../model/expand_live.ts";
import type {
  EntityModel,
  FieldModel,
  SystemModel,
} from "../model/system_model.ts";
import {
  comment,
  joined,
  name,
  type Safe,
  safe,
  sqlIdentifier,
  sqlLiteral,
} from "../../templates/safe_text.ts";
import type { LiveFeedView } from "../../templates/views.ts";
import { sentence, specConstant } from "./entity_view.ts";

type Ts = Safe<"ts">;
type Sql = Safe<"sql">;

/** Lists the entities whose changes clients can listen to. */
export function liveEntities({ entities }: SystemModel): EntityModel[] {
  return entities.filter(({ live }) => live);
}

/** Tells whether there are any. */
export function hasLive(system: SystemModel): boolean {
  return liveEntities(system).length > 0;
}

/** What of the kit tells of changes. */
export function liveRoots({ engine, api }: SystemModel): string[] {
  return [`${engine}_changes`, api ? "resource_live" : "live_routes"];
}

/** What of the kit tries that. */
export function liveTestRoots({ api }: SystemModel): string[] {
  return ["memory_changes", api ? "resource_live_trials" : "live_trial"];
}

/** Tells whether a port of the endpoint leads to the component that tells of changes. */
export function isLivePort(port: string): boolean {
  return port === LIVE_REQUESTS;
}

/** Describes the component that tells of changes, and its unit test. */
export function liveFeedView(
  system: SystemModel,
  description: string,
): LiveFeedView {
  const entities = liveEntities(system);
  const [first] = entities;
  return {
    description: comment(sentence(description)),
    entities: entities.map((entity) => ({
      constant: specConstant(entity),
      file: name(entity.name.snake),
    })),
    constants: joined(entities.map(specConstant), safe`, `),
    first: specConstant(first!), // a system without any has no such component
  };
}

/** Renders what the component is given. */
export function feedConfig(system: SystemModel): Ts {
  return safe`{
    changes: new ${enginePart(system, "changes").className}(database),
    streams: config.liveStreams,
  }`;
}

/** Lists the settings that come with live updates. */
export function liveVariables(system: Pick<SystemModel, "entities">): string[] {
  return system.entities.some(({ live }) => live) ? ["LIVE_STREAMS"] : [];
}

/** Lists the settings for the README. */
export function liveRows(system: SystemModel): string[][] {
  return hasLive(system)
    ? [[
      "LIVE_STREAMS",
      "1000",
      "how many streams of live updates may be open at once; more are refused with 503",
    ]]
    : [];
}

/** Renders the triggers by which PostgreSQL tells of changes. */
export function liveTriggers(system: SystemModel): Sql[] {
  return liveEntities(system).flatMap((entity) => {
    const tell = sqlIdentifier(shortIdentifier(`_tell_${entity.table}`));
    const table = sqlIdentifier(entity.table);
    const members = entity.fields.filter(isShort).map(({ column }) =>
      safe<"sql">`, ${sqlLiteral(column)}, OLD.${sqlIdentifier(column)}`
    );
    return [
      safe<
        "sql"
      >`CREATE FUNCTION ${tell}() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  notice jsonb := jsonb_build_object(
    'schema', TG_TABLE_SCHEMA, 'table', TG_TABLE_NAME,
    'kind', CASE TG_OP WHEN 'INSERT' THEN 'created' WHEN 'UPDATE' THEN 'updated' ELSE 'deleted' END,
    'id', CASE TG_OP WHEN 'DELETE' THEN OLD."id" ELSE NEW."id" END);
  before jsonb := NULL;
BEGIN
  IF TG_OP <> 'INSERT' THEN
    before := jsonb_build_object('id', OLD."id"${
        joined(members, safe<"sql">``)
      });
  END IF;
  -- A notice has at most 8000 bytes.
  IF octet_length(before::text) > 7000 THEN
    before := '{}';
  END IF;
  PERFORM pg_notify('live', (notice || jsonb_build_object('before', before))::text);
  RETURN NULL;
END $$`,
      safe<
        "sql"
      >`CREATE TRIGGER ${tell} AFTER INSERT OR UPDATE OR DELETE ON ${table}
  FOR EACH ROW EXECUTE FUNCTION ${tell}()`,
    ];
  });
}

/** As the kit's `traits` has it. */
function isShort({ type, writeOnly }: FieldModel): boolean {
  return !writeOnly && SHORT.has(type);
}

const SHORT: ReadonlySet<string> = new Set([
  "boolean",
  "date",
  "email",
  "enum",
  "integer",
  "serial",
  "slug",
  "string",
  "uuid",
]);
