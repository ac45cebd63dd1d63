/**
 * {@link Blueprint} → {@link SystemModel}: intent becomes wiring, names are inferred, every default is filled in, and the
 * result is a checked graph.
 *
 * @module
 */
import { refersTo } from "../blueprint/check_requirements.ts";
import type { Diagnostic } from "../diagnostic.ts";
import type { Blueprint } from "../blueprint/blueprint.ts";
import { secondsOf } from "../blueprint/duration_text.ts";
import { checkBlueprint } from "../blueprint/check_blueprint.ts";
import { completeLinks } from "../blueprint/complete_links.ts";
import { completeMarks } from "../blueprint/complete_marks.ts";
import { completeUsers } from "../blueprint/complete_users.ts";
import {
  DiagnosticList,
  type SourcePositions,
} from "../blueprint/diagnostic_list.ts";
import { buildComponents, buildConnections } from "./build_components.ts";
import { checkClassNames } from "./check_class_names.ts";
import { checkObjectNames } from "./check_object_names.ts";
import { checkCycles } from "./check_cycles.ts";
import { checkExchanges } from "./check_exchanges.ts";
import { checkModel, connectionKey } from "./check_model.ts";
import { classifyWires, type Exchange } from "./classify_wires.ts";
import { completeWiring } from "./complete_wiring.ts";
import { draftWiring, type WiringDraft } from "./component_draft.ts";
import { describeSystem } from "./describe.ts";
import { withApi } from "./expand_api.ts";
import { expandEntities } from "./expand_entities.ts";
import { sentence } from "./expand_entity.ts";
import { withSchedules } from "./expand_schedules.ts";
import { withIdempotency } from "./expand_idempotency.ts";
import { withEndpoints } from "./expand_endpoints.ts";
import { withUsers } from "./expand_users.ts";
import { withLive } from "./expand_live.ts";
import { withWebhooks } from "./expand_webhooks.ts";
import { checkIncludes } from "./includes.ts";
import { inferEntities } from "./infer_entities.ts";
import { inferTypes } from "./infer_types.ts";
import { nameForms } from "./names.ts";
import type {
  ComponentModel,
  ConnectionModel,
  EntityModel,
  SystemModel,
} from "./system_model.ts";
import { withShortIdentifiers } from "./short_identifiers.ts";

/** What expansion may know beside the blueprint. */
export interface ExpandOptions {
  /** Where the blueprint's paths stand in its text, from `parseBlueprint`. */
  readonly positions?: SourcePositions;
}

/** What expansion gives. */
export interface ExpandedBlueprint {
  /** The model; missing when a diagnostic is an error. */
  readonly model?: SystemModel;
  /** What was found and what was assumed. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Checks and expands a blueprint, wherever it comes from. Pure, synchronous; never throws on a typed blueprint. */
export function expand(
  blueprint: Blueprint,
  options: ExpandOptions = {},
): ExpandedBlueprint {
  const diagnostics = new DiagnosticList(options.positions);
  const model = expandChecked(blueprint, diagnostics);
  return diagnostics.failed || !model
    ? { diagnostics: diagnostics.items }
    : { model, diagnostics: diagnostics.items };
}

function expandChecked(
  written: Blueprint,
  diagnostics: DiagnosticList,
): SystemModel | undefined {
  const linked = completeLinks(written, diagnostics);
  const withUser = completeUsers(linked, diagnostics);
  const blueprint = completeMarks(withUser, diagnostics);
  checkBlueprint(blueprint, diagnostics);
  if (isEmpty(blueprint)) {
    diagnostics.error(
      "AC401",
      "system",
      `Cannot build "${blueprint.system}": found neither entities nor components`,
      {
        hint: "add entities: { task: { fields: { title: { type: string } } } }",
      },
    );
  }
  if (diagnostics.failed) return undefined;
  const draft = draftWiring(blueprint, diagnostics);
  const model = expandWiring(draft, blueprint, diagnostics);
  if (!model) checkCycles(draft, diagnostics);
  return model;
}

function expandWiring(
  draft: WiringDraft,
  blueprint: Blueprint,
  diagnostics: DiagnosticList,
): SystemModel | undefined {
  inferTypes(draft, diagnostics);
  if (diagnostics.failed) return undefined;
  const all = inferEntities(draft, blueprint.entities ?? {}, diagnostics);
  const expanded = expandEntities(all, diagnostics);
  const entities = blueprint.store?.engine === "postgres"
    ? expanded.map(withShortIdentifiers)
    : expanded;
  if (diagnostics.failed) return undefined;
  const roles = completeWiring(draft, Object.keys(all), diagnostics);
  if (!roles) return undefined;
  const exchanges = classifyWires(draft, diagnostics);
  if (!diagnostics.failed) checkExchanges(exchanges, roles, diagnostics);
  if (diagnostics.failed) return undefined;
  const system = nameForms(blueprint.system);
  const { wires } = draft;
  const wiring = { system, entities, roles, wires, exchanges };
  const components = buildComponents(wiring);
  checkClassNames(components, entities, diagnostics);
  checkObjectNames(entities, diagnostics);
  const connections = buildConnections(wiring, components);
  const withUser = withUsers(
    modelOf(blueprint, entities, components, connections),
    blueprint,
  );
  const told = withLive(withWebhooks(withUser, blueprint));
  const model = withIdempotency(withSchedules(told, blueprint), blueprint);
  checkModel(model, pathsOf(exchanges), diagnostics);
  const complete = withApi(model, blueprint, diagnostics);
  checkIncludes(complete, diagnostics);
  return withEndpoints(complete, blueprint);
}

function isEmpty(blueprint: Blueprint): boolean {
  return Object.keys(blueprint.entities ?? {}).length === 0 &&
    Object.keys(blueprint.components ?? {}).length === 0;
}

function modelOf(
  blueprint: Blueprint,
  entities: readonly EntityModel[],
  components: readonly ComponentModel[],
  connections: readonly ConnectionModel[],
): SystemModel {
  const name = nameForms(blueprint.system);
  return {
    name,
    description: sentence(blueprint.description) ?? describeSystem(name.words),
    port: blueprint.http?.port ?? DEFAULT_PORT,
    ...rateLimitOf(blueprint),
    engine: blueprint.store?.engine ?? "sqlite",
    durability: blueprint.store?.durability ?? "full",
    entities,
    components,
    connections,
    requirements: (blueprint.requirements ?? []).map((requirement, index) => ({
      id: `R${index + 1}`,
      text: requirement.text,
      covers: requirement.covers.filter((reference) =>
        refersTo(reference, blueprint)
      ),
    })),
  };
}

function rateLimitOf({ http }: Blueprint): Pick<SystemModel, "rateLimit"> {
  if (http?.rateLimit === undefined) return {};
  const { requests, per = "1m" } = http.rateLimit;
  return { rateLimit: { requests, seconds: secondsOf(per) } };
}

function pathsOf(exchanges: readonly Exchange[]): ReadonlyMap<string, string> {
  const wires = exchanges.flatMap(({ forward, back }) =>
    back ? [forward, back] : [forward]
  );
  return new Map(wires.map((wire) => [connectionKey(wire), wire.path]));
}

const DEFAULT_PORT = 8080;
