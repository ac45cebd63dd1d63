/**
 * What docs/API.md says of an API with a shape of its own: read off its OpenAPI document, so that the two agree.
 *
 * @module
 */
import { nameForms } from "../model/names.ts";
import { besideName, fieldName, seenName } from "../model/api_naming.ts";
import type { ApiModel } from "../model/api_model.ts";
import { resourceNamed } from "../model/api_context.ts";
import type { SystemModel } from "../model/system_model.ts";
import {
  joined,
  type Language,
  mdCode,
  mdCommand,
  mdText,
  type Name,
  name,
  type Safe,
  safe,
  shJson,
} from "../../templates/safe_text.ts";
import type { ShapedApiDocView } from "../../templates/views.ts";
import { tenantNote } from "./access_docs.ts";
import { registeredEntity, userOf } from "./access_view.ts";
import { nameOf, seenTenantExample } from "./account_tenant_view.ts";
import { keysNote } from "./idempotency_view.ts";
import { limitNote } from "./rate_limit_views.ts";
import { resourceAggregatesText } from "./resource_aggregate_view.ts";
import { filesAt } from "./resource_file_view.ts";
import { resourceBulkText } from "./resource_bulk_view.ts";
import { resourceLiveNotes } from "./resource_live_view.ts";
import { withEndpointPaths } from "./openapi_endpoints.ts";
import { shapedDocument } from "./openapi_resources.ts";
import { withArticle } from "../blueprint/with_article.ts";
import { exampleBody } from "./sample_values.ts";
import { withWords } from "./logic_words.ts";

type Md = Safe<"md">;

/** Describes the page of endpoints. */
export function shapedApiDocView(
  system: SystemModel,
  api: ApiModel,
): ShapedApiDocView {
  const document = withEndpointPaths(shapedDocument(system, api), system);
  const keys = keysNote(system);
  const aggregates = resourceAggregatesText(api);
  const bulk = resourceBulkText(api);
  const live = resourceLiveNotes(api, system);
  const endpoints = endpointsOf(document.paths as Paths);
  const tags = document.tags as readonly { readonly name: string }[];
  return {
    ...limitNote(system),
    notes: notesOf(system, api),
    commands: accountCommands(system, api),
    parts: tags.map((tag) => ({
      title: mdText(tag.name.charAt(0).toUpperCase() + tag.name.slice(1)),
      endpoints: endpoints.filter((one) => one.tag === tag.name)
        .map((one) => one.view),
      notes: shownNotes(tag.name, api),
    })),
    lists: listsText(api),
    ...(aggregates ? { aggregates } : {}),
    ...(bulk ? { bulk } : {}),
    ...(live.length > 0 ? { live } : {}),
    ...(keys ? { keys } : {}),
    errors: errorsText(api, system.users !== undefined),
    tokens: system.users !== undefined,
  };
}

/** Puts a token into a shell variable, and reads oneself by it. */
export function accountCommands(system: SystemModel, api: ApiModel): Md[] {
  const { account, scheme, envelope } = api;
  if (!account || !system.users) return [];
  const body = exampleBody(registeredEntity(userOf(system)));
  const { signIn } = system.users;
  const register = system.users.open ? account.register : undefined;
  const seen = Object.fromEntries(
    Object.entries(register ? body : { [signIn]: body[signIn] })
      .map(([name, value]) => [fieldName(api, account.shows, name), value]),
  );
  const given = {
    ...seen,
    ...(register ? seenTenantExample(api, system) : {}),
    password: "a long password",
  };
  const sent = envelope ? { [account.name]: given } : given;
  const token = account.shows.find(({ kind }) => kind === "token");
  if (!token) return [];
  const place = safe<"sh">`http://127.0.0.1:${system.port}`;
  return [
    mdCommand(
      safe`token=$(curl -s ${place}${
        pathName(register ?? account.login)
      } -H 'content-type: application/json' -d ${shJson(sent)} | sed 's/.*"${
        name(token.name)
      }":"\\([^"]*\\)".*/\\1/')`,
    ),
    mdCommand(
      safe`curl ${place}${pathName(account.self)} -H "authorization: ${
        name(scheme)
      } $token"`,
    ),
  ];
}

interface Endpoint {
  readonly tag: string;
  readonly view: ShapedApiDocView["parts"][number]["endpoints"][number];
}

type Paths = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

function endpointsOf(paths: Paths): Endpoint[] {
  return Object.entries(paths).flatMap(([place, item]) =>
    Object.entries(item).flatMap(([method, operation]) => {
      if (method === "parameters") return [];
      const { tags, summary, description, security, responses } = operation as {
        readonly tags: readonly string[];
        readonly summary: string;
        readonly description?: string;
        readonly security?: readonly object[];
        readonly responses: Readonly<Record<string, unknown>>;
      };
      return [{
        tag: tags[0] ?? "",
        view: {
          method: name(method.toUpperCase()),
          path: pathName(place),
          summary: mdText(withWords(summary, description)),
          token: mdText(tokenNeed(security)),
          answers: joined(
            Object.keys(responses).map((status) => name(status)),
            safe`, `,
          ),
        },
      }];
    })
  );
}

/** A requirement without a scheme says that none may do. */
function tokenNeed(security: readonly object[] = []): string {
  if (security.length === 0) return "";
  return security.some((one) => Object.keys(one).length === 0)
    ? "optional"
    : "needed";
}

