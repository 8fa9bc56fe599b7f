import { AntouError } from '../../shared/api/errors.ts';
import { os } from './implementer.ts';

// Being written: replaced within the hour by the owner of this file.
const notYet = (): never => {
  throw new AntouError('failed', '还没有做好。');
};

export const duplicates = {
  find: os.duplicates.find.handler(notYet),
  similar: os.duplicates.similar.handler(notYet),
  compare: os.duplicates.compare.handler(notYet),
  merge: os.duplicates.merge.handler(notYet),
  dismiss: os.duplicates.dismiss.handler(notYet),
  restore: os.duplicates.restore.handler(notYet),
};
