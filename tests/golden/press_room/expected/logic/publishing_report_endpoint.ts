/**
 * `GET /reports/{section}`: How much of a section is published. It is made of the blueprint's `run`: change it there.
 *
 * @module
 */
import type { Client } from "../client/client.ts";
import {
  boolean,
  date,
  decimal,
  integer,
  list,
  oneOf,
  text,
} from "../kit/api_schema.ts";
import type { CustomEndpoint, EndpointCall } from "../kit/custom_endpoint.ts";
import type { LogicViewer } from "../kit/entity_logic.ts";

/** The parameters of the path. */
export interface PublishingReportParams {
  /** The section. */
  readonly section: "news" | "culture" | "sport";
}

/** What the query says; null where it says nothing. */
export interface PublishingReportQuery {
  /** The since. */
  readonly since: string | null;
  /** The drafts. */
  readonly drafts: boolean;
}

/** What is answered. */
export interface PublishingReportAnswer {
  /** The total. */
  readonly total: number;
  /** The share. */
  readonly share?: number | null;
  /** The titles. */
  readonly titles?: readonly string[];
}

/** What the function is given. */
export interface PublishingReportCall extends EndpointCall<Client> {
  /** The parameters of the path. */
  readonly params: PublishingReportParams;
  /** What the query says; null where it says nothing. */
  readonly query: PublishingReportQuery;
  /** Who asks. */
  readonly viewer: LogicViewer;
}

/** How much of a section is published. */
export async function publishingReport(
  { params, query, api }: PublishingReportCall,
): Promise<PublishingReportAnswer> {
  let total = 0;
  const titles: string[] = [];
  for await (
    const article of api.articles.listAll({ section: params.section })
  ) {
    if (query.since !== null && article.createdAt < query.since) continue;
    if (article.status === "draft" && !query.drafts) continue;
    total += 1;
    if (article.status === "published") titles.push(article.title);
  }
  const share = total === 0 ? null : Number((titles.length / total).toFixed(2));
  return { total, share, titles: titles.slice(0, 100) };
}

/** The endpoint, as the gateway mounts it. */
export const PUBLISHING_REPORT_ENDPOINT: CustomEndpoint<Client> = {
  name: "publishing_report",
  method: "GET",
  path: "/reports/{section}",
  access: ["editor"],
  params: { section: { is: oneOf(["news", "culture", "sport"]) } },
  query: {
    since: { is: date(), otherwise: null },
    drafts: { is: boolean(), otherwise: true, as: "boolean" },
  },
  answer: {
    total: { is: integer({ min: 0 }) },
    share: { is: decimal(2), otherwise: null },
    titles: { is: list(text({ max: 200 }), 100), otherwise: [] },
  },
  status: 200,
  run: publishingReport,
};
