/**
 * Authentication: nothing but a valid token lets somebody in, and what was used or given up is not valid any more.
 *
 * @module
 */
import type { DeepContext } from "../deep_part.ts";
import type { CheckOutcome, FindingDraft } from "../tier.ts";
import { type AttackGround, noteOf, onGround } from "./attack_ground.ts";
import { type ForgedToken, forgedTokens, resigned } from "./forged_tokens.ts";
import { jsonRequest } from "./json_request.ts";
import { attackRefreshing } from "./attack_refreshing.ts";

/** Tries tokens that are none at the place that shows one's own account. */
export function attackAuthentication(
  context: DeepContext,
): Promise<CheckOutcome> {
  if (!context.model.users) {
    const notApplicable = "the system has no users: there is no one to be";
    return Promise.resolve({ notApplicable });
  }
  return onGround(context, "authentication", async (ground) => {
    const findings = [
      ...await attackHeader(ground),
      ...await attackRefreshing(ground),
    ];
    return { findings, note: noteOf(ground.attempts(), WEAKNESSES) };
  });
}

async function attackHeader(ground: AttackGround): Promise<FindingDraft[]> {
  const { model, world, stage, send } = ground;
  const path = selfPath(model);
  const target = (authorization?: string, query = "") =>
    jsonRequest("GET", path + query, undefined, {
      ...(authorization === undefined ? {} : { authorization }),
    });
  const own = world.viewers.filter(({ login }) => login);
  const valid = own[0]?.headers.authorization ?? "";
  const [scheme = "", token = ""] = valid.split(" ");
  const secret = stage.env.AUTH_SECRET ?? "";
  for (const right of [token, resigned(token, secret)]) {
    const { status } = await send(target(`${scheme} ${right}`));
    if (status === 200) continue;
    return [{
      code: "V502",
      place: `GET ${path}`,
      cause: `found ${status} with a valid token, wanted 200`,
      nextStep: "look at how tokens are checked: without this nothing is shown",
    }];
  }
  const forged: ForgedToken[] = [
    ...forgedTokens(token, { secret, victim: own[1]?.id ?? "" }),
    { what: "a text", token: "admin" },
    { what: "a long text", token: "a".repeat(5000) },
  ];
  const attempts = [
    ...forged.map((one) => ({
      what: one.what,
      request: target(`${scheme} ${one.token}`),
    })),
    ...[
      undefined,
      "",
      scheme,
      `${scheme} `,
      token,
      `Basic ${token}`,
      `Basic ${btoa("admin:admin")}`,
      `${scheme} ${token} ${token}`,
      `${scheme} ${token},`,
      `${scheme} null`,
      `${scheme} undefined`,
    ].map((header) => ({
      what: header === undefined
        ? "no header"
        : `the header ${JSON.stringify(header.replaceAll(token, "TOKEN"))}`,
      request: target(header),
    })),
    {
      what: "the token in the query",
      request: target(undefined, `?access_token=${token}&token=${token}`),
    },
    {
      what: "the token in a cookie",
      request: jsonRequest("GET", path, undefined, {
        cookie: `token=${token}; access_token=${token}; session=${token}`,
      }),
    },
  ];
  const findings: FindingDraft[] = [];
  for (const { what, request } of attempts) {
    const { status } = await send(request);
    if (status === 401) continue;
    findings.push({
      code: "V502",
      place: `GET ${path}`,
      cause: `found ${status} with ${what}, wanted 401`,
      nextStep:
        "accept one algorithm and one key, check every claim, and refuse the rest",
    });
  }
  return findings;
}

/** Where one sees oneself. */
function selfPath({ api }: AttackGround["model"]): string {
  return api?.account?.self ?? `${api?.basePath ?? ""}/auth/me`;
}

const WEAKNESSES = "CWE-287, CWE-347, CWE-613; OWASP API2:2023";
