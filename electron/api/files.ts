import { AntouError } from '../../shared/api/errors.ts';
import { os } from './implementer.ts';
import { recogniseType } from './media-types.ts';

/** A picture or scan of this size is a mistake in a library that moves by USB stick. */
const LARGEST_ATTACHMENT = 200 * 1024 * 1024;

const upload = os.files.upload.handler(({ input, context: { desk } }) => desk.files.addUpload(input.file));

const pick = os.files.pick.handler(async ({ input, context: { desk } }) => {
  if (!desk.native) throw new AntouError('denied', '这里没有系统的选择窗口，请用网页上的“选择文件”。');
  const paths = await desk.native.pickFiles({
    ...(input.title ? { title: input.title } : {}),
    ...(input.extensions ? { extensions: input.extensions } : {}),
    multiple: input.multiple ?? false,
  });
  return { files: await Promise.all(paths.map((path) => desk.files.addPath(path))) };
});

const pickFolder = os.files.pickFolder.handler(async ({ input, context: { desk } }) => {
  const path = await desk.native?.pickFolder(input.title ? { title: input.title } : {});
  if (path) desk.grant(path);
  return path ? { path } : {};
});

const keep = os.files.keep.handler(async ({ input, context: { desk } }) => {
  const file = await desk.files.file(input.file);
  if (file.size > LARGEST_ATTACHMENT) {
    throw new AntouError('invalid', `“${file.name}”超过 200 MB，没有存入。请压缩或拆分后再试；原文件没有动。`);
  }
  const bytes = await file.read();
  const attachment = await desk.opened.library.putFile(bytes, file.name, recogniseType(bytes, file.name));
  return { attachment: { ...attachment } };
});

const read = os.files.read.handler(async ({ input, context: { desk } }) => {
  const bytes = await desk.opened.library.readFile(input.sha256);
  const name = input.name ?? input.sha256;
  return { file: new File([bytes as Uint8Array<ArrayBuffer>], name, { type: recogniseType(bytes, name) }) };
});

const take = os.files.take.handler(({ input, context: { desk } }) => ({ file: desk.files.takeMade(input.handle) }));

const show = os.files.show.handler(async ({ input, context: { desk } }) => {
  if (!desk.native) throw new AntouError('denied', '网页版不能替您打开文件，请到下载文件夹里打开。');
  const path = desk.files.path(input.handle);
  await (input.folder ? desk.native.showInFolder(path) : desk.native.openPath(path));
  return {};
});

export const files = { upload, pick, pickFolder, keep, read, take, show };
