/**
 * One's own account: register, sign in, see and change oneself, and get in without a right to.
 *
 * @module
 */
import type { AccountSubject } from "../../kit/account_stage.ts";
import { accountTrials } from "../../kit/account_trials.ts";
import { tenantAccountTrials } from "../../kit/tenant_account_trials.ts";
import { USER_SPEC } from "../../models/user.ts";
import { ACCOUNT } from "../../resources/account.ts";
import { API_SHAPE } from "../../resources/api_shape.ts";
import { TEST_AUTH } from "../test_system.ts";
import { startTrialSystem } from "../trial_system.ts";

/** What is declared of accounts; fields have the names that the model has for them. */
const ACCOUNTS: AccountSubject = {
  account: ACCOUNT,
  shape: API_SHAPE,
  errors: "fields",
  entity: USER_SPEC,
  signIn: "email",
  role: "role",
  tenants: {
    entity: "practice",
    field: "practiceId",
    inviter: "vet",
    founder: "vet",
    member: "helper",
  },
  changes: true,
  required: ["email", "fullName"],
  others: { email: "other@example.com", fullName: "Changed" },
  refused: [
    {
      field: "email",
      what: "too long",
      value: "x".repeat(255) + "@example.com",
    },
    { field: "email", what: "malformed", value: "not this" },
    { field: "fullName", what: "blank", value: " " },
    { field: "fullName", what: "too long", value: "x".repeat(81) },
  ],
  tokens: { issuer: "vet_rounds", secret: TEST_AUTH.secret },
};

for (const { title, run } of accountTrials(ACCOUNTS)) {
  Deno.test(title, () => run(startTrialSystem));
}

for (const { title, run } of tenantAccountTrials(ACCOUNTS)) {
  Deno.test(title, () => run(startTrialSystem));
}
