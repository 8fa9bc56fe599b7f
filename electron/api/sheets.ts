import { AntouError } from '../../shared/api/errors.ts';
import { os } from './implementer.ts';

// Being written: replaced within the hour by the owner of this file.
const notYet = (): never => {
  throw new AntouError('failed', '还没有做好。');
};

export const sheets = {
  export: os.sheets.export.handler(notYet),
  template: os.sheets.template.handler(notYet),
};
