/**
 * What clients may send to register and to sign in.
 *
 * @module
 */
import { date, email, text, uuid } from "../kit/api_schema.ts";
import { authSchemas } from "../kit/auth_routes.ts";
import { type BodySchema, nested } from "../kit/body_schema.ts";

const SCHEMAS = authSchemas({
  email: email(),
  fullName: text({ max: 80, notBlank: true }),
  mentorId: uuid().nullable().optional(),
  // Whoever registers opens a practice; whom somebody creates joins theirs.
  practice: nested({
    name: text({ max: 80, notBlank: true }),
    openSince: date().nullable().optional(),
  }).optional(),
}, "email");

/** The body of a registration: the fields of a user and a password. */
export const REGISTRATION: BodySchema = SCHEMAS.registration;

/** The body of a login. */
export const LOGIN: BodySchema = SCHEMAS.login;

/** The body of a change of one's own account: some of the fields, and a new password. */
export const ACCOUNT_CHANGE: BodySchema = SCHEMAS.change;
