import { AntouError } from '../../shared/api/errors.ts';
import { os } from './implementer.ts';

// Being written: replaced within the hour by the owner of this file.
const notYet = (): never => {
  throw new AntouError('failed', '还没有做好。');
};

export const lists = {
  summary: os.lists.summary.handler(notYet),
  ids: os.lists.ids.handler(notYet),
  values: os.lists.values.handler(notYet),
  views: os.lists.views.handler(notYet),
  saveView: os.lists.saveView.handler(notYet),
  removeView: os.lists.removeView.handler(notYet),
};
