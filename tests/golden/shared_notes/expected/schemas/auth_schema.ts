/**
 * What clients may send to register and to sign in.
 *
 * @module
 */
import { email, text, url } from "../kit/api_schema.ts";
import { authSchemas } from "../kit/auth_routes.ts";
import { type BodySchema, nested } from "../kit/body_schema.ts";

const SCHEMAS = authSchemas({
  email: email(),
  // Whoever registers opens an organisation; whom somebody creates joins theirs.
  organisation: nested({
    name: text({ max: 80, notBlank: true }),
    site: url().nullable().optional(),
  }).optional(),
}, "email");

/** The body of a registration: the fields of a user and a password. */
export const REGISTRATION: BodySchema = SCHEMAS.registration;

/** The body of a login. */
export const LOGIN: BodySchema = SCHEMAS.login;
