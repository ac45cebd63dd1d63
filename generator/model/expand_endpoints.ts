/**
 * The part of expansion that is about endpoints of the system's own, and back.
 *
 * @module
 */
import { ruleList } from "../blueprint/access_rules.ts";
import type { Blueprint, FieldBlueprint } from "../blueprint/blueprint.ts";
import { paramsOf } from "../blueprint/check_endpoint_examples.ts";
import {
  type EndpointBlueprint,
  type EndpointFields,
  originsOf,
} from "../blueprint/endpoint_blueprint.ts";
import type { EndpointModel } from "./endpoint_model.ts";
import { expandField, sentence } from "./expand_entity.ts";
import { writtenCode } from "./expand_logic.ts";
import { nameForms, wordsOf } from "./names.ts";
import type { FieldModel, NameForms, SystemModel } from "./system_model.ts";

/** Adds the endpoints of a blueprint to its model, where it has any. */
export function withEndpoints<M extends SystemModel | undefined>(
  model: M,
  { endpoints = {} }: Blueprint,
): M {
  const all = Object.entries(endpoints);
  return model === undefined || all.length === 0 ? model : {
    ...model,
    endpoints: all.map(([name, one]) => expandEndpoint(name, one, model)),
  };
}

/** Writes endpoints as a blueprint does. */
export function writtenEndpoints(
  endpoints: readonly EndpointModel[],
  hasUsers: boolean,
): Readonly<Record<string, EndpointBlueprint>> {
  return Object.fromEntries(endpoints.map((endpoint) => {
    const { logic, params, query, body, answer } = endpoint;
    return [endpoint.name.snake, {
      method: endpoint.method,
      path: endpoint.segment,
      ...(hasUsers ? { access: endpoint.access } : {}),
      ...(params.length > 0 ? { params: fieldsOf(params, false) } : {}),
      ...(query.length > 0 ? { query: fieldsOf(query, true) } : {}),
      ...(body ? { body: fieldsOf(body, true) } : {}),
      ...(answer ? { answer: fieldsOf(answer, true) } : {}),
      status: endpoint.status,
      description: endpoint.description,
      ...(endpoint.fetches ? { fetches: endpoint.fetches } : {}),
      ...writtenCode(logic),
      ...(endpoint.examples.length > 0 ? { examples: endpoint.examples } : {}),
    }];
  }));
}

function expandEndpoint(
  snake: string,
  written: EndpointBlueprint,
  { api }: SystemModel,
): EndpointModel {
  const { run, file, behavior, answer, body } = written;
  const name = nameForms(snake);
  const path = `endpoints.${snake}`;
  const origins = originsOf(written);
  return {
    name,
    method: written.method ?? "GET",
    path: (api?.basePath ?? "") + written.path,
    segment: written.path,
    access: ruleList(written.access ?? []),
    params: expandAll(
      Object.fromEntries(
        Object.entries(paramsOf(written)).map(([key, field]) => [
          key,
          { ...field, required: true },
        ]),
      ),
      name,
    ),
    query: expandAll(written.query ?? {}, name),
    ...(body ? { body: expandAll(body, name) } : {}),
    ...(answer ? { answer: expandAll(answer, name) } : {}),
    status: written.status ?? (answer ? 200 : 204),
    description: sentence(written.description) ??
      `${capital(name.words)}.`,
    ...(origins ? { fetches: origins } : {}),
    logic: {
      ...(run === undefined ? {} : { run }),
      ...(file === undefined ? {} : { file: file.slice("./".length) }),
      ...(behavior === undefined ? {} : { behavior }),
      path,
    },
    examples: written.examples ?? [],
  };
}

function expandAll(
  fields: EndpointFields,
  endpoint: NameForms,
): readonly FieldModel[] {
  return Object.entries(fields).map(([name, field]) =>
    expandField(name, {
      ...field,
      description: sentence(field.description) ??
        `The ${wordsOf(name).join(" ")}.`,
    }, endpoint)
  );
}

function fieldsOf(
  fields: readonly FieldModel[],
  says: boolean,
): EndpointFields {
  return Object.fromEntries(fields.map((field) => {
    const written: FieldBlueprint = {
      type: field.type,
      ...(field.required && says ? { required: true } : {}),
      ...Object.fromEntries(
        SETTINGS.filter((key) => field[key] !== undefined)
          .map((key) => [key, field[key]]),
      ),
      description: field.description,
    };
    return [field.name, written];
  }));
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const SETTINGS = [
  "default",
  "min",
  "max",
  "minLength",
  "maxLength",
  "pattern",
  "values",
  "scale",
  "items",
  "maxItems",
  "sorted",
] as const;
