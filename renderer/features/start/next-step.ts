import type { Refusal } from '../../app/errors.ts';

/** What to do when a library does not open; the sentence of the office process says what happened. */
export function nextStep(code: Refusal['code']): string | undefined {
  switch (code) {
    case 'locked':
      return '请先在另一个窗口或另一台电脑上关闭它，再回来打开。两处同时写会互相覆盖，所以一次只许一处打开。';
    case 'tooNew':
      return '这个资料库由更新的版本写成，本版本没有动它。请换用新版本的政协案头打开。';
    case 'damaged':
      return '损坏的文件没有被覆盖。可以打开最近一次备份（备份也是一个资料库文件夹），或请管理电脑的同事运行核验。';
    case 'notFound':
      return '请核对文件夹还在不在原处，移动硬盘是否接好；也可以选别的文件夹。';
    case 'diskFull':
      return '请换到空间充足的磁盘，或清理后再试。';
    default:
      return undefined;
  }
}
