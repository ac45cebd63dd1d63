/**
 * Brute force: whoever guesses passwords is slowed down, and learns nothing from how long an answer takes.
 *
 * @module
 */
import type { DeepContext } from "../deep_part.ts";
import type { HttpAnswer } from "../fuzz/http_exchange.ts";
import { fieldName } from "../../generator/model/api_naming.ts";
import { wrapped } from "../live_creations.ts";
import type { CheckOutcome, FindingDraft } from "../tier.ts";
import { type AttackGround, noteOf, onGround } from "./attack_ground.ts";
import { jsonRequest } from "./json_request.ts";

/** Signs in wrongly again and again, as somebody known and as nobody. */
export function attackBruteForce(context: DeepContext): Promise<CheckOutcome> {
  if (!context.model.users) {
    const notApplicable = "the system has no users: there is nothing to guess";
    return Promise.resolve({ notApplicable });
  }
  return onGround(context, "brute_force", async (ground) => {
    const timing = await compareTimes(ground);
    const guessing = await guess(ground);
    return {
      findings: [...timing.findings, ...guessing.findings],
      note: [noteOf(ground.attempts(), WEAKNESSES), timing.note, guessing.note]
        .join("; "),
    };
  });
}

/** As many accounts as there are, a few wrong passwords each: fewer than slow anybody down. */
async function compareTimes(
  ground: AttackGround,
): Promise<{ findings: FindingDraft[]; note: string }> {
  const { users } = ground.model;
  const known: number[] = [];
  const unknown: number[] = [];
  const people = ground.world.viewers.filter(({ login }) => login);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [at, { login }] of people.slice(0, MOST_PEOPLE).entries()) {
      // In turn, so that a busy moment of the machine meets both.
      const [right, wrong] = [
        await tryLogin(ground, login?.[users?.signIn ?? ""]),
        await tryLogin(ground, nameOf(ground, `nobody${round}x${at}`)),
      ];
      // Who is slowed down already is answered soon, whoever they are.
      if (right.status === 429 || wrong.status === 429) continue;
      known.push(right.ms);
      unknown.push(wrong.ms);
    }
  }
  if (known.length < FEWEST) {
    return { findings: [], note: "slowed down before times could be compared" };
  }
  const [right, wrong] = [median(known), median(unknown)];
  const note =
    `${right.toFixed()} ms for a wrong password, ${wrong.toFixed()} ms for nobody's`;
  const ratio = Math.max(right, wrong) / Math.max(1, Math.min(right, wrong));
  if (ratio < TELLING) return { findings: [], note };
  return {
    note,
    findings: [{
      code: "V508",
      place: `POST ${loginPath(ground)}`,
      cause: `found medians of ${note}, wanted them alike`,
      nextStep:
        "do the same work for an account that does not exist as for a wrong password",
    }],
  };
}

async function guess(
  ground: AttackGround,
): Promise<{ findings: FindingDraft[]; note: string }> {
  const { users } = ground.model;
  const name = ground.world.viewers.find(({ login }) => login)
    ?.login?.[users?.signIn ?? ""];
  const most = (users?.tries?.login?.tries ?? USUAL_TRIES) + 5;
  const place = `POST ${loginPath(ground)}`;
  for (let tried = 1; tried <= most; tried++) {
    const { status, headers } = await tryLogin(ground, name);
    if (status !== 429) continue;
    const after = Number(headers["retry-after"]);
    const note = `429 after ${
      tried + ROUNDS
    } wrong passwords, again in ${after} s`;
    if (after > 0) return { findings: [], note };
    return {
      note,
      findings: [{
        code: "V507",
        place,
        cause: `found 429 with Retry-After ${
          headers["retry-after"]
        }, wanted seconds`,
        nextStep: "say when it may be tried again",
      }],
    };
  }
  return {
    note: `${most} wrong passwords`,
    findings: [{
      code: "V507",
      place,
      cause:
        `found no 429 after ${most} wrong passwords of one account, wanted one`,
      nextStep: "limit failed logins of an account, and of an address",
    }],
  };
}

function tryLogin(
  ground: AttackGround,
  name: unknown,
): Promise<HttpAnswer> {
  const { api, users } = ground.model;
  const account = api?.account;
  const names = { [users?.signIn ?? ""]: name, password: "wrong-password-1" };
  const body = api && account
    ? wrapped(
      api,
      account.name,
      Object.fromEntries(
        Object.entries(names).map((
          [field, value],
        ) => [fieldName(api, account.shows, field), value]),
      ),
    )
    : names;
  return ground.send(jsonRequest("POST", loginPath(ground), body));
}

function loginPath({ model: { api } }: AttackGround): string {
  return api?.account?.login ?? `${api?.basePath ?? ""}/auth/login`;
}

/** A name of somebody who is not there, that looks like one. */
function nameOf({ model, world }: AttackGround, word: string): string {
  const { users } = model;
  const field = world.words.entity(users?.entity)?.fields
    .find(({ name }) => name === users?.signIn);
  return field?.type === "email" ? `${word}@example.com` : word;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

const ROUNDS = 3;
const MOST_PEOPLE = 4;
/** Pairs of times, of which a median tells something. */
const FEWEST = 4;
/** A hash that is left out makes an answer many times faster; a busy machine does not make every second one so. */
const TELLING = 3;
const USUAL_TRIES = 10;
const WEAKNESSES = "CWE-307, CWE-208, CWE-204; OWASP API2:2023, API4:2023";
