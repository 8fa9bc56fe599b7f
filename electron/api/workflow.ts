import { AntouError } from '../../shared/api/errors.ts';
import { os } from './implementer.ts';

// Being written: replaced within the hour by the owner of this file.
const notYet = (): never => {
  throw new AntouError('failed', '还没有做好。');
};

export const workflow = {
  machines: os.workflow.machines.handler(notYet),
  status: os.workflow.status.handler(notYet),
  move: os.workflow.move.handler(notYet),
  correct: os.workflow.correct.handler(notYet),
};
