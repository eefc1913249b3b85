/**
 * The people of the test wiki. The seed creates them from this table and tests log in with it,
 * so a password exists in one place only.
 */

export interface WikiUser {
  readonly name: string;
  /** Long and unusual enough for MediaWiki's password policy, which is stricter for sysops. */
  readonly password: string;
  /** What a test should know before choosing this user. */
  readonly what: string;
  readonly groups: readonly string[];
  /** Registration time, in MediaWiki's 14 digits. */
  readonly registered: string;
  /** Special:BotPasswords (32 of 0-9a-v, or MediaWiki takes it for an ordinary password): log in as `Name@app` (see `botLogin`) with this password and action=login. */
  readonly botPassword?: {readonly app: string; readonly password: string};
  /** Base32 secret of two-factor login; codes come from `totp()`. */
  readonly totpSecret?: string;
  readonly email?: string;
  readonly options?: Readonly<Record<string, string>>;
}

const human = {registered: '20190304091500', groups: []} as const;

export const users = {
  Admin: {
    ...human,
    name: 'Admin',
    password: 'brass lamp over the weir 41',
    what: 'sysop, bureaucrat and interface administrator',
    groups: ['sysop', 'bureaucrat', 'interface-admin'],
    botPassword: {app: 'tests', password: 'k3v9q0d8s7f6g5h4j3l2a1r0c9v8b7n6'},
    email: 'admin@wiki.test',
  },
  Iris: {
    ...human,
    name: 'Iris',
    password: 'copper kettle by the ferry 52',
    what: 'interface administrator: site JavaScript and CSS',
    groups: ['interface-admin'],
    email: 'iris@wiki.test',
  },
  Olga: {
    ...human,
    name: 'Olga',
    password: 'green umbrella in the tram 63',
    what: 'an ordinary, autoconfirmed user',
    botPassword: {app: 'tests', password: 'm1n2b3v4c5p6o7a8s9d0f1g2h3j4k5l6'},
    email: 'olga@wiki.test',
  },
  Henrik: {
    ...human,
    name: 'Henrik',
    password: 'three herons on the roof 74',
    what: 'a second autoconfirmed user, to be in conflict with',
    email: 'henrik@wiki.test',
  },
  Nils: {
    ...human,
    name: 'Nils',
    password: 'paper boats every sunday 85',
    what: 'new here: not autoconfirmed',
    registered: '20250601080000',
  },
  Robin: {
    ...human,
    name: 'Robin',
    password: 'clockwork sweeping at dawn 96',
    what: 'a bot',
    groups: ['bot'],
    botPassword: {app: 'tests', password: 'q9j8e7r6t5m4u3i2o1p0a9s8d7f6g5h4'},
  },
  Blair: {
    ...human,
    name: 'Blair',
    password: 'muddy boots in the hall 17',
    what: 'blocked sitewide, with an expiry; may still edit the own talk page',
    email: 'blair@wiki.test',
  },
  Paula: {
    ...human,
    name: 'Paula',
    password: 'velvet curtain half drawn 28',
    what: 'blocked from some pages and from the namespace Project',
  },
  Ulf: {
    ...human,
    name: 'Ulf',
    password: 'salt wind at the mole 39',
    what: 'blocked indefinitely, own talk page and e-mail closed too',
  },
  Sol: {
    ...human,
    name: 'Sol',
    password: 'silent bells of the abbey 40',
    what: 'sysop and suppressor: may hide text and user names',
    groups: ['sysop', 'suppress'],
  },
  Tove: {
    ...human,
    name: 'Tove',
    password: 'winter apples in the attic 51',
    what: 'two-factor login: clientlogin asks for a TOTP code',
    totpSecret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
  },
} as const satisfies Record<string, WikiUser>;

export type UserName = keyof typeof users;

/** Name and password for action=login, or undefined where the user has no bot password. */
export function botLogin(user: WikiUser): {name: string; password: string} | undefined {
  if (!user.botPassword) return undefined;
  return {name: `${user.name}@${user.botPassword.app}`, password: user.botPassword.password};
}
