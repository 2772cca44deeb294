/** What the page must be told before it can ask anything: who lets people in. Answered as `/config.json`. */
export type PageConfig = { signIn: 'iam' } | { signIn: 'jwt'; issuer: string; clientId: string; scopes?: string };
