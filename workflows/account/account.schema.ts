import { z } from 'zod';
import { NewAddress, Slug } from '../address.js';
import { HeldRole, Post, POST_SCOPES } from '../actor.js';
import { Day, inOrder, Line } from '../record.js';

/** Signing in. */
const Code = z.string().trim().min(1).max(40);
export const Credentials = z.strictObject({
  email: z.string().trim().toLowerCase().max(254),
  password: z.string().min(1).max(200),
  /** Of the person's device, or a recovery code, where the account asks for one. */
  code: Code.optional(),
});
export type Credentials = z.infer<typeof Credentials>;

/** Proving anew that a session is its owner’s: by a code where the account asks for one, else by the password. */
export const ProofGiven = z.union([z.strictObject({ password: z.string().min(1).max(200) }), z.strictObject({ code: Code })]);
export type ProofGiven = z.infer<typeof ProofGiven>;

/** The least characters of a password that alone lets somebody in; no composition rules (NIST SP 800-63B-4, 3.1.1.2). */
export const PASSWORD_LEAST = 15;
/** A password to be set; composed letters count once, however a keyboard sends them. */
export const NewPassword = z.string().normalize('NFC').min(PASSWORD_LEAST).max(200);

/** Changing one's own password. */
export const PasswordChange = z.strictObject({ current: z.string().min(1).max(200), next: NewPassword });
export type PasswordChange = z.infer<typeof PasswordChange>;

/** Asking for a letter that lets one set a new password. The answer is the same whether or not anybody has this address. */
export const ResetRequest = z.strictObject({ email: z.string().trim().toLowerCase().min(3).max(254) });
export type ResetRequest = z.infer<typeof ResetRequest>;

/** What the bearer of such a letter's link is told before setting a password. */
export const AccountLinkView = z.object({
  purpose: z.enum(['invitation', 'reset']),
  name: z.string(),
  email: z.string(),
  expiresAt: z.iso.datetime(),
});
export type AccountLinkView = z.infer<typeof AccountLinkView>;
export const PasswordSetting = z.strictObject({ password: NewPassword });
export type PasswordSetting = z.infer<typeof PasswordSetting>;

/** The first administrator of an installation, with the code that its log shows. */
export const FirstAdministratorDraft = z.strictObject({
  code: z.string().trim().min(1).max(60),
  name: Line(2, 120),
  email: z.email().max(254).toLowerCase(),
  password: NewPassword,
});
export type FirstAdministratorDraft = z.infer<typeof FirstAdministratorDraft>;
/** Whether the code that was printed last has expired: then a new start of the program prints another. */
export const FirstAdministratorView = z.object({ expired: z.boolean() });
export type FirstAdministratorView = z.infer<typeof FirstAdministratorView>;

/** The second factor of an account: since when a code is asked for (null: it is not), and how many recovery codes are left. */
export const FactorView = z.object({ confirmedAt: z.iso.datetime().nullable(), recoveryCodesLeft: z.int() });
export type FactorView = z.infer<typeof FactorView>;
/** Beginning with a second factor: an open session alone is not enough. */
export const FactorBeginning = z.strictObject({ password: z.string().min(1).max(200) });
export type FactorBeginning = z.infer<typeof FactorBeginning>;
/** What an authenticator application needs: the secret in Base32, and both as an `otpauth:` address for a picture. */
export const FactorBegun = z.object({ secret: z.string(), uri: z.string() });
export type FactorBegun = z.infer<typeof FactorBegun>;
export const FactorConfirmation = z.strictObject({ code: Code });
export type FactorConfirmation = z.infer<typeof FactorConfirmation>;
/** Codes for the day on which the device is lost, each good once; shown once. */
export const RecoveryCodes = z.object({ codes: z.array(z.string()) });
export type RecoveryCodes = z.infer<typeof RecoveryCodes>;

/** Minutes without use after which a session ends, and how long before the page says so (ux.md P20). */
export const SESSION_IDLE_MINUTES = 30;
export const SESSION_WARNING_MINUTES = 5;

/** A place where one is signed in. `device` is what its browser says of itself. */
export const SessionView = z.object({
  id: z.uuid(),
  device: z.string(),
  address: z.string(),
  createdAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime(),
  current: z.boolean(),
});
export type SessionView = z.infer<typeof SessionView>;
export const SessionList = z.object({ items: z.array(SessionView) });
export type SessionList = z.infer<typeof SessionList>;

