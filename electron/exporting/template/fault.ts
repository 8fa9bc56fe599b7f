/** A fault of a template, for the clerk to mend in Word. */
export interface TemplateFault {
  /** error: cannot be used; warning: can, but look at it. */
  readonly severity: 'error' | 'warning';
  readonly message: string;
  /** 正文第3段（表格里）. */
  readonly where: string;
  /** The placeholder, with its braces. */
  readonly tag?: string;
  /** What stands around it. */
  readonly text?: string;
}
