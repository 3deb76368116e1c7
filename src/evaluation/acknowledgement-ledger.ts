import { ConfiguredAcknowledgement, WrittenAcknowledgement, isExpired, selects } from './acknowledgement';
import { Acknowledgement } from '../findings/acknowledgement';
import { KubernetesObject } from '../kubernetes/object';
import { AcknowledgementFault, Violation } from '../rules/check';

/** What the acknowledgements say about one violation. */
export interface Settlement {
  readonly accepted?: Acknowledgement;
  /** Accepted once, but no longer. */
  readonly lapsed?: Acknowledgement;
}

type Entry = WrittenAcknowledgement | ConfiguredAcknowledgement;

const UNSETTLED: Settlement = Object.freeze({});

/** Keeps account of which acknowledgements were used. */
export class AcknowledgementLedger {
  private readonly matched = new Set<Entry>();
  private readonly configuredByRule = new Map<string, ConfiguredAcknowledgement[]>();

  public constructor(configured: readonly ConfiguredAcknowledgement[], private readonly today: string | undefined) {
    for (const entry of configured) {
      this.configuredByRule.set(entry.rule, [...this.configuredByRule.get(entry.rule) ?? [], entry]);
    }
  }

  /** All that fit are marked as used, so that none of two equal ones is called useless; one that holds is enough. */
  public settle(rule: string, violation: Violation, object: KubernetesObject, written: readonly WrittenAcknowledgement[]): Settlement {
    const fromOutside = this.configuredByRule.get(rule);
    if (written.length === 0 && !fromOutside) { return UNSETTLED; }

    let settlement = UNSETTLED;
    const apply = (entry: Entry, acknowledgement: Acknowledgement) => {
      this.matched.add(entry);
      if (settlement.accepted) { return; }
      settlement = isExpired(acknowledgement, this.today) ? { lapsed: acknowledgement } : { accepted: acknowledgement };
    };
    for (const entry of written) {
      if (entry.rule === rule && entry.accepts && (entry.container === undefined || entry.container === violation.container)) {
        apply(entry, entry.accepts);
      }
    }
    for (const entry of fromOutside ?? []) {
      if (selects(entry, object, violation.container)) { apply(entry, entry); }
    }
    return settlement;
  }

  /** What is wrong with an acknowledgement, once everything has been judged. One whose rule did not judge may be right. */
  public faultOf(entry: Entry, known: ReadonlySet<string>, judged: ReadonlySet<string>): AcknowledgementFault | undefined {
    const { rule } = entry;
    if ('problem' in entry) { return { rule, state: 'malformed', problem: entry.problem }; }
    if (!known.has(rule)) { return { rule, state: 'unknown' }; }
    return judged.has(rule) && !this.matched.has(entry) ? { rule, state: 'unused' } : undefined;
  }
}