/** A post as its holder sees it. */
export const PostView = Post.extend({
  roleName: z.string(),
  unitName: z.string().nullable(),
  blocSlug: z.string().nullable(),
  year: z.int().nullable(),
});
export type PostView = z.infer<typeof PostView>;

/** A bloc that the reader takes part in, with its years. */
export const BlocChoice = z.object({ id: z.uuid(), slug: z.string(), name: z.string(), shortName: z.string(), years: z.array(z.int()) });

/** Who is signed in, with posts in force today and the blocs that they open. */
export const Me = z.object({
  personId: z.uuid(),
  name: z.string(),
  email: z.string(),
  posts: z.array(PostView),
  blocs: z.array(BlocChoice),
  mode: z.enum(['development', 'production']),
  today: Day,
  /** Whether the first steps still stand above My work: the person has not ended them, on any device. */
  firstSteps: z.boolean(),
});
export type Me = z.infer<typeof Me>;

/** Ending the first steps above My work, for good. */
export const FirstStepsEnding = z.strictObject({ ended: z.literal(true) });
export type FirstStepsEnding = z.infer<typeof FirstStepsEnding>;

/** A post given to a person: its unit, or its bloc and year, from a day on. */
export const PostDraft = z.strictObject({
  role: HeldRole,
  unitCode: z.string().max(80).optional(),
  bloc: z.string().max(120).optional(),
  year: z.int().min(1945).max(2200).optional(),
  title: Line(2, 200),
  from: Day,
  to: Day.optional(),
});
export type PostDraft = z.infer<typeof PostDraft>;

/** A post with just what it is held for: a unit's names the unit, one of a bloc the bloc and the year, others neither. */
export const GivenPost = PostDraft.superRefine((post, context) => {
  const wanted = POST_SCOPES[post.role];
  const held = { unitCode: wanted === 'unit', bloc: wanted === 'year', year: wanted === 'year' };
  for (const [field, needed] of Object.entries(held) as [keyof typeof held, boolean][])
    if ((post[field] !== undefined) !== needed) context.addIssue({ code: 'custom', path: [field] });
});

/** A person with account and posts. Without a password a letter invites the person to set one. */
export const PersonDraft = z.strictObject({
  name: Line(2, 120),
  email: z.email().max(254).toLowerCase(),
  password: NewPassword.optional(),
  posts: z.array(GivenPost).max(20),
});
export type PersonDraft = z.infer<typeof PersonDraft>;
export const PersonView = z.object({ id: z.uuid(), version: z.int(), name: z.string(), email: z.string() });
export type PersonView = z.infer<typeof PersonView>;

/** A province with its council and the council's standing body. */
export const ProvinceDraft = z.strictObject({
  slug: NewAddress,
  name: Line(2, 120),
  council: z.strictObject({ name: Line(4, 200), shortName: Line(2, 120), email: z.email().max(254) }),
  board: z.strictObject({ name: Line(4, 200), shortName: Line(2, 120), email: z.email().max(254) }),
});
export type ProvinceDraft = z.infer<typeof ProvinceDraft>;
export const ProvinceView = ProvinceDraft.extend({ id: z.uuid(), version: z.int() });
export type ProvinceView = z.infer<typeof ProvinceView>;

/** A name of a unit and the days on which it was the unit's name. */
export const UnitName = z
  .strictObject({ name: Line(3, 200), shortName: Line(2, 120), nameEn: Line(2, 200), from: Day, to: Day.optional() })
  .superRefine(inOrder);

/** A unit with its names over time. */
export const UnitDraft = z.strictObject({ code: Slug, email: z.email().max(254).optional(), names: z.array(UnitName).min(1).max(20) });
export type UnitDraft = z.infer<typeof UnitDraft>;
export const UnitView = UnitDraft.extend({ id: z.uuid(), version: z.int(), name: z.string(), shortName: z.string() });
export type UnitView = z.infer<typeof UnitView>;

/** A bloc: how it is called and how its papers are headed. `superior` is the line above the issuer. */
export const BlocDraft = z.strictObject({
  province: Slug,
  slug: NewAddress,
  name: Line(4, 200),
  shortName: Line(2, 120),
  nameEn: Line(2, 200),
  symbol: Line(2, 40),
  place: Line(2, 80),
  superior: Line(2, 120),
  issuerLines: z.array(Line(2, 80)).min(1).max(3),
});
export type BlocDraft = z.infer<typeof BlocDraft>;
export const BlocView = BlocDraft.extend({ id: z.uuid(), version: z.int(), years: z.array(z.int()) });
export type BlocView = z.infer<typeof BlocView>;
