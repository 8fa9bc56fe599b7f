import type { z } from 'zod';
import type { Library } from '../library/types.ts';
import { markdownBody } from './markdown-body.ts';
import type { MakeId } from './people.ts';
import { bookShape, chapterShape, type materialShape } from './shapes.ts';
import { type NewRecord, said } from './sheet.ts';
import { cells, readText, readTexts, type SourceText } from './sources.ts';

/** 资料: the text as it is read, and the file itself kept as its original. */
export function materialRecords(
  texts: readonly SourceText<z.infer<typeof materialShape>>[],
  library: Library,
  id: MakeId,
): Promise<NewRecord[]> {
  return Promise.all(
    texts.map(async ({ name, front, text, bytes }): Promise<NewRecord> => {
      const original = await library.putFile(bytes, name.replace(/^\d+-/, ''), 'text/markdown');
      const values = said({ ...front, body: markdownBody(text), original: [original], encoding: 'UTF-8' });
      return { id: id('material', name), kind: 'material', values };
    }),
  );
}

/** The book with what stands before and behind its text, and its chapters. */
export async function bookRecords(folder: string, id: MakeId): Promise<NewRecord[]> {
  const [book, preface, conventions, afterword, chapters] = await Promise.all([
    readText(folder, 'book.md', bookShape),
    readText(folder, 'preface.md', chapterShape),
    readText(folder, 'conventions.md', chapterShape),
    readText(folder, 'afterword.md', chapterShape),
    readTexts(folder, /^\d+\.md$/, chapterShape),
  ]);
  const values = said({
    ...book.front,
    editorialBoard: book.front.editorialBoard.map((line) => {
      const [name, duty, post] = cells(line);
      return said({ name, duty, post });
    }),
    inscription: book.text.trim(),
    preface: markdownBody(preface.text),
    editorialNotes: markdownBody(conventions.text),
    afterword: markdownBody(afterword.text),
  });
  const own = id('book', book.front.title);
  return [
    { id: own, kind: 'book', values },
    ...chapters.map(({ name, front, text }, index): NewRecord => {
      const { village, sanqin, ...rest } = front;
      const remark = [village && `村落：${village}`, sanqin && `材料性质：${sanqin}`].filter(Boolean).join('；');
      const chapter = {
        ...rest,
        book: own,
        type: '正文',
        order: index + 1,
        status: index % 9 === 7 ? '终审' : '定稿',
        targetCharacters: 1000,
        body: markdownBody(text),
        remark,
      };
      return { id: id('chapter', name), kind: 'chapter', values: said(chapter) };
    }),
  ];
}
