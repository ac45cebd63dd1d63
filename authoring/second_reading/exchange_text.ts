/**
 * Writes down what a step sent and what came back, for the raw output; passwords and tokens are left out.
 *
 * @module
 */
import { visible } from "../../generator/blueprint/quoted.ts";
import type {
  HttpAnswer,
  HttpRequest,
  NoAnswer,
} from "../../validation/fuzz/http_exchange.ts";
import type { ClaimStep } from "./claim.ts";

/** Renders one step. */
export function exchangeText(
  { step: { purpose, as }, at, request, answer, fault }: {
    readonly step: Pick<ClaimStep, "purpose" | "as">;
    readonly at: number;
    readonly request: HttpRequest;
    readonly answer: HttpAnswer | NoAnswer;
    readonly fault: string | undefined;
  },
): string {
  const { method, target, body } = request;
  const sent = body && new TextDecoder().decode(body);
  return [
    `  ${at}. ${purpose}: ${method} ${visible(target)} as ${as}`,
    ...(sent === undefined ? [] : [`     > ${withoutSecrets(sent)}`]),
    "status" in answer
      ? `     < ${answer.status} ${withoutSecrets(answer.text)}`
      : "     < nothing",
    `     ${fault === undefined ? "as wanted" : `NOT as wanted: ${fault}`}`,
  ].join("\n");
}

/** Makes a text of JSON one line, not too long, in which secrets are dots. */
export function withoutSecrets(text: string): string {
  const masked = text.replace(
    /("[^"]*(?:password|token|secret)[^"]*"\s*:\s*)"(?:[^"\\]|\\.)*"/gi,
    '$1"…"',
  );
  return visible(
    masked.length > MOST_SHOWN ? `${masked.slice(0, MOST_SHOWN)}…` : masked,
  );
}

const MOST_SHOWN = 2000;
