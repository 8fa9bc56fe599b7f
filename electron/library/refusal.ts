import { AntouError } from '../../shared/api/errors.ts';
import { errorCode } from './disk.ts';

/** 12345 → 约 12 KB */
function readableSize(bytes: number): string {
  if (bytes < 1024) return '不到 1 KB';
  if (bytes < 1024 * 1024) return `约 ${Math.ceil(bytes / 1024)} KB`;
  return `约 ${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/** What a failed write means for the clerk. `bytes` is what the write needed. */
export function refusalOfDisk(error: unknown, what: string, bytes = 0): AntouError {
  if (error instanceof AntouError) return error;
  const code = errorCode(error);
  const safe = '以前已保存的内容都在';
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return new AntouError(
        'diskFull',
        `磁盘空间不足，${what}没有保存（需要${readableSize(bytes)}）。${safe}。请清理磁盘后再保存。`,
        undefined,
        error,
      );
    case 'EROFS':
      return new AntouError(
        'failed',
        `资料库所在的磁盘是只读的，${what}没有保存。${safe}。请换到可以写入的磁盘，或解除写保护后再保存。`,
        undefined,
        error,
      );
    case 'EACCES':
    case 'EPERM':
    case 'EBUSY':
      return new AntouError(
        'failed',
        `资料库的文件被占用或没有写入权限，${what}没有保存。${safe}。请关闭占用它的程序，或请管理员检查文件夹权限，再保存一次。`,
        undefined,
        error,
      );
    case 'ENOENT':
    case 'ENODEV':
    case 'ENXIO':
    case 'ESTALE':
      return new AntouError(
        'failed',
        `找不到资料库所在的文件夹或磁盘，${what}没有保存。${safe}。请接好磁盘后再保存。`,
        undefined,
        error,
      );
    default:
      return new AntouError(
        'failed',
        `写入磁盘时出错（${code || String(error)}），${what}没有保存。${safe}。请再保存一次；若仍不行，请检查磁盘并尽快备份。`,
        undefined,
        error,
      );
  }
}

/** What a failed read means; errors that did not come from the disk (a fault of the program) stay as they are. */
export function refusalOfReading(error: unknown, what: string): unknown {
  const code = errorCode(error);
  if (error instanceof AntouError || !/^E[A-Z0-9]+$/.test(code)) return error;
  return new AntouError(
    'failed',
    `读写磁盘时出错（${code}），${what}没有完成，资料库的内容没有改动。请检查磁盘是否接好、文件夹能否访问，再试一次。`,
    undefined,
    error,
  );
}