function notesOf(system: SystemModel, api: ApiModel): Md[] {
  const { users } = system;
  const { envelope, unknownFields, scheme, account, origins, resources } = api;
  const first = resources.find(({ operations }) =>
    operations.some(({ operation }) => operation === "list")
  );
  const one = first ? seenName(api, first.name) : "item";
  const many = first ? seenName(api, first.plural) : "items";
  return [
    ...(envelope
      ? [
        safe<"md">`What is sent and answered stands under its name: ${
          mdCode(`{ "${one}": { … } }`)
        }, a list under its plural: ${mdCode(`{ "${many}": [ … ] }`)}.`,
      ]
      : []),
    unknownFields === "ignore"
      ? safe<"md">`Fields that a body may not have are passed over.`
      : safe<"md">`Fields that a body may not have are refused (422).`,
    ...(users
      ? [
        safe<"md">`Requests carry the access token: ${
          mdCode(`Authorization: ${scheme} …`)
        }. Without a valid one where it is needed, and with one that is not valid anywhere, the answer is 401.${
          account?.setsPassword
            ? safe<
              "md"
            >` A change of the account may set the password; whoever has a token can do so.`
            : safe<"md">``
        }`,
      ]
      : []),
    ...(users?.tenant
      ? [
        tenantNote(users, {
          relation: nameOf(api, system),
          entity: users.tenant.entity,
          answered: "without a token",
        }),
      ]
      : []),
    ...(resources.some((resource) => filesAt(resource).length > 0)
      ? [
        safe<"md">`A file is sent by a ${
          mdCode("PUT")
        } of its own, as it is, with its ${
          mdCode("Content-Type")
        }, and is known by the name in ${
          mdCode("Content-Disposition")
        }; bodies say nothing of files. Whoever may read an entity may read its files, in parts by ${
          mdCode("Range")
        }, too; whoever may change it by ${
          mdCode("PATCH")
        } may send and delete them.`,
      ]
      : []),
    ...(origins.length > 0
      ? [
        safe<"md">`Pages of ${
          mdText(origins.includes("*") ? "any origin" : origins.join(", "))
        } may call it from a browser.`,
      ]
      : []),
  ];
}

/** What clients see of the resource that a part is about. */
function shownNotes(tag: string, { resources, ...api }: ApiModel): Md[] {
  return resources.filter(({ plural }) => plural.words === tag).map(
    ({ shows, name: { words }, key, listsOmit }) => {
      const names = shows.map((shown) => {
        const of = "resource" in shown && shown.resource !== undefined
          ? resourceNamed({ resources, ...api }, shown.resource)
          : undefined;
        return of
          ? safe<"md">`${mdCode(shown.name)} (as ${mdText(of.name.words)})`
          : mdCode(shown.name);
      });
      const omitted = listsOmit === undefined
        ? safe<"md">``
        : safe<"md">`; lists leave out ${
          joined(listsOmit.map((name) => mdCode(name)), safe`, `)
        }`;
      const one = withArticle(words);
      const subject = one.charAt(0).toUpperCase() + one.slice(1);
      return safe<"md">`${mdText(subject)} shows ${
        joined(names, safe`, `)
      }${omitted}. In paths stands its ${mdCode(key)}.`;
    },
  );
}

function listsText(api: ApiModel): Md {
  const { paging, resources, naming } = api;
  const listed = resources.find(({ operations }) =>
    operations.some(({ operation }) => operation === "list")
  );
  const beside = besideName(api, listed?.plural ?? nameForms("items"));
  const newest = naming === "snake_case" ? "created_at" : "createdAt";
  const parts = paging.style === "offset"
    ? safe<"md">`${
      mdCode("limit")
    } (${paging.limit}, at most ${paging.most}) and ${
      mdCode("offset")
    } (0); beside the page stands the number of all, as ${mdCode(beside)}.`
    : safe<"md">`${
      mdCode("limit")
    } (${paging.limit}, at most ${paging.most}) and ${mdCode("cursor")} (the ${
      mdCode(beside)
    } of the page before).`;
  return safe`${parts} ${
    mdCode(`sort=-${newest},title`)
  } sorts by at most four names, ${
    mdCode("q=")
  } (at most 200 characters) searches texts. Parameters that a list does not have are 422.`;
}

function errorsText({ errors }: ApiModel, tokens: boolean): Md {
  const statuses: Md = safe`400 cannot be parsed, ${
    tokens
      ? safe<"md">`401 a valid token is needed, 403 not allowed, `
      : safe<"md">``
  }404 no such thing, 405 wrong method (see ${
    mdCode("Allow")
  }), 408 the body took too long, 409 conflict, 412 a condition does not hold, 413 too large, 415 not JSON, 422 breaks rules, ${
    tokens ? safe<"md">`429 too often, ` : safe<"md">``
  }503 busy, restarting or stopping (see ${mdCode("Retry-After")}).`;
  if (errors === "fields") {
    return safe`Errors are lists of messages by what each is about, and all of them in ${
      mdCode("body")
    }, ${
      mdCode(
        '{ "errors": { "title": ["can\'t be blank"], "body": ["title can\'t be blank"] } }',
      )
    }: ${statuses}`;
  }
  return errors === "messages"
    ? safe`Errors are lists of messages, ${
      mdCode('{ "errors": { "body": ["title must not be blank"] } }')
    }: ${statuses}`
    : safe`Errors are ${
      mdCode("application/problem+json")
    } (RFC 9457): ${statuses} ${mdCode("errors")} names each ${
      mdCode("path")
    }.`;
}

/** A path is made of checked names; only the braces around its keys are not of a name. */
/** Spells a path with its braces. */
export function pathName(text: string): Name {
  const parts = text.split(/([{}])/).filter((part) => part !== "");
  return joined<Language>(
    parts.map((part) =>
      part === "{" ? safe`{` : part === "}" ? safe`}` : name(part)
    ),
    safe``,
  );
}
