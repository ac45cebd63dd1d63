/**
 * Refresh tokens: one that was used, or given up, lets nobody in.
 *
 * @module
 */
import type { HttpAnswer } from "../fuzz/http_exchange.ts";
import type { FindingDraft } from "../tier.ts";
import type { AttackGround } from "./attack_ground.ts";
import { jsonRequest } from "./json_request.ts";

/** Replays tokens after a rotation and after a logout; nothing in a system whose users have none. */
export async function attackRefreshing(
  { model, world, send }: AttackGround,
): Promise<FindingDraft[]> {
  const { api, users } = model;
  if (api?.account || !users) return [];
  const base = `${api?.basePath ?? ""}/auth`;
  const login = world.viewers.find(({ login }) => login)?.login ?? {};
  const post = (path: string, body: unknown) =>
    send(jsonRequest("POST", base + path, body));
  const signIn = async () =>
    tokenIn(
      await post("/login", {
        [users.signIn]: login[users.signIn],
        password: login.password,
      }),
    );
  const refresh = (refreshToken: string | undefined) =>
    post("/refresh", { refreshToken });
  const findings: FindingDraft[] = [];
  const wantRefused = ({ status }: HttpAnswer, what: string) => {
    if (status === 401) return;
    findings.push({
      code: "V502",
      place: `POST ${base}/refresh`,
      cause: `found ${status} with ${what}, wanted 401`,
      nextStep:
        "let a refresh token be used once, and end its family when it comes again",
    });
  };
  const first = await signIn();
  const second = tokenIn(await refresh(first));
  if (second === undefined) {
    return [{
      code: "V502",
      place: `POST ${base}/refresh`,
      cause: "found no next token for a valid one, wanted one",
      nextStep:
        "look at how tokens are exchanged: without this nothing is shown",
    }];
  }
  wantRefused(await refresh(first), "a token that was used");
  wantRefused(await refresh(second), "the token after one that was replayed");
  const third = await signIn();
  await post("/logout", { refreshToken: third });
  wantRefused(await refresh(third), "a token after its logout");
  const fourth = await signIn() ?? "";
  const [family = "", secret = ""] = fourth.split(".");
  for (
    const [what, token] of [
      ["a token of another secret", `${family}.${secret.slice(0, -4)}AAAA`],
      ["half a token", fourth.slice(0, -10)],
      ["the id of a family", family],
      ["a text", "' OR 1=1 --"],
    ] as const
  ) {
    wantRefused(await refresh(token), what);
  }
  return findings;
}

function tokenIn({ json }: HttpAnswer): string | undefined {
  const { refreshToken } = Object(json);
  return typeof refreshToken === "string" ? refreshToken : undefined;
}
