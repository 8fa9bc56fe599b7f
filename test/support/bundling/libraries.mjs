/** Bundled by test/architecture/bundling.test.ts: uses every library whose packaging makes bundling risky, and prints. */

import * as excelts from '@cj-tech-master/excelts';
import * as xlsx from '@e965/xlsx';
import { Document, Packer, Paragraph } from 'docx';
import { unzipSync, zipSync } from 'fflate';
import flexsearch from 'flexsearch';
import { Low, Memory } from 'lowdb';
import lunar from 'lunar-javascript';
import mammoth from 'mammoth';
import { parse } from 'parse5';
import { pinyin } from 'pinyin-pro';
import { parse as parseYaml } from 'yaml';

const results = {};
const docx = await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('示例区政协')] }] }));
results.docx = Object.keys(unzipSync(new Uint8Array(docx))).includes('word/document.xml');
results.mammoth = (await mammoth.convertToHtml({ buffer: docx })).value;
const index = new flexsearch.Index({ encode: (text) => [...text], tokenize: 'strict' });
index.add(7, '提案');
results.flexsearch = index.search('提');
const sheet = xlsx.utils.aoa_to_sheet([['姓名'], ['单于']]);
const book = xlsx.utils.book_new(sheet, '名册');
results.xlsx = xlsx.utils.sheet_to_json(xlsx.read(xlsx.write(book, { type: 'buffer', bookType: 'xls' })).Sheets.名册);
const workbook = new excelts.Workbook();
workbook.addWorksheet('名册').addRow(['姓名', '界别']);
results.excelts = new Uint8Array(await workbook.xlsx.writeBuffer()).length > 1000;
results.fflate = unzipSync(zipSync({ a: new Uint8Array([1]) })).a.length;
const low = new Low(new Memory(), { n: 1 });
await low.read();
results.lowdb = low.data.n;
results.lunar = lunar.Solar.fromYmd(2024, 2, 10).getLunar().getDay();
results.parse5 = parse('<p>甲').childNodes.length;
results.pinyin = pinyin('单', { surname: 'head', toneType: 'none' });
results.yaml = parseYaml('a: 1').a;
process.stdout.write(JSON.stringify(results));
