/**
 * All endpoints of the system's own.
 *
 * @module
 */
import type { Client } from "../client/client.ts";
import type { CustomEndpoint } from "../kit/custom_endpoint.ts";
import { PUBLISHING_REPORT_ENDPOINT } from "./publishing_report_endpoint.ts";
import { PUBLISH_ALL_ENDPOINT } from "./publish_all_endpoint.ts";
import { GREETING_ENDPOINT } from "./greeting_endpoint.ts";

/** The endpoints that the blueprint has. */
export const SYSTEM_ENDPOINTS: readonly CustomEndpoint<Client>[] = [
  PUBLISHING_REPORT_ENDPOINT,
  PUBLISH_ALL_ENDPOINT,
  GREETING_ENDPOINT,
];
