/** Who asks: something of the stack that works under a role, or whoever comes with a key of another kind. */
export interface Caller {
  kind: 'function' | 'schedule' | 'rule' | 'role' | 'user' | 'administrator';
  /** Logical id, of a user that of the one policy they are given; of an administrator, the access key. */
  name: string;
  /** Logical id of the role it works under. */
  role?: string;
}

/** A call that the policies of the stack do not allow. */
export interface Denial {
  caller: Caller;
  action: string;
  resource: string;
  /**
   * `no-grant`: no statement allows it; `forbidden`: one denies it; `key-policy`: the key's own policy does not allow it;
   * `not-trusted`: the role may not be taken on by who should work under it; `unknown`: the catalogue lacks the call.
   */
  reason: 'no-grant' | 'forbidden' | 'key-policy' | 'not-trusted' | 'unknown';
  /** As AWS tells it to the caller. */
  message: string;
}

const remedy = ({ caller, action, resource, reason }: Denial): string => {
  const role = caller.role ?? caller.name;
  switch (reason) {
    case 'no-grant':
      if (caller.kind === 'rule')
        return `no statement of the queue's own policy lets it in, so name events.amazonaws.com there for that rule, where lib/ makes the queue`;
      return `no grant allows it, so add ${action} on that resource to the grants of ${role}, where lib/ makes it`;
    case 'forbidden':
      return `a policy forbids it, so change the statement in lib/ that denies ${action} on ${resource}`;
    case 'key-policy':
      return `the policy of the key does not allow it, so let lib/ name ${role} there, or the account`;
    case 'not-trusted':
      return `the role's trust policy does not let it in, so change whom lib/ lets take on ${role}`;
    case 'unknown':
      return 'that call is not in the catalogue, so add it to lib/local/iam/catalogue.ts and to the grants that need it';
  }
};

/** One sentence for whoever mends the stack: who was refused what, why, and where the remedy belongs. */
export const sentenceOf = (denial: Denial): string => {
  const { caller, action, resource } = denial;
  return `The ${caller.kind} ${caller.name} may not call ${action} on ${resource}: ${remedy(denial)}.`;
};

/** A run that stops because the stack lacks a grant. */
export class DeniedError extends Error {
  readonly denial: Denial;

  constructor(denial: Denial) {
    super(sentenceOf(denial));
    this.name = 'DeniedError';
    this.denial = denial;
  }
}
