import type { Register } from '../../numbering/index.ts';
import type { DocumentDefinition, OfficeSettings } from '../definition.ts';
import type { DocumentModel, Finding } from '../model.ts';
import type { CheckRule } from './rule.ts';

/** Somebody the ledgers know. */
export interface KnownPerson {
  readonly name: string;
  readonly kind: 'member' | 'person';
  readonly id: string;
  /** Appointment that runs; a person who is no member at all is `false` too. */
  readonly serving: boolean;
}

/** A number in the sentences of a paper that does not agree with its figure. Offsets into the paragraph given. */
export interface WrongNumber {
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
  readonly figure: string;
  readonly label: string;
  /** As a clerk reads it: 294条 */
  readonly there: string;
  readonly why?: string;
}

/** What a paper is held against. Whatever is absent is not checked. */
export interface CheckContext {
  readonly settings: OfficeSettings;
  /** YYYY-MM-DD */
  readonly today: string;
  readonly definition?: Pick<DocumentDefinition, 'id' | 'label' | 'layout' | 'series' | 'group'>;
  readonly people?: readonly KnownPerson[];
  /** The same paper composed anew from the records as they are now, when the one checked was edited. */
  readonly fresh?: DocumentModel;
  /** Numbers of sentences against the figures of the year the paper speaks of. */
  readonly reconcile?: (paragraphs: readonly string[]) => readonly WrongNumber[];
  /** 发文登记簿: which numbers are taken, by what. */
  readonly register?: Register;
  /** Ids of the records the paper was asked for: its own number is no repeat. */
  readonly about?: ReadonlySet<string>;
  /** Rules the office has switched off. */
  readonly off?: ReadonlySet<string>;
}

export type PaperFinding = Omit<Finding, 'rule' | 'severity'> & { readonly severity?: Finding['severity'] };

/** A rule about the paper as a whole. */
export interface DocumentRule extends CheckRule {
  readonly find: (model: DocumentModel, context: CheckContext) => readonly PaperFinding[];
}
