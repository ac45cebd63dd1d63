/**
 * `POST /publications`: Publish several articles at once. It is made of the blueprint's `run`: change it there.
 *
 * @module
 */
import type { Client } from "../client/client.ts";
import { integer, list, text, uuid } from "../kit/api_schema.ts";
import type { CustomEndpoint, EndpointCall } from "../kit/custom_endpoint.ts";
import type { LogicViewer } from "../kit/entity_logic.ts";

/** What the body says; null where it says nothing. */
export interface PublishAllBody {
  /** The articles. */
  readonly articles: readonly string[];
  /** The note. */
  readonly note: string | null;
}

/** What is answered. */
export interface PublishAllAnswer {
  /** The published. */
  readonly published: number;
  /** The by. */
  readonly by: string;
}

/** What the function is given. */
export interface PublishAllCall extends EndpointCall<Client> {
  /** What the body says; null where it says nothing. */
  readonly body: PublishAllBody;
  /** Who asks. */
  readonly viewer: LogicViewer;
}

/** Publish several articles at once. */
export async function publishAll(
  { body, viewer, api, refuse }: PublishAllCall,
): Promise<PublishAllAnswer> {
  if (body.articles.length === 0) {
    return refuse(409, "There is nothing to publish.");
  }
  let published = 0;
  for (const id of body.articles) {
    await api.articles.publish(id);
    published += 1;
  }
  return { published, by: viewer.id };
}

/** The endpoint, as the gateway mounts it. */
export const PUBLISH_ALL_ENDPOINT: CustomEndpoint<Client> = {
  name: "publish_all",
  method: "POST",
  path: "/publications",
  access: ["users"],
  body: {
    articles: { is: list(uuid(), 20) },
    note: { is: text({ max: 80 }), otherwise: null },
  },
  answer: { published: { is: integer() }, by: { is: uuid() } },
  status: 202,
  run: publishAll,
};
