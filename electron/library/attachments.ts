import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { AntouError } from '../../shared/api/errors.ts';
import type { Attachment } from '../../shared/records/field.ts';
import { type Disk, errorCode, renamePatiently, TEMPORARY, writeAndSync } from './disk.ts';
import { refusalOfDisk } from './refusal.ts';

const ADDRESS = /^[0-9a-f]{64}$/;

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Originals and pictures, each stored once under the SHA-256 of its bytes: files/ab/abcd… */
export class Attachments {
  readonly #disk: Disk;
  readonly #folder: string;
  #count = 0;

  constructor(disk: Disk, folder: string) {
    this.#disk = disk;
    this.#folder = folder;
  }

  /** @throws AntouError notFound when it is no address */
  path(sha256: string): string {
    if (!ADDRESS.test(sha256)) throw new AntouError('notFound', '没有这个附件。其他内容不受影响。');
    return join(this.#folder, sha256.slice(0, 2), sha256);
  }

  async put(bytes: Uint8Array, name: string, type: string): Promise<Attachment> {
    const sha256 = hashOf(bytes);
    const attachment: Attachment = { sha256, name, size: bytes.length, type };
    const path = this.path(sha256);
    try {
      // Bytes that went bad on the disk are mended by storing them again.
      if ((await this.#disk.size(path)) === bytes.length && hashOf(await this.#disk.read(path)) === sha256)
        return attachment;
      const folder = join(this.#folder, sha256.slice(0, 2));
      if ((await this.#disk.size(folder)) === undefined) {
        await this.#disk.makeFolder(folder);
        await this.#disk.syncFolder(this.#folder);
      }
      this.#count += 1;
      const temporary = `${path}.${this.#count}${TEMPORARY}`;
      await writeAndSync(this.#disk, temporary, bytes);
      await renamePatiently(this.#disk, temporary, path);
      await this.#disk.syncFolder(folder);
    } catch (error) {
      throw refusalOfDisk(error, `附件“${name}”`, bytes.length);
    }
    return attachment;
  }

  async read(sha256: string): Promise<Uint8Array> {
    const path = this.path(sha256);
    let bytes: Buffer;
    try {
      bytes = await this.#disk.read(path);
    } catch (error) {
      throw errorCode(error) === 'ENOENT' ? missing() : unreadable(error);
    }
    if (hashOf(bytes) !== sha256) throw damaged(sha256);
    return bytes;
  }

  /** The bytes as a stream that ends in an error when they turn out not to match their address. */
  open(sha256: string): Readable {
    const hash = createHash('sha256');
    const check = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        hash.update(chunk);
        done(null, chunk);
      },
      flush(done) {
        done(hash.digest('hex') === sha256 ? null : damaged(sha256));
      },
    });
    const source = this.#disk.stream(this.path(sha256));
    source.on('error', (error) => check.destroy(errorCode(error) === 'ENOENT' ? missing() : unreadable(error)));
    check.on('close', () => source.destroy());
    return source.pipe(check);
  }
}

function missing(): AntouError {
  return new AntouError('notFound', '附件的原文件不在资料库里。文字记录不受影响。请从备份中恢复这个附件，或重新添加。');
}

function unreadable(error: unknown): AntouError {
  return new AntouError(
    'failed',
    `附件读不出来（${errorCode(error) || String(error)}）。文字记录不受影响。请检查磁盘后再试，或从备份中恢复这个附件。`,
    undefined,
    error,
  );
}

function damaged(sha256: string): AntouError {
  return new AntouError(
    'damaged',
    `附件已损坏：内容与存入时不一致（${sha256.slice(0, 12)}…）。文字记录不受影响。请从备份中恢复这个附件，或重新添加原文件。`,
  );
}
