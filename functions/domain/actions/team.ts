/** One step of an escalation. */
export interface EscalationLevel {
  contact: string;
  /** Working hours after the deadline, of later levels after the level before; so often too the last is told again. */
  afterHours: number;
}

/** A team as `owners.json` has it: the same wherever a rule names it. */
export interface Team {
  team: string;
  contact: string;
  /** In the order in which they are told; none where nobody is. */
  escalation: readonly EscalationLevel[];
  /** A name in `owners.calendars`. */
  calendar: string;
  /** Working hours before the deadline at which the team is reminded of it. */
  remindHours: number;
  /** Actions that the team can have open at once; what is over waits. Soft: the most urgent are never made to wait. */
  budget: number;
}
